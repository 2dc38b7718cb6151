//! Filters of listings.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::schema::{HasSchema, Kind};

/// Which records a listing shows. Atlassian understands one exact comparison and no more.
///
/// ```
/// use atlassian_admin_core::model::ScimFilter;
/// assert_eq!(ScimFilter::display_name(r#"The "A" team"#).as_str(), r#"displayName eq "The \"A\" team""#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ScimFilter(String);

impl ScimFilter {
    /// The user who signs in with this name, whatever the case of its letters.
    #[must_use]
    pub fn user_name(name: &str) -> Self {
        Self::equal("userName", name)
    }

    /// The user with this identifier at the identity provider.
    #[must_use]
    pub fn external_id(id: &str) -> Self {
        Self::equal("externalId", id)
    }

    /// The group of this name.
    #[must_use]
    pub fn display_name(name: &str) -> Self {
        Self::equal("displayName", name)
    }

    /// The filter as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A value in a filter is quoted and escaped as JSON text is (RFC 7644, section 3.4.2.2).
    fn equal(attribute: &str, value: &str) -> Self {
        Self(format!("{attribute} eq {}", Value::from(value)))
    }
}

/// A filter in the language of SCIM, as it stands on the wire.
impl From<String> for ScimFilter {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl crate::argument::Single for ScimFilter {}

impl HasSchema for ScimFilter {
    const KIND: Kind = Kind::Text;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_leave_their_quotes() {
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
