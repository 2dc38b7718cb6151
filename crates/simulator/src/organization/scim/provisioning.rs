//! The records of identity providers: which user or group has which, how they are found, and how an
//! identity provider creates, changes and deletes users.

use atlassian_admin_core::model::AccountStatus;

use crate::organization::groups::{Group, members};
use crate::organization::transaction::{Transaction, View};
use crate::organization::users::{ManagementSource, MembershipStatus, Scim, User, user_change};
use crate::organization::{account, groups, roles, users};
use crate::refusal::Refusal;

/// Whether a user has a record that is not deleted.
pub(super) fn is_provisioned(user: &User) -> bool {
    user.scim.as_ref().is_some_and(|scim| !scim.deleted)
}

/// The indices of a directory's users who came from the identity provider, in order.
pub(super) fn provisioned(view: View<'_>, directory: usize) -> Vec<u64> {
    let of_start = |index: &u64| {
        !users::is_changed(view, *index) && view.world.directory_of_account(*index) == directory
    };
    let changed = users::changed(view).filter(|user| is_provisioned(user) && user.directory == directory);
    let of_start = users::synced_at_start(view).iter().copied().filter(of_start);
    let mut indices: Vec<_> = of_start.chain(changed.map(|user| user.index)).collect();
    indices.sort_unstable();
    indices
}

/// The members of a group who came from the identity provider, and are linked to their records.
pub(super) fn members_of<'a>(view: View<'a>, group: u64) -> impl Iterator<Item = User> + 'a {
    members::of(view, group)
        .filter_map(move |index| users::get(view, index))
        .filter(|user| is_provisioned(user) && user.is_synced())
}

/// The groups of a directory that an identity provider fills, in the order of their indices.
pub(super) fn groups<'a>(view: View<'a>, directory: usize) -> impl Iterator<Item = Group> + 'a {
    groups::all(view).filter(move |group| group.synced && group.directory == directory)
}

/// The user of this record, deleted or not.
pub(super) fn find(view: View<'_>, directory: usize, id: &str) -> Result<User, Refusal> {
    view.world
        .scim_ids
        .index_of_uuid(id)
        .and_then(|index| users::get(view, index))
        .filter(|user| user.scim.is_some() && user.directory == directory)
        .ok_or(Refusal::UnknownUser)
}

/// The user of this record.
pub(super) fn find_provisioned(view: View<'_>, directory: usize, id: &str) -> Result<User, Refusal> {
    find(view, directory, id).ok().filter(is_provisioned).ok_or(Refusal::UnknownUser)
}

/// The index of the user with this name at the identity provider, in any case.
pub(super) fn by_user_name(view: View<'_>, user_name: &str) -> Option<u64> {
    let changed = changed(view, |scim| scim.user_name.eq_ignore_ascii_case(user_name));
    // At the start, names are addresses.
    changed.or_else(|| {
        let of_start = |index: &u64| !users::is_changed(view, *index) && view.world.is_synced(*index);
        users::by_email(view, user_name).filter(of_start)
    })
}

/// The index of the user with this `externalId`.
pub(super) fn by_external_id(view: View<'_>, external_id: &str) -> Option<u64> {
    let changed = changed(view, |scim| scim.external_id.as_deref() == Some(external_id));
    changed
        .or_else(|| view.world.external_index(external_id).filter(|index| !users::is_changed(view, *index)))
}

fn changed(view: View<'_>, fits: impl Fn(&Scim) -> bool) -> Option<u64> {
    let mut changed = users::changed(view);
    changed.find(|user| user.scim.as_ref().is_some_and(&fits)).map(|user| user.index)
}

/// Creates a user, or links the account with this address. `edit` sets the rest.
pub(crate) fn provision(
    tx: &mut Transaction<'_>,
    directory: usize,
    user_name: &str,
    email: &str,
    edit: impl FnOnce(&mut User),
) -> Result<u64, Refusal> {
    let (world, now, truth) = (tx.world, tx.now, tx.truth());
    if by_user_name(truth, user_name).is_some() {
        return Err(Refusal::NameTaken);
    }
    let index = match users::by_email(truth, email) {
        // Its domain was verified when it came to be managed.
        Some(index) if account::existing(truth, index)?.scim.is_some() => return Err(Refusal::EmailTaken),
        Some(index) => index,
        None => {
            account::can_take_email(truth, u64::MAX, email)?;
            users::join(tx, email, directory)
        }
    };
    users::change(tx, index, |user| {
        if user.membership == MembershipStatus::NoMembership {
            user.membership = MembershipStatus::Active;
            user.directory = directory;
        }
        user.management_source = Some(ManagementSource::Synced);
        user.email_verified = true;
        user.scim = Some(Scim::new(world.scim_ids.to_uuid(index), user_name, now));
        let before = user.set_status.clone();
        edit(user);
        note_deactivation(user, &before, now);
    });
    record(tx, index, "user_provisioned", "provisioned");
    Ok(index)
}

