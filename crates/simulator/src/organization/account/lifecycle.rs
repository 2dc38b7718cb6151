//! What the organization can do with the accounts that it manages.

use atlassian_admin_core::model::AccountStatus;

use crate::organization::users::is_email;
use crate::organization::{Transaction, User, View, roles, users};
use crate::refusal::Refusal;

/// Deactivates an account, unless it is deactivated already.
pub(crate) fn disable(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let (user, now) = (dispensable(tx.truth(), user)?, tx.now);
    users::edit(tx, &user, "user_deactivated", "deactivated", |user| {
        user.set_status = AccountStatus::Inactive;
        user.deactivated_on.get_or_insert(now);
    });
    Ok(())
}

/// Activates an account again. Where it is active, nothing is changed.
pub(crate) fn enable(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let user = existing(tx.truth(), user)?;
    if user.set_status != AccountStatus::Active {
        users::edit(tx, &user, "user_activated", "activated", activate);
    }
    Ok(())
}

/// Has an account deleted in fourteen days; until then it looks deactivated.
pub(crate) fn delete(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let (user, now) = (dispensable(tx.truth(), user)?, tx.now);
    users::edit(tx, &user, "user_deletion_requested", "requested the deletion of", |user| {
        user.delete_requested = Some(now);
        user.deactivated_on.get_or_insert(now);
    });
    Ok(())
}

/// Cancels the deletion of an account, which is active then.
pub(crate) fn cancel_delete(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let user = managed(tx.truth(), user)?;
    if user.account_status(tx.now) == AccountStatus::Closed {
        return Err(Refusal::DeletedAccount);
    }
    if user.delete_requested.is_none() {
        return Err(Refusal::NotForDeletion);
    }
    users::edit(tx, &user, "user_deletion_canceled", "canceled the deletion of", activate);
    Ok(())
}

fn activate(user: &mut User) {
    user.set_status = AccountStatus::Active;
    user.deactivated_on = None;
    user.delete_requested = None;
    if let Some(scim) = &mut user.scim {
        scim.deleted = false;
    }
}

/// Gives an account another address on a domain of the organization, unless it has it already.
pub(crate) fn set_email(tx: &mut Transaction<'_>, user: u64, email: &str) -> Result<(), Refusal> {
    let user = unsynced(tx.truth(), user)?;
    can_take_email(tx.truth(), user.index, email)?;
    users::edit(tx, &user, "user_email_changed", "changed the email address of", |user| {
        email.clone_into(&mut user.email);
        user.email_verified = true;
    });
    Ok(())
}

/// Changes the profile of an account, unless nothing is new. The caller validates the values.
pub(crate) fn change_profile(
    tx: &mut Transaction<'_>,
    user: u64,
    edit: impl FnOnce(&mut User),
) -> Result<(), Refusal> {
    let user = unsynced(tx.truth(), user)?;
    users::edit(tx, &user, "user_profile_updated", "updated the profile of", edit);
    Ok(())
}

/// An account that the organization manages.
pub(crate) fn managed(view: View<'_>, user: u64) -> Result<User, Refusal> {
    let user = users::get(view, user).ok_or(Refusal::UnknownUser)?;
    if user.managed { Ok(user) } else { Err(Refusal::UnmanagedAccount) }
}

/// One that is not deleted, nor about to be.
pub(crate) fn existing(view: View<'_>, user: u64) -> Result<User, Refusal> {
    let user = managed(view, user)?;
    let deleted = user.delete_requested.is_some() || user.account_status(view.now) == AccountStatus::Closed;
    if deleted { Err(Refusal::DeletedAccount) } else { Ok(user) }
}

/// One whose profile no identity provider manages.
fn unsynced(view: View<'_>, user: u64) -> Result<User, Refusal> {
    let user = existing(view, user)?;
    if user.is_synced() { Err(Refusal::SyncedUser) } else { Ok(user) }
}

/// One without which the organization still has an administrator.
fn dispensable(view: View<'_>, user: u64) -> Result<User, Refusal> {
    let user = existing(view, user)?;
    roles::keep_an_org_admin(view, |other, _| other == user.index)?;
    Ok(user)
}

/// Whether an address of the organization is free for this user.
pub(crate) fn can_take_email(view: View<'_>, user: u64, email: &str) -> Result<(), Refusal> {
    if !is_email(email) {
        return Err(Refusal::InvalidEmail);
    }
    let domain = email.rsplit_once('@').map_or("", |(_, domain)| domain);
    if !view.world.is_verified_domain(domain) {
        return Err(Refusal::UnverifiedDomain);
    }
    match users::by_email(view, email) {
        Some(other) if other != user => Err(Refusal::EmailTaken),
        _ => Ok(()),
    }
}
