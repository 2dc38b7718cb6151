//! `DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships/{accountId}`

use crate::api::macros::endpoint;
use crate::model::{AccountId, GroupId};

endpoint! {
    /// Removes a user from a group.
    ///
    /// The user loses the access that the group grants, unless another group grants it too. This
    /// can free a licence. The server refuses the request if an identity provider manages the
    /// group, and returns 404 if the user is not a member.
    RemoveMember: Delete "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships/{accountId}";
    id: "removeUserFromGroup"; name: groups.remove_member; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-accountid-delete";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The group.
        group_id: GroupId = "groupId",
        /// The account of the user.
        account_id: AccountId = "accountId",
    }
}
