//! `DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships/{accountId}`

use crate::api::macros::endpoint;
use crate::model::{AccountId, GroupId, Message};

endpoint! {
    /// Removes a user from a group.
    ///
    /// The server refuses the request if an identity provider manages the group (403).
    RemoveMember: Delete "/admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships/{accountId}";
    id: "v1RemoveUserFromGroup"; name: legacy.remove_member; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-accountid-delete";
    stops: after "2026-06-30", use "groups.removeMember";
    facts: .idempotent();
    returns: Message;
    path {
        /// The group.
        group_id: GroupId = "groupId",
        /// The account.
        account_id: AccountId = "accountId",
    }
}
