//! `POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/restore-access`

use crate::api::macros::endpoint;
use crate::model::{AccountId, Message};

endpoint! {
    /// Restores the access of a suspended user, with the previous roles and memberships.
    ///
    /// The server refuses the request if a product has no licence left (409).
    RestoreUser: Post "/admin/v1/orgs/{orgId}/directory/users/{accountId}/restore-access";
    id: "v1RestoreUser"; name: legacy.restore_user; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-restore-access-post";
    stops: after "2026-06-30", use "users.restore";
    facts: .idempotent();
    returns: Message;
    path {
        /// The account.
        account_id: AccountId = "accountId",
    }
}
