//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/stats`

use crate::api::macros::endpoint;
use crate::model::macros::object;
use crate::model::{AccountStatus, RoleId};
use crate::response::ResponseBody;

endpoint! {
    /// Counts the users of a directory by account status and by role.
    ///
    /// Use `-` for all directories that the key can manage. The account of a suspended user counts
    /// as active: use [`Count`](super::Count) to count suspended
    /// users.
    Stats: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/stats";
    id: "getUserStats"; name: users.stats; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-stats-get";
    facts: .scopes(&["read:directories:admin"]);
    returns: UserStats;
}

object! {
    /// Numbers of users, by account status and by role.
    UserStats {
        optional {
            /// Numbers by account status.
            account_status: Vec<AccountStatusCount> = "accountStatus",
            /// Numbers by role. A user with several roles counts once for each.
            roles: Vec<RoleCount> = "roles",
        }
    }
}

impl ResponseBody for UserStats {}

object! {
    /// The number of accounts with one status.
    AccountStatusCount {
        optional {
            /// The status.
            status: AccountStatus = "status",
            /// The number.
            count: u64 = "count",
        }
    }
}

object! {
    /// The number of users with one role.
    RoleCount {
        optional {
            /// The role.
            role_id: RoleId = "roleId",
            /// The number.
            count: u64 = "count",
        }
    }
}
