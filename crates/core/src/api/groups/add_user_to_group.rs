//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, DirectoryId, GroupId, OrgId};

endpoint! {
    /// Puts a user into a group.
    ///
    /// The user gets all roles of the group and must be in the same directory. A group that comes from an identity provider
    /// refuses, and so does one that would need more licences than there are (409). Who is in the group already stays in it; that may
    /// be answered with a conflict of another code (409). Listings may show the change a second later. To make
    /// administrators of the organization, use [`AssignOrgRole`](crate::api::roles::AssignOrgRole).
    AddUserToGroup -> ();
    request: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships";
    name: "addUserToGroup" = groups.add_member;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-post";
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
    required {
        /// The user's account.
        account_id: AccountId = "accountId" Member,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&AddUserToGroup::new("o-1", "d-1", "g-1", "557058:a")),
            (
                "POST /admin/v2/orgs/o-1/directories/d-1/groups/g-1/memberships".into(),
                Some(r#"{"accountId":"557058:a"}"#.into())
            )
        );
    }
}