/// Changes a provisioned user; of an unlinked one, only the record. `edit` returns whether anything
/// else than the status is new. If the status is not new either, nothing is changed.
pub(super) fn change(
    tx: &mut Transaction<'_>,
    index: u64,
    edit: impl FnOnce(&mut User) -> bool,
) -> Result<(), Refusal> {
    let truth = tx.truth();
    let user = users::get(truth, index).ok_or(Refusal::UnknownUser)?;
    let mut edited = user.clone();
    let is_new = edit(&mut edited);
    let (Some(before), Some(mut scim)) = (&user.scim, edited.scim.take()) else {
        return Err(Refusal::UnknownUser);
    };
    if !scim.linked {
        edited = user.clone();
    }
    let status = edited.account_status(tx.now);
    let switched = status != user.account_status(tx.now);
    // Without an account, only the document says whether a record is active.
    let synced = is_new
        || (before.deleted && !switched)
        || (!scim.linked && before.is_sent_active() != scim.is_sent_active());
    if !synced && !switched {
        return Ok(());
    }
    if by_user_name(truth, &scim.user_name).is_some_and(|other| other != index) {
        return Err(Refusal::NameTaken);
    }
    if scim.linked {
        if edited.email != user.email {
            account::can_take_email(truth, index, &edited.email)?;
        }
        if edited.set_status != AccountStatus::Active {
            roles::keep_an_org_admin(truth, |other, _| other == index)?;
        }
        note_deactivation(&mut edited, &user.set_status, tx.now);
    }
    (scim.modified, scim.deleted) = (tx.now, false);
    edited.scim = Some(scim);
    users::change(tx, index, |user| *user = edited);
    if synced {
        record(tx, index, "user_synced", "synced");
    }
    match status {
        AccountStatus::Active if switched => record(tx, index, "user_activated", "activated"),
        _ if switched => record(tx, index, "user_deactivated", "deactivated"),
        _ => {}
    }
    Ok(())
}

/// Deletes a record: deactivates its user, and hides it until the user is active again.
pub(super) fn deprovision(tx: &mut Transaction<'_>, index: u64) -> Result<(), Refusal> {
    let (truth, now) = (tx.truth(), tx.now);
    let user = users::get(truth, index).filter(is_provisioned).ok_or(Refusal::UnknownUser)?;
    if user.is_synced() {
        roles::keep_an_org_admin(truth, |other, _| other == index)?;
    }
    users::change(tx, index, |user| {
        if user.is_synced() {
            let before = std::mem::replace(&mut user.set_status, AccountStatus::Inactive);
            note_deactivation(user, &before, now);
        }
        if let Some(scim) = &mut user.scim {
            (scim.deleted, scim.modified) = (true, now);
        }
    });
    record(tx, index, "user_deprovisioned", "deprovisioned");
    Ok(())
}

/// Unlinks an account from its record. Both stay.
pub(super) fn unlink(tx: &mut Transaction<'_>, index: u64) -> Result<(), Refusal> {
    let modified = tx.now;
    leave_provider(tx, index, "unlinked", |scim| Some(Scim { linked: false, modified, ..scim }))
}

/// Deletes the record of an account for good. The account stays.
pub(super) fn delete_record(tx: &mut Transaction<'_>, index: u64) -> Result<(), Refusal> {
    leave_provider(tx, index, "deleted the provisioning record of", |_| None)
}

/// Turns a provisioned user into an invited one.
fn leave_provider(
    tx: &mut Transaction<'_>,
    index: u64,
    done: &str,
    leave: impl FnOnce(Scim) -> Option<Scim>,
) -> Result<(), Refusal> {
    users::get(tx.truth(), index).filter(User::is_synced).ok_or(Refusal::UnknownUser)?;
    users::change(tx, index, |user| {
        user.scim = user.scim.take().and_then(leave);
        user.management_source = user.management_source.take().map(|_| ManagementSource::Invited);
    });
    record(tx, index, "user_unlinked", done);
    Ok(())
}

fn record(tx: &mut Transaction<'_>, index: u64, action: &'static str, done: &str) {
    if let Some(user) = users::get(tx.truth(), index) {
        tx.record(user_change(&user, action, format!("{done} {}", user.name)));
    }
}

/// Sets since when a user is deactivated, given the status before.
fn note_deactivation(user: &mut User, before: &AccountStatus, now: i64) {
    user.deactivated_on = match (before, &user.set_status) {
        (_, AccountStatus::Active) => None,
        (AccountStatus::Active, _) => Some(now),
        _ => user.deactivated_on,
    };
}
