//! `DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships/{accountId}`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, DirectoryId, GroupId, OrgId};

endpoint! {
    /// Takes a user out of a group.
    ///
    /// The user loses what the group granted, unless another group grants the same; so a licence is freed. A group that comes from
    /// an identity provider refuses. A user who is not in the group is not found (404).
    RemoveUserFromGroup -> ();
    request: Delete "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships/{accountId}";
    name: "removeUserFromGroup" = groups.remove_member;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-accountid-delete";
    auth: OrganizationKey;
    facts: .success(&[204]).idempotent();
    path {
        /// The organization.
        org_id: OrgId = "orgId",
        /// The directory that the group is in.
        directory_id: DirectoryId = "directoryId",
        /// The group.
        group_id: GroupId = "groupId",
        /// The user's account.
        account_id: AccountId = "accountId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&RemoveUserFromGroup::new("o-1", "d-1", "g-1", "557058:a")),
            ("DELETE /admin/v2/orgs/o-1/directories/d-1/groups/g-1/memberships/557058%3Aa".into(), None)
        );
    }
}
