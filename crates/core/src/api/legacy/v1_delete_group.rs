//! `DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{GroupId, Message, OrgId};

endpoint! {
    /// Deletes a group. Its members lose what it granted.
    ///
    /// A group with members is refused (409) unless it is forced. Default groups, groups of administrators and groups that an identity
    /// provider fills are refused always (403).
    V1DeleteGroup -> Message;
    stops: after "2026-06-30", use "groups.delete";
    request: Delete "/admin/v1/orgs/{orgId}/directory/groups/{groupId}";
    name: "v1DeleteGroup" = legacy.delete_group;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-delete";
    auth: OrganizationKey;
    facts: .idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The group.
        group_id: GroupId = "groupId",
    }
    optional {
        /// Whether to delete it though it has members.
        force_if_not_empty: bool = "forceIfNotEmpty" Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        let minimal = V1DeleteGroup::new("o-1", "g-1");
        let line = "DELETE /admin/v1/orgs/o-1/directory/groups/g-1";
        assert_eq!(request(&minimal), (line.into(), None));
        let forced = minimal.force_if_not_empty(true);
        assert_eq!(request(&forced), (format!("{line}?forceIfNotEmpty=true"), None));
    }
}
