//! Workspaces: the products of the sites.

use atlassian_admin_core::model::Timestamp;
use serde_json::{Value, json};

use crate::organization::{PRODUCTS, Resource, World};
use crate::quirk::Quirk;
use crate::rng::{Rng, Subject};

/// 2020-01-01T00:00Z: no workspace is older.
const FIRST: i64 = 1_577_836_800_000;

/// Milliseconds.
const DAY: i64 = 86_400_000;

/// The plans, and how many users each allows.
const PLANS: [(&str, i64); 3] = [("Free", 10), ("Standard", 50_000), ("Premium", 50_000)];

impl World {
    /// Every workspace, by site, as JSON. `policies` returns those that apply to a resource.
    pub(crate) fn workspaces(&self, policies: impl Fn(&str) -> Vec<Value>) -> impl Iterator<Item = Value> {
        let resources = self.resources.iter().enumerate();
        resources.filter_map(move |(index, resource)| self.workspace(index, resource, policies(&resource.id)))
    }

    /// Properties that are null are absent from responses. Which feature has which of the
    /// undocumented properties is made up.
    fn workspace(&self, index: usize, resource: &Resource, policies: Vec<Value>) -> Option<Value> {
        let (site, (key, name)) = (self.sites.get(resource.site?)?, PRODUCTS.get(resource.product?)?);
        let mut rng = Rng::new(self.seed, Subject::Workspace, index as u64);
        // A whole organization has one plan of a kind; only places to try things out are free.
        let plan = if site.sandbox { 0 } else { 1 + usize::from(rng.once_in(2)) };
        let (plan, capacity) = PLANS.get(plan)?;
        let created = FIRST.saturating_add(i64::try_from(rng.below(1_800)).ok()?.saturating_mul(DAY));
        let (entitlement, unit) = (rng.uuid(), rng.uuid());

        let undocumented = self.quirks.has(Quirk::UndocumentedProperties);
        let mut id = || undocumented.then(|| rng.uuid());
        let entitlement = json!({ "id": entitlement, "type": "entitlement", "attributes": {
            "key": key, "plan": plan, "planKey": plan.to_lowercase(),
            "productId": id(), "softCapacityLimit": undocumented.then_some(capacity),
            "billingSourceSystem": undocumented.then_some("CCP"), "ccpEntitlementId": id(),
            "ccpTransactionAccountId": id(), "usageIdentifier": id(),
        } });
        let mut features = Vec::new();
        if *plan == "Premium" {
            features.push(("sandboxes", json!({})));
        }
        let mut related = None;
        if undocumented {
            let access = json!({
                "entitledSandbox": "none", "userAccessManagementState": "centralized", "workspaceActive": true,
            });
            features.extend([
                ("data-residency", json!({ "isDataResidencyAllowed": true, "realms": ["EU", "US"] })),
                ("release-tracks", json!({ "tracks": ["continuous", "preview"] })),
                ("ip-allowlists", json!({ "ip": 500, "limit": 10, "enabled": true })),
                ("user-access-management", access),
            ]);
            let listing = json!({
                "productId": rng.uuid(), "name": name,
                "iconUrl": format!("https://icons.example/{}.svg", rng.hex(8)),
            });
            let offering = json!({ "productId": rng.uuid(), "name": plan, "productListing": listing });
            related = Some(json!([{ "id": rng.uuid(), "type": "relatesFromEntitlement", "attributes": {
                "entitlementId": rng.uuid(), "relationshipType": "included",
                "entitlement": { "offering": offering },
            } }]));
        }
        let feature = |(id, attributes)| json!({ "id": id, "type": "feature", "attributes": attributes });
        let features: Value = features.into_iter().map(feature).collect();
        Some(json!({
            "id": resource.id,
            "type": "workspace",
            "appType": undocumented.then_some("product"),
            "attributes": {
                "name": site.name, "type": name, "typeKey": key, "hostUrl": site.url(),
                "status": "online", "sandbox": { "type": if site.sandbox { "CHILD" } else { "NONE" } },
                "capacity": capacity, "createdAt": Timestamp::from_millis(created),
                "realm": "EU", "regions": ["eu-central-1"],
                "directory": self.directories.get(site.directory)?.id, "unit": unit,
            },
            "relationships": {
                "entitlement": [entitlement], "feature": features, "policy": policies,
                "relatesFromEntitlement": related,
            },
        }))
    }
}
