//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{DirectoryId, Group, GroupId, One, OrgId};

endpoint! {
    /// Reads a group.
    ///
    /// `-` as the directory means all that the key may manage: so it tells which directory a group is in. Atlassian documents no
    /// scope for it.
    GetGroup -> One<Group>;
    request: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}";
    name: "getGroup" = groups.get;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-get";
    auth: OrganizationKey;
    facts: ;
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory, or `-` for all.
        directory_id: DirectoryId = "directoryId",
        /// The group.
        group_id: GroupId = "groupId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            wire(&GetGroup::new("o-1", "-", "g/1")),
            "GET /admin/v2/orgs/o-1/directories/-/groups/g%2F1"
        );
    }
}
