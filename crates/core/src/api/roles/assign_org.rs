//! `POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/assign`

use crate::api::macros::endpoint;
use crate::model::{AccountId, RoleId};

endpoint! {
    /// Assigns a role on the whole organization to a user.
    ///
    /// Atlassian marks this operation as experimental. The change takes effect within 30 seconds.
    AssignOrg: Post "/admin/v1/orgs/{orgId}/users/{userId}/role-assignments/assign";
    id: "assignOrgRole"; name: roles.assign_org; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-assign-post";
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
