//! `GET /admin/v1/orgs/{orgId}/events`

use crate::api::macros::endpoint;
use crate::model::macros::input;
use crate::model::{AccountId, Event, EventProduct};
use crate::time::EpochMillis;

endpoint! {
    /// Searches the audit log, newest event first.
    ///
    /// Use it for filtered queries. The rate limit is 10 requests per minute. The server sorts by
    /// the time of the event, so a query can miss a late event: to copy the whole log, use
    /// [`Poll`](super::Poll) or the event feed. The log holds events of the last 180
    /// days.
    Query: Get "/admin/v1/orgs/{orgId}/events";
    id: "getEvents"; name: events.query; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-get";
    facts: .scopes(&["read:events:admin"]).per_minute("events", 10);
    lists: Event by QueryCursor;
    optional {
        /// The text to search for.
        q: String = "q" query,
        /// The earliest time of an event. A date alone means its first instant (UTC).
        from: EpochMillis = "from" query,
        /// The latest time of an event. A date alone means the whole day (UTC).
        #[serde(deserialize_with = "crate::time::window_end")]
        to: EpochMillis = "to" query,
        /// The action, such as `user_login`.
        action: String = "action" query,
        /// Only events whose actor is one of these accounts.
        actor: Vec<AccountId> = "actor" comma,
        /// Only events from one of these IP addresses.
        ip: Vec<String> = "ip" comma,
        /// Only events of these products.
        product: Vec<EventProduct> = "product" comma,
        /// Only events from one of these locations.
        location: Vec<EventPlace> = "location" json,
        /// The maximum number of events on a page.
        limit: u32 = "limit" query [1..=500, default 30],
    }
}

input! {
    /// A location to filter events by.
    EventPlace {
        optional {
            /// The city.
            city: String = "city",
            /// The English name of the country.
            country_name: String = "countryName",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire_with_repeated_keys;

    #[test]
    fn list_is_sent_with_repeated_keys() {
        assert_eq!(
            wire_with_repeated_keys(&Query::new("o-1").actor(["a", "b,c"])),
            "GET /admin/v1/orgs/o-1/events?actor=a&actor=b%2Cc"
        );
    }
}
