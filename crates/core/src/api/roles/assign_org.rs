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
        account_id: AccountId = "userId",
    }
    required {
        /// The role: `atlassian/org-admin` is the only one.
        role: RoleId = "role" body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            request(&AssignOrg::new("o-1", "557058:a", RoleId::OrgAdmin)),
            (
                "POST /admin/v1/orgs/o-1/users/557058%3Aa/role-assignments/assign".into(),
                Some(r#"{"role":"atlassian/org-admin"}"#.into())
            )
        );
    }
}
