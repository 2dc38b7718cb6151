//! `POST /admin/v1/orgs/{orgId}/users/{userId}/roles/revoke`

use crate::api::macros::endpoint;
use crate::model::{AccountId, ResourceId, RoleId};

endpoint! {
    /// Revokes a role on a resource from a user.
    ///
    /// Only directly assigned roles are revoked. The user keeps roles of groups, as
    /// [`users::ListRoles`](crate::api::users::ListRoles) shows. Listings can
    /// show the change 30 seconds or more later.
    Revoke: Post "/admin/v1/orgs/{orgId}/users/{userId}/roles/revoke";
    id: "revokeRole"; name: roles.revoke; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-revoke-post";
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
