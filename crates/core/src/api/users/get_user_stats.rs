//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/stats`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::macros::object;
use crate::model::{AccountStatus, DirectoryId, OrgId, RoleId};
use crate::response::ResponseBody;

endpoint! {
    /// Counts the users of a directory by the state of their accounts and by their roles.
    ///
    /// `-` as the directory means all that the key may manage. A suspended user's account counts as active: ask
    /// [`GetDirectoryUsersCount`](super::GetDirectoryUsersCount) for suspensions.
    GetUserStats -> UserStats;
    request: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/stats";
    name: "getUserStats" = users.stats;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-stats-get";
    auth: OrganizationKey;
    facts: .scopes(&["read:directories:admin"]);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory, or `-` for all.
        directory_id: DirectoryId = "directoryId",
    }
}

object! {
    /// How many users there are, by two measures.
    UserStats {
        optional {
            /// By the state of the account.
            account_status: Vec<AccountStatusCount> = "accountStatus",
            /// By the role. A user with several roles counts once for each.
            roles: Vec<RoleCount> = "roles",
        }
    }
}

impl ResponseBody for UserStats {}

object! {
    /// How many accounts are in a state.
    AccountStatusCount {
        optional {
            /// The state.
            status: AccountStatus = "status",
            /// How many.
            count: u64 = "count",
        }
    }
}

object! {
    /// How many users have a role.
    RoleCount {
        optional {
            /// The role.
            role_id: RoleId = "roleId",
            /// How many.
            count: u64 = "count",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(wire(&GetUserStats::new("o-1", "-")), "GET /admin/v2/orgs/o-1/directories/-/users/stats");
    }
}
