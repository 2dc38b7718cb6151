//! The audit log.

use serde_json::json;

use super::{Step, call, refused};

pub(super) fn steps() -> Vec<Step> {
    vec![
        call("getEventActions", json!({})),
        refused("getEventActions", 404, json!({"orgId": "00000000-0000-0000-0000-000000000000"})),
        call("getEvents", json!({"limit": 500})).learn("event", "/data/0/id"),
        refused("getEvents", 400, json!({"cursor": "nonsense"})),
        call("pollEvents", json!({"limit": 500})),
        refused("pollEvents", 400, json!({"cursor": "nonsense"})),
        call("getEventById", json!({"eventId": "$event"})),
        refused("getEventById", 404, json!({"eventId": "00000000-0000-0000-0000-000000000000"})),
    ]
}
