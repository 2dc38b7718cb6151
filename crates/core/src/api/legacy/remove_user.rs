//! `DELETE /admin/v1/orgs/{orgId}/directory/users/{accountId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, OrgId};

endpoint! {
    /// Removes a user from the organization, with all roles and group memberships.
    ///
    /// A managed account remains, without access. To return, the user needs a new invitation.
    RemoveUser -> ();
    stops: after "2026-06-30", use "users.remove";
    request: Delete "/admin/v1/orgs/{orgId}/directory/users/{accountId}";
    name: "v1RemoveUser" = legacy.remove_user;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-delete";
    auth: OrganizationKey;
    facts: .success(&[204]).idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The account.
        account_id: AccountId = "accountId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            request(&RemoveUser::new("o-1", "557058:a")),
            ("DELETE /admin/v1/orgs/o-1/directory/users/557058%3Aa".into(), None)
        );
    }
}
