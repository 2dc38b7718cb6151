//! Policies, such as the IP addresses that can access a site.
//!
//! A [`Policy`] is read, and a [`PolicyInput`] is written: the input does not hold the application
//! status. [`PolicyInput::try_from`] keeps all other properties of a policy, known or unknown, so
//! that an update loses nothing.
//!
//! Types and properties marked "undocumented" were observed in responses of the server and are
//! missing from Atlassian's documentation. Do not rely on them.

use serde::Serialize;
use serde_json::Value;

use super::macros::{input, object, string_enum};
use super::{Extra, Links, PolicyId, ResourceId, Timestamp};
use crate::json::Raw;

string_enum! {
    /// The type of a policy.
    PolicyType {
        /// The IP addresses that can access the resources.
        IpAllowlist = "ip-allowlist",
        /// The location of the data of the resources.
        DataResidency = "data-residency",
        /// The security of the data of the resources. Read-only.
        DataSecurity = "data-security",
        /// The notifications that administrators receive. Read-only and undocumented.
        AdminNotificationSettings = "admin-notification-settings",
        /// The resources without generative AI. Read-only and undocumented.
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
    /// The status of a policy.
    PolicyStatus {
        /// The policy is in force.
        Enabled = "enabled",
        /// The policy is not in force.
        Disabled = "disabled",
    }
}

string_enum! {
    /// The application status of a policy on a resource.
    ApplicationStatus {
        /// The policy is being applied.
        Applying = "applying",
        /// The policy is being removed.
        Removing = "removing",
        /// The policy is applied.
        Applied = "applied",
        /// The application of the policy failed.
        Failed = "failed",
        /// The policy will be applied later.
        Scheduled = "scheduled",
        /// The policy is in force. Undocumented.
        Enabled = "enabled",
    }
}

object! {
    /// A policy of an organization.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get).
    Policy {
        required {
            /// Its identifier.
            id: PolicyId = "id",
        }
        optional {
            /// Always `policy`.
            kind: String = "type",
            /// Its attributes.
            attributes: PolicyAttributes = "attributes",
            /// Its links. The server omits them in some responses.
            links: Links = "links",
        }
    }
}

object! {
    /// The attributes of a policy.
    PolicyAttributes {
        optional {
            /// The type of the policy.
            kind: PolicyType = "type",
            /// Its name.
            name: String = "name",
            /// The status of the policy.
            status: PolicyStatus = "status",
            /// The rule of the policy.
            rule: PolicyRule = "rule",
            /// The resources of the policy.
            resources: Vec<PolicyResource> = "resources",
            /// Its identifier, repeated. Undocumented.
            id: PolicyId = "id",
            /// The identifier of the owner. Undocumented.
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
    /// The rule of a policy. Only rules of documented types have `in`.
    PolicyRule {
        optional {
            /// The permitted values: IP addresses and ranges, or regions.
            values: Vec<String> = "in",
            /// The scope of the rule. Undocumented.
            scope_type: String = "scopeType",
            /// The resources on which the feature is switched off. Undocumented.
            off: Vec<String> = "off",
            /// Whether the organization has consented. Undocumented.
            consented: bool = "consented",
            /// The frequency of the approval summary for administrators. Undocumented.
            admin_approval_summary: String = "adminApprovalSummary",
            /// The notifications to send. Undocumented.
            notification: Vec<PolicyNotification> = "notification",
        }
    }
}

input! {
    /// A notification of a policy. Undocumented.
    PolicyNotification {
        optional {
            /// The channel.
            channel: String = "channel",
            /// The trigger.
            trigger: String = "trigger",
        }
    }
}

object! {
    /// A resource that a policy is applied to.
    PolicyResource {
        required {
            /// Its identifier.
            id: ResourceId = "id",
        }
        optional {
            /// The application status of the policy on the resource.
            application_status: ApplicationStatus = "applicationStatus",
            /// The schedule and the account that applies the policy.
            meta: PolicyResourceMeta = "meta",
            /// The links of the resource.
            links: PolicyResourceLinks = "links",
            /// The type of the resource. Undocumented.
            kind: String = "type",
            /// When the policy was first applied to it. Undocumented.
            created_at: Timestamp = "createdAt",
            /// When the application was last changed. Undocumented.
            updated_at: Timestamp = "updatedAt",
            /// Free-form. Undocumented.
            metadata: Raw<Value> = "metadata",
        }
    }
}

input! {
    /// The schedule and the account that applies a policy to a resource.
    PolicyResourceMeta {
        optional {
            /// The date at which the policy is to be applied.
            scheduled_date: String = "scheduledDate",
            /// The start of the migration of the data.
            migration_start: String = "migrationStartDateTime",
            /// The end of the migration of the data. The property name has Atlassian's
            /// misspelling.
            migration_end: String = "migrationEndDataTime",
            /// The account that applies the policy.
            atlassian_account_id: String = "atlassianAccountId",
        }
    }
}

input! {
    /// The links of a resource of a policy.
    PolicyResourceLinks {
        optional {
            /// The ticket of the change.
            ticket: String = "ticket",
        }
    }
}

object! {
    /// The policy of a create or update request.
    PolicyInput {
        required {
            /// Always `policy`.
            kind: String = "type",
            /// Its attributes.
            attributes: PolicyInputAttributes = "attributes",
        }
        optional {
            /// In updates, the identifier of the policy, repeated. Optional.
            id: PolicyId = "id",
        }
    }
}

impl PolicyInput {
    /// Creates a policy with these attributes.
    #[must_use]
    pub fn new(attributes: PolicyInputAttributes) -> Self {
        Self { kind: "policy".to_owned(), attributes, ..Self::default() }
    }
}

input! {
    /// The attributes of a policy to write. To create one, the server requires all of them.
    PolicyInputAttributes {
        required {
            /// The type of the policy.
            kind: PolicyType = "type",
        }
        optional {
            /// Its name.
            name: String = "name",
            /// The status of the policy.
            status: PolicyStatus = "status",
            /// The rule of the policy.
            rule: PolicyRule = "rule",
            /// The resources of the policy.
            resources: Vec<PolicyResourceInput> = "resources",
        }
    }
}

input! {
    /// A resource to apply a policy to.
    PolicyResourceInput {
        required {
            /// Its identifier.
            id: ResourceId = "id",
        }
        optional {
            /// The schedule and the account that applies the policy.
            meta: PolicyResourceMeta = "meta",
            /// The links of the resource.
            links: PolicyResourceLinks = "links",
        }
    }
}

/// Converts a policy for an update. The input omits the application status and the resources that
/// are being removed.
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

/// The error for a policy without a type, which cannot be written back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingPolicyType;

impl std::fmt::Display for MissingPolicyType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the policy does not have a type: read it again by its identifier, or set its type")
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
        // Listing a resource that is being removed would apply the policy to it again.
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

/// Adds a property that was read to `extra`, so that it is written back. Input types have no field
/// for it: Atlassian does not document that it can be sent.
fn keep(extra: &mut Extra, name: &str, value: Option<impl Serialize>) {
    if let Some(json) = value.and_then(|value| serde_json::value::to_raw_value(&value).ok()) {
        extra.push(name.into(), json);
    }
}

#[cfg(test)]
mod tests;
