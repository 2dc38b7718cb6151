//! Users.

use super::{ScimMeta, ScimReference};
use crate::model::macros::{input, object};
use crate::model::{AccountId, ScimId};
use crate::response::ResponseBody;

input! {
    /// A user that an identity provider manages. Its identifier is not an account id.
    ///
    /// Every property can be absent if a request selected attributes. In a replacement, the server
    /// clears omitted properties. The account id is in `atlassian`.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-get).
    ScimUser {
        optional {
            /// The URNs of its schemas.
            schemas: Vec<String> = "schemas",
            /// Its identifier, assigned by Atlassian. Optional: a new user has none yet.
            id: ScimId = "id",
            /// Its identifier at the identity provider.
            external_id: String = "externalId",
            /// The user name for signing in. It is unique within a directory, ignoring case.
            user_name: String = "userName",
            /// The e-mail addresses. Exactly one is primary, and the organization must have
            /// verified its domain.
            emails: Vec<ScimEmail> = "emails",
            /// Whether the user can sign in.
            active: bool = "active",
            /// The parts of the name.
            name: ScimName = "name",
            /// The display name.
            display_name: String = "displayName",
            /// The public name.
            nick_name: String = "nickName",
            /// The job title.
            title: String = "title",
            /// The department.
            department: String = "department",
            /// The organization, as named by the identity provider.
            organization: String = "organization",
            /// The language, such as `en-GB`.
            preferred_language: String = "preferredLanguage",
            /// The time zone, such as `Europe/Berlin`.
            timezone: String = "timezone",
            /// The telephone numbers.
            phone_numbers: Vec<ScimPhoneNumber> = "phoneNumbers",
            /// The enterprise extension.
            enterprise: EnterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            /// Atlassian's extension. Ignored in requests.
            atlassian: AtlassianUser = "urn:scim:schemas:extension:atlassian-external:1.0",
            /// The groups of the user. Ignored in requests: change the groups instead.
            groups: Vec<ScimReference> = "groups",
            /// Metadata of the server. Ignored in requests.
            meta: ScimMeta = "meta",
        }
    }
}

impl ResponseBody for ScimUser {}

impl ScimUser {
    /// The URN of the schema of users.
    pub const URN: &'static str = "urn:ietf:params:scim:schemas:core:2.0:User";

    /// Creates a user with the properties that Atlassian requires: a user name and a primary work
    /// address.
    #[must_use]
    pub fn with_email(user_name: impl Into<String>, address: impl Into<String>) -> Self {
        Self::new()
            .schemas([Self::URN])
            .user_name(user_name)
            .emails([ScimEmail::new().value(address).kind("work").primary(true)])
    }

    /// Returns the account that the record is linked to, if any.
    #[must_use]
    pub fn account_id(&self) -> Option<&AccountId> {
        self.atlassian.as_ref()?.account_id.as_ref()
    }
}

input! {
    /// An e-mail address.
    ScimEmail {
        optional {
            /// The address.
            value: String = "value",
            /// The purpose, such as `work`.
            kind: String = "type",
            /// Whether it is the primary one.
            primary: bool = "primary",
        }
    }
}

input! {
    /// A telephone number.
    ScimPhoneNumber {
        optional {
            /// The number.
            value: String = "value",
            /// The purpose, such as `work`.
            kind: String = "type",
            /// Whether it is the primary one.
            primary: bool = "primary",
        }
    }
}

input! {
    /// The parts of a name.
    ScimName {
        optional {
            /// The formatted full name.
            formatted: String = "formatted",
            /// The family name.
            family_name: String = "familyName",
            /// The given name.
            given_name: String = "givenName",
            /// The middle name.
            middle_name: String = "middleName",
            /// The honorific prefix, such as `Dr`.
            honorific_prefix: String = "honorificPrefix",
            /// The honorific suffix, such as `III`.
            honorific_suffix: String = "honorificSuffix",
        }
    }
}

input! {
    /// The enterprise extension of a user.
    EnterpriseUser {
        optional {
            /// The organization.
            organization: String = "organization",
            /// The department.
            department: String = "department",
        }
    }
}

impl EnterpriseUser {
    /// The URN of the schema of the extension.
    pub const URN: &'static str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
}

object! {
    /// Atlassian's extension of a user.
    AtlassianUser {
        optional {
            /// The account that the record is linked to.
            account_id: AccountId = "atlassianAccountId",
        }
    }
}

impl AtlassianUser {
    /// The URN of the schema of the extension.
    pub const URN: &'static str = "urn:scim:schemas:extension:atlassian-external:1.0";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_email_sets_required_properties_of_new_user() {
        let user = ScimUser::with_email("ada", "ada@example.com").external_id("x-1").active(false);
        let written = r#"{"active":false,"emails":[{"primary":true,"type":"work","value":"ada@example.com"}],"externalId":"x-1","schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ada"}"#;
        assert_eq!(serde_json::to_value(user).unwrap().to_string(), written);
    }

    #[test]
    fn user_round_trip_keeps_unchanged_properties() {
        let read = r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:1.0"],"id":"s-1","userName":"ada","active":true,"emails":[{"value":"ada@example.com","primary":true,"display":"Ada"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Engines","costCenter":"007"},"urn:scim:schemas:extension:atlassian-external:1.0":{"atlassianAccountId":"557058:a"},"urn:example:1.0":{"badge":1.50}}"#;
        let user: ScimUser = serde_json::from_str(read).unwrap();
        assert_eq!(user.account_id().map(AccountId::as_str), Some("557058:a"));
        assert_eq!(
            serde_json::to_value(user.active(false)).unwrap(),
            serde_json::from_str::<serde_json::Value>(&read.replace("\"active\":true", "\"active\":false"))
                .unwrap()
        );
    }
}
