//! `DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{DirectoryId, GroupId, OrgId};

endpoint! {
    /// Deletes a group, for good and whoever is in it.
    ///
    /// Its members lose what it granted, unless another group grants the same. Groups that come from an identity provider, that
    /// let people into a product by default, or that hold administrators are refused: see `managementAccess`.
    DeleteGroup -> ();
    request: Delete "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}";
    name: "deleteGroup" = groups.delete;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-delete";
    auth: OrganizationKey;
    facts: .success(&[204]).idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory that the group is in.
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
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&DeleteGroup::new("o-1", "d-1", "g-1")),
            ("DELETE /admin/v2/orgs/o-1/directories/d-1/groups/g-1".into(), None)
        );
    }
}
