//! `POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/suspend-access`

use crate::api::macros::endpoint;
use crate::model::{AccountId, Message};

endpoint! {
    /// Suspends the access of a user on all sites.
    ///
    /// The user keeps roles and memberships, and licences are freed. Administrators of the
    /// organization cannot be suspended (400).
    SuspendUser: Post "/admin/v1/orgs/{orgId}/directory/users/{accountId}/suspend-access";
    id: "v1SuspendUser"; name: legacy.suspend_user; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-suspend-access-post";
    stops: after "2026-06-30", use "users.suspend";
    facts: .idempotent();
    returns: Message;
    path {
        /// The account.
        account_id: AccountId = "accountId",
    }
}
