//! `POST /admin/v1/orgs/{orgId}/users/invite`

use crate::api::legacy::RoleAssociation;
use crate::api::macros::endpoint;

endpoint! {
    /// Invites a user and assigns a role on a resource.
    ///
    /// Each request takes one address and one role. Atlassian enables this operation for an
    /// organization on request only.
    InviteUser: Post "/admin/v1/orgs/{orgId}/users/invite";
    id: "v1InviteUser"; name: legacy.invite_user; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-users-invite-post";
    stops: after "2026-06-30", use "users.invite";
    facts: .success(&[204]);
    returns: ();
    required {
        /// The e-mail address.
        email: String = "email" body,
    }
    optional {
        /// The role and its resource.
        permission_rule: RoleAssociation = "permissionRule" body,
        /// Whether to notify the user by e-mail. The default is `false`.
        send_notification: bool = "sendNotification" body,
        /// The text of the e-mail.
        notification_text: String = "notificationText" body,
    }
}
