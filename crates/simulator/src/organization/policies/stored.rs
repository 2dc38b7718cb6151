//! A policy as it is kept: what it says, and from when on that holds.

use serde_json::{Map, Value};

use super::{APPLYING, Policy, PolicyResource, ResourceInput};
use crate::organization::audit_log::{Change, Object};
use crate::refusal::Refusal;

/// A policy.
#[derive(Debug)]
pub(crate) struct Stored {
    pub(super) number: u64,
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) status: String,
    pub(super) rule: Option<Value>,
    pub(super) members: Map<String, Value>,
    pub(super) resources: Vec<StoredResource>,
    pub(super) created_at: i64,
    pub(super) updated_at: i64,
    /// When it is gone, if it was deleted.
    pub(super) gone_from: Option<i64>,
}

/// What it applies to, or has applied to.
#[derive(Debug)]
pub(crate) struct StoredResource {
    pub(super) id: String,
    pub(super) members: Map<String, Value>,
    /// When what was done last to it takes effect.
    pub(super) settled_from: i64,
    pub(super) removing: bool,
}

impl Stored {
    pub(crate) fn read(&self, now: i64) -> Policy {
        let there =
            self.resources.iter().filter(|resource| !resource.removing || now < resource.settled_from);
        Policy {
            number: self.number,
            id: self.id.clone(),
            kind: self.kind.clone(),
            name: self.name.clone(),
            status: self.status.clone(),
            rule: self.rule.clone(),
            members: self.members.clone(),
            resources: there.map(|resource| resource.read(now)).collect(),
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }

    pub(crate) fn apply_to(&mut self, now: i64, input: ResourceInput) {
        let settled_from = now.saturating_add(APPLYING);
        let ResourceInput { id, members } = input;
        let applied = StoredResource { id, members, settled_from, removing: false };
        match self.resources.iter_mut().find(|known| known.id == applied.id) {
            Some(known) => *known = applied,
            None => self.resources.push(applied),
        }
    }

    /// A resource that the policy applies to, or soon will.
    pub(crate) fn resource(&mut self, id: &str) -> Result<&mut StoredResource, Refusal> {
        let mut there = self.resources.iter_mut().filter(|resource| !resource.removing);
        there.find(|resource| resource.id == id).ok_or(Refusal::UnknownPolicyResource)
    }

    /// The log entry of a change that is made now.
    pub(crate) fn change(&mut self, now: i64, action: &'static str, done: &str) -> Change {
        self.updated_at = now;
        Change {
            action,
            object: Object { kind: "policies", id: self.id.clone(), name: self.name.clone() },
            also: Vec::new(),
            message: format!("{done} {}", self.name),
        }
    }

    /// A change of what the policy applies to.
    pub(crate) fn resource_change(
        &mut self,
        now: i64,
        action: &'static str,
        done: &str,
        resource: &str,
    ) -> Change {
        Change { also: vec![Object::resource(resource)], ..self.change(now, action, done) }
    }
}

impl StoredResource {
    pub(crate) fn remove(&mut self, now: i64) {
        if !self.removing {
            self.removing = true;
            self.settled_from = now.saturating_add(APPLYING);
        }
    }

    pub(crate) fn read(&self, now: i64) -> PolicyResource {
        let application = match (self.removing, now < self.settled_from) {
            (true, _) => "removing",
            (false, true) => "applying",
            (false, false) => "applied",
        };
        PolicyResource { id: self.id.clone(), members: self.members.clone(), application }
    }
}
