//! What a schema says, with references followed and alternatives laid together.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use super::{Document, items, members};

/// A schema of a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schema<'a> {
    pub(crate) document: &'a Document,
    pub(crate) json: &'a Value,
}

/// The bounds of a number or of the length of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) least: Option<u64>,
    pub(crate) most: Option<u64>,
    pub(crate) default: Option<u64>,
}

impl fmt::Display for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (Some(least), Some(most)) => write!(f, "{least} to {most}")?,
            (Some(least), None) => write!(f, "at least {least}")?,
            (None, Some(most)) => write!(f, "at most {most}")?,
            (None, None) => f.write_str("anything")?,
        }
        self.default.map_or(Ok(()), |default| write!(f, "; {default} unless given"))
    }
}

/// What a schema says of a value.
#[derive(Debug)]
pub(crate) enum Says<'a> {
    Text,
    /// One of these texts.
    Enum(Vec<&'a str>),
    Integer,
    Number,
    Boolean,
    List(Schema<'a>),
    /// An object with these members; of alternatives, each may have its own of one name.
    Object(Vec<Member<'a>>),
    /// An object with whatever members.
    AnyObject,
    /// Nothing at all, or what only a reader understands.
    Anything,
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Member<'a> {
    /// The name of the schema that it stands in, where that has one.
    pub(crate) owner: Option<&'a str>,
    pub(crate) name: &'a str,
    pub(crate) schema: Schema<'a>,
    pub(crate) required: bool,
    /// It is answered, never sent.
    pub(crate) read_only: bool,
}

impl<'a> Schema<'a> {
    pub(crate) fn says(self) -> Says<'a> {
        let (json, _) = self.document.follow(self.json);
        let mut members = Vec::new();
        self.collect(None, &mut members);
        if !members.is_empty() {
            return Says::Object(members);
        }
        // `allOf` of a single one is how the documents put a description beside a reference; of several alternatives without
        // members, each is of the same type.
        let part = ["allOf", "oneOf", "anyOf"].iter().find_map(|word| items(&json[*word]).next());
        if let Some(part) = part {
            return Schema { json: part, ..self }.says();
        }
        let values: Vec<_> = items(&json["enum"]).filter_map(Value::as_str).collect();
        match json["type"].as_str() {
            Some("string") | None if !values.is_empty() => Says::Enum(values),
            Some("string") => Says::Text,
            Some("integer") => Says::Integer,
            Some("number") => Says::Number,
            Some("boolean") => Says::Boolean,
            Some("array") => Says::List(Schema { json: &json["items"], ..self }),
            Some("object") => Says::AnyObject,
            _ => Says::Anything,
        }
    }

    /// Collects the bounds of numbers and of the lengths of lists, by place: `limit`,
    /// `query.and[]`.
    pub(crate) fn limits(self, at: &str, found: &mut BTreeMap<String, Limits>) {
        /// Schemas may hold themselves. No real bound is in as many structures.
        const DEEPEST: usize = 4;
        let (json, _) = self.document.follow(self.json);
        let number = |name: &str| json[name].as_u64();
        let (least, most) = match json["type"].as_str() {
            Some("array") => ("minItems", "maxItems"),
            _ => ("minimum", "maximum"),
        };
        let limits = Limits { least: number(least), most: number(most), default: number("default") };
        if limits.least.or(limits.most).is_some() {
            found.insert(at.to_owned(), limits);
        }
        match self.says() {
            Says::Object(members) if at.split('.').count() < DEEPEST => {
                for member in members {
                    let dot = if at.is_empty() { "" } else { "." };
                    member.schema.limits(&format!("{at}{dot}{}", member.name), found);
                }
            }
            Says::List(items) => items.limits(&format!("{at}[]"), found),
            _ => {}
        }
    }

    /// Whether an object may have members besides those that are named.
    pub(crate) fn is_open(self) -> bool {
        let (json, _) = self.document.follow(self.json);
        json.get("additionalProperties").is_some_and(|more| *more != Value::Bool(false))
    }

    /// Its members: of all parts of an `allOf`, and of all alternatives, which require only what every one of them requires.
    fn collect(self, owner: Option<&'a str>, found: &mut Vec<Member<'a>>) {
        let (json, name) = self.document.follow(self.json);
        let owner = name.or(owner);
        let required: BTreeSet<_> = items(&json["required"]).filter_map(Value::as_str).collect();
        for (name, schema) in members(&json["properties"]) {
            let schema = Schema { json: schema, ..self };
            let read_only = self.document.follow(schema.json).0["readOnly"] == true;
            found.push(Member { owner, name, schema, required: required.contains(name), read_only });
        }
        for part in items(&json["allOf"]) {
            Schema { json: part, ..self }.collect(owner, found);
        }
        for word in ["oneOf", "anyOf"] {
            let alternatives: Vec<Vec<Member<'a>>> = items(&json[word])
                .map(|part| {
                    let mut members = Vec::new();
                    Schema { json: part, ..self }.collect(owner, &mut members);
                    members
                })
                .collect();
            let everywhere = |name: &str| {
                alternatives
                    .iter()
                    .all(|members| members.iter().any(|member| member.name == name && member.required))
            };
            let common: BTreeSet<_> = alternatives
                .iter()
                .flatten()
                .map(|member| member.name)
                .filter(|name| everywhere(name))
                .collect();
            for member in alternatives.into_iter().flatten() {
                let known = found
                    .iter()
                    .any(|known| known.name == member.name && known.schema.json == member.schema.json);
                if !known {
                    found.push(Member { required: common.contains(member.name), ..member });
                }
            }
        }
    }
}

impl Says<'_> {
    /// What one calls it.
    pub(crate) fn noun(&self) -> String {
        match self {
            Self::Text => "text".into(),
            Self::Enum(values) => format!("one of {}", values.join(", ")),
            Self::Integer => "a whole number".into(),
            Self::Number => "a number".into(),
            Self::Boolean => "true or false".into(),
            Self::List(items) => format!("a list, each {}", items.says().noun()),
            Self::Object(members) => {
                let mut names: Vec<_> = members.iter().map(|member| member.name).collect();
                names.dedup();
                format!("an object of {}", names.join(", "))
            }
            Self::AnyObject => "an object".into(),
            Self::Anything => "anything".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::document;
    use super::*;
    use serde_json::json;

    fn noun(schema: Value, schemas: Value) -> String {
        let document = document("/", json!({}), schemas);
        Schema { document: &document, json: &schema }.says().noun()
    }

    #[test]
    fn a_schema_says_what_a_value_holds() {
        for (schema, noun_) in [
            (json!({"type": "string", "enum": ["a", "b"]}), "one of a, b"),
            (json!({"enum": ["a"]}), "one of a"),
            (json!({"type": "boolean", "enum": [true]}), "true or false"),
            (json!({"type": "array", "items": {"$ref": "#/components/schemas/Id"}}), "a list, each text"),
            (json!({"allOf": [{"$ref": "#/components/schemas/Id"}]}), "text"),
            (json!({"type": "object"}), "an object"),
            (json!({}), "anything"),
            (json!({"properties": {"$ref": {"type": "string"}}}), "an object of $ref"),
        ] {
            assert_eq!(noun(schema, json!({"Id": {"type": "string"}})), noun_);
        }
    }

    #[test]
    fn parts_and_alternatives_are_laid_together() {
        let schemas = json!({
            "Named": {"required": ["kind", "name"], "properties": {"kind": {}, "name": {}}},
            "Numbered": {"required": ["kind"], "properties": {"kind": {}, "number": {}}},
        });
        let document = document("/", json!({}), schemas);
        let either = json!({"oneOf": [{"$ref": "#/components/schemas/Named"}, {"$ref": "#/components/schemas/Numbered"}]});
        let both = json!({"allOf": either["oneOf"]});
        let members = |json: &Value| match (Schema { document: &document, json }).says() {
            Says::Object(members) => members
                .iter()
                .map(|member| format!("{}.{} {}", member.owner.unwrap(), member.name, member.required))
                .collect(),
            other => vec![other.noun()],
        };
        assert_eq!(members(&either), ["Named.kind true", "Named.name false", "Numbered.number false"]);
        assert_eq!(
            members(&both),
            ["Named.kind true", "Named.name true", "Numbered.kind true", "Numbered.number false"]
        );
    }
}
