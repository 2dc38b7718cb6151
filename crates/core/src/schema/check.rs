//! Validates a value by its schema, and names each violation so that it can be corrected.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Property, Schema};
use crate::time::EpochMillis;

/// A place where a value violates its schema.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Violation {
    /// Something else is there than what is expected.
    Type {
        /// Where: `rules[0].in`.
        at: String,
        /// What is expected: `text`.
        expected: &'static str,
    },
    /// An object has a property that its schema does not have.
    UnknownProperty {
        /// Where: `rules[0].inn`.
        at: String,
        /// The properties of the schema.
        known: Vec<&'static str>,
    },
    /// An object lacks a required property.
    Missing {
        /// Where: `rules[0].in`.
        at: String,
    },
    /// A text is none of the known ones. Atlassian may have added it since this version was made.
    UnknownValue {
        /// Where: `status`.
        at: String,
        /// The text.
        value: String,
        /// The known ones.
        known: &'static [&'static str],
    },
    /// A number is out of its bounds, or a list has too few or too many items.
    OutOfBounds {
        /// Where: `limit`.
        at: String,
        /// What it must be, and what it is: `must be 1 to 100, not 101`.
        problem: String,
    },
}

impl Violation {
    /// Where it is.
    #[must_use]
    pub fn at(&self) -> &str {
        match self {
            Self::Type { at, .. }
            | Self::UnknownProperty { at, .. }
            | Self::Missing { at }
            | Self::UnknownValue { at, .. }
            | Self::OutOfBounds { at, .. } => at,
        }
    }
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Type { at, expected } => write!(f, "{at}: must be {expected}"),
            Self::UnknownProperty { at, known } => {
                write!(f, "{at}: is not known here; known are {}", known.join(", "))
            }
            Self::Missing { at } => write!(f, "{at}: must be given"),
            Self::UnknownValue { at, known, .. } => write!(f, "{at}: must be one of {}", known.join(", ")),
            Self::OutOfBounds { at, problem } => write!(f, "{at}: {problem}"),
        }
    }
}

impl std::error::Error for Violation {}

impl Schema {
    /// Returns the violations of this schema by `value`; `at` is the place of the value itself.
    #[must_use]
    pub fn violations(&self, value: &Value, at: &str) -> Vec<Violation> {
        let mut found = Vec::new();
        self.find_violations(value, at, &mut found);
        found
    }

    fn find_violations(&self, value: &Value, at: &str, found: &mut Vec<Violation>) {
        let fits = match (self, value) {
            (Self::Json, _) | (Self::Text, Value::String(_)) | (Self::Boolean, Value::Bool(_)) => true,
            (Self::Nothing, value) => value.is_null(),
            (Self::Integer, Value::Number(number)) => number.is_i64() || number.is_u64(),
            (Self::Time, value) => EpochMillis::deserialize(value).is_ok(),
            (Self::Enum(known), Value::String(text)) => {
                if !known.values.contains(&text.as_str()) {
                    let (at, value, known) = (at.to_owned(), text.clone(), known.values);
                    found.push(Violation::UnknownValue { at, value, known });
                }
                true
            }
            (Self::List(schema), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    schema.find_violations(item, &format!("{at}[{index}]"), found);
                }
                true
            }
            (Self::Object(object), Value::Object(members)) => {
                find_in_object((object.properties)(), members, at, found);
                true
            }
            _ => false,
        };
        if !fits {
            found.push(Violation::Type { at: at.to_owned(), expected: self.expectation() });
        }
    }

    /// Describes what is expected, such as `a whole number`.
    #[must_use]
    pub const fn expectation(&self) -> &'static str {
        match self {
            Self::Text | Self::Enum(_) => "text",
            Self::Integer => "a whole number",
            Self::Boolean => "true or false",
            Self::Time => "a time: epoch milliseconds, or ISO 8601",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
            Self::Json => "JSON",
            Self::Nothing => "nothing",
        }
    }
}

fn find_in_object(known: &[Property], members: &Map<String, Value>, at: &str, found: &mut Vec<Violation>) {
    let inner = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    for (name, value) in members {
        match known.iter().find(|member| member.name == name) {
            // What is optional may be null, which says as much as its absence.
            Some(member) if value.is_null() && !member.required => {}
            Some(member) => member.schema.find_violations(value, &inner(name), found),
            None => {
                let known = known.iter().map(|member| member.name).collect();
                found.push(Violation::UnknownProperty { at: inner(name), known });
            }
        }
    }
    let missing = known.iter().filter(|member| member.required && !members.contains_key(member.name));
    found.extend(missing.map(|member| Violation::Missing { at: inner(member.name) }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Org;
    use crate::schema::HasSchema;
    use serde_json::json;

    fn violations<T: HasSchema>(value: Value) -> Vec<String> {
        T::SCHEMA.violations(&value, "org").iter().map(Violation::to_string).collect()
    }

    #[test]
    fn violations_name_place_and_expected_kind() {
        assert_eq!(
            violations::<Org>(json!({ "id": "o", "links": null, "attributes": { "name": "n" } })),
            [""; 0]
        );
        assert_eq!(
            violations::<Org>(json!({ "type": 7, "attributes": { "nane": "n" }, "relationships": [] })),
            [
                "org.attributes.nane: is not known here; known are name",
                "org.relationships: must be an object",
                "org.type: must be text",
                "org.id: must be given",
            ]
        );
        assert_eq!(
            violations::<Vec<Vec<u32>>>(json!([[1, "2"], 3, [4.5]])),
            [
                "org[0][1]: must be a whole number",
                "org[1]: must be a list",
                "org[2][0]: must be a whole number"
            ]
        );
        assert_eq!(
            violations::<Vec<crate::model::SortOrder>>(json!(["asc", "dsc"])),
            ["org[1]: must be one of asc, desc"]
        );
    }
}
