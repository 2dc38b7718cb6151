//! `DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}`

use crate::api::macros::endpoint;
use crate::model::GroupId;

endpoint! {
    /// Deletes a group permanently, even if it has members.
    ///
    /// The members lose the access that the group grants, unless another group grants it too. The
    /// server refuses to delete groups of an identity provider, default groups of a product and
    /// groups of administrators: see `managementAccess`.
    Delete: Delete "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}";
    id: "deleteGroup"; name: groups.delete; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-delete";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The group.
        group_id: GroupId = "groupId",
    }
}
