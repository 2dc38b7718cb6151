//! The members of groups.

use std::cell::OnceCell;

use atlassian_admin_core::model::AccountStatus;

use crate::organization::{
    By, Change, Group, MembershipStatus, Object, Overlay, Transaction, User, View, World, groups, roles,
    users,
};
use crate::quirk::Quirk;
use crate::refusal::Refusal;

/// The delay of a changed membership with the quirk `read-lag`, in milliseconds.
const LAG: i64 = 1_000;

/// The memberships that differ from the start.
#[derive(Debug)]
pub(crate) struct Members {
    /// By group and user.
    changed: Overlay<(u64, u64)>,
    /// The number of members of each group at the start: a scan of all accounts, on first use.
    at_start: Vec<OnceCell<u64>>,
}

impl Members {
    pub(crate) fn new(world: &World) -> Self {
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

/// Adds a user to a group, unless the user is a member already.
pub(crate) fn add(tx: &mut Transaction<'_>, group: u64, user: u64) -> Result<(), Refusal> {
    let Some((group, user)) = adding(tx.truth(), group, user, tx.by)? else { return Ok(()) };
    set(tx, group.index, user.index, true);
    let message = format!("added {} to the group {}", user.name, group.name);
    tx.record(change("user_added_to_group", &group, &user, message));
    Ok(())
}

/// Checks whether a user can be added to a group, without a change. `None` for a member.
pub(crate) fn adding(
    truth: View<'_>,
    group: u64,
    user: u64,
    by: By,
) -> Result<Option<(Group, User)>, Refusal> {
    let (group, user) = (group_for(truth, group, by)?, users::get(truth, user).ok_or(Refusal::UnknownUser)?);
    may_join(truth.now, &user, group.directory)?;
    if contains(truth, group.index, user.index) {
        let refused = truth.world.quirks.has(Quirk::AlreadyMemberConflict);
        return if refused { Err(Refusal::AlreadyMember) } else { Ok(None) };
    }
    if roles::opens_product(truth, group.index) {
        roles::take_licence(truth.world)?;
    }
    Ok(Some((group, user)))
}

/// Checks whether a user can be taken out of a group; nothing is changed.
pub(crate) fn removing(truth: View<'_>, group: u64, user: u64, by: By) -> Result<(Group, User), Refusal> {
    let (group, user) = (group_for(truth, group, by)?, users::get(truth, user).ok_or(Refusal::UnknownUser)?);
    if !contains(truth, group.index, user.index) {
        return Err(Refusal::NotMember);
    }
    roles::keep_an_org_admin(truth, |other, through| other == user.index && through == Some(group.index))?;
    Ok((group, user))
}

/// Checks whether users can be put into a group, and others then be taken out of it together.
/// Nothing is changed.
pub(crate) fn exchanging(
    truth: View<'_>,
    group: u64,
    coming: &[u64],
    going: &[u64],
    by: By,
) -> Result<(), Refusal> {
    group_for(truth, group, by)?;
    if going.iter().any(|user| !contains(truth, group, *user)) {
        return Err(Refusal::NotMember);
    }
    if going.is_empty() || coming.iter().any(|user| roles::is_able(truth, *user).is_ok()) {
        return Ok(());
    }
    roles::keep_an_org_admin(truth, |other, through| going.contains(&other) && through == Some(group))
}

/// Takes a user out of a group.
pub(crate) fn remove(tx: &mut Transaction<'_>, group: u64, user: u64) -> Result<(), Refusal> {
    let (group, user) = removing(tx.truth(), group, user, tx.by)?;
    set(tx, group.index, user.index, false);
    let message = format!("removed {} from the group {}", user.name, group.name);
    tx.record(change("user_removed_from_group", &group, &user, message));
    Ok(())
}

/// Removes a user from all groups, as when the user leaves the directory.
pub(crate) fn leave_all(tx: &mut Transaction<'_>, user: &User) {
    let groups: Vec<_> = groups_of(tx.truth(), user.index).collect();
    for group in groups {
        set(tx, group, user.index, false);
    }
}

fn set(tx: &mut Transaction<'_>, group: u64, user: u64, value: bool) {
    let seen_from = if tx.world.quirks.has(Quirk::ReadLag) { tx.now.saturating_add(LAG) } else { tx.now };
    tx.store.members.changed.set((group, user), value, tx.now, seen_from, || tx.world.is_member(group, user));
}

fn change(action: &'static str, group: &Group, user: &User, message: String) -> Change {
    Change { action, object: Object::group(group), also: vec![Object::user(user)], message }
}

/// A group whose members are to be changed.
fn group_for(view: View<'_>, index: u64, by: By) -> Result<Group, Refusal> {
    let group = groups::get(view, index).ok_or(Refusal::UnknownGroup)?;
    if group.synced && by == By::Admin { Err(Refusal::SyncedGroup) } else { Ok(group) }
}

pub(crate) fn contains(view: View<'_>, group: u64, user: u64) -> bool {
    groups::exists(view, group)
        && view.store.members.changed.get((group, user), view.seen, || view.world.is_member(group, user))
}

/// The indices of the groups that a user is in.
pub(crate) fn groups_of<'a>(view: View<'a>, user: u64) -> impl Iterator<Item = u64> + 'a {
    groups::indices(view).filter(move |group| contains(view, *group, user))
}

