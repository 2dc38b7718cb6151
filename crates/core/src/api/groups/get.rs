//! `GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{DirectoryId, Group, GroupId, One, OrgId};

endpoint! {
    /// Returns a group.
    ///
    /// Use `-` for all directories that the key can manage, for example to find the directory of a
    /// group. Atlassian does not document a scope for this operation.
    Get -> One<Group>;
    request: Get "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}";
    name: "getGroup" = groups.get;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-get";
    auth: OrganizationKey;
    facts: ;
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory, or `-` for all directories.
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
    fn request_matches_documentation() {
        assert_eq!(wire(&Get::new("o-1", "-", "g/1")), "GET /admin/v2/orgs/o-1/directories/-/groups/g%2F1");
    }
}
