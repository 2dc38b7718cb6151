//! `DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}`

use crate::api::macros::endpoint;
use crate::model::AccountId;

endpoint! {
    /// Removes a user from a directory permanently.
    ///
    /// The user loses all roles and group memberships and is no longer billed. A new invitation
    /// does not restore them. To remove access temporarily, use
    /// [`Suspend`](super::Suspend). The account remains. Listings can
    /// show the removal a moment later.
    Remove: Delete "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}";
    id: "removeDirectoryUser"; name: users.remove; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-delete";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The account.
        account_id: AccountId = "accountId",
    }
}
