//! What holds whatever is done to the store: a property over any sequence of changes.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::tests::{NOW, new_group};
use super::*;
use crate::data::tests::sized;
use crate::data::{MembershipStatus, Role, Size};
use crate::quirk::Quirk;

const ACCOUNTS: u64 = 40;

#[derive(Debug, Clone)]
enum Step {
    Add(u64, u64),
    Drop(u64, u64),
    Suspend(u64),
    Restore(u64),
    Remove(u64),
    Invite(u64, u64),
    Grant(u64, usize),
    Revoke(u64, usize),
    Create(u64),
    Delete(u64),
    Disable(u64),
    Enable(u64),
}

fn steps() -> impl Strategy<Value = Step> {
    // A few more than there are, so that some are unknown.
    let (user, group, resource) = (|| 0..ACCOUNTS + 4, || 0..28_u64, || 0..10_usize);
    prop_oneof![
        4 => (group(), user()).prop_map(|(group, user)| Step::Add(group, user)),
        3 => (group(), user()).prop_map(|(group, user)| Step::Drop(group, user)),
        2 => user().prop_map(Step::Suspend),
        2 => user().prop_map(Step::Restore),
        2 => user().prop_map(Step::Remove),
        2 => (user(), group()).prop_map(|(user, group)| Step::Invite(user, group)),
        1 => (user(), resource()).prop_map(|(user, resource)| Step::Grant(user, resource)),
        1 => (user(), resource()).prop_map(|(user, resource)| Step::Revoke(user, resource)),
        1 => (0..4_u64).prop_map(Step::Create),
        1 => group().prop_map(Step::Delete),
        1 => user().prop_map(Step::Disable),
        1 => user().prop_map(Step::Enable),
    ]
}

/// The store, and beside it the plainest account of who is in which group.
struct Run {
    world: World,
    store: Store,
    now: i64,
    members: BTreeSet<(u64, u64)>,
}

impl Run {
    fn new(seed: u64, directories: u64, quirks: &[Quirk]) -> Self {
        let world = sized(seed, Size { accounts: ACCOUNTS, directories, ..Size::default() }, quirks);
        let store = Store::new(&world);
        let members = (0..world.groups())
            .flat_map(|group| (0..ACCOUNTS).map(move |user| (group, user)))
            .filter(|(group, user)| world.is_member(*group, *user))
            .collect();
        Self { world, store, now: NOW, members }
    }

    fn email(&self, user: u64) -> String {
        let view = self.store.truth(&self.world, self.now);
        view.user(user).map_or_else(|| format!("new-{user}@elsewhere.example"), |user| user.email)
    }

    fn step(&mut self, step: &Step) {
        self.now += 400;
        let (world, store, now) = (&self.world, &mut self.store, self.now);
        match *step {
            Step::Add(group, user) => {
                if store.add_member(world, now, group, user, By::Admin).is_ok() {
                    self.members.insert((group, user));
                }
            }
            Step::Drop(group, user) => {
                let removed = store.remove_member(world, now, group, user, By::Admin).is_ok();
                assert!(!removed || self.members.remove(&(group, user)), "who was no member was removed");
            }
            Step::Suspend(user) => {
                let _ = store.suspend(world, now, user);
            }
            Step::Restore(user) => {
                let _ = store.restore(world, now, user);
            }
            Step::Remove(user) => {
                if store.remove_user(world, now, user).is_ok() {
                    self.members.retain(|(_, member)| *member != user);
                }
            }
            Step::Invite(user, group) => {
                let email = self.email(user);
                let invitation = Invitation { groups: vec![group], ..Invitation::default() };
                if let Ok(invited) = self.store.invite(&self.world, now, &email, &invitation)
                    && invited.is_complete()
                {
                    self.members.insert((group, invited.user));
                }
            }
            Step::Grant(user, resource) => {
                let role = if resource == World::ORGANIZATION { Role::OrgAdmin } else { Role::User };
                let _ = store.grant(world, now, Holder::User(user), Grant { resource, role });
            }
            Step::Revoke(user, resource) => {
                let role = if resource == World::ORGANIZATION { Role::OrgAdmin } else { Role::User };
                let _ = store.revoke(world, now, Holder::User(user), Grant { resource, role });
            }
            Step::Create(number) => {
                let name = format!("created {number}");
                let _ = store.create_group(world, now, &new_group(&name), By::Admin);
            }
            Step::Delete(group) => {
                if store.delete_group(world, now, group, true, By::Admin).is_ok() {
                    self.members.retain(|(other, _)| *other != group);
                }
            }
            Step::Disable(user) => {
                let _ = store.disable(world, now, user);
            }
            Step::Enable(user) => {
                let _ = store.enable(world, now, user);
            }
        }
    }

    fn check(&mut self) {
        // Late enough for every change to be seen.
        let view = self.store.view(&self.world, self.now + 60_000);
        let mut seen = BTreeSet::new();
        for group in view.group_indices() {
            let members: Vec<_> = view.members(group).collect();
            let of_group =
                UserFilter { groups: Some(vec![self.world.group_id(group)]), ..UserFilter::default() };
            assert_eq!(view.member_count(group), members.len() as u64);
            assert_eq!(view.count_users(&of_group), members.len() as u64);
            seen.extend(members.into_iter().map(|user| (group, user)));
        }
        assert_eq!(seen, self.members);
        for user in 0..view.people() {
            let groups: Vec<_> = view.groups_of(user).map(|group| (group, user)).collect();
            let members = self.members.iter().copied().filter(|(_, member)| *member == user);
            assert_eq!(groups, members.collect::<Vec<_>>());
            if view.membership(user) == MembershipStatus::NoMembership {
                assert!(groups.is_empty() && view.roles(user).is_empty(), "{user} is gone");
            }
        }
        let admin = |user: u64| view.is_org_admin(user) && view.is_able(user).is_ok();
        assert!((0..view.people()).any(admin), "nobody administers the organization");
        self.check_restore();
    }

    fn check_restore(&mut self) {
        let everything = |run: &Self, user: u64| {
            let view = run.store.truth(&run.world, run.now);
            (view.user(user), view.groups_of(user).collect::<Vec<_>>(), view.roles(user))
        };
        for user in 0..ACCOUNTS {
            let before = everything(self, user);
            let active = self.store.truth(&self.world, self.now).membership(user) == MembershipStatus::Active;
            if active && self.store.suspend(&self.world, self.now, user).is_ok() {
                assert_eq!(self.store.restore(&self.world, self.now, user), Ok(()));
            }
            assert_eq!(everything(self, user), before);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn listings_counts_and_memberships_agree(
        seed in any::<u64>(),
        directories in 1_u64..3,
        lag in any::<bool>(),
        steps in prop::collection::vec(steps(), 0..60),
    ) {
        let quirks: &[Quirk] = if lag { &[Quirk::ReadLag] } else { &[] };
        let mut run = Run::new(seed, directories, quirks);
        for step in &steps {
            run.step(step);
        }
        run.check();
    }
}
