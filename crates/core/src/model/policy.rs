//! Policies: what is allowed where, such as the IP addresses that may reach a site.
//!
//! What is read ([`Policy`]) and what is written ([`PolicyInput`]) differ: the API tells how far a policy is applied, and is not
//! told it. [`PolicyInput::try_from`] a policy keeps everything else, known or not, so that an update erases nothing.
//!
//! Types and properties marked "undocumented" were seen in responses of the real API and are
//! missing from Atlassian's document. Do not rely on them.

use serde::Serialize;
use serde_json::Value;

use super::macros::{input, object, string_enum};
use super::{Extra, Links, PolicyId, ResourceId, Timestamp};
use crate::json::Raw;

string_enum! {
    /// What a policy is about.
    PolicyType {
        /// From which IP addresses the resources can be reached.
        IpAllowlist = "ip-allowlist",
        /// Where the data of the resources is kept.
        DataResidency = "data-residency",
        /// How the data of the resources is secured. It can be read only.
        DataSecurity = "data-security",
        /// Which notifications administrators receive. Read-only and undocumented.
        AdminNotificationSettings = "admin-notification-settings",
        /// Where generative AI is switched off. Read-only and undocumented.
        GenerativeAi = "generative-ai",
        /// Whether the resources are subject to HIPAA. Read-only and undocumented.
        Hipaa = "hipaa",
        /// How Atlassian may use the content that users create. Read-only and undocumented.
        UgcDataUsePreferences = "ugc-data-use-preferences",
        /// How users join products by default. Read-only and undocumented.
        UserJoinSettingsDefault = "user-join-settings-default",
    }
}

string_enum! {
    /// Whether a policy is in force.
    PolicyStatus {
        /// It is.
        Enabled = "enabled",
        /// It is not.
        Disabled = "disabled",
    }
}

string_enum! {
    /// How far a policy is applied to a resource.
    ApplicationStatus {
        /// On its way.
        Applying = "applying",
        /// On its way out.
        Removing = "removing",
        /// In force.
        Applied = "applied",
        /// It could not be applied.
        Failed = "failed",
        /// To be applied later.
        Scheduled = "scheduled",
        /// In force. Undocumented.
        Enabled = "enabled",
    }
}

object! {
    /// A policy of an organization.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get).
    Policy {
        required {
            /// Its identifier.
            id: PolicyId = "id",
        }
        optional {
            /// Always `policy`.
            kind: String = "type",
            /// What it says.
            attributes: PolicyAttributes = "attributes",
            /// Where it stands; the real API leaves it out at times.
            links: Links = "links",
        }
    }
}

object! {
    /// What a policy says.
    PolicyAttributes {
        optional {
            /// What it is about.
            kind: PolicyType = "type",
            /// Its name.
            name: String = "name",
            /// Whether it is in force.
            status: PolicyStatus = "status",
            /// What it allows.
            rule: PolicyRule = "rule",
            /// What it is applied to.
            resources: Vec<PolicyResource> = "resources",
            /// Its identifier once more. Undocumented.
            id: PolicyId = "id",
            /// The identifier of its owner. Undocumented.
            owner_id: String = "ownerId",
            /// When it was created. Undocumented.
            created_at: Timestamp = "createdAt",
            /// When it was last changed. Undocumented.
            updated_at: Timestamp = "updatedAt",
            /// Free-form. Undocumented.
            metadata: Raw<Value> = "metadata",
            /// Free-form. Undocumented.
            query_data: Raw<Value> = "queryData",
        }
    }
}

input! {
    /// What a policy allows. Only rules of documented types have `in`.
    PolicyRule {
        optional {
            /// Only these values: IP addresses and ranges, or regions.
            values: Vec<String> = "in",
            /// What the rule covers. Undocumented.
            scope_type: String = "scopeType",
            /// Where the feature is switched off. Undocumented.
            off: Vec<String> = "off",
            /// Whether the organization has consented. Undocumented.
            consented: bool = "consented",
            /// How administrators learn of approvals. Undocumented.
            admin_approval_summary: String = "adminApprovalSummary",
            /// Which notifications are sent. Undocumented.
            notification: Vec<PolicyNotification> = "notification",
        }
    }
}

input! {
    /// A notification that a policy provides for. Undocumented.
    PolicyNotification {
        optional {
            /// How it is sent.
            channel: String = "channel",
            /// What causes it.
            trigger: String = "trigger",
        }
    }
}

object! {
    /// Something that a policy is applied to.
    PolicyResource {
        required {
            /// Its identifier.
            id: ResourceId = "id",
        }
        optional {
            /// How far the policy is applied to it.
            application_status: ApplicationStatus = "applicationStatus",
            /// When and by whom.
            meta: PolicyResourceMeta = "meta",
            /// What belongs to it.
            links: PolicyResourceLinks = "links",
            /// What kind of resource it is. Undocumented.
            kind: String = "type",
            /// When the policy was first applied to it. Undocumented.
            created_at: Timestamp = "createdAt",
            /// When that was last changed. Undocumented.
            updated_at: Timestamp = "updatedAt",
            /// Free-form. Undocumented.
            metadata: Raw<Value> = "metadata",
        }
    }
}

