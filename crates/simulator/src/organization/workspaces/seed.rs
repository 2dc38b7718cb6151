//! Workspaces: the products of the sites.

use atlassian_admin_core::model::{
    EntitlementOffering, ProductListing, RelatedEntitlement, Sandbox, SandboxKind, Timestamp, Workspace,
    WorkspaceAttributes, WorkspaceRelationships, WorkspaceRelative, WorkspaceRelativeAttributes,
    WorkspaceStatus,
};

use crate::organization::{PRODUCTS, Resource, World, model};
use crate::quirk::Quirk;
use crate::rng::{Rng, Subject};

/// 2020-01-01T00:00Z: no workspace is older.
const FIRST: i64 = 1_577_836_800_000;

/// Milliseconds.
const DAY: i64 = 86_400_000;

/// The plans, and how many users each allows.
const PLANS: [(&str, i64); 3] = [("Free", 10), ("Standard", 50_000), ("Premium", 50_000)];

impl World {
    /// Every workspace, by site. Which policies apply to them is not in here: it changes.
    pub(crate) fn workspaces(&self) -> impl Iterator<Item = Workspace> {
        self.resources().iter().enumerate().filter_map(|(index, resource)| self.workspace(index, resource))
    }

    fn workspace(&self, index: usize, resource: &Resource) -> Option<Workspace> {
        let (site, (key, name)) = (self.sites().get(resource.site?)?, PRODUCTS.get(resource.product?)?);
        let mut rng = Rng::new(self.seed, Subject::Workspace, index as u64);
        // A whole organization has one plan of a kind; only places to try things out are free.
        let plan = if site.sandbox { 0 } else { 1 + usize::from(rng.once_in(2)) };
        let (plan, capacity) = PLANS.get(plan)?;
        let created = FIRST.saturating_add(i64::try_from(rng.below(1_800)).ok()?.saturating_mul(DAY));
        let entitlement = model!(WorkspaceRelative {
            id: rng.uuid(),
            kind: "entitlement".to_owned(),
            attributes: model!(WorkspaceRelativeAttributes {
                key: (*key).to_owned(),
                plan: (*plan).to_owned(),
                plan_key: plan.to_lowercase(),
            }),
        });
        let feature = model!(WorkspaceRelative {
            id: "sandboxes".to_owned(),
            kind: "feature".to_owned(),
            attributes: WorkspaceRelativeAttributes::default(),
        });
        let (directory, unit) = (self.directories().get(site.directory)?.id.clone(), rng.uuid());
        let mut workspace = model!(Workspace {
            id: resource.id.clone(),
            kind: "workspace".to_owned(),
            attributes: model!(WorkspaceAttributes {
                name: site.name.clone(),
                kind: (*name).to_owned(),
                type_key: (*key).to_owned(),
                host_url: site.url(),
                status: WorkspaceStatus::Online,
                sandbox: model!(Sandbox {
                    kind: if site.sandbox { SandboxKind::Child } else { SandboxKind::None },
                }),
                capacity: *capacity,
                created_at: Timestamp::from_millis(created),
                realm: "EU".to_owned(),
                regions: vec!["eu-central-1".to_owned()],
                directory: directory,
                unit: unit,
            }),
            relationships: model!(WorkspaceRelationships {
                entitlement: vec![entitlement],
                feature: if *plan == "Premium" { vec![feature] } else { Vec::new() },
            }),
        });
        if self.quirks.has(Quirk::UndocumentedProperties) {
            add_undocumented(&mut workspace, &mut rng, name, *capacity);
        }
        Some(workspace)
    }
}

/// Adds what only the real API has. Which feature has which of these properties is made up.
fn add_undocumented(workspace: &mut Workspace, rng: &mut Rng, product: &str, capacity: i64) {
    workspace.app_type = Some("product".to_owned());
    let relationships = workspace.relationships.get_or_insert_default();
    let mut plan = None;
    for entitlement in relationships.entitlement.iter_mut().flatten() {
        let attributes = entitlement.attributes.get_or_insert_default();
        attributes.product_id = Some(rng.uuid());
        attributes.soft_capacity_limit = Some(capacity);
        attributes.billing_source_system = Some("CCP".to_owned());
        attributes.ccp_entitlement_id = Some(rng.uuid());
        attributes.ccp_transaction_account_id = Some(rng.uuid());
        attributes.usage_identifier = Some(rng.uuid());
        plan = attributes.plan.clone();
    }
    let feature = |id: &str, attributes: WorkspaceRelativeAttributes| {
        model!(WorkspaceRelative { id: id.to_owned(), kind: "feature".to_owned(), attributes: attributes })
    };
    relationships.feature.get_or_insert_default().extend([
        feature(
            "data-residency",
            model!(WorkspaceRelativeAttributes {
                is_data_residency_allowed: true,
                realms: vec!["EU".to_owned(), "US".to_owned()],
            }),
        ),
        feature(
            "release-tracks",
            model!(WorkspaceRelativeAttributes {
                tracks: vec!["continuous".to_owned(), "preview".to_owned()]
            }),
        ),
        feature("ip-allowlists", model!(WorkspaceRelativeAttributes { ip: 500, limit: 10, enabled: true })),
        feature(
            "user-access-management",
            model!(WorkspaceRelativeAttributes {
                entitled_sandbox: "none".to_owned(),
                user_access_management_state: "centralized".to_owned(),
                workspace_active: true,
            }),
        ),
    ]);
    let listing = model!(ProductListing {
        product_id: rng.uuid(),
        name: product.to_owned(),
        icon_url: format!("https://icons.example/{}.svg", rng.hex(8)),
    });
    let mut offering = model!(EntitlementOffering { product_id: rng.uuid(), product_listing: listing });
    offering.name = plan;
    relationships.relates_from_entitlement = Some(vec![model!(WorkspaceRelative {
        id: rng.uuid(),
        kind: "relatesFromEntitlement".to_owned(),
        attributes: model!(WorkspaceRelativeAttributes {
            entitlement_id: rng.uuid(),
            relationship_type: "included".to_owned(),
            entitlement: model!(RelatedEntitlement { offering: offering }),
        }),
    })]);
}

#[cfg(test)]
mod tests {
    use crate::organization::Size;
    use crate::organization::fixture::sized;

    #[test]
    fn each_product_of_each_site_is_one() {
        let world = sized(1, Size::default(), &[]);
        let workspaces: Vec<_> = world.workspaces().collect();
        let of = |site: &str| {
            let all = workspaces.iter().filter_map(|workspace| workspace.attributes.as_ref());
            let here = all.filter(|attributes| attributes.name.as_deref() == Some(site));
            here.map(|attributes| attributes.type_key.clone().unwrap()).collect::<Vec<_>>()
        };
        let keys = super::PRODUCTS.map(|(key, _)| key);
        assert_eq!(of("example-corp"), keys);
        assert_eq!(of("example-labs"), keys[..3]);
        assert_eq!(of("example-sandbox"), keys[..3]);
        assert_eq!(workspaces.len(), 11);
        assert!(workspaces.iter().all(|workspace| world.resource_index(workspace.id.as_str()).is_some()));
        assert_eq!(workspaces, sized(1, Size::default(), &[]).workspaces().collect::<Vec<_>>());
    }
}
