//! What the tests of the store share.

use super::*;
use crate::data::tests::sized;
use crate::data::{ACTIONS, MembershipStatus, Size, World};
use crate::quirk::Quirk;

pub(super) const NOW: i64 = crate::data::tests::START;

/// A group that grants nothing, and is nobody's but the organization's.
pub(super) const TEAM: u64 = 11;

pub(super) fn store(quirks: &[Quirk]) -> (World, Store) {
    let world = sized(1, Size { accounts: 200, ..Size::default() }, quirks);
    let store = Store::new(&world);
    (world, store)
}

pub(super) fn store_of_two_directories() -> (World, Store) {
    let world = sized(1, Size { accounts: 200, directories: 2, ..Size::default() }, &[]);
    let store = Store::new(&world);
    (world, store)
}

pub(super) fn new_group(name: &str) -> NewGroup<'_> {
    NewGroup { directory: 0, name, description: None, external_id: None, told: serde_json::Map::new() }
}

/// Somebody in good standing who is not in this group.
pub(super) fn in_no_group(world: &World, group: u64) -> u64 {
    (0..200).find(|user| is_plain(world, *user) && !world.is_member(group, *user)).unwrap()
}

/// Somebody in good standing who uses a product and administers nothing.
pub(super) fn able(world: &World) -> u64 {
    (0..200).find(|user| is_plain(world, *user) && world.usage(*user).products[0].is_some()).unwrap()
}

/// Somebody in good standing whose profile is their own.
pub(super) fn unsynced(world: &World) -> u64 {
    (0..200).find(|user| is_plain(world, *user) && !world.is_synced(*user)).unwrap()
}

fn is_plain(world: &World, user: u64) -> bool {
    world.usage(user).status == atlassian_admin_core::model::AccountStatus::Active
        && world.membership(user) == MembershipStatus::Active
        && !world.is_org_admin(user)
        && world.roles_of_user(user).is_none()
        && !world.is_member(TEAM, user)
}

impl Store {
    /// What was done, the earliest first.
    pub(super) fn log_of_actions(&self) -> Vec<&'static str> {
        let actions: Vec<_> =
            (0..).map_while(|number| self.log.written(number)).map(|written| written.change.action).collect();
        for action in &actions {
            assert!(
                ACTIONS.iter().any(|known| known.id == *action),
                "{action} is not among the event actions"
            );
        }
        actions
    }
}
