//! The policies that there are at the start.

use serde_json::{Value, json};

use super::{Policies, Policy, PolicyResource, object};
use crate::organization::World;
use crate::quirk::Quirk;

/// When they were created: 2025-06-01T00:00Z.
const CREATED: i64 = 1_748_736_000_000;

/// Type, name and rule of a policy.
type Initial = (&'static str, &'static str, Value);

/// The types of the document.
fn documented(world: &World) -> [Initial; 3] {
    let empty = world.quirks.has(Quirk::EmptyRule).then(|| json!({}));
    [
        ("ip-allowlist", "Offices", json!({ "in": ["192.0.2.0/24", "198.51.100.0/24"] })),
        ("data-residency", "Data in the EU", json!({ "in": ["EU"] })),
        ("data-security", "Everything confidential", empty.into()),
    ]
}

/// The types that only the real API has. Which rule has which of these properties is made up.
fn undocumented(off: Option<&str>) -> [Initial; 5] {
    let mail = |trigger| json!({ "channel": "email", "trigger": trigger });
    let notification = [mail("access-requested"), mail("user-joined")];
    let notifications = json!({ "notification": notification, "adminApprovalSummary": "weekly" });
    let use_of_content = json!({ "scopeType": "organization", "consented": false });
    [
        ("admin-notification-settings", "Notifications", notifications),
        ("generative-ai", "Rovo", json!({ "scopeType": "organization", "off": [off] })),
        ("hipaa", "HIPAA", json!({ "consented": true })),
        ("ugc-data-use-preferences", "Use of content", use_of_content),
        ("user-join-settings-default", "New users", json!({ "adminApprovalSummary": "daily", "off": [] })),
    ]
}

impl Policies {
    /// One policy of each type.
    pub(crate) fn new(world: &World) -> Self {
        let mut policies = Self::default();
        let id = |product| Some(world.resources.get(world.resource_at(0, Some(product))?)?.id.as_str());
        let ids: Vec<_> = [0, 2].into_iter().filter_map(id).collect();
        let is_real = world.quirks.has(Quirk::UndocumentedProperties);
        let undocumented = is_real.then(|| undocumented(ids.last().copied()));
        for (kind, name, rule) in documented(world).into_iter().chain(undocumented.into_iter().flatten()) {
            let resources = ids.iter().map(|id| PolicyResource {
                id: (*id).to_owned(),
                properties: object(json!({ "id": id })),
                settled_from: i64::MIN,
                removing: false,
            });
            let policy = Policy {
                attributes: object(json!({ "type": kind, "name": name, "status": "enabled", "rule": rule })),
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
