//! The policies that there are. A change is accepted at once and applied to the resources of a
//! policy a little later: how far it is follows from the time.

use serde_json::{Map, Value};

use crate::organization::{Change, Object, Transaction, View, World};
use crate::refusal::Refusal;
use crate::rng::{Rng, Subject};

/// How long it takes until a change is applied, in milliseconds.
pub(crate) const APPLYING: i64 = 5_000;

/// The types that can be created and changed; the others can only be read.
const CHANGEABLE: [&str; 2] = ["ip-allowlist", "data-residency"];

/// The policies, the oldest first.
#[derive(Debug, Default)]
pub(crate) struct Policies {
    policies: Vec<Policy>,
    /// How many there have ever been.
    made: u64,
}

/// A policy. Times are in milliseconds since 1970.
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// Its other properties, as they came.
    pub(crate) members: Map<String, Value>,
    /// What it applies to, or has applied to.
    pub(super) resources: Vec<PolicyResource>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
    /// When it is gone, if it was deleted.
    pub(super) gone_from: Option<i64>,
}

/// What a policy applies to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PolicyResource {
    pub(crate) id: String,
    /// `links` and `meta`, as they came.
    pub(crate) members: Map<String, Value>,
    /// When the latest change takes effect.
    pub(super) settled_from: i64,
    pub(super) removing: bool,
}

/// What a request says about a policy. What it leaves out stays as it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct PolicyInput {
    pub(crate) kind: String,
    pub(crate) name: Option<String>,
    pub(crate) status: Option<String>,
    pub(crate) rule: Option<Value>,
    /// The other properties.
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
    /// Adds a policy, which gets its number and its identifier.
    pub(super) fn add(&mut self, world: &World, policy: Policy) -> Policy {
        let number = self.made;
        self.made += 1;
        let id = Rng::new(world.seed, Subject::Policy, number).uuid();
        let policy = Policy { number, id, ..policy };
        self.policies.push(policy.clone());
        policy
    }
}

/// The policies that are there, those that are being removed among them.
pub(crate) fn all(view: View<'_>) -> impl Iterator<Item = Policy> {
    let there = move |policy: &&Policy| policy.gone_from.is_none_or(|from| view.now < from);
    view.store.policies.policies.iter().filter(there).cloned()
}

pub(crate) fn find(view: View<'_>, id: &str) -> Result<Policy, Refusal> {
    all(view).find(|policy| policy.id == id).ok_or(Refusal::UnknownPolicy)
}

/// Creates a policy. Only its resources may be missing.
pub(crate) fn create(tx: &mut Transaction<'_>, input: PolicyInput) -> Result<Policy, Refusal> {
    input.check()?;
    let (Some(name), Some(status), rule @ Some(_)) = (input.name, input.status, input.rule) else {
        return Err(Refusal::InvalidPolicy);
    };
    let (kind, members) = (input.kind, input.members);
    let (created_at, updated_at) = (tx.now, tx.now);
    let mut policy =
        Policy { kind, name, status, rule, members, created_at, updated_at, ..Policy::default() };
    for resource in input.resources.unwrap_or_default() {
        policy.apply_to(tx.now, resource);
    }
    let policy = tx.store.policies.add(tx.world, policy);
    tx.record(policy.change("policy_created", "created the policy", None));
    Ok(policy)
}

/// Changes the properties of a policy. Its type stays.
pub(crate) fn update(tx: &mut Transaction<'_>, id: &str, input: PolicyInput) -> Result<Policy, Refusal> {
    let now = tx.now;
    change(tx, id, ("policy_updated", "updated the policy"), None, |policy| {
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
            policy.resources.iter_mut().for_each(|left_out| left_out.remove(now));
            resources.into_iter().for_each(|resource| policy.apply_to(now, resource));
        } else {
            for resource in policy.resources.iter_mut().filter(|resource| !resource.removing) {
                resource.settled_from = now.saturating_add(APPLYING);
            }
        }
        Ok(())
    })
}

/// Removes a policy from its resources, and then deletes it.
pub(crate) fn delete(tx: &mut Transaction<'_>, id: &str) -> Result<(), Refusal> {
    let now = tx.now;
    let deleted = change(tx, id, ("policy_deleted", "deleted the policy"), None, |policy| {
        policy.resources.iter_mut().for_each(|resource| resource.remove(now));
        policy.gone_from = Some(now.saturating_add(APPLYING));
        Ok(())
    });
    deleted.map(drop)
}

