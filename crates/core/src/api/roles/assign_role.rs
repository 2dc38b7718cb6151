//! `POST /admin/v1/orgs/{orgId}/users/{userId}/roles/assign`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, OrgId, ResourceId, RoleId};

endpoint! {
    /// Gives a user a role on a resource.
    ///
    /// It is refused where the resource has no such role, the user is deactivated, or no licence is left (409). Atlassian says
    /// that `atlassian/org-admin` needs no resource, but has been seen to refuse it without one (`ADMIN-UAM-400-5`): use
    /// [`AssignOrgRole`](super::AssignOrgRole) for that role. A change may take 30 seconds or more to show.
    AssignRole -> ();
    request: Post "/admin/v1/orgs/{orgId}/users/{userId}/roles/assign";
    name: "assignRole" = roles.assign;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-assign-post";
    auth: OrganizationKey;
    facts: .success(&[204]).idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The user's account.
        account_id: AccountId = "userId",
    }
    required {
        /// The role.
        role: RoleId = "role" Member,
    }
    optional {
        /// On what. Needed for every role but that of an administrator of the organization, for which it is ignored.
        resource: ResourceId = "resource" Member,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&AssignRole::new("o-1", "557058:a", RoleId::OrgAdmin)),
            (
                "POST /admin/v1/orgs/o-1/users/557058%3Aa/roles/assign".into(),
                Some(r#"{"role":"atlassian/org-admin"}"#.into())
            )
        );
        assert_eq!(
            request(&AssignRole::new("o-1", "a", RoleId::User).resource("ari:cloud:jira::site/s-1")),
            (
                "POST /admin/v1/orgs/o-1/users/a/roles/assign".into(),
                Some(r#"{"resource":"ari:cloud:jira::site/s-1","role":"atlassian/user"}"#.into())
            )
        );
    }
}
