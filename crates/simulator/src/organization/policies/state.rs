//! Policies. A change of one is accepted at once and applied to its resources a little later: how far it is follows from the time.

use serde_json::{Map, Value};

use super::stored::Stored;
use crate::hash::{Draw, Subject};
use crate::organization::{Transaction, View, World};
use crate::refusal::Refusal;

/// How long it takes until a change is applied, in milliseconds.
pub(crate) const APPLYING: i64 = 5_000;

/// The types that can be created and changed; the others can only be read.
const CHANGEABLE: [&str; 2] = ["ip-allowlist", "data-residency"];

/// The policies, the oldest first.
#[derive(Debug)]
pub(crate) struct Policies {
    pub(super) policies: Vec<Stored>,
    /// How many there have ever been.
    pub(super) made: u64,
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
    pub(super) fn next(&mut self, world: &World) -> (u64, String) {
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

/// The policies that are there, those on their way out among them.
pub(crate) fn all(view: View<'_>) -> impl Iterator<Item = Policy> {
    let there = move |policy: &&Stored| policy.gone_from.is_none_or(|from| view.now < from);
    view.store.policies.policies.iter().filter(there).map(move |policy| policy.read(view.now))
}

pub(crate) fn find(view: View<'_>, id: &str) -> Result<Policy, Refusal> {
    all(view).find(|policy| policy.id == id).ok_or(Refusal::UnknownPolicy)
}

/// Makes a policy, of which nothing may be left out but its resources.
pub(crate) fn create(tx: &mut Transaction<'_>, input: PolicyInput) -> Result<Policy, Refusal> {
    input.check()?;
    let (Some(name), Some(status), rule @ Some(_)) = (input.name, input.status, input.rule) else {
        return Err(Refusal::InvalidPolicy);
    };
    let (number, id) = tx.store.policies.next(tx.world);
    let (kind, members, resources, gone_from) = (input.kind, input.members, Vec::new(), None);
    let (created_at, updated_at) = (tx.now, tx.now);
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
        policy.apply_to(tx.now, resource);
    }
    tx.store.log.record(tx.now, policy.change(tx.now, "policy_created", "created the policy"));
    let read = policy.read(tx.now);
    tx.store.policies.policies.push(policy);
    Ok(read)
}

/// Changes what a policy says. Its type stays.
pub(crate) fn update(tx: &mut Transaction<'_>, id: &str, input: PolicyInput) -> Result<Policy, Refusal> {
    let policy = tx.store.policies.changeable(id)?;
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
            left_out.remove(tx.now);
        }
        for resource in resources {
            policy.apply_to(tx.now, resource);
        }
    } else {
        for resource in policy.resources.iter_mut().filter(|resource| !resource.removing) {
            resource.settled_from = tx.now.saturating_add(APPLYING);
        }
    }
    tx.store.log.record(tx.now, policy.change(tx.now, "policy_updated", "updated the policy"));
    Ok(policy.read(tx.now))
}

/// Takes a policy from its resources, and then away.
pub(crate) fn delete(tx: &mut Transaction<'_>, id: &str) -> Result<(), Refusal> {
    let policy = tx.store.policies.changeable(id)?;
    for resource in &mut policy.resources {
        resource.remove(tx.now);
    }
    policy.gone_from = Some(tx.now.saturating_add(APPLYING));
    tx.store.log.record(tx.now, policy.change(tx.now, "policy_deleted", "deleted the policy"));
    Ok(())
}

/// Applies a policy to one more resource.
pub(crate) fn add_resource(
    tx: &mut Transaction<'_>,
    id: &str,
    resource: ResourceInput,
) -> Result<Policy, Refusal> {
    let policy = tx.store.policies.changeable(id)?;
    if resource.id.is_empty() {
        return Err(Refusal::InvalidPolicy);
    }
    let (action, done) = ("policy_resource_added", "added a resource to the policy");
    let change = policy.resource_change(tx.now, action, done, &resource.id);
    policy.apply_to(tx.now, resource);
    tx.store.log.record(tx.now, change);
    Ok(policy.read(tx.now))
}

/// Replaces the members of a policy's resource.
pub(crate) fn update_resource(
    tx: &mut Transaction<'_>,
    id: &str,
    resource: ResourceInput,
) -> Result<Policy, Refusal> {
    let policy = tx.store.policies.changeable(id)?;
    policy.resource(&resource.id)?;
    let (action, done) = ("policy_resource_updated", "updated a resource of the policy");
    let change = policy.resource_change(tx.now, action, done, &resource.id);
    policy.apply_to(tx.now, resource);
    tx.store.log.record(tx.now, change);
    Ok(policy.read(tx.now))
}

/// Takes a policy from a resource.
pub(crate) fn remove_resource(tx: &mut Transaction<'_>, id: &str, resource: &str) -> Result<(), Refusal> {
    let policy = tx.store.policies.changeable(id)?;
    policy.resource(resource)?.remove(tx.now);
    let (action, done) = ("policy_resource_removed", "removed a resource from the policy");
    tx.store.log.record(tx.now, policy.resource_change(tx.now, action, done, resource));
    Ok(())
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
