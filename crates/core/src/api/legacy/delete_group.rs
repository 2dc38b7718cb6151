//! `DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}`

use crate::api::macros::endpoint;
use crate::model::{GroupId, Message};

endpoint! {
    /// Deletes a group and the access that it grants to its members.
    ///
    /// The server refuses to delete a group with members (409) unless `force_if_not_empty` is set.
    /// It always refuses to delete default groups, groups of administrators and groups of an
    /// identity provider (403).
    DeleteGroup: Delete "/admin/v1/orgs/{orgId}/directory/groups/{groupId}";
    id: "v1DeleteGroup"; name: legacy.delete_group; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-delete";
    stops: after "2026-06-30", use "groups.delete";
    facts: .idempotent();
    returns: Message;
    path {
        /// The group.
        group_id: GroupId = "groupId",
    }
    optional {
        /// Whether to delete the group even if it has members.
        force_if_not_empty: bool = "forceIfNotEmpty" query,
    }
}
