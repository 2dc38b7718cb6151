//! `POST /admin/v2/orgs/{orgId}/users/invite`

use crate::api::macros::endpoint;
use crate::model::macros::input;
use crate::model::{GroupId, Invitations, ResourceId, RoleId};

endpoint! {
    /// Invites users to the organization.
    ///
    /// Each user gets the roles of `permission_rules`, a membership in the directories of those
    /// products, and the memberships in `additional_groups`. Part of the request can fail: the
    /// response is then a success with [`partial`](Invitations::partial) set, and
    /// [`failures`](Invitations::failures) lists what failed. An organization without a paid plan
    /// cannot invite users (402). If no licence is left, the server returns a conflict (409). The
    /// client does not retry the request after a lost response: that could invite users twice.
    Invite: Post "/admin/v2/orgs/{orgId}/users/invite";
    id: "inviteUsers"; name: users.invite; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post";
    facts: .success(&[200, 206]);
    returns: Invitations;
    required {
        /// The e-mail addresses.
        emails: Vec<String> = "emails" body [1..=25 items],
    }
    optional {
        /// The roles to assign, and their resources.
        permission_rules: Vec<PermissionRule> = "permissionRules" body,
        /// Groups to add the users to.
        additional_groups: Vec<GroupId> = "additionalGroups" body,
        /// Whether to notify the users by e-mail. The default is `false`.
        send_notification: bool = "sendNotification" body,
        /// The text of the e-mail.
        notification_text: String = "notificationText" body,
    }
}

input! {
    /// A role to assign to the invited users.
    PermissionRule {
        required {
            /// The resource: a product of a site, as listed by `workspaces.search`.
            resource: ResourceId = "resource",
            /// The role.
            role: RoleId = "role",
        }
    }
}
