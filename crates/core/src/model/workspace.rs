//! Workspaces: instances of products, such as the Jira of a site.
//!
//! Properties marked "undocumented" were seen in responses of the real API and are missing from
//! Atlassian's document. Do not rely on them.

use serde_json::Value;

use super::macros::{object, string_enum};
use super::{Links, ResourceId, Timestamp};
use crate::json::Raw;

string_enum! {
    /// Whether a workspace can be used.
    WorkspaceStatus {
        /// It can.
        Online = "online",
        /// It cannot, for now.
        Offline = "offline",
        /// It is about to go.
        Deprecated = "deprecated",
    }
}

string_enum! {
    /// Whether a workspace is a place to try things out.
    SandboxKind {
        /// It is, and belongs to another workspace.
        Child = "CHILD",
        /// It is not.
        None = "NONE",
    }
}

object! {
    /// A workspace: one instance of a product, at its own address.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-workspaces/#api-v2-orgs-orgid-workspaces-post).
    Workspace {
        required {
            /// Its identifier: an ARI, the resource of roles and policies.
            id: ResourceId = "id",
        }
        optional {
            /// What kind of resource this is.
            kind: String = "type",
            /// What describes it.
            attributes: WorkspaceAttributes = "attributes",
            /// What it has and is subject to.
            relationships: WorkspaceRelationships = "relationships",
            /// Where it stands.
            links: Links = "links",
            /// What kind of app it is an instance of. Undocumented.
            app_type: String = "appType",
        }
    }
}

object! {
    /// What describes a workspace. Which members there are depends on the product.
    WorkspaceAttributes {
        optional {
            /// Its name.
            name: String = "name",
            /// The product, for people.
            kind: String = "type",
            /// The product, such as `jira-software`.
            type_key: String = "typeKey",
            /// The address.
            host_url: String = "hostUrl",
            /// Whether it can be used.
            status: WorkspaceStatus = "status",
            /// Why it cannot.
            status_details: Vec<String> = "statusDetails",
            /// Whether it is a place to try things out.
            sandbox: Sandbox = "sandbox",
            /// The most users that the plan allows: a ceiling, not the seats that were bought.
            capacity: i64 = "capacity",
            /// How many users there are, of Bitbucket only.
            usage: i64 = "usage",
            /// Who owns it.
            owner: String = "owner",
            /// Who made it: the ARI of an account.
            created_by: String = "createdBy",
            /// When it was made.
            created_at: Timestamp = "createdAt",
            /// When it was changed. Atlassian never fills it in.
            updated_at: Timestamp = "updatedAt",
            /// Where its data is kept.
            realm: String = "realm",
            /// In which regions its data is kept.
            regions: Vec<String> = "regions",
            /// Labels.
            labels: Vec<String> = "labels",
            /// Pictures, by size.
            avatars: Raw<Value> = "avatars",
            /// Pictures of the product.
            icons: Raw<Value> = "icons",
            /// The directory of its users. Undocumented.
            directory: String = "directory",
            /// The part of the organization that it belongs to. Undocumented.
            unit: String = "unit",
        }
    }
}

object! {
    /// Whether a workspace is a place to try things out.
    Sandbox {
        optional {
            /// The answer.
            kind: SandboxKind = "type",
        }
    }
}

object! {
    /// What a workspace has and is subject to. Relationships of other names are kept in `extra`.
    WorkspaceRelationships {
        optional {
            /// What it is entitled to: its plan.
            entitlement: Vec<WorkspaceRelative> = "entitlement",
            /// Its features.
            feature: Vec<WorkspaceRelative> = "feature",
            /// The policies that it is subject to.
            policy: Vec<WorkspaceRelative> = "policy",
            /// What other entitlements it comes with. Undocumented.
            relates_from_entitlement: Vec<WorkspaceRelative> = "relatesFromEntitlement",
        }
    }
}

