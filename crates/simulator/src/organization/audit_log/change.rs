//! What a request has changed, for the audit log.

use crate::organization::{Group, Role, User};
use crate::reply::SeenChange;

/// One thing that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// What was done, as `event-actions` names it.
    pub(crate) action: &'static str,
    /// What it was done to.
    pub(crate) object: Object,
    /// The other objects of the change, such as the user that was added to a group.
    pub(crate) also: Vec<Object>,
    /// What follows the actor's name in the sentence, such as `suspended Alice Adams`.
    pub(crate) message: String,
}

impl From<&Change> for SeenChange {
    fn from(change: &Change) -> Self {
        let objects = std::iter::once(&change.object).chain(&change.also);
        Self { action: change.action.to_owned(), objects: objects.map(|object| object.id.clone()).collect() }
    }
}

/// An object, as the log names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Object {
    /// What kind of thing it is, such as `groups`.
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Object {
    pub(crate) fn user(user: &User) -> Self {
        Self { kind: "users", id: user.account_id.clone(), name: user.name.clone() }
    }

    pub(crate) fn group(group: &Group) -> Self {
        Self { kind: "groups", id: group.id.clone(), name: group.name.clone() }
    }

    /// A role, which has no other name than its identifier.
    pub(crate) fn role(role: Role) -> Self {
        Self { kind: "roles", id: role.id().to_owned(), name: role.id().to_owned() }
    }

    /// A resource, which has no other name than its identifier.
    pub(crate) fn resource(id: &str) -> Self {
        Self { kind: "resources", id: id.to_owned(), name: id.to_owned() }
    }
}
