//! `DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{DirectoryId, GroupId, OrgId};

endpoint! {
    /// Deletes a group permanently, even if it has members.
    ///
    /// The members lose the access that the group grants, unless another group grants it too. The
    /// server refuses to delete groups of an identity provider, default groups of a product and
    /// groups of administrators: see `managementAccess`.
    Delete -> ();
    request: Delete "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}";
    name: "deleteGroup" = groups.delete;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-delete";
    auth: OrganizationKey;
    facts: .success(&[204]).idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory of the group.
        directory_id: DirectoryId = "directoryId",
        /// The group.
        group_id: GroupId = "groupId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(
            request(&Delete::new("o-1", "d-1", "g-1")),
            ("DELETE /admin/v2/orgs/o-1/directories/d-1/groups/g-1".into(), None)
        );
    }
}
