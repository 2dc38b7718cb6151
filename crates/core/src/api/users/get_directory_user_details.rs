//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, DirectoryId, DirectoryUser, One, OrgId};

endpoint! {
    /// Reads a user of a directory.
    ///
    /// `-` as the directory means all that the key may manage. Products and groups are not told: search with `expand` for those.
    /// Atlassian documents no scope for it.
    GetDirectoryUserDetails -> One<DirectoryUser>;
    request: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}";
    name: "getDirectoryUserDetails" = users.get;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-userid-get";
    auth: OrganizationKey;
    facts: ;
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory, or `-` for all.
        directory_id: DirectoryId = "directoryId",
        /// The account.
        account_id: AccountId = "accountId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            wire(&GetDirectoryUserDetails::new("o-1", "d-1", "557058:a")),
            "GET /admin/v2/orgs/o-1/directories/d-1/users/557058%3Aa"
        );
    }
}
