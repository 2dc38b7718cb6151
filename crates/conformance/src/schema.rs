//! What a schema allows, with references followed and alternatives merged.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use crate::facts::{Documented, Facts};

/// A schema of the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schema<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) json: &'a Value,
}

/// The bounds of a number or of the length of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) min: Option<u64>,
    pub(crate) max: Option<u64>,
    pub(crate) default: Option<u64>,
}

impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (Some(min), Some(max)) => write!(f, "{min} to {max}")?,
            (Some(min), None) => write!(f, "at least {min}")?,
            (None, Some(max)) => write!(f, "at most {max}")?,
            (None, None) => f.write_str("anything")?,
        }
        self.default.map_or(Ok(()), |default| write!(f, ", default {default}"))
    }
}

/// The values that a schema allows.
#[derive(Debug)]
pub(crate) enum Allows<'a> {
    Text,
    /// One of these texts.
    Enum(Vec<&'a str>),
    Integer,
    Number,
    Boolean,
    List(Schema<'a>),
    /// An object with these properties; alternatives may each have a property of the same name.
    Object(Vec<Property<'a>>),
    /// An object with any properties.
    AnyObject,
    /// The schema has no type.
    Anything,
}

/// A property of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Property<'a> {
    /// The name of the schema that declares it, if that has one.
    pub(crate) owner: Option<&'a str>,
    pub(crate) name: &'a str,
    pub(crate) schema: Schema<'a>,
    pub(crate) required: bool,
    /// Only responses have it.
    pub(crate) read_only: bool,
}

impl Facts {
    /// A schema of this table.
    pub(crate) fn schema<'a>(&'a self, json: &'a Value) -> Schema<'a> {
        Schema { facts: self, json }
    }

    /// The schema of the response body of an operation with this status.
    pub(crate) fn response<'a>(&'a self, operation: &'a Documented, status: u16) -> Option<Schema<'a>> {
        operation.responses.get(&status)?.as_ref().map(|json| self.schema(json))
    }
}

impl<'a> Schema<'a> {
    pub(crate) fn allows(self) -> Allows<'a> {
        let (json, _) = self.facts.follow(self.json);
        let properties = self.properties(None);
        if !properties.is_empty() {
            return Allows::Object(properties);
        }
        // Alternatives without properties are all of the same type.
        let part = ["allOf", "oneOf", "anyOf"].iter().find_map(|word| items(&json[*word]).next());
        if let Some(part) = part {
            return Schema { json: part, ..self }.allows();
        }
        let values: Vec<_> = items(&json["enum"]).filter_map(Value::as_str).collect();
        match json["type"].as_str() {
            Some("string") | None if !values.is_empty() => Allows::Enum(values),
            Some("string") => Allows::Text,
            Some("integer") => Allows::Integer,
            Some("number") => Allows::Number,
            Some("boolean") => Allows::Boolean,
            Some("array") => Allows::List(Schema { json: &json["items"], ..self }),
            Some("object") => Allows::AnyObject,
            _ => Allows::Anything,
        }
    }

    /// Collects the bounds of numbers and of the lengths of lists, by place: `limit`,
    /// `query.and[]`.
    pub(crate) fn bounds(self, at: &str, found: &mut BTreeMap<String, Bounds>) {
        /// Schemas may refer to themselves. No documented bound is nested as deeply.
        const DEEPEST: usize = 4;
        let (json, _) = self.facts.follow(self.json);
        let number = |name: &str| json[name].as_u64();
        let (min, max) = match json["type"].as_str() {
            Some("array") => ("minItems", "maxItems"),
            _ => ("minimum", "maximum"),
        };
        let bounds = Bounds { min: number(min), max: number(max), default: number("default") };
        if bounds.min.or(bounds.max).is_some() {
            found.insert(at.to_owned(), bounds);
        }
        match self.allows() {
            Allows::Object(properties) if at.split('.').count() < DEEPEST => {
                for property in properties {
                    let dot = if at.is_empty() { "" } else { "." };
                    property.schema.bounds(&format!("{at}{dot}{}", property.name), found);
                }
            }
            Allows::List(items) => items.bounds(&format!("{at}[]"), found),
            _ => {}
        }
    }

    /// Its properties: those of all parts of an `allOf`, and of all alternatives, which require
    /// only what each of them requires.
    fn properties(self, owner: Option<&'a str>) -> Vec<Property<'a>> {
        let mut found: Vec<Property<'a>> = Vec::new();
        let (json, name) = self.facts.follow(self.json);
        let owner = name.or(owner);
        let required: BTreeSet<_> = items(&json["required"]).filter_map(Value::as_str).collect();
        for (name, schema) in entries(&json["properties"]) {
            let schema = Schema { json: schema, ..self };
            let read_only =
                [schema.json, self.facts.follow(schema.json).0].iter().any(|json| json["readOnly"] == true);
            found.push(Property { owner, name, schema, required: required.contains(name), read_only });
        }
        for part in items(&json["allOf"]) {
            found.extend(Schema { json: part, ..self }.properties(owner));
        }
        for word in ["oneOf", "anyOf"] {
            let parts = items(&json[word]).map(|json| Schema { json, ..self });
            let alternatives: Vec<_> = parts.map(|part| part.properties(owner)).collect();
            let is_required = |all: &Vec<Property<'_>>, name: &str| {
                all.iter().any(|property| property.name == name && property.required)
            };
            for property in alternatives.iter().flatten() {
                let is_same = |known: &Property<'_>| {
                    known.name == property.name && known.schema.json == property.schema.json
                };
                if !found.iter().any(is_same) {
                    let required = alternatives.iter().all(|all| is_required(all, property.name));
                    found.push(Property { required, ..*property });
                }
            }
        }
        found
    }
}

