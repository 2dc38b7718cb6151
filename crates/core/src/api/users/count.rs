//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/count`

use crate::api::macros::endpoint;
use crate::model::{
    AccountClaim, AccountId, AccountStatus, DirectoryId, GroupId, MembershipStatus, ResourceId, RoleId,
    UserStatus,
};

endpoint! {
    /// Counts the users of a directory, and managed accounts outside of all directories.
    ///
    /// Managed accounts without a membership are included: filter by `directory_ids` or
    /// `membership_status` to count members only. Use `-` for all directories that the key can
    /// manage. Atlassian does not document a scope for this operation.
    Count: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/count";
    id: "getDirectoryUsersCount"; name: users.count; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-count-get";
    returns: crate::model::Count;
    optional {
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
        /// Only users whose name or e-mail address contains this text.
        search_term: String = "searchTerm" query,
        /// Only users with an e-mail address of one of these domains.
        email_domains: Vec<String> = "emailDomains" repeat [1..=10 items],
    }
}
