//! What requests have changed. All else is a pure function of the seed: see [`crate::data`].

mod accounts;
mod change;
mod effective_roles;
mod group_search;
mod groups;
#[cfg(test)]
mod invariants;
mod invite;
mod lifecycle;
mod log;
mod members;
mod overlay;
mod page;
mod people;
mod policies;
mod provisioning;
mod records;
mod refusal;
mod roles;
mod standing;
#[cfg(test)]
mod tests;
mod text_match;
mod tokens;
mod user_search;
mod view;

pub(crate) use change::{Change, Object};
pub(crate) use group_search::GroupFilter;
pub(crate) use groups::{By, NewGroup};
pub(crate) use invite::{Invitation, Invited, is_email};
pub(crate) use log::{Entry, Log, Written};
pub(crate) use members::may_join;
pub(crate) use page::{Position, Slice, Window};
pub(crate) use policies::{Policy, PolicyInput, PolicyResource, ResourceInput};
pub(crate) use refusal::Refusal;
pub(crate) use roles::{Grant, Holder};
pub(crate) use text_match::TextMatch;
pub(crate) use user_search::UserFilter;
pub(crate) use view::{Scope, View};

use crate::data::World;

/// Everything that changes by requests.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) log: Log,
    people: people::People,
    groups: groups::Groups,
    members: members::Members,
    grants: roles::Grants,
    policies: policies::Policies,
    tokens: tokens::Tokens,
}

impl Store {
    pub(crate) fn new(world: &World) -> Self {
        Self {
            log: Log::new(world.timeline.clone()),
            people: people::People::default(),
            groups: groups::Groups::default(),
            members: members::Members::new(world),
            grants: roles::Grants::default(),
            policies: policies::Policies::new(world),
            tokens: tokens::Tokens::default(),
        }
    }
}
