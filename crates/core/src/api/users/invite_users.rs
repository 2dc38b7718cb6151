//! `POST /admin/v2/orgs/{orgId}/users/invite`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::macros::input;
use crate::model::{GroupId, Invitations, OrgId, ResourceId, RoleId};

endpoint! {
    /// Invites people to the organization.
    ///
    /// Each gets the roles of the rules, comes into the directories behind those products, and into the groups. A part of it may
    /// fail while the rest is done: the answer is then a success with [`partial`](Invitations::partial) set, and
    /// [`failures`](Invitations::failures) tells what is missing. An organization that pays for nothing cannot invite (402), and a licence
    /// that is used up is a conflict (409). It is not sent again after a lost answer, since that could invite twice.
    InviteUsers -> Invitations;
    request: Post "/admin/v2/orgs/{orgId}/users/invite";
    name: "inviteUsers" = users.invite;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post";
    auth: OrganizationKey;
    facts: .success(&[200, 206]);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
    required {
        /// The addresses.
        emails: Vec<String> = "emails" Member [1..=25 items],
    }
    optional {
        /// What they may do, and where.
        permission_rules: Vec<PermissionRule> = "permissionRules" Member,
        /// Groups to put them into.
        additional_groups: Vec<GroupId> = "additionalGroups" Member,
        /// Whether to tell them by e-mail. Not unless asked for.
        send_notification: bool = "sendNotification" Member,
        /// A message to put into that e-mail.
        notification_text: String = "notificationText" Member,
    }
}

input! {
    /// A role to give to the people who are invited.
    PermissionRule {
        required {
            /// On what: a product of a site, as `workspaces.search` lists them.
            resource: ResourceId = "resource",
            /// The role.
            role: RoleId = "role",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(
            request(&InviteUsers::new("o-1", ["ada@example.com".to_owned()])),
            ("POST /admin/v2/orgs/o-1/users/invite".into(), Some(r#"{"emails":["ada@example.com"]}"#.into()))
        );
        let everything = InviteUsers::new("o-1", ["ada@example.com".to_owned(), "bo@example.com".to_owned()])
            .permission_rules([PermissionRule::new("ari:cloud:jira::site/s-1", RoleId::User)])
            .additional_groups(["g-1"])
            .send_notification(true)
            .notification_text("Welcome");
        let body = r#"{"additionalGroups":["g-1"],"emails":["ada@example.com","bo@example.com"],"notificationText":"Welcome","permissionRules":[{"resource":"ari:cloud:jira::site/s-1","role":"atlassian/user"}],"sendNotification":true}"#;
        assert_eq!(request(&everything), ("POST /admin/v2/orgs/o-1/users/invite".into(), Some(body.into())));
    }
}
