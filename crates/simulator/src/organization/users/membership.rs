//! Whether a user is in the directory: suspended, restored, removed.

use crate::organization::{MembershipStatus, Transaction, User, View, members, roles, users};
use crate::refusal::Refusal;

/// Bars a user from all products. Roles and groups are kept.
pub(crate) fn suspend(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let user = insider(tx.truth(), user)?;
    if roles::is_org_admin(tx.truth(), user.index) {
        return Err(Refusal::OrgAdmin);
    }
    users::edit(tx, &user, "user_suspended", "suspended", |user| {
        user.membership = MembershipStatus::Suspended;
    });
    Ok(())
}

/// Lets a suspended user in again.
pub(crate) fn restore(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let user = insider(tx.truth(), user)?;
    if user.membership == MembershipStatus::Suspended && !roles::products(tx.truth(), user.index).is_empty() {
        roles::take_licence(tx.world)?;
    }
    users::edit(tx, &user, "user_restored", "restored", |user| user.membership = MembershipStatus::Active);
    Ok(())
}

/// Takes a user out of the directory. Roles and groups are lost; only an invitation leads back.
pub(crate) fn remove(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let user = insider(tx.truth(), user)?;
    roles::keep_an_org_admin(tx.truth(), |other, _| other == user.index)?;
    members::leave_all(tx, &user);
    roles::lose_all(tx, &user);
    users::edit(tx, &user, "user_removed", "removed", |user| {
        user.membership = MembershipStatus::NoMembership;
        user.management_source = None;
    });
    Ok(())
}

/// A user that is in a directory.
fn insider(view: View<'_>, user: u64) -> Result<User, Refusal> {
    let user = users::get(view, user).ok_or(Refusal::UnknownUser)?;
    if user.membership == MembershipStatus::NoMembership { Err(Refusal::NotInDirectory) } else { Ok(user) }
}