/// Applies a policy to one more resource.
pub(crate) fn add_resource(
    tx: &mut Transaction<'_>,
    id: &str,
    resource: ResourceInput,
) -> Result<Policy, Refusal> {
    let (now, resource_id) = (tx.now, resource.id.clone());
    let entry = ("policy_resource_added", "added a resource to the policy");
    change(tx, id, entry, Some(&resource_id), |policy| {
        if resource.id.is_empty() {
            return Err(Refusal::InvalidPolicy);
        }
        policy.apply_to(now, resource);
        Ok(())
    })
}

/// Replaces the properties of a policy's resource.
pub(crate) fn update_resource(
    tx: &mut Transaction<'_>,
    id: &str,
    resource: ResourceInput,
) -> Result<Policy, Refusal> {
    let (now, resource_id) = (tx.now, resource.id.clone());
    let entry = ("policy_resource_updated", "updated a resource of the policy");
    change(tx, id, entry, Some(&resource_id), |policy| {
        policy.resource(&resource.id)?;
        policy.apply_to(now, resource);
        Ok(())
    })
}

/// Removes a policy from a resource.
pub(crate) fn remove_resource(tx: &mut Transaction<'_>, id: &str, resource: &str) -> Result<(), Refusal> {
    let now = tx.now;
    let entry = ("policy_resource_removed", "removed a resource from the policy");
    change(tx, id, entry, Some(resource), |policy| {
        policy.resource(resource)?.remove(now);
        Ok(())
    })
    .map(drop)
}

/// Changes a policy that can be changed, and logs it as this action and sentence, unless `edit`
/// refuses.
fn change(
    tx: &mut Transaction<'_>,
    id: &str,
    (action, done): (&'static str, &str),
    resource: Option<&str>,
    edit: impl FnOnce(&mut Policy) -> Result<(), Refusal>,
) -> Result<Policy, Refusal> {
    let mut there = tx.store.policies.policies.iter_mut().filter(|policy| policy.gone_from.is_none());
    let policy = there.find(|policy| policy.id == id).ok_or(Refusal::UnknownPolicy)?;
    if !CHANGEABLE.contains(&policy.kind.as_str()) {
        return Err(Refusal::ReadOnlyPolicy);
    }
    edit(policy)?;
    policy.updated_at = tx.now;
    let policy = policy.clone();
    tx.record(policy.change(action, done, resource));
    Ok(policy)
}

impl Policy {
    /// The resources that it applies to, those that are being removed among them.
    pub(crate) fn resources(&self, now: i64) -> impl Iterator<Item = &PolicyResource> {
        self.resources.iter().filter(move |resource| !resource.removing || now < resource.settled_from)
    }

    fn apply_to(&mut self, now: i64, input: ResourceInput) {
        let settled_from = now.saturating_add(APPLYING);
        let ResourceInput { id, members } = input;
        let applied = PolicyResource { id, members, settled_from, removing: false };
        match self.resources.iter_mut().find(|known| known.id == applied.id) {
            Some(known) => *known = applied,
            None => self.resources.push(applied),
        }
    }

    /// A resource that the policy applies to, or soon will.
    fn resource(&mut self, id: &str) -> Result<&mut PolicyResource, Refusal> {
        let mut there = self.resources.iter_mut().filter(|resource| !resource.removing);
        there.find(|resource| resource.id == id).ok_or(Refusal::UnknownPolicyResource)
    }

    /// The log entry of a change.
    fn change(&self, action: &'static str, done: &str, resource: Option<&str>) -> Change {
        Change {
            action,
            object: Object { kind: "policies", id: self.id.clone(), name: self.name.clone() },
            also: resource.map(Object::resource).into_iter().collect(),
            message: format!("{done} {}", self.name),
        }
    }
}

impl PolicyResource {
    fn remove(&mut self, now: i64) {
        if !self.removing {
            self.removing = true;
            self.settled_from = now.saturating_add(APPLYING);
        }
    }

    /// `applying`, `applied` or `removing`.
    pub(crate) fn application(&self, now: i64) -> &'static str {
        match (self.removing, now < self.settled_from) {
            (true, _) => "removing",
            (false, true) => "applying",
            (false, false) => "applied",
        }
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
