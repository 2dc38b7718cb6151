//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::macros::{input, string_enum};
use crate::model::{
    AccountClaim, AccountId, AccountStatus, DirectoryId, DirectoryUser, GroupId, MembershipStatus, OrgId,
    ResourceId, RoleId, SortOrder, UserStatus,
};
use crate::page::LinkedPage;
use crate::page::Paging;

endpoint! {
    /// Searches the users of a directory, and managed accounts outside of all directories.
    ///
    /// With `expand` set to `productAccess` it tells when a hundred users were last active in one request. `-` as the directory means
    /// all that the key may manage. Atlassian documents no scope for it.
    SearchDirectoryUsers -> LinkedPage<DirectoryUser>;
    request: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/search";
    name: "searchDirectoryUsers" = users.search;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post";
    auth: OrganizationKey;
    facts: .reads().paged(Paging::BodyCursor);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory, or `-` for all.
        directory_id: DirectoryId = "directoryId",
    }
    optional {
        /// Only these accounts.
        account_ids: Vec<AccountId> = "accountIds" Member [1..=10 items],
        /// Only in these directories.
        directory_ids: Vec<DirectoryId> = "directoryIds" Member [1..=10 items],
        /// Only accounts in one of these states.
        account_status: Vec<AccountStatus> = "accountStatus" Member [1..=3 items],
        /// Only members in one of these states.
        membership_status: Vec<MembershipStatus> = "membershipStatus" Member [1..=3 items],
        /// Only users in one of these states.
        status: Vec<UserStatus> = "status" Member [1..=4 items],
        /// Only accounts that the organization manages, or does not.
        claim_status: AccountClaim = "claimStatus" Member,
        /// Only accounts that sign in with a second factor, or do not.
        mfa_enabled: bool = "mfaEnabled" Member,
        /// Only addresses of these domains.
        email_domains: Vec<String> = "emailDomains" Member [1..=10 items],
        /// Only these addresses. Not together with a search term.
        emails: Vec<String> = "emails" Member [1..=100 items],
        /// Only members of one of these groups.
        group_ids: Vec<GroupId> = "groupIds" Member [1..=10 items],
        /// Only users with a role on one of these resources.
        resource_ids: Vec<ResourceId> = "resourceIds" Member [1..=20 items],
        /// Only users with one of these roles.
        role_ids: Vec<RoleId> = "roleIds" Member [1..=10 items],
        /// Only users with this in their names or addresses. Not together with addresses.
        search_term: String = "searchTerm" Member,
        /// What to tell besides.
        expand: Vec<UserExpansion> = "expand" Member,
        /// In which order.
        sort_by: Vec<UserSort> = "sortBy" Member [1..=1 item],
        /// Where to go on: the cursor of a page.
        cursor: String = "cursor" Member,
        /// The most users on a page.
        limit: u32 = "limit" Member [1..=100, default 50],
    }
}

paged!(SearchDirectoryUsers, LinkedPage, DirectoryUser);

string_enum! {
    /// What a search can tell of users besides.
    UserExpansion {
        /// Roles on the organization and its sites.
        PlatformRoles = "platformRoles",
        /// How many resources they can reach.
        ResourceCounts = "counts.resources",
        /// Products, with last-active times.
        ProductAccess = "productAccess",
        /// Groups.
        Groups = "groups",
    }
}

string_enum! {
    /// What users can be sorted by.
    UserSortField {
        /// The nickname.
        Nickname = "nick_name",
    }
}

input! {
    /// An order of users.
    UserSort {
        required {
            /// What to sort by.
            field: UserSortField = "field",
            /// Which end comes first.
            direction: SortOrder = "direction",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&SearchDirectoryUsers::new("o-1", "-")),
            ("POST /admin/v2/orgs/o-1/directories/-/users/search".into(), Some("{}".into()))
        );
        let search = SearchDirectoryUsers::new("o-1", "d-1")
            .status([UserStatus::Active, UserStatus::Other("novel".into())])
            .mfa_enabled(false)
            .email_domains(["example.com"])
            .role_ids([RoleId::OrgAdmin])
            .expand([UserExpansion::ProductAccess, UserExpansion::ResourceCounts])
            .sort_by([UserSort::new(UserSortField::Nickname, SortOrder::Descending)])
            .cursor("c=")
            .limit(100);
        let body = r#"{"cursor":"c=","emailDomains":["example.com"],"expand":["productAccess","counts.resources"],"limit":100,"mfaEnabled":false,"roleIds":["atlassian/org-admin"],"sortBy":[{"direction":"desc","field":"nick_name"}],"status":["active","novel"]}"#;
        assert_eq!(
            request(&search),
            ("POST /admin/v2/orgs/o-1/directories/d-1/users/search".into(), Some(body.into()))
        );
    }
}
