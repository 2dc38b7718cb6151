//! `POST /scim/directory/{directoryId}/Users`

use crate::api::macros::endpoint;
use crate::auth::DirectoryKey;
use crate::model::{DirectoryId, ScimUser};

endpoint! {
    /// Provisions a user.
    ///
    /// The primary address must be of a domain that the organization has verified. Where a managed account has the address already, the
    /// record is linked to it; otherwise an account is made. A user that is there already is a conflict (409). Unless `active` is false
    /// the user can sign in at once.
    ScimCreateUser -> ScimUser;
    request: Post "/scim/directory/{directoryId}/Users";
    name: "scimCreateUser" = scim.create_user;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-post";
    auth: DirectoryKey;
    facts: .success(&[201]);
    path {
        /// The directory.
        directory_id: DirectoryId = "directoryId",
    }
    optional {
        /// Only these attributes, such as `emails.value`. Not together with `excludedAttributes`.
        attributes: Vec<String> = "attributes" Comma,
        /// All attributes but these. Not together with `attributes`.
        excluded_attributes: Vec<String> = "excludedAttributes" Comma,
    }
    document {
        /// The user.
        user: ScimUser
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        let user = ScimUser::with_email("ada", "ada@example.com").external_id("x-1").active(false);
        let body = r#"{"active":false,"emails":[{"primary":true,"type":"work","value":"ada@example.com"}],"externalId":"x-1","schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ada"}"#;
        assert_eq!(
            request(&ScimCreateUser::new("d-1", user.clone())),
            ("POST /scim/directory/d-1/Users".into(), Some(body.into()))
        );
        assert_eq!(
            request(&ScimCreateUser::new("d-1", user).attributes(["id"]).excluded_attributes(["meta"])),
            (
                "POST /scim/directory/d-1/Users?attributes=id&excludedAttributes=meta".into(),
                Some(body.into())
            )
        );
    }
}
