//! Users.

use super::{ScimMeta, ScimReference};
use crate::model::macros::{input, object};
use crate::model::{AccountId, ScimId};
use crate::response::ResponseBody;

input! {
    /// A user, as an identity provider tells of it. Its identifier is no account id: see `atlassian`.
    ///
    /// Every member may be absent where a request chose among the attributes. What a caller leaves out of a replacement is cleared.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-get).
    ScimUser {
        optional {
            /// What it consists of, as URNs.
            schemas: Vec<String> = "schemas",
            /// Its identifier, which Atlassian gives.
            id: ScimId = "id",
            /// Its identifier at the identity provider.
            external_id: String = "externalId",
            /// The name that it signs in with there. No two users of a directory share one, whatever the case of its letters.
            user_name: String = "userName",
            /// The e-mail addresses: exactly one is primary, and its domain is one that the organization has verified.
            emails: Vec<ScimEmail> = "emails",
            /// Whether it can sign in.
            active: bool = "active",
            /// The name, by its parts.
            name: ScimName = "name",
            /// The name to show.
            display_name: String = "displayName",
            /// The name that others see.
            nick_name: String = "nickName",
            /// The title of the job.
            title: String = "title",
            /// The department.
            department: String = "department",
            /// The organization, as the identity provider names it.
            organization: String = "organization",
            /// The language, such as `en-GB`.
            preferred_language: String = "preferredLanguage",
            /// The time zone, such as `Europe/Berlin`.
            timezone: String = "timezone",
            /// The telephone numbers.
            phone_numbers: Vec<ScimPhoneNumber> = "phoneNumbers",
            /// What the extension for enterprises adds.
            enterprise: EnterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            /// What Atlassian's extension adds. It is ignored in requests.
            atlassian: AtlassianUser = "urn:scim:schemas:extension:atlassian-external:1.0",
            /// The groups that it is in. They are ignored in requests: change the groups.
            groups: Vec<ScimReference> = "groups",
            /// What the server says of it. It is ignored in requests.
            meta: ScimMeta = "meta",
        }
    }
}

impl ResponseBody for ScimUser {}

impl ScimUser {
    /// The URN of users.
    pub const SCHEMA: &'static str = "urn:ietf:params:scim:schemas:core:2.0:User";

    /// A user with what Atlassian asks of a new one: a name to sign in with, and a primary address for work.
    #[must_use]
    pub fn with_email(user_name: impl Into<String>, address: impl Into<String>) -> Self {
        Self::new()
            .schemas([Self::SCHEMA.to_owned()])
            .user_name(user_name)
            .emails([ScimEmail::new().value(address).kind("work").primary(true)])
    }

    /// The account that the record is linked to, if it is.
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
            /// What it is for, such as `work`.
            kind: String = "type",
            /// Whether it is the one to use.
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
            /// What it is for, such as `work`.
            kind: String = "type",
            /// Whether it is the one to use.
            primary: bool = "primary",
        }
    }
}

input! {
    /// A name, by its parts.
    ScimName {
        optional {
            /// The whole name, to show.
            formatted: String = "formatted",
            /// The family name.
            family_name: String = "familyName",
            /// The given name.
            given_name: String = "givenName",
            /// The middle name.
            middle_name: String = "middleName",
            /// What stands before it, such as `Dr`.
            honorific_prefix: String = "honorificPrefix",
            /// What stands behind it, such as `III`.
            honorific_suffix: String = "honorificSuffix",
        }
    }
}

input! {
    /// What the extension for enterprises adds to a user.
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
    /// The URN of the extension.
    pub const SCHEMA: &'static str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
}

object! {
    /// What Atlassian's extension adds to a user.
    AtlassianUser {
        optional {
            /// The account that the record is linked to.
            account_id: AccountId = "atlassianAccountId",
        }
    }
}

impl AtlassianUser {
    /// The URN of the extension.
    pub const SCHEMA: &'static str = "urn:scim:schemas:extension:atlassian-external:1.0";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_changed_and_written_keeps_all_the_rest() {
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
