//! Who is in which group.

use std::cell::OnceCell;

use super::overlay::Overlay;
use super::{By, Change, Object, Refusal, Store, View};
use crate::data::{Group, MembershipStatus, User, World};
use crate::quirk::Quirk;
use atlassian_admin_core::model::AccountStatus;

/// How long it takes until a changed membership is seen, with the quirk `read-lag`. In milliseconds.
const LAG: i64 = 1_000;

/// The memberships that are no longer as at the start.
#[derive(Debug)]
pub(super) struct Members {
    /// By group and user.
    changed: Overlay<(u64, u64)>,
    /// How many members each group had at the start: a scan of all accounts, made when it is asked for.
    at_start: Vec<OnceCell<u64>>,
}

impl Members {
    pub(super) fn new(world: &World) -> Self {
        Self { changed: Overlay::default(), at_start: (0..world.groups()).map(|_| OnceCell::new()).collect() }
    }
}

/// Whether a user can be in groups of a directory at all.
pub(crate) fn may_join(now: i64, user: &User, directory: usize) -> Result<(), Refusal> {
    if user.membership == MembershipStatus::NoMembership || user.directory != directory {
        return Err(Refusal::NotInDirectory);
    }
    if user.account_status(now) == AccountStatus::Closed {
        return Err(Refusal::DeletedAccount);
    }
    Ok(())
}

impl Store {
    /// Puts a user into a group. Who is in it already stays there, and nothing is changed.
    pub(crate) fn add_member(
        &mut self,
        world: &World,
        now: i64,
        group: u64,
        user: u64,
        by: By,
    ) -> Result<(), Refusal> {
        let Some((group, user)) = self.adding(world, now, group, user, by)? else { return Ok(()) };
        self.set_member(world, now, group.index, user.index, true);
        let message = format!("added {} to the group {}", user.name, group.name);
        self.log.record(now, change("user_added_to_group", &group, &user, message));
        Ok(())
    }

    /// Checks whether a user can be put into a group; nothing is changed. `None` where the user is in it.
    pub(crate) fn adding(
        &self,
        world: &World,
        now: i64,
        group: u64,
        user: u64,
        by: By,
    ) -> Result<Option<(Group, User)>, Refusal> {
        let truth = self.truth(world, now);
        let (group, user) =
            (truth.group_for_members(group, by)?, truth.user(user).ok_or(Refusal::UnknownUser)?);
        may_join(now, &user, group.directory)?;
        if truth.is_member(group.index, user.index) {
            let refused = world.quirks.has(Quirk::AlreadyMemberConflict);
            return if refused { Err(Refusal::AlreadyMember) } else { Ok(None) };
        }
        if truth.group_opens_product(group.index) {
            world.take_licence()?;
        }
        Ok(Some((group, user)))
    }

    /// Checks whether a user can be taken out of a group; nothing is changed.
    pub(crate) fn removing(
        &self,
        world: &World,
        now: i64,
        group: u64,
        user: u64,
        by: By,
    ) -> Result<(Group, User), Refusal> {
        let truth = self.truth(world, now);
        let (group, user) =
            (truth.group_for_members(group, by)?, truth.user(user).ok_or(Refusal::UnknownUser)?);
        if !truth.is_member(group.index, user.index) {
            return Err(Refusal::NotMember);
        }
        truth.keep_an_org_admin(|other, by| other == user.index && by == Some(group.index))?;
        Ok((group, user))
    }

    /// Checks whether users can be put into a group, and others then be taken out of it together.
    /// Nothing is changed.
    pub(crate) fn exchanging(
        &self,
        world: &World,
        now: i64,
        group: u64,
        coming: &[u64],
        going: &[u64],
        by: By,
    ) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        truth.group_for_members(group, by)?;
        if going.iter().any(|user| !truth.is_member(group, *user)) {
            return Err(Refusal::NotMember);
        }
        if going.is_empty() || coming.iter().any(|user| truth.is_able(*user).is_ok()) {
            return Ok(());
        }
        truth.keep_an_org_admin(|other, by| going.contains(&other) && by == Some(group))
    }

    /// Takes a user out of a group.
    pub(crate) fn remove_member(
        &mut self,
        world: &World,
        now: i64,
        group: u64,
        user: u64,
        by: By,
    ) -> Result<(), Refusal> {
        let (group, user) = self.removing(world, now, group, user, by)?;
        self.set_member(world, now, group.index, user.index, false);
        let message = format!("removed {} from the group {}", user.name, group.name);
        self.log.record(now, change("user_removed_from_group", &group, &user, message));
        Ok(())
    }

    /// Takes a user out of all groups, as one who leaves the directory.
    pub(super) fn leave_groups(&mut self, world: &World, now: i64, user: &User) {
        let groups: Vec<_> = self.truth(world, now).groups_of(user.index).collect();
        for group in groups {
            self.set_member(world, now, group, user.index, false);
        }
    }

    fn set_member(&mut self, world: &World, now: i64, group: u64, user: u64, value: bool) {
        let seen_from = if world.quirks.has(Quirk::ReadLag) { now.saturating_add(LAG) } else { now };
        self.members.changed.set((group, user), value, now, seen_from, || world.is_member(group, user));
    }
}

