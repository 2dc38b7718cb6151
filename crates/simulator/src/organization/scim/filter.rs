//! Comparisons such as `userName eq "ada"`, the only filters that Atlassian supports.

use serde_json::{Map, Value};

use super::canonical;
use super::schema::{Kind, Schema};
use super::values::is_equal;
use crate::problem::Problem;

/// An attribute that must equal a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Comparison {
    pub(crate) attribute: String,
    pub(crate) value: Value,
}

impl Comparison {
    /// Reads `attribute eq value`; values are written as in JSON.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (attribute, rest) = text.trim().split_once(char::is_whitespace)?;
        let (operator, value) = rest.trim_start().split_once(char::is_whitespace)?;
        let value = match value.trim() {
            // Some identity providers capitalize booleans.
            text if text.eq_ignore_ascii_case("true") => Value::Bool(true),
            text if text.eq_ignore_ascii_case("false") => Value::Bool(false),
            json => serde_json::from_str(json).ok()?,
        };
        let fits = operator.eq_ignore_ascii_case("eq") && !value.is_object() && !value.is_array();
        fits.then(|| Self { attribute: attribute.to_owned(), value })
    }

    /// Compares a boolean attribute with a boolean, which may be written as text.
    pub(super) fn with_truth(mut self) -> Result<Self, Problem> {
        if self.is_boolean() {
            self.value = canonical::truth(&self.attribute, &self.value)?.into();
        }
        Ok(self)
    }

    /// The value as a boolean, which may be written as text.
    pub(crate) fn truth(&self) -> Option<bool> {
        canonical::truth(&self.attribute, &self.value).ok()
    }

    fn is_boolean(&self) -> bool {
        matches!(Schema::UNKNOWN_ITEM.kind(&self.attribute), Kind::Boolean)
    }

    /// Whether one of several values is selected. One without `primary` is not a primary one.
    pub(super) fn matches(&self, item: &Value, case_exact: bool) -> bool {
        let found = match item {
            Value::Object(members) => members
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(&self.attribute))
                .map(|(_, found)| found),
            _ if self.attribute.eq_ignore_ascii_case("value") => Some(item),
            _ => None,
        };
        match found {
            Some(found) => is_equal(found, &self.value, case_exact),
            // References have no primary one.
            None => !case_exact && self.value == false && self.is_boolean(),
        }
    }

    /// An item that the comparison selects.
    pub(super) fn example(&self, schema: Schema) -> Map<String, Value> {
        let name = schema.spelling(&Map::new(), &self.attribute).to_owned();
        Map::from_iter([(name, self.value.clone())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::model::ScimFilter;
    use proptest::prelude::*;
    use serde_json::json;

    fn parse(text: &str) -> Option<(String, Value)> {
        Comparison::parse(text).map(|read| (read.attribute, read.value))
    }

    #[test]
    fn parse_reads_one_comparison_by_eq() {
        let read = |attribute: &str, value| Some((attribute.to_owned(), value));
        for (text, expected) in [
            (r#"userName eq "ada""#, read("userName", json!("ada"))),
            (" primary  EQ true ", read("primary", json!(true))),
            ("primary eq False", read("primary", json!(false))),
            ("", None),
            ("userName", None),
            ("userName eq", None),
            ("userName eq ada", None),
            (r#"userName co "a""#, None),
            (r#"userName eq "a" and active eq true"#, None),
            (r#"userName eq ["a"]"#, None),
            (r#"userName eq "a"#, None),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
        assert!(Comparison::parse("primary eq 1").unwrap().with_truth().is_err());
    }

    #[test]
    fn matches_compares_text_booleans_and_absence() {
        for (filter, item, case_exact, expected) in [
            (r#"primary eq "True""#, json!({ "primary": true }), false, true),
            (r#"PRIMARY eq "False""#, json!({ "primary": false }), false, true),
            (r#"primary eq "False""#, json!({ "value": "a" }), false, true),
            ("primary eq true", json!({ "value": "a" }), false, false),
            ("primary eq false", json!({ "value": "a" }), true, false),
            ("display eq false", json!({ "value": "a" }), false, false),
            (r#"type eq "WORK""#, json!({ "Type": "work" }), false, true),
            (r#"type eq "work""#, json!({ "value": "a" }), false, false),
            (r#"value eq "A""#, json!({ "value": "a" }), true, false),
            ("value eq 1", json!(1), false, true),
            ("type eq 1", json!(1), false, false),
        ] {
            let comparison = Comparison::parse(filter).unwrap().with_truth().unwrap();
            assert_eq!(comparison.matches(&item, case_exact), expected, "{filter} {item}");
        }
    }

    proptest! {
        #[test]
        fn parse_reads_what_the_client_writes(value in "\\PC*") {
            let read = parse(ScimFilter::external_id(&value).as_str());
            prop_assert_eq!(read, Some(("externalId".to_owned(), Value::String(value))));
        }
    }
}
