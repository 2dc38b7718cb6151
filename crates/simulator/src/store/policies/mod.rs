//! Policies. A change of one is accepted at once and applied to its resources a little later: how far it is follows from the time.

mod initial;
mod stored;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use self::stored::Stored;
use super::{Refusal, Store};
use crate::data::World;
use crate::hash::{Draw, Subject};

/// How long it takes until a change is applied, in milliseconds.
pub(crate) const APPLYING: i64 = 5_000;

/// The types that can be created and changed; the others can only be read.
const CHANGEABLE: [&str; 2] = ["ip-allowlist", "data-residency"];

/// The policies, the oldest first.
#[derive(Debug)]
pub(super) struct Policies {
    policies: Vec<Stored>,
    /// How many there have ever been.
    made: u64,
}

/// A policy, as it can be read at one moment.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Policy {
    /// How many were made before it.
    pub(crate) number: u64,
    pub(crate) id: String,
    /// Such as `ip-allowlist`.
    pub(crate) kind: String,
    pub(crate) name: String,
    /// `enabled` or `disabled`.
    pub(crate) status: String,
    /// What it allows, where it has a rule.
    pub(crate) rule: Option<Value>,
    /// What else it says, as it came.
    pub(crate) members: Map<String, Value>,
    pub(crate) resources: Vec<PolicyResource>,
    /// In epoch milliseconds, as is the next.
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// What a policy applies to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PolicyResource {
    pub(crate) id: String,
    /// `links` and `meta`, as they came.
    pub(crate) members: Map<String, Value>,
    /// `applying`, `applied` or `removing`.
    pub(crate) application: &'static str,
}

/// What a request says about a policy. What it leaves out stays as it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct PolicyInput {
    pub(crate) kind: String,
    pub(crate) name: Option<String>,
    pub(crate) status: Option<String>,
    pub(crate) rule: Option<Value>,
    /// Whatever else it says.
    pub(crate) members: Map<String, Value>,
    pub(crate) resources: Option<Vec<ResourceInput>>,
}

/// A resource, as a request names it.
#[derive(Debug, Clone, Default)]
pub(crate) struct ResourceInput {
    pub(crate) id: String,
    pub(crate) members: Map<String, Value>,
}

impl Policies {
    /// Number and identifier of a new policy.
    fn next(&mut self, world: &World) -> (u64, String) {
        let number = self.made;
        self.made += 1;
        (number, Draw::new(world.seed, Subject::Policy, number).uuid())
    }

    /// A policy that can be changed.
    fn changeable(&mut self, id: &str) -> Result<&mut Stored, Refusal> {
        let mut there = self.policies.iter_mut().filter(|policy| policy.gone_from.is_none());
        let policy = there.find(|policy| policy.id == id).ok_or(Refusal::UnknownPolicy)?;
        if CHANGEABLE.contains(&policy.kind.as_str()) { Ok(policy) } else { Err(Refusal::ReadOnlyPolicy) }
    }
}

impl Store {
    /// The policies that are there, those on their way out among them.
    pub(crate) fn policies(&self, now: i64) -> impl Iterator<Item = Policy> {
        let there = move |policy: &&Stored| policy.gone_from.is_none_or(|from| now < from);
        self.policies.policies.iter().filter(there).map(move |policy| policy.read(now))
    }

    pub(crate) fn policy(&self, now: i64, id: &str) -> Result<Policy, Refusal> {
        self.policies(now).find(|policy| policy.id == id).ok_or(Refusal::UnknownPolicy)
    }

    /// Makes a policy, of which nothing may be left out but its resources.
    pub(crate) fn create_policy(
        &mut self,
        world: &World,
        now: i64,
        input: PolicyInput,
    ) -> Result<Policy, Refusal> {
        input.check()?;
        let (Some(name), Some(status), rule @ Some(_)) = (input.name, input.status, input.rule) else {
            return Err(Refusal::InvalidPolicy);
        };
        let (number, id) = self.policies.next(world);
        let (kind, members, resources, gone_from) = (input.kind, input.members, Vec::new(), None);
        let (created_at, updated_at) = (now, now);
        let mut policy = Stored {
            number,
            id,
            kind,
            name,
            status,
            rule,
            members,
            resources,
            created_at,
            updated_at,
            gone_from,
        };
        for resource in input.resources.unwrap_or_default() {
            policy.apply_to(now, resource);
        }
        self.log.record(now, policy.change(now, "policy_created", "created the policy"));
        let read = policy.read(now);
        self.policies.policies.push(policy);
        Ok(read)
    }

