//! `POST /admin/v1/orgs/{orgId}/users/{userId}/roles/assign`

use crate::api::macros::endpoint;
use crate::model::{AccountId, ResourceId, RoleId};

endpoint! {
    /// Assigns a role on a resource to a user.
    ///
    /// The server refuses the request if the resource does not have the role, the user is
    /// deactivated, or no licence is left (409). Atlassian documents that `atlassian/org-admin`
    /// needs no resource, but the server was observed to refuse it (`ADMIN-UAM-400-5`): use
    /// [`AssignOrg`](super::AssignOrg) for that role. Listings can show the change 30
    /// seconds or more later.
    Assign: Post "/admin/v1/orgs/{orgId}/users/{userId}/roles/assign";
    id: "assignRole"; name: roles.assign; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-assign-post";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The account of the user.
        account_id: AccountId = "accountId" -> "userId",
    }
    required {
        /// The role.
        role: RoleId = "role" body,
    }
    optional {
        /// The resource. Required for every role except `atlassian/org-admin`, for which the
        /// server ignores it.
        resource: ResourceId = "resource" body,
    }
}