impl Allows<'_> {
    /// Its name in messages.
    pub(crate) fn noun(&self) -> String {
        match self {
            Self::Text => "text".into(),
            Self::Enum(values) => format!("one of {}", values.join(", ")),
            Self::Integer => "a whole number".into(),
            Self::Number => "a number".into(),
            Self::Boolean => "true or false".into(),
            Self::List(items) => format!("a list, each {}", items.allows().noun()),
            Self::Object(properties) => {
                let mut names: Vec<_> = properties.iter().map(|property| property.name).collect();
                names.dedup();
                format!("an object of {}", names.join(", "))
            }
            Self::AnyObject => "an object".into(),
            Self::Anything => "anything".into(),
        }
    }
}

/// The entries of an object; none of anything else.
pub(crate) fn entries(json: &Value) -> impl Iterator<Item = (&str, &Value)> {
    json.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// The items of a list; none of anything else.
pub(crate) fn items(json: &Value) -> impl Iterator<Item = &Value> {
    json.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::tests::facts;
    use serde_json::json;

    #[test]
    fn allows_merges_parts_and_alternatives() {
        let schemas = json!({
            "Named": {"required": ["kind", "name"], "properties": {"kind": {}, "name": {}}},
            "Numbered": {"required": ["kind"], "properties": {"kind": {}, "number": {}}},
        });
        let facts = facts(json!({}), schemas);
        let either =
            json!({"oneOf": [{"$ref": "#/schemas/test/Named"}, {"$ref": "#/schemas/test/Numbered"}]});
        let both = json!({"allOf": either["oneOf"]});
        let properties = |json: &Value| match facts.schema(json).allows() {
            Allows::Object(properties) => properties
                .iter()
                .map(|property| {
                    format!("{}.{} {}", property.owner.unwrap(), property.name, property.required)
                })
                .collect(),
            other => vec![other.noun()],
        };
        assert_eq!(properties(&either), ["Named.kind true", "Named.name false", "Numbered.number false"]);
        assert_eq!(
            properties(&both),
            ["Named.kind true", "Named.name true", "Numbered.kind true", "Numbered.number false"]
        );
    }
}
