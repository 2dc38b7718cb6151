//! `GET /admin/v1/orgs/{orgId}/event-actions`

use crate::api::macros::endpoint;
use crate::model::EventActions;

endpoint! {
    /// Lists the actions that the audit log can record, with their display names.
    Actions: Get "/admin/v1/orgs/{orgId}/event-actions";
    id: "getEventActions"; name: events.actions; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get";
    facts: .scopes(&["read:events:admin"]).per_minute("event-actions", 10);
    returns: EventActions;
}
