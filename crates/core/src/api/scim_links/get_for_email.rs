//! `POST /admin/user-provisioning/v1/org/{orgId}/get-scim-links-for-email`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{OrgId, ScimLinks};

endpoint! {
    /// Lists the SCIM records with an e-mail address, linked or not, in all directories.
    ///
    /// A record that is not linked to an account often prevents the creation of a user with the
    /// same address (409).
    GetForEmail -> ScimLinks;
    request: Post "/admin/user-provisioning/v1/org/{orgId}/get-scim-links-for-email";
    name: "scimGetLinksForEmail" = scim_links.get_for_email;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-get-scim-links-for-email-post";
    auth: OrganizationKey;
    facts: .reads();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
    required {
        /// The address.
        email: String = "email" Member,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            request(&GetForEmail::new("o-1", "ada@example.com")),
            (
                "POST /admin/user-provisioning/v1/org/o-1/get-scim-links-for-email".into(),
                Some(r#"{"email":"ada@example.com"}"#.into())
            )
        );
    }
}
