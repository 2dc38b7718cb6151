//! `DELETE /admin/v1/orgs/{orgId}/directory/users/{accountId}`

use crate::api::macros::endpoint;
use crate::model::AccountId;

endpoint! {
    /// Removes a user from the organization, with all roles and group memberships.
    ///
    /// A managed account remains, without access. To return, the user needs a new invitation.
    RemoveUser: Delete "/admin/v1/orgs/{orgId}/directory/users/{accountId}";
    id: "v1RemoveUser"; name: legacy.remove_user; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-delete";
    stops: after "2026-06-30", use "users.remove";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The account.
        account_id: AccountId = "accountId",
    }
}