input! {
    /// When and by whom a policy is applied to a resource.
    PolicyResourceMeta {
        optional {
            /// When it is to be applied.
            scheduled_date: String = "scheduledDate",
            /// When the data began to move.
            migration_start: String = "migrationStartDateTime",
            /// When the data had moved. Atlassian's name for it has a slip of the pen.
            migration_end: String = "migrationEndDataTime",
            /// By which account.
            atlassian_account_id: String = "atlassianAccountId",
        }
    }
}

input! {
    /// What belongs to a resource of a policy.
    PolicyResourceLinks {
        optional {
            /// The ticket about the change.
            ticket: String = "ticket",
        }
    }
}

object! {
    /// A policy to create, or what a policy is to become.
    PolicyInput {
        required {
            /// Always `policy`.
            kind: String = "type",
            /// What it says.
            attributes: PolicyInputAttributes = "attributes",
        }
        optional {
            /// In updates, its identifier once more. It can be left out.
            id: PolicyId = "id",
        }
    }
}

impl PolicyInput {
    /// A policy that says this.
    #[must_use]
    pub fn new(attributes: PolicyInputAttributes) -> Self {
        Self { kind: "policy".to_owned(), attributes, ..Self::default() }
    }
}

input! {
    /// What a policy is to say. To create one, the real API wants all of it.
    PolicyInputAttributes {
        required {
            /// What it is about.
            kind: PolicyType = "type",
        }
        optional {
            /// Its name.
            name: String = "name",
            /// Whether it is in force.
            status: PolicyStatus = "status",
            /// What it allows.
            rule: PolicyRule = "rule",
            /// What it is applied to.
            resources: Vec<PolicyResourceInput> = "resources",
        }
    }
}

input! {
    /// Something that a policy is to be applied to.
    PolicyResourceInput {
        required {
            /// Its identifier.
            id: ResourceId = "id",
        }
        optional {
            /// When and by whom.
            meta: PolicyResourceMeta = "meta",
            /// What belongs to it.
            links: PolicyResourceLinks = "links",
        }
    }
}

/// What is to be changed before it is written back. Nothing is left out but the state of its application, and resources that are
/// being removed.
impl TryFrom<Policy> for PolicyInput {
    type Error = MissingPolicyType;

    fn try_from(policy: Policy) -> Result<Self, MissingPolicyType> {
        let Policy { id, kind, attributes, links: _, extra } = policy;
        Ok(Self {
            kind: kind.unwrap_or_else(|| "policy".to_owned()),
            attributes: attributes.ok_or(MissingPolicyType)?.try_into()?,
            id: Some(id),
            extra: extra.without(&["links"]),
        })
    }
}

/// A policy that was read without saying what it is about; it cannot be written back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingPolicyType;

impl std::fmt::Display for MissingPolicyType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            "the policy was read without its type: read it anew by its identifier, or say what it is about",
        )
    }
}

impl std::error::Error for MissingPolicyType {}

impl TryFrom<PolicyAttributes> for PolicyInputAttributes {
    type Error = MissingPolicyType;

    fn try_from(attributes: PolicyAttributes) -> Result<Self, MissingPolicyType> {
        let PolicyAttributes {
            kind,
            name,
            status,
            rule,
            resources,
            id,
            owner_id,
            created_at,
            updated_at,
            metadata,
            query_data,
            mut extra,
        } = attributes;
        keep(&mut extra, "id", id);
        keep(&mut extra, "ownerId", owner_id);
        keep(&mut extra, "createdAt", created_at);
        keep(&mut extra, "updatedAt", updated_at);
        keep(&mut extra, "metadata", metadata);
        keep(&mut extra, "queryData", query_data);
        // A resource on its way out would be put back by being named.
        let stays =
            |resource: &PolicyResource| resource.application_status != Some(ApplicationStatus::Removing);
        let resources =
            resources.map(|resources| resources.into_iter().filter(stays).map(Into::into).collect());
        Ok(Self { kind: kind.ok_or(MissingPolicyType)?, name, status, rule, resources, extra })
    }
}

impl From<PolicyResource> for PolicyResourceInput {
    fn from(resource: PolicyResource) -> Self {
        let PolicyResource {
            id,
            application_status: _,
            meta,
            links,
            kind,
            created_at,
            updated_at,
            metadata,
            extra,
        } = resource;
        let mut extra = extra.without(&["applicationStatus"]);
        keep(&mut extra, "type", kind);
        keep(&mut extra, "createdAt", created_at);
        keep(&mut extra, "updatedAt", updated_at);
        keep(&mut extra, "metadata", metadata);
        Self { id, meta, links, extra }
    }
}

/// Writes back what was read. The document does not say that it may be sent, so the types of
/// requests do not offer it.
fn keep(extra: &mut Extra, name: &str, value: Option<impl Serialize>) {
    if let Some(json) = value.and_then(|value| serde_json::value::to_raw_value(&value).ok()) {
        extra.push(name.into(), json);
    }
}

#[cfg(test)]
mod tests;
