//! `POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships`

use crate::api::macros::endpoint;
use crate::model::{AccountId, GroupId, Message};

endpoint! {
    /// Adds a user to a group.
    ///
    /// The server refuses the request if a product has no licence left (409), or if an identity
    /// provider manages the group (403).
    AddMember: Post "/admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships";
    id: "v1AddUserToGroup"; name: legacy.add_member; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-post";
    stops: after "2026-06-30", use "groups.addMember";
    facts: .idempotent();
    returns: Message;
    path {
        /// The group.
        group_id: GroupId = "groupId",
    }
    required {
        /// The account.
        account_id: AccountId = "accountId" -> "account_id" body,
    }
}