    /// Changes what a policy says. Its type stays.
    pub(crate) fn update_policy(
        &mut self,
        now: i64,
        id: &str,
        input: PolicyInput,
    ) -> Result<Policy, Refusal> {
        let policy = self.policies.changeable(id)?;
        input.check()?;
        if input.kind != policy.kind {
            return Err(Refusal::InvalidPolicy);
        }
        if let Some(name) = input.name {
            policy.name = name;
        }
        if let Some(status) = input.status {
            policy.status = status;
        }
        policy.rule = input.rule.or(policy.rule.take());
        policy.members.extend(input.members);
        if let Some(resources) = input.resources {
            for left_out in policy.resources.iter_mut() {
                left_out.remove(now);
            }
            for resource in resources {
                policy.apply_to(now, resource);
            }
        } else {
            for resource in policy.resources.iter_mut().filter(|resource| !resource.removing) {
                resource.settled_from = now.saturating_add(APPLYING);
            }
        }
        self.log.record(now, policy.change(now, "policy_updated", "updated the policy"));
        Ok(policy.read(now))
    }

    /// Takes a policy from its resources, and then away.
    pub(crate) fn delete_policy(&mut self, now: i64, id: &str) -> Result<(), Refusal> {
        let policy = self.policies.changeable(id)?;
        for resource in &mut policy.resources {
            resource.remove(now);
        }
        policy.gone_from = Some(now.saturating_add(APPLYING));
        self.log.record(now, policy.change(now, "policy_deleted", "deleted the policy"));
        Ok(())
    }

    /// Applies a policy to one more resource.
    pub(crate) fn add_policy_resource(
        &mut self,
        now: i64,
        id: &str,
        resource: ResourceInput,
    ) -> Result<Policy, Refusal> {
        let policy = self.policies.changeable(id)?;
        if resource.id.is_empty() {
            return Err(Refusal::InvalidPolicy);
        }
        let (action, done) = ("policy_resource_added", "added a resource to the policy");
        let change = policy.resource_change(now, action, done, &resource.id);
        policy.apply_to(now, resource);
        self.log.record(now, change);
        Ok(policy.read(now))
    }

    /// Replaces the members of a policy's resource.
    pub(crate) fn update_policy_resource(
        &mut self,
        now: i64,
        id: &str,
        resource: ResourceInput,
    ) -> Result<Policy, Refusal> {
        let policy = self.policies.changeable(id)?;
        policy.resource(&resource.id)?;
        let (action, done) = ("policy_resource_updated", "updated a resource of the policy");
        let change = policy.resource_change(now, action, done, &resource.id);
        policy.apply_to(now, resource);
        self.log.record(now, change);
        Ok(policy.read(now))
    }

    /// Takes a policy from a resource.
    pub(crate) fn remove_policy_resource(
        &mut self,
        now: i64,
        id: &str,
        resource: &str,
    ) -> Result<(), Refusal> {
        let policy = self.policies.changeable(id)?;
        policy.resource(resource)?.remove(now);
        let (action, done) = ("policy_resource_removed", "removed a resource from the policy");
        self.log.record(now, policy.resource_change(now, action, done, resource));
        Ok(())
    }
}

impl PolicyInput {
    fn check(&self) -> Result<(), Refusal> {
        let mut resources = self.resources.iter().flatten();
        let valid = CHANGEABLE.contains(&self.kind.as_str())
            && self.name.as_ref().is_none_or(|name| !name.trim().is_empty())
            && self.status.as_deref().is_none_or(|status| ["enabled", "disabled"].contains(&status))
            && self.rule.as_ref().is_none_or(|rule| rule.get("in").is_some_and(Value::is_array))
            && resources.all(|resource| !resource.id.is_empty());
        if valid { Ok(()) } else { Err(Refusal::InvalidPolicy) }
    }
}
