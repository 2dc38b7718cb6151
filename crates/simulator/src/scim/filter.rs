//! Comparisons: `userName eq "ada"`, the only filters that Atlassian understands.

use serde_json::{Map, Value};

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
        let value: Value = serde_json::from_str(value).ok()?;
        let fits = operator.eq_ignore_ascii_case("eq") && !value.is_object() && !value.is_array();
        fits.then(|| Self { attribute: attribute.to_owned(), value })
    }

    /// Whether a value of several is meant.
    pub(super) fn fits(&self, item: &Value) -> bool {
        let Value::Object(members) = item else { return false };
        let found = members.iter().find(|(name, _)| name.eq_ignore_ascii_case(&self.attribute));
        match (found, &self.value) {
            (Some((_, Value::String(one))), Value::String(other)) => one.eq_ignore_ascii_case(other),
            (Some((_, one)), other) => one == other,
            (None, _) => false,
        }
    }

    /// An item that the comparison holds for.
    pub(super) fn example(&self) -> Map<String, Value> {
        Map::from_iter([(self.attribute.clone(), self.value.clone())])
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

    proptest! {
        #[test]
        fn what_the_client_writes_is_read(value in "\\PC*") {
            let read = parse(ScimFilter::external_id(&value).as_str());
            prop_assert_eq!(read, Some(("externalId".to_owned(), Value::String(value))));
        }
    }
}
