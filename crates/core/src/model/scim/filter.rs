//! Filters of listings.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::schema::{HasSchema, Schema};

/// A filter of SCIM records. Atlassian supports only one equality comparison.
///
/// ```
/// use atlassian_admin_core::model::ScimFilter;
/// let filter = ScimFilter::display_name(r#"The "A" team"#);
/// assert_eq!(filter.as_str(), r#"displayName eq "The \"A\" team""#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ScimFilter(String);

impl ScimFilter {
    /// Matches the user with this user name, ignoring case.
    #[must_use]
    pub fn user_name(name: &str) -> Self {
        Self::equal("userName", name)
    }

    /// Matches the user with this identifier at the identity provider.
    #[must_use]
    pub fn external_id(id: &str) -> Self {
        Self::equal("externalId", id)
    }

    /// Matches the group with this name.
    #[must_use]
    pub fn display_name(name: &str) -> Self {
        Self::equal("displayName", name)
    }

    /// Returns the filter in its wire format.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The value is quoted and escaped as a JSON string (RFC 7644, section 3.4.2.2).
    fn equal(attribute: &str, value: &str) -> Self {
        Self(format!("{attribute} eq {}", Value::from(value)))
    }
}

/// Uses the text as a SCIM filter, unchanged.
impl From<String> for ScimFilter {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// Uses the text as a SCIM filter, unchanged.
impl From<&str> for ScimFilter {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Uses the text as a SCIM filter, unchanged.
impl From<&String> for ScimFilter {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

impl crate::argument::Single for ScimFilter {}

impl HasSchema for ScimFilter {
    const SCHEMA: Schema = Schema::Text;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filter_escapes_quotes_in_values() {
        for (filter, text) in [
            (ScimFilter::user_name("ada@example.com"), r#"userName eq "ada@example.com""#),
            (ScimFilter::external_id(r"EXAMPLE\ada"), r#"externalId eq "EXAMPLE\\ada""#),
            (ScimFilter::display_name(r#"x" or id pr "#), r#"displayName eq "x\" or id pr ""#),
            (ScimFilter::display_name("É\n"), r#"displayName eq "É\n""#),
        ] {
            assert_eq!(filter.as_str(), text);
        }
    }
}
