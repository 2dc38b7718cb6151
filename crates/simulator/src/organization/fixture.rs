//! What the tests of the domains share: small organizations, with users and groups for tests.

use super::audit_log::{ACTIONS, Timeline};
use super::roles::Holder;
use super::transaction::{By, Transaction, View};
use super::users::MembershipStatus;
use super::{Size, Store, World};
use crate::quirk::{Quirk, Quirks};

/// 2026-01-01T00:00Z.
pub(crate) const START: i64 = 1_767_225_600_000;

pub(crate) const NOW: i64 = START;

/// A group that grants nothing and that only the organization manages.
pub(crate) const TEAM: u64 = 11;

pub(crate) fn sized(seed: u64, size: Size, quirks: &[Quirk]) -> World {
    let quirks = Quirks(quirks.iter().copied().collect());
    World::new(seed, size, Timeline::new(seed, START, 10_000, 0.0), quirks)
}

pub(crate) fn world(seed: u64, quirks: &[Quirk]) -> World {
    sized(seed, Size { domains: 30, ..Size::default() }, quirks)
}

/// An organization that tests change.
pub(crate) struct Org {
    pub(crate) world: &'static World,
    pub(crate) store: Store,
}

impl Org {
    pub(crate) fn new(world: World) -> Self {
        let world: &'static World = Box::leak(Box::new(world));
        Self { world, store: Store::new(world) }
    }

    /// A change by an administrator.
    pub(crate) fn tx(&mut self) -> Transaction<'_> {
        self.tx_at(NOW)
    }

    pub(crate) fn tx_at(&mut self, now: i64) -> Transaction<'_> {
        Transaction { world: self.world, store: &mut self.store, now, by: By::Admin }
    }

    pub(crate) fn view(&self) -> View<'_> {
        self.view_at(NOW)
    }

    pub(crate) fn view_at(&self, now: i64) -> View<'_> {
        View { world: self.world, store: &self.store, now, seen: now }
    }

    pub(crate) fn truth(&self) -> View<'_> {
        View { seen: i64::MAX, ..self.view() }
    }

    /// The actions that were logged, the earliest first.
    pub(crate) fn log_of_actions(&self) -> Vec<&'static str> {
        let actions: Vec<_> = self.store.log.changes().map(|change| change.action).collect();
        for action in &actions {
            assert!(ACTIONS.iter().any(|known| known.id == *action), "{action} is not an event action");
        }
        actions
    }
}

pub(crate) fn org(quirks: &[Quirk]) -> (&'static World, Org) {
    of_size(Size { accounts: 200, ..Size::default() }, quirks)
}

pub(crate) fn org_of_two_directories() -> (&'static World, Org) {
    of_size(Size { accounts: 200, directories: 2, ..Size::default() }, &[])
}

fn of_size(size: Size, quirks: &[Quirk]) -> (&'static World, Org) {
    let org = Org::new(sized(1, size, quirks));
    (org.world, org)
}

/// An active user without privileges that uses a product.
pub(crate) fn able(world: &World) -> u64 {
    (0..200).find(|user| is_plain(world, *user) && world.usage(*user).products[0].is_some()).unwrap()
}

/// An active user without privileges that no identity provider manages.
pub(crate) fn unsynced(world: &World) -> u64 {
    (0..200).find(|user| is_plain(world, *user) && !world.is_synced(*user)).unwrap()
}

fn is_plain(world: &World, user: u64) -> bool {
    world.usage(user).status == atlassian_admin_core::model::AccountStatus::Active
        && world.membership(user) == MembershipStatus::Active
        && !world.is_org_admin(user)
        && world.role_at_start(Holder::User(user)).is_none()
        && !world.is_member(TEAM, user)
}
