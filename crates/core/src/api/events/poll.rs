//! `GET /admin/v1/orgs/{orgId}/events-stream`

use crate::api::macros::endpoint;
use crate::model::{Event, SortOrder};
use crate::time::EpochMillis;

endpoint! {
    /// Lists the events of the audit log in processing order, for copying the log.
    ///
    /// The listing has no end: its last page can hold a cursor for later events. Iterators
    /// over pages and items stop at the first page without events. To keep a copy up to date,
    /// use [`Organization::event_feed`](crate::handles::Organization::event_feed). The cursor
    /// includes the sort order.
    Poll: Get "/admin/v1/orgs/{orgId}/events-stream";
    id: "pollEvents"; name: events.poll; scope: Organization;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-stream-get";
    facts: .scopes(&["read:events:admin"]).per_minute("events-stream", 50);
    lists: Event by Stream;
    optional {
        /// The earliest processing time of an event. A date alone means its first instant (UTC).
        from: EpochMillis = "from" query,
        /// The latest processing time of an event. A date alone means the whole day (UTC).
        #[serde(deserialize_with = "crate::time::window_end")]
        to: EpochMillis = "to" query,
        /// The maximum number of events on a page.
        limit: u32 = "limit" query [1..=500, default 200],
        /// The sort order. The default is the earliest event first.
        sort_order: SortOrder = "sortOrder" query,
    }
}
