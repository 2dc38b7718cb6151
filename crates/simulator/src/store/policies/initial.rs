//! The policies that there are at the start.

use serde_json::{Map, Value, json};

use super::Policies;
use super::stored::{Stored, StoredResource};
use crate::data::World;
use crate::quirk::Quirk;

/// When they were created: 2025-06-01T00:00Z.
const CREATED: i64 = 1_748_736_000_000;

/// The types of the document.
fn documented() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("ip-allowlist", "Offices", json!({ "in": ["192.0.2.0/24", "198.51.100.0/24"] })),
        ("data-residency", "Data in the EU", json!({ "in": ["EU"] })),
        ("data-security", "Everything confidential", json!({})),
    ]
}

/// The types that only the real API has. Which rule has which of these properties is made up.
fn undocumented(off: &str) -> Vec<(&'static str, &'static str, Value)> {
    let mail = |trigger| json!({ "channel": "email", "trigger": trigger });
    vec![
        (
            "admin-notification-settings",
            "Notifications",
            json!({ "notification": [mail("access-requested"), mail("user-joined")], "adminApprovalSummary": "weekly" }),
        ),
        ("generative-ai", "Rovo", json!({ "scopeType": "organization", "off": [off] })),
        ("hipaa", "HIPAA", json!({ "consented": true })),
        (
            "ugc-data-use-preferences",
            "Use of content",
            json!({ "scopeType": "organization", "consented": false }),
        ),
        ("user-join-settings-default", "New users", json!({ "adminApprovalSummary": "daily", "off": [] })),
    ]
}

impl Policies {
    /// One policy of each type.
    pub(in crate::store) fn new(world: &World) -> Self {
        let mut policies = Self { policies: Vec::new(), made: 0 };
        let resource = |product| world.resource(world.product_resource(0, product)?);
        let resources: Vec<_> = [0, 2].into_iter().filter_map(resource).collect();
        let mut types = documented();
        if world.quirks.has(Quirk::UndocumentedProperties) {
            types.extend(undocumented(resources.last().map_or("", |resource| &resource.id)));
        }
        for (kind, name, rule) in types {
            let (number, id) = policies.next(world);
            let resources = resources.iter().map(|resource| StoredResource {
                id: resource.id.clone(),
                members: Map::new(),
                settled_from: i64::MIN,
                removing: false,
            });
            policies.policies.push(Stored {
                number,
                id,
                kind: kind.to_owned(),
                name: name.to_owned(),
                status: "enabled".to_owned(),
                rule,
                members: Map::new(),
                resources: resources.collect(),
                created_at: CREATED,
                updated_at: CREATED,
                gone_from: None,
            });
        }
        policies
    }
}
