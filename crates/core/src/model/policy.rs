//! Policies: what is allowed where, such as the IP addresses that may reach a site.
//!
//! What is read ([`Policy`]) and what is written ([`PolicyInput`]) differ: the API tells how far a policy is applied, and is not
//! told it. [`PolicyInput::try_from`] a policy keeps everything else, known or not, so that an update erases nothing.

use super::macros::{input, object, string_enum};
use super::{Links, PolicyId, ResourceId};

string_enum! {
    /// What a policy is about.
    PolicyType {
        /// From which IP addresses the resources can be reached.
        IpAllowlist = "ip-allowlist",
        /// Where the data of the resources is kept.
        DataResidency = "data-residency",
        /// How the data of the resources is secured. It can be read only.
        DataSecurity = "data-security",
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
        }
    }
}

input! {
    /// What a policy allows. Rules of other types of policies have other members, which are kept.
    PolicyRule {
        optional {
            /// Only these values: IP addresses and ranges, or regions.
            values: Vec<String> = "in",
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
    type Error = NoPolicyType;

    fn try_from(policy: Policy) -> Result<Self, NoPolicyType> {
        let Policy { id, kind, attributes, links: _, extra } = policy;
        Ok(Self {
            kind: kind.unwrap_or_else(|| "policy".to_owned()),
            attributes: attributes.ok_or(NoPolicyType)?.try_into()?,
            id: Some(id),
            extra,
        })
    }
}

/// A policy that was read without saying what it is about; it cannot be written back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoPolicyType;

impl std::fmt::Display for NoPolicyType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            "the policy was read without its type: read it anew by its identifier, or say what it is about",
        )
    }
}

impl std::error::Error for NoPolicyType {}

impl TryFrom<PolicyAttributes> for PolicyInputAttributes {
    type Error = NoPolicyType;

    fn try_from(attributes: PolicyAttributes) -> Result<Self, NoPolicyType> {
        let PolicyAttributes { kind, name, status, rule, resources, extra } = attributes;
        // A resource on its way out would be put back by being named.
        let stays =
            |resource: &PolicyResource| resource.application_status != Some(ApplicationStatus::Removing);
        let resources =
            resources.map(|resources| resources.into_iter().filter(stays).map(Into::into).collect());
        Ok(Self { kind: kind.ok_or(NoPolicyType)?, name, status, rule, resources, extra })
    }
}

impl From<PolicyResource> for PolicyResourceInput {
    fn from(resource: PolicyResource) -> Self {
        let PolicyResource { id, application_status: _, meta, links, extra } = resource;
        Self { id, meta, links, extra }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_read_can_be_changed_and_written_without_a_loss() {
        let read = json!({
            "id": "p-1", "type": "policy", "novel": 1, "links": { "self": "s" },
            "attributes": {
                "type": "generative-ai", "name": "Office", "status": "enabled", "ownerId": "o", "metadata": { "a": [1] },
                "rule": { "in": ["192.0.2.0/24"], "scopeType": "all", "off": ["x"] },
                "resources": [{
                    "id": "r-1", "applicationStatus": "applied", "novel": true,
                    "meta": { "migrationEndDataTime": "t", "novel": 2 }, "links": { "ticket": "t", "novel": 3 },
                }, { "id": "r-2", "applicationStatus": "removing" }],
            },
        });
        let typeless = serde_json::from_str::<Policy>(r#"{"id":"p","attributes":{"name":"n"}}"#).unwrap();
        assert_eq!(PolicyInput::try_from(typeless), Err(NoPolicyType));
        let policy: Policy = serde_json::from_str(&read.to_string()).unwrap();
        let mut input = PolicyInput::try_from(policy).unwrap();
        input.attributes.status = Some(PolicyStatus::Disabled);
        assert_eq!(
            serde_json::to_value(&input).unwrap(),
            json!({
                "id": "p-1", "type": "policy", "novel": 1,
                "attributes": {
                    "type": "generative-ai", "name": "Office", "status": "disabled", "ownerId": "o", "metadata": { "a": [1] },
                    "rule": { "in": ["192.0.2.0/24"], "scopeType": "all", "off": ["x"] },
                    "resources": [{
                        "id": "r-1", "novel": true,
                        "meta": { "migrationEndDataTime": "t", "novel": 2 }, "links": { "ticket": "t", "novel": 3 },
                    }],
                },
            })
        );
    }
}
