//! The policies that there are at the start.

use serde_json::{Map, Value, json};

use super::{Policies, Policy, PolicyResource};
use crate::organization::World;
use crate::quirk::Quirk;

/// When they were created: 2025-06-01T00:00Z.
const CREATED: i64 = 1_748_736_000_000;

/// Type, name and rule of a policy.
type Initial = (&'static str, &'static str, Option<Value>);

/// The types of the document.
fn documented(world: &World) -> Vec<Initial> {
    let empty = world.quirks.has(Quirk::EmptyRule).then(|| json!({}));
    vec![
        ("ip-allowlist", "Offices", Some(json!({ "in": ["192.0.2.0/24", "198.51.100.0/24"] }))),
        ("data-residency", "Data in the EU", Some(json!({ "in": ["EU"] }))),
        ("data-security", "Everything confidential", empty),
    ]
}

/// The types that only the real API has. Which rule has which of these properties is made up.
fn undocumented(off: &str) -> Vec<Initial> {
    let mail = |trigger| json!({ "channel": "email", "trigger": trigger });
    vec![
        (
            "admin-notification-settings",
            "Notifications",
            Some(
                json!({ "notification": [mail("access-requested"), mail("user-joined")], "adminApprovalSummary": "weekly" }),
            ),
        ),
        ("generative-ai", "Rovo", Some(json!({ "scopeType": "organization", "off": [off] }))),
        ("hipaa", "HIPAA", Some(json!({ "consented": true }))),
        (
            "ugc-data-use-preferences",
            "Use of content",
            Some(json!({ "scopeType": "organization", "consented": false })),
        ),
        (
            "user-join-settings-default",
            "New users",
            Some(json!({ "adminApprovalSummary": "daily", "off": [] })),
        ),
    ]
}

impl Policies {
    /// One policy of each type.
    pub(crate) fn new(world: &World) -> Self {
        let mut policies = Self::default();
        let resource = |product| world.resource(world.product_resource(0, product)?);
        let resources: Vec<_> = [0, 2].into_iter().filter_map(resource).collect();
        let mut types = documented(world);
        if world.quirks.has(Quirk::UndocumentedProperties) {
            types.extend(undocumented(resources.last().map_or("", |resource| &resource.id)));
        }
        for (kind, name, rule) in types {
            let resources = resources.iter().map(|resource| PolicyResource {
                id: resource.id.clone(),
                members: Map::new(),
                settled_from: i64::MIN,
                removing: false,
            });
            let policy = Policy {
                kind: kind.to_owned(),
                name: name.to_owned(),
                status: "enabled".to_owned(),
                rule,
                resources: resources.collect(),
                created_at: CREATED,
                updated_at: CREATED,
                ..Policy::default()
            };
            policies.add(world, policy);
        }
        policies
    }
}
