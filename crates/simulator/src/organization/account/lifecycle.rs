//! What the organization can do with the accounts that it manages.

use atlassian_admin_core::model::AccountStatus;

use crate::organization::users::{is_email, user_change};
use crate::organization::{Transaction, User, View, roles, users};
use crate::refusal::Refusal;

/// Deactivates an account, unless it is deactivated already.
pub(crate) fn disable(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let truth = tx.truth();
    let user = existing(truth, user)?;
    if user.set_status == AccountStatus::Inactive {
        return Ok(());
    }
    roles::keep_an_org_admin(truth, |other, _| other == user.index)?;
    let now = tx.now;
    users::change(tx, user.index, |user| {
        user.set_status = AccountStatus::Inactive;
        user.deactivated_on = Some(now);
    });
    tx.record(user_change(&user, "user_deactivated", format!("deactivated {}", user.name)));
    Ok(())
}

/// Activates an account again. Where it is active, nothing is changed.
pub(crate) fn enable(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let user = existing(tx.truth(), user)?;
    if user.set_status == AccountStatus::Active {
        return Ok(());
    }
    activate(tx, &user);
    tx.record(user_change(&user, "user_activated", format!("activated {}", user.name)));
    Ok(())
}

/// Has an account deleted in fourteen days; until then it looks deactivated.
pub(crate) fn delete(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let truth = tx.truth();
    let user = existing(truth, user)?;
    roles::keep_an_org_admin(truth, |other, _| other == user.index)?;
    let now = tx.now;
    users::change(tx, user.index, |user| {
        user.delete_requested = Some(now);
        user.deactivated_on.get_or_insert(now);
    });
    let message = format!("requested the deletion of {}", user.name);
    tx.record(user_change(&user, "user_deletion_requested", message));
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
    activate(tx, &user);
    let message = format!("canceled the deletion of {}", user.name);
    tx.record(user_change(&user, "user_deletion_canceled", message));
    Ok(())
}

fn activate(tx: &mut Transaction<'_>, user: &User) {
    users::change(tx, user.index, |user| {
        user.set_status = AccountStatus::Active;
        user.deactivated_on = None;
        user.delete_requested = None;
        if let Some(scim) = &mut user.scim {
            scim.deleted = false;
        }
    });
}

/// Gives an account another address on a domain of the organization, unless it has it already.
pub(crate) fn set_email(tx: &mut Transaction<'_>, user: u64, email: &str) -> Result<(), Refusal> {
    let truth = tx.truth();
    let user = existing(truth, user)?;
    if user.is_synced() {
        return Err(Refusal::SyncedUser);
    }
    can_take_email(truth, user.index, email)?;
    if user.email == email && user.email_verified {
        return Ok(());
    }
    users::change(tx, user.index, |user| {
        email.clone_into(&mut user.email);
        user.email_verified = true;
    });
    let message = format!("changed the email address of {}", user.name);
    tx.record(user_change(&user, "user_email_changed", message));
    Ok(())
}

/// Changes the profile of an account, unless nothing is new. The caller validates the values.
pub(crate) fn change_profile(
    tx: &mut Transaction<'_>,
    user: u64,
    edit: impl FnOnce(&mut User),
) -> Result<(), Refusal> {
    let user = existing(tx.truth(), user)?;
    if user.is_synced() {
        return Err(Refusal::SyncedUser);
    }
    let mut edited = user.clone();
    edit(&mut edited);
    if edited == user {
        return Ok(());
    }
    users::change(tx, user.index, |user| *user = edited);
    let message = format!("updated the profile of {}", user.name);
    tx.record(user_change(&user, "user_profile_updated", message));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{org, unsynced};
    use crate::organization::users::Invitation;
    use crate::organization::{account, members};

    #[test]
    fn change_is_not_logged_when_nothing_is_new() {
        let (world, mut org) = org(&[]);
        let user = unsynced(world);
        let name = world.user(user).name;
        assert_eq!(account::set_email(&mut org.tx(), user, "me@example.com"), Ok(()));
        assert_eq!(account::set_email(&mut org.tx(), user, "me@example.com"), Ok(()));
        assert_eq!(account::change_profile(&mut org.tx(), user, |_| {}), Ok(()));
        assert_eq!(account::change_profile(&mut org.tx(), user, |user| user.name = name), Ok(()));
        assert_eq!(org.log_of_actions(), ["user_email_changed"]);
        assert_eq!(account::change_profile(&mut org.tx(), user, |user| user.name.push('!')), Ok(()));
        assert_eq!(account::set_email(&mut org.tx(), user, "you@example.com"), Ok(()));
        assert_eq!(
            org.log_of_actions(),
            ["user_email_changed", "user_profile_updated", "user_email_changed"]
        );
    }

    #[test]
    fn strangers_and_the_last_administrator_are_left_alone() {
        let (_, mut org) = org(&[]);
        let stranger =
            users::invite(&mut org.tx(), "a@elsewhere.example", &Invitation::default()).unwrap().user;
        assert_eq!(account::disable(&mut org.tx(), stranger), Err(Refusal::UnmanagedAccount));
        assert_eq!(account::disable(&mut org.tx(), 999), Err(Refusal::UnknownUser));
        let admins: Vec<_> = members::of(org.view(), 0).collect();
        let (last, others) = admins.split_last().unwrap();
        for user in others {
            assert_eq!(account::delete(&mut org.tx(), *user), Ok(()));
        }
        assert_eq!(account::delete(&mut org.tx(), *last), Err(Refusal::LastOrgAdmin));
        assert_eq!(account::disable(&mut org.tx(), *last), Err(Refusal::LastOrgAdmin));
    }
}