object! {
    /// An entitlement, a feature, a policy or a related entitlement of a workspace.
    WorkspaceRelative {
        optional {
            /// Its identifier.
            id: String = "id",
            /// Which of them it is.
            kind: String = "type",
            /// What describes it.
            attributes: WorkspaceRelativeAttributes = "attributes",
            /// Its URL in the API. Undocumented.
            links: Links = "links",
        }
    }
}

object! {
    /// What describes an entitlement, a feature, a policy or a related entitlement of a workspace.
    ///
    /// Only `key`, `plan`, `plan_key` and `fields` are documented.
    WorkspaceRelativeAttributes {
        optional {
            /// Of an entitlement: the product.
            key: String = "key",
            /// Of an entitlement: the plan, for people.
            plan: String = "plan",
            /// Of an entitlement: the plan.
            plan_key: String = "planKey",
            /// Of a feature or a policy: whatever it holds.
            fields: Raw<Value> = "fields",
            /// Of an entitlement: the product, as billing knows it.
            product_id: String = "productId",
            /// Of an entitlement: the number of users above which Atlassian asks for a larger plan.
            soft_capacity_limit: i64 = "softCapacityLimit",
            /// Of an entitlement: the system that bills it.
            billing_source_system: String = "billingSourceSystem",
            /// Of an entitlement: its identifier in the Commerce Cloud Platform.
            ccp_entitlement_id: String = "ccpEntitlementId",
            /// Of an entitlement: the account in the Commerce Cloud Platform that pays for it.
            ccp_transaction_account_id: String = "ccpTransactionAccountId",
            /// Of an entitlement: what its usage is counted under.
            usage_identifier: String = "usageIdentifier",
            /// Of a feature: whether the data can be kept in a region of choice.
            is_data_residency_allowed: bool = "isDataResidencyAllowed",
            /// Of a feature: the regions to choose from.
            realms: Vec<String> = "realms",
            /// Of a feature: the release tracks to choose from.
            tracks: Vec<String> = "tracks",
            /// Of a feature: how many IP allowlists there may be.
            ip: i64 = "ip",
            /// Of a feature: the sandbox that the plan includes.
            entitled_sandbox: String = "entitledSandbox",
            /// Of a feature: the state of the user access management.
            user_access_management_state: String = "userAccessManagementState",
            /// Of a feature: whether the workspace is active.
            workspace_active: bool = "workspaceActive",
            /// Of a feature: how much of it there may be.
            limit: i64 = "limit",
            /// Of a policy: how many more resources it can be applied to.
            available_targets: i64 = "availableTargets",
            /// Of a policy: its suspension.
            suspended: String = "suspended",
            /// Of a feature or a policy: whether it is in force.
            enabled: bool = "enabled",
            /// Of a relation: the identifier of the entitlement.
            entitlement_id: String = "entitlementId",
            /// Of a relation: what relates the two.
            relationship_type: String = "relationshipType",
            /// Of a relation: the entitlement.
            entitlement: RelatedEntitlement = "entitlement",
        }
    }
}

object! {
    /// An entitlement that a workspace is related to. Undocumented.
    RelatedEntitlement {
        optional {
            /// What was bought.
            offering: EntitlementOffering = "offering",
        }
    }
}

object! {
    /// What can be bought: a plan of a product. Undocumented.
    EntitlementOffering {
        optional {
            /// The product, as billing knows it.
            product_id: String = "productId",
            /// Its name.
            name: String = "name",
            /// The product as it is listed for customers.
            product_listing: ProductListing = "productListing",
        }
    }
}

