//! `DELETE /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/onlyDeleteUserInDB`

use crate::api::macros::endpoint;
use crate::model::AccountId;

endpoint! {
    /// Deletes the SCIM records of an account in all directories. The account remains.
    ///
    /// Only managed accounts have SCIM records. The identity provider must then provision the user
    /// and its group memberships again.
    DeleteUser: Delete "/admin/user-provisioning/v1/org/{orgId}/user/{aaId}/onlyDeleteUserInDB";
    id: "scimDeleteUserInDb"; name: scim_links.delete_user; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-onlydeleteuserindb-delete";
    facts: .success(&[204, 200]).idempotent();
    returns: ();
    path {
        /// The account.
        account_id: AccountId = "accountId" -> "aaId",
    }
}