/// The indices of a group's members.
pub(crate) fn of<'a>(view: View<'a>, group: u64) -> impl Iterator<Item = u64> + 'a {
    let later = changed(view, group).filter(|(user, is)| *is && *user >= view.world.accounts());
    let of_start = (0..view.world.accounts()).filter(move |user| contains(view, group, *user));
    of_start.chain(later.map(|(user, _)| user))
}

pub(crate) fn count(view: View<'_>, group: u64) -> u64 {
    if !groups::exists(view, group) {
        return 0;
    }
    let at_start = usize::try_from(group).ok().and_then(|group| view.store.members.at_start.get(group));
    let at_start = at_start.map_or(0, |count| *count.get_or_init(|| count_at_start(view, group)));
    changed(view, group).fold(at_start, |count, (user, is)| match (view.world.is_member(group, user), is) {
        (false, true) => count.saturating_add(1),
        (true, false) => count.saturating_sub(1),
        _ => count,
    })
}

fn count_at_start(view: View<'_>, group: u64) -> u64 {
    (0..view.world.accounts()).filter(|user| view.world.is_member(group, *user)).count() as u64
}

fn changed<'a>(view: View<'a>, group: u64) -> impl Iterator<Item = (u64, bool)> + 'a {
    let range = (group, 0)..=(group, u64::MAX);
    view.store.members.changed.range(range, view.seen).map(|((_, user), is)| (user, is))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{TEAM, in_no_group, new_group, org, org_of_two_directories};
    use crate::organization::{Grant, Holder, Role, members};

    #[test]
    fn exchanging_refuses_to_take_out_all_administrators_together() {
        let (world, mut org) = org(&[]);
        let org_admin = Grant { resource: World::ORGANIZATION, role: Role::OrgAdmin };
        roles::revoke(&mut org.tx(), Holder::User(world.owner().unwrap()), org_admin).unwrap();
        let truth = org.truth();
        // The group of the organization's administrators.
        let group = 0;
        let admins: Vec<_> = of(truth, group).collect();
        let going = |going: &[u64], coming: &[u64]| {
            members::exchanging(org.truth(), group, coming, going, By::Provider)
        };
        assert!(admins.len() > 1, "{admins:?}");
        for admin in &admins {
            assert_eq!(going(&[*admin], &[]), Ok(()));
        }
        assert_eq!(going(&admins, &[]), Err(Refusal::LastOrgAdmin));
        let able =
            (0..200).find(|user| roles::is_able(truth, *user).is_ok() && !admins.contains(user)).unwrap();
        assert_eq!(going(&admins, &[able]), Ok(()));
        assert_eq!(going(&[able], &[]), Err(Refusal::NotMember));
    }

    #[test]
    fn only_the_identity_provider_changes_what_it_has_made() {
        let (world, mut org) = org(&[]);
        let group = groups::create(&mut org.provider(), &new_group("Synced")).unwrap();
        let user = in_no_group(world, TEAM);
        assert_eq!(members::add(&mut org.tx(), group, user), Err(Refusal::SyncedGroup));
        assert_eq!(members::add(&mut org.provider(), group, user), Ok(()));
        assert_eq!(members::remove(&mut org.tx(), group, user), Err(Refusal::SyncedGroup));
        assert_eq!(members::remove(&mut org.provider(), group, user), Ok(()));
    }

    #[test]
    fn a_group_takes_only_users_of_its_directory() {
        let (world, mut org) = org_of_two_directories();
        let stranger = (1..200).step_by(2).find(|user| world.usage(*user).products[0].is_some()).unwrap();
        assert_eq!(members::add(&mut org.tx(), 0, stranger), Err(Refusal::NotInDirectory));
        let outside =
            (0..200).find(|user| world.membership(*user) == MembershipStatus::NoMembership).unwrap();
        assert_eq!(members::add(&mut org.tx(), 0, outside), Err(Refusal::NotInDirectory));
        assert_eq!(members::add(&mut org.tx(), 0, 200), Err(Refusal::UnknownUser));
        assert_eq!(members::add(&mut org.tx(), 99, 0), Err(Refusal::UnknownGroup));
    }
}
