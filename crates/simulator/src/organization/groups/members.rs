//! The members of groups.

use std::cell::OnceCell;

use atlassian_admin_core::model::AccountStatus;

use crate::organization::{
    By, Change, Holder, MembershipStatus, Object, Overlay, Transaction, User, View, World, groups, roles,
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

/// Adds a user to a group, unless the user is a member already, or takes the user out of it.
pub(crate) fn set(tx: &mut Transaction<'_>, group: u64, user: u64, joins: bool) -> Result<(), Refusal> {
    if let Some(change) = setting(tx.truth(), group, user, joins, tx.by)? {
        write(tx, group, user, joins);
        tx.record(change);
    }
    Ok(())
}

/// What adding a user to a group or removing them would change, if anything, unless it is refused.
pub(crate) fn setting(
    truth: View<'_>,
    group: u64,
    user: u64,
    joins: bool,
    by: By,
) -> Result<Option<Change>, Refusal> {
    let group = groups::to_edit(truth, group, by)?;
    let user = users::get(truth, user).ok_or(Refusal::UnknownUser)?;
    if joins {
        may_join(truth.now, &user, group.directory)?;
    }
    match (contains(truth, group.index, user.index), joins) {
        (true, true) if truth.world.quirks.has(Quirk::AlreadyMemberConflict) => {
            return Err(Refusal::AlreadyMember);
        }
        (true, true) => return Ok(None),
        (false, true) if roles::opens_product(truth, group.index) => roles::take_licence(truth.world)?,
        (false, true) => {}
        (false, false) => return Err(Refusal::NotMember),
        (true, false) => exchanging(truth, group.index, &[], &[user.index])?,
    }
    let (action, message) = if joins {
        ("user_added_to_group", format!("added {} to the group {}", user.name, group.name))
    } else {
        ("user_removed_from_group", format!("removed {} from the group {}", user.name, group.name))
    };
    Ok(Some(Change { action, object: Object::group(&group), also: vec![Object::user(&user)], message }))
}

/// Checks whether users can be taken out of a group together, after others were put into it.
/// Nothing is changed.
pub(crate) fn exchanging(truth: View<'_>, group: u64, coming: &[u64], going: &[u64]) -> Result<(), Refusal> {
    if going.is_empty() || coming.iter().any(|user| roles::is_able(truth, *user).is_ok()) {
        return Ok(());
    }
    roles::keep_an_org_admin(truth, |user, through| going.contains(&user) && through == Holder::Group(group))
}

/// Removes a user from all groups, as when the user leaves the directory.
pub(crate) fn leave_all(tx: &mut Transaction<'_>, user: &User) {
    let groups: Vec<_> = groups_of(tx.truth(), user.index).collect();
    for group in groups {
        write(tx, group, user.index, false);
    }
}

fn write(tx: &mut Transaction<'_>, group: u64, user: u64, value: bool) {
    let seen_from = if tx.world.quirks.has(Quirk::ReadLag) { tx.now.saturating_add(LAG) } else { tx.now };
    tx.store.members.changed.set((group, user), value, tx.now, seen_from, || tx.world.is_member(group, user));
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
    (0..users::count(view)).filter(move |user| contains(view, group, *user))
}

pub(crate) fn count(view: View<'_>, group: u64) -> u64 {
    if !groups::exists(view, group) {
        return 0;
    }
    let is_member = |user: &u64| view.world.is_member(group, *user);
    let count_at_start = || (0..view.world.accounts).filter(is_member).count() as u64;
    let at_start = usize::try_from(group).ok().and_then(|group| view.store.members.at_start.get(group));
    let at_start = at_start.map_or(0, |count| *count.get_or_init(count_at_start));
    let range = (group, 0)..=(group, u64::MAX);
    let changed = view.store.members.changed.range(range, view.seen);
    changed.fold(at_start, |count, ((_, user), is)| match (is_member(&user), is) {
        (false, true) => count.saturating_add(1),
        (true, false) => count.saturating_sub(1),
        _ => count,
    })
}
