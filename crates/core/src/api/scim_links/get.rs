//! `GET /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/get-scim-links`

use crate::api::macros::endpoint;
use crate::model::{AccountId, ScimLinks};

endpoint! {
    /// Lists the SCIM records that an account is linked to, in all directories.
    ///
    /// Use it to find the SCIM identifier of an account.
    Get: Get "/admin/user-provisioning/v1/org/{orgId}/user/{aaId}/get-scim-links";
    id: "scimGetLinks"; name: scim_links.get; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-get-scim-links-get";
    returns: ScimLinks;
    path {
        /// The account.
        account_id: AccountId = "accountId" -> "aaId",
    }
}
