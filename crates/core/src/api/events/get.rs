//! `GET /admin/v1/orgs/{orgId}/events/{eventId}`

use crate::api::macros::endpoint;
use crate::model::{Event, EventId};

endpoint! {
    /// Returns an event of the audit log.
    ///
    /// `events.query`, `events.poll` and the event feed return the same properties of an event.
    /// None of them filters by identifier: once this operation has stopped, an event cannot be
    /// looked up by its identifier alone.
    Get: Get "/admin/v1/orgs/{orgId}/events/{eventId}";
    id: "getEventById"; name: events.get; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-eventid-get";
    stops: on "2026-12-21", use "events.query" or "events.poll";
    facts: .scopes(&["read:events:admin"]).per_minute("event-by-id", 10);
    returns: Event, in data;
    path {
        /// The event.
        event_id: EventId = "eventId",
    }
}

#[cfg(test)]
#[allow(deprecated)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn request_matches_documentation() {
        assert_eq!(wire(&Get::new("o-1", "e?1")), "GET /admin/v1/orgs/o-1/events/e%3F1");
    }
}
