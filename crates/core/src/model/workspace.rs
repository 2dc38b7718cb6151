//! Workspaces: instances of products, such as the Jira of a site.

use serde_json::Value;

use super::macros::{object, string_enum};
use super::{Links, ResourceId, Timestamp};
use crate::Raw;

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
        }
    }
}

object! {
    /// An entitlement, a feature or a policy of a workspace.
    WorkspaceRelative {
        optional {
            /// Its identifier.
            id: String = "id",
            /// Which of the three it is.
            kind: String = "type",
            /// What describes it.
            attributes: WorkspaceRelativeAttributes = "attributes",
        }
    }
}

object! {
    /// What describes an entitlement, a feature or a policy of a workspace.
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
        }
    }
}