fn change(action: &'static str, group: &Group, user: &User, message: String) -> Change {
    Change { action, object: Object::group(group), also: vec![Object::user(user)], message }
}

impl<'a> View<'a> {
    /// A group whose members are to be changed.
    fn group_for_members(self, index: u64, by: By) -> Result<Group, Refusal> {
        let group = self.group(index).ok_or(Refusal::UnknownGroup)?;
        if group.synced && by == By::Admin { Err(Refusal::SyncedGroup) } else { Ok(group) }
    }

    pub(crate) fn is_member(self, group: u64, user: u64) -> bool {
        self.is_group(group)
            && self.store.members.changed.get((group, user), self.seen, || self.world.is_member(group, user))
    }

    /// The indices of the groups that a user is in.
    pub(crate) fn groups_of(self, user: u64) -> impl Iterator<Item = u64> + 'a {
        self.group_indices().filter(move |group| self.is_member(*group, user))
    }

    /// The indices of a group's members.
    pub(crate) fn members(self, group: u64) -> impl Iterator<Item = u64> + 'a {
        let later = self.changed_members(group).filter(|(user, is)| *is && *user >= self.world.accounts());
        let of_start = (0..self.world.accounts()).filter(move |user| self.is_member(group, *user));
        of_start.chain(later.map(|(user, _)| user))
    }

    pub(crate) fn member_count(self, group: u64) -> u64 {
        if !self.is_group(group) {
            return 0;
        }
        let at_start = usize::try_from(group).ok().and_then(|group| self.store.members.at_start.get(group));
        let at_start = at_start.map_or(0, |count| *count.get_or_init(|| self.count_at_start(group)));
        self.changed_members(group).fold(at_start, |count, (user, is)| {
            match (self.world.is_member(group, user), is) {
                (false, true) => count.saturating_add(1),
                (true, false) => count.saturating_sub(1),
                _ => count,
            }
        })
    }

    fn count_at_start(self, group: u64) -> u64 {
        (0..self.world.accounts()).filter(|user| self.world.is_member(group, *user)).count() as u64
    }

    fn changed_members(self, group: u64) -> impl Iterator<Item = (u64, bool)> + 'a {
        let range = (group, 0)..=(group, u64::MAX);
        self.store.members.changed.range(range, self.seen).map(|((_, user), is)| (user, is))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NOW, TEAM, in_no_group, new_group, store};
    use super::super::{Grant, Holder};
    use super::*;
    use crate::data::Role;

    #[test]
    fn a_member_is_added_counted_and_removed() {
        let (world, mut store) = store(&[]);
        let user = in_no_group(&world, TEAM);
        let count = store.view(&world, NOW).member_count(TEAM);
        assert_eq!(count, store.view(&world, NOW).members(TEAM).count() as u64);

        assert_eq!(store.add_member(&world, NOW, TEAM, user, By::Admin), Ok(()));
        assert_eq!(store.add_member(&world, NOW, TEAM, user, By::Admin), Ok(()), "taken as done");
        assert!(store.view(&world, NOW).is_member(TEAM, user));
        assert!(store.view(&world, NOW).groups_of(user).any(|group| group == TEAM));
        assert_eq!(store.view(&world, NOW).member_count(TEAM), count + 1);
        assert_eq!(store.log_of_actions(), ["user_added_to_group"], "once");

        assert_eq!(store.remove_member(&world, NOW, TEAM, user, By::Admin), Ok(()));
        assert_eq!(store.remove_member(&world, NOW, TEAM, user, By::Admin), Err(Refusal::NotMember));
        assert_eq!(store.view(&world, NOW).member_count(TEAM), count);
        assert_eq!(store.log_of_actions(), ["user_added_to_group", "user_removed_from_group"]);
        for number in 0..2 {
            let told = &store.log.written(number).unwrap().change;
            assert_eq!(told.object, Object::group(&world.group(TEAM)));
            assert_eq!(told.also, [Object::user(&world.user(user))]);
        }
    }

    #[test]
    fn exchanging_refuses_to_take_out_all_administrators_together() {
        let (world, mut store) = store(&[]);
        let org_admin = Grant { resource: World::ORGANIZATION, role: Role::OrgAdmin };
        store.revoke(&world, NOW, Holder::User(world.owner().unwrap()), org_admin).unwrap();
        let truth = store.truth(&world, NOW);
        // The group of the organization's administrators.
        let group = 0;
        let admins: Vec<_> = truth.members(group).collect();
        let going =
            |going: &[u64], coming: &[u64]| store.exchanging(&world, NOW, group, coming, going, By::Provider);
        assert!(admins.len() > 1, "{admins:?}");
        for admin in &admins {
            assert_eq!(going(&[*admin], &[]), Ok(()));
        }
        assert_eq!(going(&admins, &[]), Err(Refusal::LastOrgAdmin));
        let able = (0..200).find(|user| truth.is_able(*user).is_ok() && !admins.contains(user)).unwrap();
        assert_eq!(going(&admins, &[able]), Ok(()));
        assert_eq!(going(&[able], &[]), Err(Refusal::NotMember));
    }

    #[test]
    fn only_the_identity_provider_changes_what_it_has_made() {
        let (world, mut store) = store(&[]);
        let group = store.create_group(&world, NOW, &new_group("Synced"), By::Provider).unwrap();
        let user = in_no_group(&world, TEAM);
        assert_eq!(store.add_member(&world, NOW, group, user, By::Admin), Err(Refusal::SyncedGroup));
        assert_eq!(store.add_member(&world, NOW, group, user, By::Provider), Ok(()));
        assert_eq!(store.remove_member(&world, NOW, group, user, By::Admin), Err(Refusal::SyncedGroup));
        assert_eq!(store.remove_member(&world, NOW, group, user, By::Provider), Ok(()));
    }

    #[test]
    fn a_group_takes_only_users_of_its_directory() {
        let (world, mut store) = super::super::tests::store_of_two_directories();
        let stranger = (1..200).step_by(2).find(|user| world.usage(*user).products[0].is_some()).unwrap();
        assert_eq!(store.add_member(&world, NOW, 0, stranger, By::Admin), Err(Refusal::NotInDirectory));
        let outside =
            (0..200).find(|user| world.membership(*user) == MembershipStatus::NoMembership).unwrap();
        assert_eq!(store.add_member(&world, NOW, 0, outside, By::Admin), Err(Refusal::NotInDirectory));
        assert_eq!(store.add_member(&world, NOW, 0, 200, By::Admin), Err(Refusal::UnknownUser));
        assert_eq!(store.add_member(&world, NOW, 99, 0, By::Admin), Err(Refusal::UnknownGroup));
    }

    #[test]
    fn adding_again_can_be_a_conflict() {
        let (world, mut store) = store(&[Quirk::AlreadyMemberConflict]);
        let user = in_no_group(&world, TEAM);
        assert_eq!(store.add_member(&world, NOW, TEAM, user, By::Admin), Ok(()));
        assert_eq!(store.add_member(&world, NOW, TEAM, user, By::Admin), Err(Refusal::AlreadyMember));
    }

    #[test]
    fn without_a_licence_nobody_gets_into_a_product() {
        let (world, mut store) = store(&[Quirk::LicenceLimit]);
        // The group of Jira's users.
        let user = in_no_group(&world, 3);
        assert_eq!(store.add_member(&world, NOW, 3, user, By::Admin), Err(Refusal::LicenceLimit));
        let user = in_no_group(&world, TEAM);
        assert_eq!(store.add_member(&world, NOW, TEAM, user, By::Admin), Ok(()));
    }

    #[test]
    fn with_a_lag_members_are_seen_after_a_second() {
        let (world, mut store) = store(&[Quirk::ReadLag]);
        let user = in_no_group(&world, TEAM);
        let count = store.view(&world, NOW).member_count(TEAM);
        store.add_member(&world, NOW, TEAM, user, By::Admin).unwrap();
        let seen = |store: &Store, at| {
            let view = store.view(&world, at);
            (
                view.is_member(TEAM, user),
                view.member_count(TEAM) - count,
                view.members(TEAM).count() as u64 - count,
            )
        };
        assert_eq!(seen(&store, NOW + 999), (false, 0, 0));
        assert_eq!(seen(&store, NOW + 1_000), (true, 1, 1));
        assert!(store.truth(&world, NOW).is_member(TEAM, user));
    }
}
