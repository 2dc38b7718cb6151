//! `PUT /scim/directory/{directoryId}/Users/{userId}`

use crate::api::macros::endpoint;
use crate::model::{ScimId, ScimUser};

endpoint! {
    /// Replaces a user. The server clears omitted attributes.
    ///
    /// Read the user, change it, and send it back as a whole. The server ignores `id`, `meta` and
    /// `groups`.
    ReplaceUser: Put "/scim/directory/{directoryId}/Users/{userId}";
    id: "scimReplaceUser"; name: scim.replace_user; scope: ScimDirectory;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-put";
    facts: .idempotent();
    returns: ScimUser;
    path {
        /// The SCIM identifier of the user.
        user_id: ScimId = "userId",
    }
    optional {
        /// Only these attributes, such as `emails.value`. Cannot be combined with
        /// `excludedAttributes`.
        attributes: Vec<String> = "attributes" comma,
        /// All attributes except these. Cannot be combined with `attributes`.
        excluded_attributes: Vec<String> = "excludedAttributes" comma,
    }
    document {
        /// The new user.
        user: ScimUser
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EnterpriseUser;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        let user = ScimUser::new().user_name("ada").enterprise(EnterpriseUser::new().department("Engines"));
        let body = r#"{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Engines"},"userName":"ada"}"#;
        assert_eq!(
            request(&ReplaceUser::new("d-1", "s-1", user.clone())),
            ("PUT /scim/directory/d-1/Users/s-1".into(), Some(body.into()))
        );
        assert_eq!(
            request(&ReplaceUser::new("d-1", "s-1", user).attributes(["id"]).excluded_attributes(["meta"])),
            (
                "PUT /scim/directory/d-1/Users/s-1?attributes=id&excludedAttributes=meta".into(),
                Some(body.into())
            )
        );
    }
}
