//! `GET /admin/v1/orgs/{orgId}/events`

use crate::api::macros::endpoint;
use crate::api::macros::paged;
use crate::auth::OrganizationKey;
use crate::model::macros::input;
use crate::model::{AccountId, Event, EventProduct, OrgId};
use crate::page::LinkedPage;
use crate::page::Paging;
use crate::time::EpochMillis;

endpoint! {
    /// Searches the audit log, newest entry first.
    ///
    /// For filtered questions. It is limited to 10 requests a minute and sorts by the time of the event, so a late entry can be
    /// missed: to copy the whole log, use [`PollEvents`](super::PollEvents) or the event feed. Events go back 180 days.
    GetEvents -> LinkedPage<Event>;
    request: Get "/admin/v1/orgs/{orgId}/events";
    name: "getEvents" = events.query;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-get";
    auth: OrganizationKey;
    facts: .scopes(&["read:events:admin"]).per_minute("events", 10).paged(Paging::QueryCursor);
    path {
        /// The organization.
        org_id: OrgId = "orgId",
    }
    optional {
        /// Where to go on: the cursor of a page.
        cursor: String = "cursor" Plain,
        /// A word to search for.
        q: String = "q" Plain,
        /// The earliest time of an event. A date alone means its first instant (UTC).
        from: EpochMillis = "from" Plain,
        /// The latest time of an event. A date alone means the whole day (UTC).
        #[serde(deserialize_with = "crate::time::window_end")]
        to: EpochMillis = "to" Plain,
        /// The action, such as `user_login`.
        action: String = "action" Plain,
        /// Who did it: one of these accounts.
        actor: Vec<AccountId> = "actor" Comma,
        /// From where: one of these IP addresses.
        ip: Vec<String> = "ip" Comma,
        /// In which product: one of these.
        product: Vec<EventProduct> = "product" Comma,
        /// From where: one of these places.
        location: Vec<EventPlace> = "location" Json,
        /// The most events on a page.
        limit: u32 = "limit" Plain [1..=500, default 30],
    }
}

paged!(GetEvents, LinkedPage, Event);

input! {
    /// A place to filter events by.
    EventPlace {
        optional {
            /// The city.
            city: String = "city",
            /// The country, by its English name.
            country_name: String = "countryName",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::{wire, wire_with_repeated_keys};

    #[test]
    fn stands_on_the_wire_as_documented() {
        let everything = GetEvents::new("o-1")
            .cursor("c=")
            .q("log in")
            .from(EpochMillis(1))
            .to(EpochMillis(2))
            .action("user_login")
            .actor(["557058:a", "b,c".into()])
            .ip(["192.0.2.1"])
            .product([EventProduct::Jira, EventProduct::GuardDetect])
            .location([EventPlace::new().city("Austin").country_name("United States")])
            .limit(500);
        assert_eq!(
            wire(&everything),
            "GET /admin/v1/orgs/o-1/events?cursor=c%3D&q=log%20in&from=1&to=2&action=user_login\
             &actor=557058%3Aa,b%2Cc&ip=192.0.2.1&product=jira,guard_detect\
             &location=%5B%7B%22city%22%3A%22Austin%22%2C%22countryName%22%3A%22United%20States%22%7D%5D&limit=500"
        );
    }

    #[test]
    fn lists_can_be_sent_with_repeated_keys() {
        assert_eq!(
            wire_with_repeated_keys(&GetEvents::new("o-1").actor(["a", "b,c".into()])),
            "GET /admin/v1/orgs/o-1/events?actor=a&actor=b%2Cc"
        );
    }
}
