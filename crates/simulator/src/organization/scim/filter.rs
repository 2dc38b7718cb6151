//! Comparisons: `userName eq "ada"`, the only filters that Atlassian understands.

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
            // As some identity providers write booleans.
            text if text.eq_ignore_ascii_case("true") => Value::Bool(true),
            text if text.eq_ignore_ascii_case("false") => Value::Bool(false),
            json => serde_json::from_str(json).ok()?,
        };
        let fits = operator.eq_ignore_ascii_case("eq") && !value.is_object() && !value.is_array();
        fits.then(|| Self { attribute: attribute.to_owned(), value })
    }

    /// The comparison of a boolean with a boolean, should it be written as text.
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

    /// An item that the comparison holds for.
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
    fn one_comparison_is_read_and_nothing_else() {
        assert_eq!(parse(r#"userName eq "ada""#), Some(("userName".into(), json!("ada"))));
        assert_eq!(parse(r#" primary  EQ true "#), Some(("primary".into(), json!(true))));
        assert_eq!(parse("primary eq False"), Some(("primary".into(), json!(false))));
        for other in [
            "",
            "userName",
            "userName eq",
            "userName eq ada",
            r#"userName co "a""#,
            r#"userName eq "a" and active eq true"#,
            r#"userName eq ["a"]"#,
            r#"userName eq "a"#,
        ] {
            assert_eq!(parse(other), None, "{other}");
        }
    }

    #[test]
    fn fits_compares_text_booleans_and_absence() {
        let fits = |filter: &str, item: Value, case_exact| {
            let comparison = Comparison::parse(filter).unwrap().with_truth().unwrap();
            comparison.matches(&item, case_exact)
        };
        for (filter, item, expected) in [
            (r#"primary eq "True""#, json!({ "primary": true }), true),
            (r#"PRIMARY eq "False""#, json!({ "primary": false }), true),
            (r#"primary eq "False""#, json!({ "value": "a" }), true),
            ("primary eq true", json!({ "value": "a" }), false),
            (r#"type eq "WORK""#, json!({ "Type": "work" }), true),
            (r#"type eq "work""#, json!({ "value": "a" }), false),
            ("value eq 1", json!(1), true),
            ("type eq 1", json!(1), false),
        ] {
            assert_eq!(fits(filter, item.clone(), false), expected, "{filter} {item}");
        }
        assert!(!fits(r#"value eq "A""#, json!({ "value": "a" }), true));
        assert!(!fits("primary eq false", json!({ "value": "a" }), true));
        assert!(!fits("display eq false", json!({ "value": "a" }), false));
        assert!(Comparison::parse("primary eq 1").unwrap().with_truth().is_err());
    }

    proptest! {
        #[test]
        fn what_the_client_writes_is_read(value in "\\PC*") {
            let read = parse(ScimFilter::external_id(&value).as_str());
            prop_assert_eq!(read, Some(("externalId".to_owned(), Value::String(value))));
        }
    }
}
