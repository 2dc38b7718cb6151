//! The bounds of an argument, and the check that a value keeps to them.

use serde_json::Value;

use super::Param;
use crate::schema::Schema;

/// The documented bounds of an argument, both inclusive.
///
/// They limit the value of a number, the length of a list, and the length of the list in an
/// object. The client checks them before it sends a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bounds {
    /// The least value, or the fewest items.
    pub min: u32,
    /// The greatest value, or the most items.
    pub max: u32,
    /// The value that the server takes when the argument is not given, where it is documented.
    pub default: Option<u32>,
    /// The bounds as a sentence: `At most 10 items.`
    pub docs: &'static str,
}

impl Bounds {
    /// Bounds without a default and without a sentence.
    #[must_use]
    pub const fn new(min: u32, max: u32) -> Self {
        Self { min, max, default: None, docs: "" }
    }
}

impl Param {
    /// What breaks the bounds in `value`, if anything does. Shows counts and numbers, never text.
    pub(crate) fn out_of_bounds(&self, value: &Value) -> Option<String> {
        let bounds = self.bounds.as_ref()?;
        let list = match value {
            Value::Object(members) => members.values().find_map(Value::as_array),
            value => value.as_array(),
        };
        let (found, unit) = match (list, value) {
            (Some(items), _) => (items.len() as i64, " items per request"),
            // A single value in the place of a list is a list of one.
            _ if matches!(self.schema, Schema::List(_)) => return None,
            (None, Value::String(text)) => (text.parse().ok()?, ""),
            (None, value) => (value.as_i64().or(value.as_u64().and(Some(i64::MAX)))?, ""),
        };
        let Bounds { min, max, .. } = bounds;
        let is_within = (i64::from(*min)..=i64::from(*max)).contains(&found);
        (!is_within).then(|| format!("must be {min} to {max}{unit}, not {found}"))
    }
}

/// The bounds of an argument, as `Option<Bounds>`.
macro_rules! bounds {
    () => { None };
    ($($bounds:tt)+) => {
        Some($crate::operation::Bounds {
            docs: $crate::schema::doc($crate::operation::bounds_docs!($($bounds)+)),
            ..$crate::operation::bounds_values!($($bounds)+)
        })
    };
}

macro_rules! bounds_values {
    ($min:literal..=$max:literal, default $default:literal) => {
        $crate::operation::Bounds { default: Some($default), ..$crate::operation::Bounds::new($min, $max) }
    };
    ($min:literal..=$max:literal $($unit:ident)?) => {
        $crate::operation::Bounds::new($min, $max)
    };
}

/// The bounds of an argument, as a sentence.
macro_rules! bounds_docs {
    ($min:literal..=$max:literal $unit:ident) => { concat!("At most ", $max, " ", stringify!($unit), ".") };
    ($min:literal..=$max:literal $(, default $default:literal)?) => {
        concat!("From ", $min, " to ", $max, $("; ", $default, " unless given",)? ".")
    };
}

pub(crate) use {bounds, bounds_docs, bounds_values};

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::operation::{BodyPart, Location};

    fn problem(schema: Schema, bounds: Bounds, value: Value) -> Option<String> {
        let bounds = Some(bounds);
        Param {
            name: "x",
            wire: "x",
            location: Location::Body(BodyPart::Property),
            schema,
            required: false,
            docs: "",
            bounds,
        }
        .out_of_bounds(&value)
    }

    #[test]
    fn number_is_refused_when_out_of_bounds() {
        let problem = |value| problem(Schema::Integer, Bounds::new(1, 100), value);
        for value in [json!(1), json!(100), json!("100"), json!("many"), json!(true)] {
            assert_eq!(problem(value.clone()), None, "{value}");
        }
        for (value, expected) in [
            (json!(0), "must be 1 to 100, not 0"),
            (json!(-1), "must be 1 to 100, not -1"),
            (json!(101), "must be 1 to 100, not 101"),
            (json!("101"), "must be 1 to 100, not 101"),
            (json!(4_294_967_297_u64), "must be 1 to 100, not 4294967297"),
            (json!(u64::MAX), "must be 1 to 100, not 9223372036854775807"),
        ] {
            assert_eq!(problem(value.clone()).as_deref(), Some(expected), "{value}");
        }
        // It is not an integer; the type check reports that.
        assert_eq!(problem(json!(1.5)), None);
    }

    #[test]
    fn list_is_refused_when_its_length_is_out_of_bounds() {
        let items = |count| Value::Array(vec![json!("x"); count]);
        let problem = |value| problem(Schema::List(&Schema::Text), Bounds::new(1, 10), value);
        for value in [items(1), items(10), json!("99")] {
            assert_eq!(problem(value.clone()), None, "{value}");
        }
        assert_eq!(problem(items(11)).as_deref(), Some("must be 1 to 10 items per request, not 11"));
        assert_eq!(problem(items(0)).as_deref(), Some("must be 1 to 10 items per request, not 0"));
    }

    #[test]
    fn object_is_refused_when_its_list_is_too_long() {
        let problem = |value| problem(Schema::Json, Bounds::new(0, 2), value);
        assert_eq!(problem(json!({ "eq": [], "contains": "x" })), None);
        assert_eq!(problem(json!({ "contains": "x" })), None);
        assert_eq!(
            problem(json!({ "eq": ["a", "b", "c"] })).as_deref(),
            Some("must be 0 to 2 items per request, not 3")
        );
    }

    #[test]
    fn bounds_macro_expands_every_short_form() {
        let all: [Option<Bounds>; 4] =
            [bounds!(), bounds!(1..=10 items), bounds!(1..=100), bounds!(1..=10_000, default 50)];
        let docs = |docs| if cfg!(feature = "docs") { docs } else { "" };
        assert_eq!(
            all,
            [
                None,
                Some(Bounds { docs: docs("At most 10 items."), ..Bounds::new(1, 10) }),
                Some(Bounds { docs: docs("From 1 to 100."), ..Bounds::new(1, 100) }),
                Some(Bounds {
                    docs: docs("From 1 to 10000; 50 unless given."),
                    default: Some(50),
                    ..Bounds::new(1, 10_000)
                }),
            ]
        );
    }
}
