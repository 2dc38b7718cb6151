//! `GET /admin/v1/orgs/{orgId}/event-actions`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{EventActions, OrgId};

endpoint! {
    /// Lists the actions that the audit log can record, with their display names.
    Actions -> EventActions;
    request: Get "/admin/v1/orgs/{orgId}/event-actions";
    name: "getEventActions" = events.actions;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get";
    auth: OrganizationKey;
    facts: .scopes(&["read:events:admin"]).per_minute("event-actions", 10);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&Actions::new("o-1")), "GET /admin/v1/orgs/o-1/event-actions");
    }
}
