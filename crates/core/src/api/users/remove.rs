//! `DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, DirectoryId, OrgId};

endpoint! {
    /// Removes a user from a directory permanently.
    ///
    /// The user loses all roles and group memberships and is no longer billed. A new invitation
    /// does not restore them. To remove access temporarily, use
    /// [`Suspend`](super::Suspend). The account remains. Listings can
    /// show the removal a moment later.
    Remove -> ();
    request: Delete "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}";
    name: "removeDirectoryUser" = users.remove;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-delete";
    auth: OrganizationKey;
    facts: .success(&[204]).idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory of the user.
        directory_id: DirectoryId = "directoryId",
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
            request(&Remove::new("o-1", "d-1", "557058:a")),
            ("DELETE /admin/v2/orgs/o-1/directories/d-1/users/557058%3Aa".into(), None)
        );
    }
}
