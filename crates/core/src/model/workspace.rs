//! Workspaces: instances of products, such as the Jira of a site.
//!
//! Properties marked "undocumented" were observed in responses of the server and are missing from
//! Atlassian's documentation. Do not rely on them.

use serde_json::Value;

use super::macros::{object, string_enum};
use super::{Links, ResourceId, Timestamp};
use crate::json::Raw;

string_enum! {
    /// The status of a workspace.
    WorkspaceStatus {
        /// The workspace is online.
        Online = "online",
        /// The workspace is temporarily offline.
        Offline = "offline",
        /// The workspace is deprecated.
        Deprecated = "deprecated",
    }
}

string_enum! {
    /// Whether a workspace is a sandbox.
    SandboxKind {
        /// The workspace is a sandbox of another workspace.
        Child = "CHILD",
        /// The workspace is not a sandbox.
        None = "NONE",
    }
}

object! {
    /// A workspace: an instance of a product with its own URL.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-workspaces/#api-v2-orgs-orgid-workspaces-post).
    Workspace {
        required {
            /// Its identifier: an ARI, as used for the resources of roles and policies.
            id: ResourceId = "id",
        }
        optional {
            /// The type of the resource.
            kind: String = "type",
            /// Its attributes.
            attributes: WorkspaceAttributes = "attributes",
            /// Its entitlements, features and policies.
            relationships: WorkspaceRelationships = "relationships",
            /// Its links.
            links: Links = "links",
            /// The type of the app. Undocumented.
            app_type: String = "appType",
        }
    }
}

object! {
    /// The attributes of a workspace. Which of them are present depends on the product.
    WorkspaceAttributes {
        optional {
            /// Its name.
            name: String = "name",
            /// The display name of the product.
            kind: String = "type",
            /// The product, such as `jira-software`.
            type_key: String = "typeKey",
            /// The address.
            host_url: String = "hostUrl",
            /// The status of the account.
            status: WorkspaceStatus = "status",
            /// The reasons for the status.
            status_details: Vec<String> = "statusDetails",
            /// Whether the workspace is a sandbox.
            sandbox: Sandbox = "sandbox",
            /// The maximum number of users of the plan. It is not the number of purchased seats.
            capacity: i64 = "capacity",
            /// The number of users, for Bitbucket only.
            usage: i64 = "usage",
            /// The owner.
            owner: String = "owner",
            /// The creator: the ARI of an account.
            created_by: String = "createdBy",
            /// When it was created.
            created_at: Timestamp = "createdAt",
            /// When it was last changed. The server never sets it.
            updated_at: Timestamp = "updatedAt",
            /// The data residency realm.
            realm: String = "realm",
            /// The regions of its data.
            regions: Vec<String> = "regions",
            /// Labels.
            labels: Vec<String> = "labels",
            /// Pictures, by size.
            avatars: Raw<Value> = "avatars",
            /// Pictures of the product.
            icons: Raw<Value> = "icons",
            /// The directory of its users. Undocumented.
            directory: String = "directory",
            /// The organizational unit. Undocumented.
            unit: String = "unit",
        }
    }
}

object! {
    /// Whether a workspace is a sandbox.
    Sandbox {
        optional {
            /// The kind of sandbox.
            kind: SandboxKind = "type",
        }
    }
}

object! {
    /// The relationships of a workspace. Relationships with other names are kept as received.
    WorkspaceRelationships {
        optional {
            /// Its entitlements, such as the plan.
            entitlement: Vec<WorkspaceRelative> = "entitlement",
            /// Its features.
            feature: Vec<WorkspaceRelative> = "feature",
            /// Its policies.
            policy: Vec<WorkspaceRelative> = "policy",
            /// Related entitlements. Undocumented.
            relates_from_entitlement: Vec<WorkspaceRelative> = "relatesFromEntitlement",
        }
    }
}

object! {
    /// An entitlement, a feature, a policy or a related entitlement of a workspace.
    WorkspaceRelative {
        optional {
            /// Its identifier. Optional, so that the attributes of one without it can be read.
            id: String = "id",
            /// The type of the relationship.
            kind: String = "type",
            /// Its attributes.
            attributes: WorkspaceRelativeAttributes = "attributes",
            /// Its URL in the API. Undocumented.
            links: Links = "links",
        }
    }
}

object! {
    /// The attributes of an entitlement, a feature, a policy or a related entitlement.
    ///
    /// Only `key`, `plan`, `plan_key` and `fields` are documented.
    WorkspaceRelativeAttributes {
        optional {
            /// Of an entitlement: the product.
            key: String = "key",
            /// Of an entitlement: the display name of the plan.
            plan: String = "plan",
            /// Of an entitlement: the plan.
            plan_key: String = "planKey",
            /// Of a feature or a policy: free-form fields.
            fields: Raw<Value> = "fields",
            /// Of an entitlement: the product identifier in billing.
            product_id: String = "productId",
            /// Of an entitlement: the number of users above which Atlassian requires a larger
            /// plan.
            soft_capacity_limit: i64 = "softCapacityLimit",
            /// Of an entitlement: the system that bills it.
            billing_source_system: String = "billingSourceSystem",
            /// Of an entitlement: its identifier in the Commerce Cloud Platform.
            ccp_entitlement_id: String = "ccpEntitlementId",
            /// Of an entitlement: the account in the Commerce Cloud Platform that pays for it.
            ccp_transaction_account_id: String = "ccpTransactionAccountId",
            /// Of an entitlement: the identifier of its usage.
            usage_identifier: String = "usageIdentifier",
            /// Of a feature: whether data residency is available.
            is_data_residency_allowed: bool = "isDataResidencyAllowed",
            /// Of a feature: the regions to choose from.
            realms: Vec<String> = "realms",
            /// Of a feature: the release tracks to choose from.
            tracks: Vec<String> = "tracks",
            /// Of a feature: the maximum number of IP allowlists.
            ip: i64 = "ip",
            /// Of a feature: the sandbox that the plan includes.
            entitled_sandbox: String = "entitledSandbox",
            /// Of a feature: the state of the user access management.
            user_access_management_state: String = "userAccessManagementState",
            /// Of a feature: whether the workspace is active.
            workspace_active: bool = "workspaceActive",
            /// Of a feature: its limit.
            limit: i64 = "limit",
            /// Of a policy: the number of further resources that it can be applied to.
            available_targets: i64 = "availableTargets",
            /// Of a policy: its suspension.
            suspended: String = "suspended",
            /// Of a feature or a policy: whether it is in force.
            enabled: bool = "enabled",
            /// Of a relation: the identifier of the entitlement.
            entitlement_id: String = "entitlementId",
            /// Of a relation: its type.
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
            /// The purchased offering.
            offering: EntitlementOffering = "offering",
        }
    }
}

object! {
    /// An offering: a plan of a product. Undocumented.
    EntitlementOffering {
        optional {
            /// The product identifier in billing.
            product_id: String = "productId",
            /// Its name.
            name: String = "name",
            /// The listing of the product for customers.
            product_listing: ProductListing = "productListing",
        }
    }
}

object! {
    /// The listing of a product for customers. Undocumented.
    ProductListing {
        optional {
            /// The product identifier in billing.
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
