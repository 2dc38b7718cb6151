//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships`

use crate::api::macros::endpoint;
use crate::model::{AccountId, GroupId};

endpoint! {
    /// Adds a user to a group.
    ///
    /// The user gets all roles of the group. Group and user must be in the same directory. The
    /// server refuses the request if an identity provider manages the group, or if the products
    /// have too few licences (409). If the user is a member already, nothing changes, and the
    /// server can return a conflict with a different code (409). Listings can show the change up
    /// to a second later. To appoint an administrator of the organization, use
    /// [`roles::AssignOrg`](crate::api::roles::AssignOrg).
    AddMember: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships";
    id: "addUserToGroup"; name: groups.add_member; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-post";
    facts: .success(&[204]).idempotent();
    returns: ();
    path {
        /// The group.
        group_id: GroupId = "groupId",
    }
    required {
        /// The account of the user.
        account_id: AccountId = "accountId" body,
    }
}
