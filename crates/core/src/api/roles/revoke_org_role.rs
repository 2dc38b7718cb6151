//! `POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/revoke`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, OrgId, RoleId};

endpoint! {
    /// Takes a role on the whole organization away from a user.
    ///
    /// Atlassian calls it experimental. It takes effect within 30 seconds. Mind that whoever made the key, and the last
    /// administrator, can be shut out by it.
    RevokeOrgRole -> ();
    request: Post "/admin/v1/orgs/{orgId}/users/{userId}/role-assignments/revoke";
    name: "revokeOrgRole" = roles.revoke_org;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-revoke-post";
    auth: OrganizationKey;
    facts: .success(&[204]).idempotent().experimental();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The user's account.
        account_id: AccountId = "userId",
    }
    required {
        /// The role: `atlassian/org-admin` is the only one.
        role: RoleId = "role" Member,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&RevokeOrgRole::new("o-1", "557058:a", RoleId::OrgAdmin)),
            (
                "POST /admin/v1/orgs/o-1/users/557058%3Aa/role-assignments/revoke".into(),
                Some(r#"{"role":"atlassian/org-admin"}"#.into())
            )
        );
    }
}
