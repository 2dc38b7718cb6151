//! Properties that hold after any sequence of changes.

use std::collections::BTreeSet;

use atlassian_admin_core::api::users::SearchDirectoryUsers;
use proptest::prelude::*;

use crate::organization::fixture::{NOW, Org, new_group, sized, world};
use crate::organization::users::{Invitation, Query};
use crate::organization::{
    Grant, Holder, MembershipStatus, Role, Size, View, World, account, groups, members, roles, users,
};
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

/// The store, and beside it the plainest record of memberships.
struct Run {
    org: Org,
    now: i64,
    members: BTreeSet<(u64, u64)>,
}

impl Run {
    fn new(seed: u64, directories: u64, quirks: &[Quirk]) -> Self {
        let world = sized(seed, Size { accounts: ACCOUNTS, directories, ..Size::default() }, quirks);
        let members = (0..world.groups())
            .flat_map(|group| (0..ACCOUNTS).map(move |user| (group, user)))
            .filter(|(group, user)| world.is_member(*group, *user))
            .collect();
        Self { org: Org::new(world), now: NOW, members }
    }

    fn truth(&self) -> View<'_> {
        View { seen: i64::MAX, ..self.org.view_at(self.now) }
    }

    fn step(&mut self, step: &Step) {
        self.now += 400;
        let tx = &mut self.org.tx_at(self.now);
        match *step {
            Step::Add(group, user) => {
                if members::add(tx, group, user).is_ok() {
                    self.members.insert((group, user));
                }
            }
            Step::Drop(group, user) => {
                let removed = members::remove(tx, group, user).is_ok();
                assert!(
                    !removed || self.members.remove(&(group, user)),
                    "a user that was not a member was removed"
                );
            }
            Step::Suspend(user) => {
                let _ = users::suspend(tx, user);
            }
            Step::Restore(user) => {
                let _ = users::restore(tx, user);
            }
            Step::Remove(user) => {
                if users::remove(tx, user).is_ok() {
                    self.members.retain(|(_, member)| *member != user);
                }
            }
            Step::Invite(user, group) => {
                let known = users::get(tx.truth(), user);
                let email = known.map_or_else(|| format!("new-{user}@elsewhere.example"), |user| user.email);
                let invitation = Invitation { groups: vec![group], ..Invitation::default() };
                if let Ok(invited) = users::invite(tx, &email, &invitation)
                    && invited.is_complete()
                {
                    self.members.insert((group, invited.user));
                }
            }
            Step::Grant(user, resource) => {
                let role = if resource == World::ORGANIZATION { Role::OrgAdmin } else { Role::User };
                let _ = roles::grant(tx, Holder::User(user), Grant { resource, role });
            }
            Step::Revoke(user, resource) => {
                let role = if resource == World::ORGANIZATION { Role::OrgAdmin } else { Role::User };
                let _ = roles::revoke(tx, Holder::User(user), Grant { resource, role });
            }
            Step::Create(number) => {
                let name = format!("created {number}");
                let _ = groups::create(tx, &new_group(&name));
            }
            Step::Delete(group) => {
                if groups::delete(tx, group, true).is_ok() {
                    self.members.retain(|(other, _)| *other != group);
                }
            }
            Step::Disable(user) => {
                let _ = account::disable(tx, user);
            }
            Step::Enable(user) => {
                let _ = account::enable(tx, user);
            }
        }
    }

    fn check(&mut self) {
        // Late enough for every change to be seen.
        let view = self.org.view_at(self.now + 60_000);
        let mut seen = BTreeSet::new();
        for group in groups::indices(view) {
            let members: Vec<_> = members::of(view, group).collect();
            let search = SearchDirectoryUsers::new(self.org.world.org_id.clone(), "-");
            let search = search.group_ids([self.org.world.group_id(group).into()]);
            assert_eq!(members::count(view, group), members.len() as u64);
            assert_eq!(Query::new(view, &search).unwrap().users().count(), members.len());
            seen.extend(members.into_iter().map(|user| (group, user)));
        }
        assert_eq!(seen, self.members);
        for user in 0..users::count(view) {
            let groups: Vec<_> = members::groups_of(view, user).map(|group| (group, user)).collect();
            let members = self.members.iter().copied().filter(|(_, member)| *member == user);
            assert_eq!(groups, members.collect::<Vec<_>>());
            if users::get(view, user).unwrap().membership == MembershipStatus::NoMembership {
                assert!(groups.is_empty() && roles::of_user(view, user).is_empty(), "{user} is gone");
            }
        }
        let admin = |user: u64| roles::is_org_admin(view, user) && roles::is_able(view, user).is_ok();
        assert!((0..users::count(view)).any(admin), "the organization has no administrator");
        self.check_restore();
    }

    fn check_restore(&mut self) {
        let everything = |run: &Self, user: u64| {
            let view = run.truth();
            (
                users::get(view, user),
                members::groups_of(view, user).collect::<Vec<_>>(),
                roles::of_user(view, user),
            )
        };
        for user in 0..ACCOUNTS {
            let before = everything(self, user);
            let active = before.0.as_ref().unwrap().membership == MembershipStatus::Active;
            if active && users::suspend(&mut self.org.tx_at(self.now), user).is_ok() {
                assert_eq!(users::restore(&mut self.org.tx_at(self.now), user), Ok(()));
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

fn everything(world: &World, index: u64) -> [String; 4] {
    [
        serde_json::to_string(&world.org()).unwrap(),
        format!("{:?}", world.user(index)),
        serde_json::to_string(&world.domain(index)).unwrap(),
        serde_json::to_string(&world.write_event(&world.facts(index))).unwrap(),
    ]
}

proptest! {
    #[test]
    fn everything_follows_from_seed_and_index(seed in any::<u64>(), index in any::<u32>()) {
        let index = u64::from(index);
        prop_assert_eq!(everything(&world(seed, &[]), index), everything(&world(seed, &[]), index));
        let changed = seed.wrapping_add(1);
        prop_assert_ne!(world(changed, &[]).user(index), world(seed, &[]).user(index));
        let event = |world: &World| world.write_event(&world.facts(index));
        prop_assert_ne!(event(&world(changed, &[])), event(&world(seed, &[])));
    }
}
