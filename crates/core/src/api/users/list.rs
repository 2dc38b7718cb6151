//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users`

use super::UserSort;
use crate::api::macros::endpoint;
use crate::model::{
    AccountClaim, AccountId, AccountStatus, DirectoryId, DirectoryUser, GroupId, MembershipStatus,
    ResourceId, RoleId, UserStatus,
};

endpoint! {
    /// Lists the users of a directory, and managed accounts outside of all directories.
    ///
    /// Use `-` for all directories that the key can manage. [`Search`](super::Search) replaces
    /// this operation and can also return products and groups. With a cursor, the server
    /// ignores all other filters.
    List: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/users";
    id: "getDirectoryUsers"; name: users.list; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-get";
    stops: after "2027-06-30", use "users.search";
    facts: .scopes(&["read:directories:admin"]);
    lists: DirectoryUser by QueryCursor;
    optional {
        /// The maximum number of users on a page.
        limit: u32 = "limit" query [1..=100, default 20],
        /// Only these accounts.
        account_ids: Vec<AccountId> = "accountIds" repeat [1..=10 items],
        /// Only in these directories.
        directory_ids: Vec<DirectoryId> = "directoryIds" repeat [1..=10 items],
        /// Only users with a role on one of these resources.
        resource_ids: Vec<ResourceId> = "resourceIds" repeat [1..=20 items],
        /// Only members of one of these groups.
        group_ids: Vec<GroupId> = "groupIds" repeat [1..=10 items],
        /// Whether to return only accounts with two-step verification, or only accounts without.
        mfa_enabled: bool = "mfaEnabled" query,
        /// Only managed accounts, or only unmanaged accounts.
        claim_status: AccountClaim = "claimStatus" query,
        /// Only users with one of these statuses.
        status: Vec<UserStatus> = "status" repeat [1..=4 items],
        /// Only accounts with one of these statuses.
        account_status: Vec<AccountStatus> = "accountStatus" repeat [1..=3 items],
        /// Only users with one of these membership statuses.
        membership_status: Vec<MembershipStatus> = "membershipStatus" repeat [1..=3 items],
        /// Only users with one of these roles.
        role_ids: Vec<RoleId> = "roleIds" repeat [1..=10 items],
        /// Only users with an e-mail address of one of these domains.
        email_domains: Vec<String> = "emailDomains" repeat [1..=10 items],
        /// Only users whose name or e-mail address contains this text.
        search_term: String = "searchTerm" query,
        /// The sort order. The client sends each entry as JSON: Atlassian does not document the
        /// format.
        sort_by: Vec<UserSort> = "sortBy" repeat [1..=1 item],
    }
}

#[cfg(test)]
#[allow(deprecated)]
mod tests {
    use super::*;
    use crate::api::users::UserSortField;
    use crate::model::SortOrder;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&List::new("o-1", "-")), "GET /admin/v2/orgs/o-1/directories/-/users");
        let everything = List::new("o-1", "d-1")
            .cursor("c=")
            .limit(100)
            .account_ids(["557058:a", "b"])
            .directory_ids(["d-1"])
            .resource_ids(["ari:cloud:jira::site/s-1"])
            .group_ids(["g-1", "g-2"])
            .mfa_enabled(true)
            .claim_status(AccountClaim::Managed)
            .status([UserStatus::Active, UserStatus::NotInvited])
            .account_status([AccountStatus::Inactive])
            .membership_status([MembershipStatus::NoMembership])
            .role_ids([RoleId::OrgAdmin])
            .email_domains(["example.com"])
            .search_term("a b")
            .sort_by([UserSort::new(UserSortField::Nickname, SortOrder::Descending)]);
        assert_eq!(
            wire(&everything),
            "GET /admin/v2/orgs/o-1/directories/d-1/users?cursor=c%3D&limit=100&accountIds=557058%3Aa&accountIds=b\
             &directoryIds=d-1&resourceIds=ari%3Acloud%3Ajira%3A%3Asite%2Fs-1&groupIds=g-1&groupIds=g-2\
             &mfaEnabled=true&claimStatus=managed&status=active&status=not_invited&accountStatus=inactive\
             &membershipStatus=no_membership&roleIds=atlassian%2Forg-admin&emailDomains=example.com\
             &searchTerm=a%20b&sortBy=%7B%22direction%22%3A%22desc%22%2C%22field%22%3A%22nick_name%22%7D"
        );
    }
}
