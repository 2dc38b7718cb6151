//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/stats`

use crate::api::macros::endpoint;
use crate::model::GroupType;
use crate::model::macros::object;
use crate::response::ResponseBody;

endpoint! {
    /// Counts the groups of a directory by source and by type.
    ///
    /// Use `-` for all directories that the key can manage. Atlassian does not document a scope
    /// for this operation.
    Stats: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/stats";
    id: "getGroupsStats"; name: groups.stats; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-stats-get";
    returns: GroupStats;
}

object! {
    /// Numbers of groups, by source and by type.
    GroupStats {
        optional {
            /// Numbers by source.
            totals: GroupTotals = "totals",
            /// Numbers by type.
            types: Vec<GroupTypeCount> = "types",
        }
    }
}

impl ResponseBody for GroupStats {}

object! {
    /// Numbers of groups, by source.
    GroupTotals {
        optional {
            /// All groups.
            all: u64 = "all",
            /// Groups that the organization manages itself.
            managed: u64 = "managed",
            /// Groups that an identity provider manages.
            synced: u64 = "synced",
        }
    }
}

object! {
    /// The number of groups of one type.
    GroupTypeCount {
        optional {
            /// The type.
            kind: GroupType = "type",
            /// The number.
            count: u64 = "count",
        }
    }
}