object! {
    /// A product as it is listed for customers. Undocumented.
    ProductListing {
        optional {
            /// The product, as billing knows it.
            product_id: String = "productId",
            /// Its name.
            name: String = "name",
            /// The URL of its icon.
            icon_url: String = "iconUrl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn undocumented_properties_are_typed() {
        let workspace: Workspace = serde_json::from_value(json!({
            "id": "ari:cloud:jira::site/s-1", "type": "workspace", "appType": "jira-software",
            "attributes": { "name": "site", "directory": "d-1", "unit": "u-1" },
            "relationships": {
                "entitlement": [{ "id": "e-1", "type": "entitlement", "links": { "self": "s" }, "attributes": {
                    "key": "jira-software", "plan": "Premium", "planKey": "premium", "productId": "p-1",
                    "softCapacityLimit": 50_000, "billingSourceSystem": "CCP", "ccpEntitlementId": "c-1",
                    "ccpTransactionAccountId": "t-1", "usageIdentifier": "u-1",
                } }],
                "feature": [{ "id": "f-1", "attributes": {
                    "isDataResidencyAllowed": true, "realms": ["EU"], "tracks": ["preview"], "ip": 3,
                    "entitledSandbox": "STANDARD", "userAccessManagementState": "CENTRALIZED",
                    "workspaceActive": true, "limit": 10, "enabled": false,
                } }],
                "policy": [{ "id": "p-1", "attributes": { "availableTargets": 2, "suspended": "no", "enabled": true } }],
                "relatesFromEntitlement": [{ "id": "r-1", "attributes": {
                    "entitlementId": "e-2", "relationshipType": "INCLUDED",
                    "entitlement": { "offering": { "productId": "o-1", "name": "Premium", "productListing": {
                        "productId": "l-1", "name": "Jira", "iconUrl": "https://icons.example/jira",
                    } } },
                } }],
            },
        }))
        .unwrap();
        assert_eq!(
            (workspace.app_type.as_deref(), workspace.extra.is_empty()),
            (Some("jira-software"), true)
        );
        let attributes = workspace.attributes.unwrap();
        assert_eq!((attributes.directory.as_deref(), attributes.unit.as_deref()), (Some("d-1"), Some("u-1")));
        assert!(attributes.extra.is_empty());
        let relationships = workspace.relationships.unwrap();
        assert!(relationships.extra.is_empty());
        let only = |relatives: Option<Vec<WorkspaceRelative>>| {
            let relative = relatives.unwrap().remove(0);
            let attributes = relative.attributes.unwrap();
            assert!(relative.extra.is_empty() && attributes.extra.is_empty(), "{attributes:?}");
            attributes
        };
        let entitlement = only(relationships.entitlement);
        assert_eq!(entitlement.soft_capacity_limit, Some(50_000));
        assert_eq!(
            [
                entitlement.product_id,
                entitlement.billing_source_system,
                entitlement.ccp_entitlement_id,
                entitlement.ccp_transaction_account_id,
                entitlement.usage_identifier,
            ]
            .map(Option::unwrap),
            ["p-1", "CCP", "c-1", "t-1", "u-1"]
        );
        let feature = only(relationships.feature);
        assert_eq!(
            (feature.is_data_residency_allowed, feature.workspace_active, feature.enabled),
            (Some(true), Some(true), Some(false))
        );
        assert_eq!(
            (feature.realms.unwrap(), feature.tracks.unwrap()),
            (vec!["EU".into()], vec!["preview".into()])
        );
        assert_eq!((feature.ip, feature.limit), (Some(3), Some(10)));
        assert_eq!(feature.entitled_sandbox.as_deref(), Some("STANDARD"));
        assert_eq!(feature.user_access_management_state.as_deref(), Some("CENTRALIZED"));
        let policy = only(relationships.policy);
        assert_eq!(
            (policy.available_targets, policy.suspended.as_deref(), policy.enabled),
            (Some(2), Some("no"), Some(true))
        );
        let relation = only(relationships.relates_from_entitlement);
        assert_eq!(relation.entitlement_id.as_deref(), Some("e-2"));
        assert_eq!(relation.relationship_type.as_deref(), Some("INCLUDED"));
        let offering = relation.entitlement.unwrap().offering.unwrap();
        let listing = offering.product_listing.unwrap();
        assert_eq!(
            [offering.product_id, offering.name, listing.product_id, listing.name, listing.icon_url]
                .map(Option::unwrap),
            ["o-1", "Premium", "l-1", "Jira", "https://icons.example/jira"]
        );
    }
}
