//! The policies that there are. A change is accepted at once and applied to the resources of a
//! policy a little later: how far it is follows from the time.

use atlassian_admin_core::model::{PolicyInputAttributes, PolicyResourceInput, PolicyStatus};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::organization::{Change, Object, Transaction, View, World};
use crate::refusal::Refusal;
use crate::rng::{Rng, Subject};

/// How long it takes until a change is applied, in milliseconds.
pub(crate) const APPLYING: i64 = 5_000;

/// The types that can be created and changed; the others can only be read.
const CHANGEABLE: [&str; 2] = ["ip-allowlist", "data-residency"];

/// The properties of a policy that only the server sets, and those of each of its resources. They
/// are ignored in requests: clients send back what they have read.
const OWN: &[&str] = &["id", "ownerId", "createdAt", "updatedAt", "metadata", "queryData"];
const OWN_OF_RESOURCE: &[&str] = &["applicationStatus", "type", "createdAt", "updatedAt", "metadata"];

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
    /// Its type, name, status and rule, and its other properties as they came. The resources are
    /// kept apart.
    pub(crate) attributes: Map<String, Value>,
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
    /// All of its properties, as they came.
    pub(crate) properties: Map<String, Value>,
    /// When the latest change takes effect.
    pub(super) settled_from: i64,
    pub(super) removing: bool,
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
pub(crate) fn create(tx: &mut Transaction<'_>, input: PolicyInputAttributes) -> Result<Policy, Refusal> {
    if input.name.is_none() || input.status.is_none() || input.rule.is_none() {
        return Err(Refusal::InvalidPolicy);
    }
    let (created_at, updated_at) = (tx.now, tx.now);
    let mut policy = Policy { created_at, updated_at, ..Policy::default() };
    policy.set(tx.now, input)?;
    let policy = tx.store.policies.add(tx.world, policy);
    tx.record(policy.change("policy_created", "created the policy", None));
    Ok(policy)
}

/// Changes the properties of a policy. Its type stays.
pub(crate) fn update(
    tx: &mut Transaction<'_>,
    id: &str,
    input: PolicyInputAttributes,
) -> Result<Policy, Refusal> {
    change(tx, id, ("policy_updated", "updated the policy"), None, |policy, now| {
        if input.kind.as_str() == policy.text("type") {
            policy.set(now, input)
        } else {
            Err(Refusal::InvalidPolicy)
        }
    })
}

/// Removes a policy from its resources, and then deletes it.
pub(crate) fn delete(tx: &mut Transaction<'_>, id: &str) -> Result<(), Refusal> {
    let deleted = change(tx, id, ("policy_deleted", "deleted the policy"), None, |policy, now| {
        policy.resources.iter_mut().for_each(|resource| resource.remove(now));
        policy.gone_from = Some(now.saturating_add(APPLYING));
        Ok(())
    });
    deleted.map(drop)
}

/// Applies a policy to a resource. If `is_new` is false, the policy must apply to it already.
pub(crate) fn apply(
    tx: &mut Transaction<'_>,
    id: &str,
    resource: &PolicyResourceInput,
    is_new: bool,
) -> Result<Policy, Refusal> {
    let entry = if is_new {
        ("policy_resource_added", "added a resource to the policy")
    } else {
        ("policy_resource_updated", "updated a resource of the policy")
    };
    change(tx, id, entry, Some(resource.id.as_str()), |policy, now| {
        if is_new && resource.id.as_str().is_empty() {
            return Err(Refusal::InvalidPolicy);
        }
        if !is_new {
            policy.resource(resource.id.as_str())?;
        }
        policy.apply_to(now, resource);
        Ok(())
    })
}

/// Removes a policy from a resource.
pub(crate) fn remove_resource(tx: &mut Transaction<'_>, id: &str, resource: &str) -> Result<(), Refusal> {
    let entry = ("policy_resource_removed", "removed a resource from the policy");
    let removed = change(tx, id, entry, Some(resource), |policy, now| {
        policy.resource(resource)?.remove(now);
        Ok(())
    });
    removed.map(drop)
}

/// Changes a policy that can be changed, and logs it as this action and sentence, unless `edit`
/// refuses.
fn change(
    tx: &mut Transaction<'_>,
    id: &str,
    (action, done): (&'static str, &str),
    resource: Option<&str>,
    edit: impl FnOnce(&mut Policy, i64) -> Result<(), Refusal>,
) -> Result<Policy, Refusal> {
    let mut there = tx.store.policies.policies.iter_mut().filter(|policy| policy.gone_from.is_none());
    let policy = there.find(|policy| policy.id == id).ok_or(Refusal::UnknownPolicy)?;
    if !CHANGEABLE.contains(&policy.text("type")) {
        return Err(Refusal::ReadOnlyPolicy);
    }
    edit(policy, tx.now)?;
    policy.updated_at = tx.now;
    let policy = policy.clone();
    tx.record(policy.change(action, done, resource));
    Ok(policy)
}

impl Policy {
    /// An attribute that is a text: `type`, such as `ip-allowlist`, `name`, or `status`.
    pub(crate) fn text(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).and_then(Value::as_str).unwrap_or_default()
    }

    /// The resources that it applies to, those that are being removed among them.
    pub(crate) fn resources(&self, now: i64) -> impl Iterator<Item = &PolicyResource> {
        self.resources.iter().filter(move |resource| !resource.removing || now < resource.settled_from)
    }

    /// Sets what the input names, and is applied again. What the input leaves out stays as it is.
    fn set(&mut self, now: i64, mut input: PolicyInputAttributes) -> Result<(), Refusal> {
        check(&input)?;
        match input.resources.take() {
            Some(resources) => {
                self.resources.iter_mut().for_each(|left_out| left_out.remove(now));
                resources.iter().for_each(|resource| self.apply_to(now, resource));
            }
            None => {
                for resource in self.resources.iter_mut().filter(|resource| !resource.removing) {
                    resource.settled_from = now.saturating_add(APPLYING);
                }
            }
        }
        self.attributes.extend(without(OWN, object(&input)));
        Ok(())
    }

    fn apply_to(&mut self, now: i64, input: &PolicyResourceInput) {
        let settled_from = now.saturating_add(APPLYING);
        let (id, properties) = (input.id.to_string(), without(OWN_OF_RESOURCE, object(input)));
        let applied = PolicyResource { id, properties, settled_from, removing: false };
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
        let name = self.text("name");
        Change {
            action,
            object: Object { kind: "policies", id: self.id.clone(), name: name.to_owned() },
            also: resource.map(Object::resource).into_iter().collect(),
            message: format!("{done} {name}"),
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

fn check(input: &PolicyInputAttributes) -> Result<(), Refusal> {
    let mut resources = input.resources.iter().flatten();
    let valid = CHANGEABLE.contains(&input.kind.as_str())
        && input.name.as_ref().is_none_or(|name| !name.trim().is_empty())
        && !matches!(input.status, Some(PolicyStatus::Other(_)))
        && input.rule.as_ref().is_none_or(|rule| rule.values.is_some())
        && resources.all(|resource| !resource.id.as_str().is_empty());
    if valid { Ok(()) } else { Err(Refusal::InvalidPolicy) }
}

fn without(names: &[&str], mut properties: Map<String, Value>) -> Map<String, Value> {
    properties.retain(|name, _| !names.contains(&name.as_str()));
    properties
}

/// A value that is an object, as JSON.
pub(super) fn object(value: impl Serialize) -> Map<String, Value> {
    serde_json::to_value(value).and_then(serde_json::from_value).unwrap_or_default()
}
