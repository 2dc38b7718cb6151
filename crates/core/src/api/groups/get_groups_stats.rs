//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/stats`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::macros::object;
use crate::model::{DirectoryId, GroupType, OrgId};
use crate::response::ResponseBody;

endpoint! {
    /// Counts the groups of a directory by where they come from and by their kinds.
    ///
    /// `-` as the directory means all that the key may manage. Atlassian documents no scope for it.
    GetGroupsStats -> GroupStats;
    request: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/stats";
    name: "getGroupsStats" = groups.stats;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-stats-get";
    auth: OrganizationKey;
    facts: ;
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory, or `-` for all.
        directory_id: DirectoryId = "directoryId",
    }
}

object! {
    /// How many groups there are, by two measures.
    GroupStats {
        optional {
            /// By where they come from.
            totals: GroupTotals = "totals",
            /// By their kinds.
            types: Vec<GroupTypeCount> = "types",
        }
    }
}

impl ResponseBody for GroupStats {}

object! {
    /// How many groups there are, by where they come from.
    GroupTotals {
        optional {
            /// All groups.
            all: u64 = "all",
            /// Those that the organization looks after by itself.
            managed: u64 = "managed",
            /// Those that come from an identity provider.
            synced: u64 = "synced",
        }
    }
}

object! {
    /// How many groups there are of a kind.
    GroupTypeCount {
        optional {
            /// The kind.
            kind: GroupType = "type",
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
        assert_eq!(
            wire(&GetGroupsStats::new("o-1", "-")),
            "GET /admin/v2/orgs/o-1/directories/-/groups/stats"
        );
    }
}
