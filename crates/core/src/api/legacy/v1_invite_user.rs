//! `POST /admin/v1/orgs/{orgId}/users/invite`

use crate::api::legacy::RoleAssociation;
use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::OrgId;

endpoint! {
    /// Invites a user, and grants a role on a resource.
    ///
    /// One address and one role at a time. Atlassian switched it on for some organizations only, on request.
    V1InviteUser -> ();
    stops: after "2026-06-30", use "users.invite";
    request: Post "/admin/v1/orgs/{orgId}/users/invite";
    name: "v1InviteUser" = legacy.invite_user;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-users-invite-post";
    auth: OrganizationKey;
    facts: .success(&[204]);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
    required {
        /// The e-mail address.
        email: String = "email" Member,
    }
    optional {
        /// The role, and on what.
        permission_rule: RoleAssociation = "permissionRule" Member,
        /// Whether to tell the user by mail; not unless given.
        send_notification: bool = "sendNotification" Member,
        /// What to write in that mail.
        notification_text: String = "notificationText" Member,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::request;

    #[test]
    fn stands_on_the_wire_as_documented() {
        let line = "POST /admin/v1/orgs/o-1/users/invite";
        let minimal = V1InviteUser::new("o-1", "alice@example.com");
        assert_eq!(request(&minimal), (line.into(), Some(r#"{"email":"alice@example.com"}"#.into())));
        let everything = minimal
            .permission_rule(RoleAssociation::new("r-1", "atlassian/user"))
            .send_notification(true)
            .notification_text("Welcome");
        let body = r#"{"email":"alice@example.com","notificationText":"Welcome","permissionRule":{"resource":"r-1","role":"atlassian/user"},"sendNotification":true}"#;
        assert_eq!(request(&everything), (line.into(), Some(body.into())));
    }
}
