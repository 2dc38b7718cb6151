//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}`

use crate::api::macros::endpoint;
use crate::model::{Group, GroupId};

endpoint! {
    /// Returns a group.
    ///
    /// Use `-` for all directories that the key can manage, for example to find the directory of a
    /// group. Atlassian does not document a scope for this operation.
    Get: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}";
    id: "getGroup"; name: groups.get; scope: Directories;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-get";
    returns: Group, in data;
    path {
        /// The group.
        group_id: GroupId = "groupId",
    }
}
