//! Properties that hold after any sequence of changes.

use atlassian_admin_core::api;
use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::organization::fixture::{START, sized, world};
use crate::organization::users::{Invitation, Query};
use crate::organization::{
    By, Grant, Holder, MembershipStatus, Role, Size, Store, Transaction, View, World, account, groups,
    members, roles, users,
};
use crate::quirk::Quirk;

const ACCOUNTS: u64 = 40;

#[derive(Debug, Clone, Copy)]
enum Kind {
    Add,
    Drop,
    Suspend,
    Restore,
    Remove,
    Invite,
    Grant,
    Revoke,
    Create,
    Delete,
    Disable,
    Enable,
}

#[derive(Debug, Clone)]
struct Step {
    kind: Kind,
    user: u64,
    group: u64,
    resource: usize,
}

fn steps() -> impl Strategy<Value = Step> {
    use Kind::*;
    // The kinds that change most are the most frequent.
    let kinds = [
        [Add, Add, Add, Add, Drop, Drop, Drop],
        [Suspend, Suspend, Restore, Restore, Remove, Remove, Invite],
        [Invite, Grant, Revoke, Create, Delete, Disable, Enable],
    ];
    // A few more users and groups than there are, so that some are unknown.
    (prop::sample::select(kinds.concat()), 0..ACCOUNTS + 4, 0..28_u64, 0..10_usize)
        .prop_map(|(kind, user, group, resource)| Step { kind, user, group, resource })
}

/// The store, and beside it the plainest record of memberships.
struct Run {
    world: World,
    store: Store,
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
        Self { store: Store::new(&world), world, now: START, members }
    }

    fn tx(&mut self) -> Transaction<'_> {
        Transaction { world: &self.world, store: &mut self.store, now: self.now, by: By::Admin }
    }

    fn view(&self, now: i64, seen: i64) -> View<'_> {
        View { world: &self.world, store: &self.store, now, seen }
    }

    fn step(&mut self, step: &Step) {
        self.now += 400;
        let Self { world, store, now, members } = self;
        let tx = &mut Transaction { world, store, now: *now, by: By::Admin };
        let Step { kind, user, group, resource } = *step;
        let role = if resource == World::ORGANIZATION { Role::OrgAdmin } else { Role::User };
        let (holder, grant) = (Holder::User(user), Grant { resource, role });
        match kind {
            Kind::Add => {
                if members::set(tx, group, user, true).is_ok() {
                    members.insert((group, user));
                }
            }
            Kind::Drop => {
                let removed = members::set(tx, group, user, false).is_ok();
                assert!(
                    !removed || members.remove(&(group, user)),
                    "a user that was not a member was removed"
                );
            }
            Kind::Suspend => _ = users::suspend(tx, user),
            Kind::Restore => _ = users::restore(tx, user),
            Kind::Remove => {
                if users::remove(tx, user).is_ok() {
                    members.retain(|(_, member)| *member != user);
                }
            }
            Kind::Invite => {
                let known = users::get(tx.truth(), user);
                let email = known.map_or_else(|| format!("new-{user}@elsewhere.example"), |user| user.email);
                let invitation = Invitation { groups: vec![group], ..Invitation::default() };
                if let Ok(invited) = users::invite(tx, &email, &invitation)
                    && invited.is_complete()
                {
                    members.insert((group, invited.user));
                }
            }
            Kind::Grant => _ = roles::set(tx, holder, grant, true),
            Kind::Revoke => _ = roles::set(tx, holder, grant, false),
            Kind::Create => _ = groups::create(tx, 0, &format!("created {}", group % 4), |_| {}),
            Kind::Delete => {
                if groups::delete(tx, group, true).is_ok() {
                    members.retain(|(other, _)| *other != group);
                }
            }
            Kind::Disable => _ = account::disable(tx, user),
            Kind::Enable => _ = account::enable(tx, user),
        }
    }

    fn check(&mut self) {
        // Late enough for every change to be seen.
        let late = self.now + 60_000;
        let view = self.view(late, late);
        let mut seen = BTreeSet::new();
        for group in groups::indices(view) {
            let members: Vec<_> = members::of(view, group).collect();
            let search = api::users::Search::new(self.world.org_id.clone(), "-");
            let search = search.group_ids([self.world.group_ids.to_uuid(group)]);
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
            let view = run.view(run.now, i64::MAX);
            (
                users::get(view, user),
                members::groups_of(view, user).collect::<Vec<_>>(),
                roles::of_user(view, user),
            )
        };
        for user in 0..ACCOUNTS {
            let before = everything(self, user);
            let active = before.0.as_ref().unwrap().membership == MembershipStatus::Active;
            if active && users::suspend(&mut self.tx(), user).is_ok() {
                assert_eq!(users::restore(&mut self.tx(), user), Ok(()));
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

proptest! {
    #[test]
    fn seed_data_follows_from_seed_and_index(seed in any::<u64>(), index in any::<u32>()) {
        let things: [fn(&World, u64) -> String; 3] = [
            |world, index| format!("{:?} {:?}", world.org(), world.domain(index)),
            |world, index| format!("{:?}", world.user(index)),
            |world, index| serde_json::to_string(&world.write_event(&world.facts(index))).unwrap(),
        ];
        let of = |seed| things.map(|thing| thing(&world(seed, &[]), index.into()));
        let [one, again, other] = [seed, seed, seed.wrapping_add(1)].map(of);
        prop_assert_eq!(&one, &again);
        prop_assert!(one.iter().zip(&other).all(|(one, other)| one != other));
    }
}
