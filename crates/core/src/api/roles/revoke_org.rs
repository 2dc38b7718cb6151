//! `POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/revoke`

use crate::api::macros::endpoint;
use crate::model::{AccountId, RoleId};

endpoint! {
    /// Revokes a role on the whole organization from a user.
    ///
    /// Atlassian marks this operation as experimental. The change takes effect within 30 seconds.
    /// It can lock out the creator of the key and the last administrator.
    RevokeOrg: Post "/admin/v1/orgs/{orgId}/users/{userId}/role-assignments/revoke";
    id: "revokeOrgRole"; name: roles.revoke_org; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-revoke-post";
    facts: .success(&[204]).idempotent().experimental();
    returns: ();
    path {
        /// The account of the user.
        account_id: AccountId = "accountId" -> "userId",
    }
    required {
        /// The role: `atlassian/org-admin` is the only one.
        role: RoleId = "role" body,
    }
}
