//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search`

use crate::api::macros::endpoint;
use crate::model::macros::{input, string_enum};
use crate::model::{
    AccountClaim, AccountId, AccountStatus, DirectoryId, DirectoryUser, GroupId, MembershipStatus,
    ResourceId, RoleId, SortOrder, UserStatus,
};

endpoint! {
    /// Searches the users of a directory, and managed accounts outside of all directories.
    ///
    /// With `expand` set to `productAccess`, the response includes the last activity of up to 100
    /// users per request. Use `-` for all directories that the key can manage. Atlassian does not
    /// document a scope for this operation.
    Search: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/search";
    id: "searchDirectoryUsers"; name: users.search; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post";
    facts: .reads();
    lists: DirectoryUser by BodyCursor;
    optional {
        /// Only these accounts.
        account_ids: Vec<AccountId> = "accountIds" body [1..=10 items],
        /// Only in these directories.
        directory_ids: Vec<DirectoryId> = "directoryIds" body [1..=10 items],
        /// Only accounts with one of these statuses.
        account_status: Vec<AccountStatus> = "accountStatus" body [1..=3 items],
        /// Only users with one of these membership statuses.
        membership_status: Vec<MembershipStatus> = "membershipStatus" body [1..=3 items],
        /// Only users with one of these statuses.
        status: Vec<UserStatus> = "status" body [1..=4 items],
        /// Only managed accounts, or only unmanaged accounts.
        claim_status: AccountClaim = "claimStatus" body,
        /// Whether to return only accounts with two-step verification, or only accounts without.
        mfa_enabled: bool = "mfaEnabled" body,
        /// Only users with an e-mail address of one of these domains.
        email_domains: Vec<String> = "emailDomains" body [1..=10 items],
        /// Only users with these e-mail addresses. Cannot be combined with a search term.
        emails: Vec<String> = "emails" body [1..=100 items],
        /// Only members of one of these groups.
        group_ids: Vec<GroupId> = "groupIds" body [1..=10 items],
        /// Only users with a role on one of these resources.
        resource_ids: Vec<ResourceId> = "resourceIds" body [1..=20 items],
        /// Only users with one of these roles.
        role_ids: Vec<RoleId> = "roleIds" body [1..=10 items],
        /// Only users whose name or e-mail address contains this text. Cannot be combined with
        /// e-mail addresses.
        search_term: String = "searchTerm" body,
        /// Additional properties to return.
        expand: Vec<UserExpansion> = "expand" body,
        /// The sort order.
        sort_by: Vec<UserSort> = "sortBy" body [1..=1 item],
        /// The maximum number of users on a page.
        limit: u32 = "limit" body [1..=100, default 50],
    }
}

string_enum! {
    /// An additional property of users that a search can return.
    UserExpansion {
        /// Roles on the organization and its sites.
        PlatformRoles = "platformRoles",
        /// The number of resources that the user can access.
        ResourceCounts = "counts.resources",
        /// Products, with the time of the last activity.
        ProductAccess = "productAccess",
        /// Groups.
        Groups = "groups",
    }
}

string_enum! {
    /// A field to sort users by.
    UserSortField {
        /// The nickname.
        Nickname = "nick_name",
    }
}

input! {
    /// A sort order of users.
    UserSort {
        required {
            /// The field to sort by.
            field: UserSortField = "field",
            /// The sort direction.
            direction: SortOrder = "direction",
        }
    }
}
