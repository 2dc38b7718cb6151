//! `GET /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/get-scim-links`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, OrgId, ScimLinks};

endpoint! {
    /// Lists the SCIM records that an account is linked to, in all directories.
    ///
    /// Use it to find the SCIM identifier of an account.
    Get -> ScimLinks;
    request: Get "/admin/user-provisioning/v1/org/{orgId}/user/{aaId}/get-scim-links";
    name: "scimGetLinks" = scim_links.get;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-get-scim-links-get";
    auth: OrganizationKey;
    facts: ;
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The account.
        account_id: AccountId = "aaId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            wire(&Get::new("o-1", "557058:a")),
            "GET /admin/user-provisioning/v1/org/o-1/user/557058%3Aa/get-scim-links"
        );
    }
}
