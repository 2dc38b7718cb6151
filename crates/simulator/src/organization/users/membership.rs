//! Whether a user is in the directory: suspended, restored, removed.

use crate::organization::{Change, MembershipStatus, Object, Transaction, User, View, members, roles, users};
use crate::refusal::Refusal;

/// Bars a user from all products. Roles and groups are kept.
pub(crate) fn suspend(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let truth = tx.truth();
    let user = insider(truth, user)?;
    if roles::is_org_admin(truth, user.index) {
        return Err(Refusal::OrgAdmin);
    }
    set_membership(tx, &user, MembershipStatus::Suspended, "user_suspended", "suspended");
    Ok(())
}

/// Lets a suspended user in again.
pub(crate) fn restore(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let truth = tx.truth();
    let user = insider(truth, user)?;
    if user.membership == MembershipStatus::Suspended && !roles::products(truth, user.index).is_empty() {
        roles::take_licence(tx.world)?;
    }
    set_membership(tx, &user, MembershipStatus::Active, "user_restored", "restored");
    Ok(())
}

/// Takes a user out of the directory. Roles and groups are lost; only an invitation leads back.
pub(crate) fn remove(tx: &mut Transaction<'_>, user: u64) -> Result<(), Refusal> {
    let truth = tx.truth();
    let user = insider(truth, user)?;
    roles::keep_an_org_admin(truth, |other, _| other == user.index)?;
    members::leave_all(tx, &user);
    roles::lose_all(tx, &user);
    set_membership(tx, &user, MembershipStatus::NoMembership, "user_removed", "removed");
    users::change(tx, user.index, |user| user.management_source = None);
    Ok(())
}

/// Logs nothing where nothing changes.
fn set_membership(
    tx: &mut Transaction<'_>,
    user: &User,
    membership: MembershipStatus,
    action: &'static str,
    done: &str,
) {
    if user.membership == membership {
        return;
    }
    users::change(tx, user.index, |user| user.membership = membership);
    tx.record(user_change(user, action, format!("{done} {}", user.name)));
}

/// A change of a user.
pub(crate) fn user_change(user: &User, action: &'static str, message: String) -> Change {
    Change { action, object: Object::user(user), also: Vec::new(), message }
}

/// A user that is in a directory.
fn insider(view: View<'_>, user: u64) -> Result<User, Refusal> {
    let user = users::get(view, user).ok_or(Refusal::UnknownUser)?;
    if user.membership == MembershipStatus::NoMembership { Err(Refusal::NotInDirectory) } else { Ok(user) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{able, org};
    use crate::quirk::Quirk;

    #[test]
    fn administrators_of_the_organization_are_not_suspended() {
        let (world, mut org) = org(&[]);
        let owner = world.owner().unwrap();
        assert_eq!(users::suspend(&mut org.tx(), owner), Err(Refusal::OrgAdmin));
        let others: Vec<_> = members::of(org.view(), 0).filter(|user| *user != owner).collect();
        for user in others {
            assert_eq!(users::remove(&mut org.tx(), user), Ok(()));
        }
        assert_eq!(users::remove(&mut org.tx(), owner), Err(Refusal::LastOrgAdmin));
    }

    #[test]
    fn without_a_licence_nobody_is_restored() {
        let (world, mut org) = org(&[Quirk::LicenceLimit]);
        let user = able(world);
        users::suspend(&mut org.tx(), user).unwrap();
        assert_eq!(users::restore(&mut org.tx(), user), Err(Refusal::LicenceLimit));
    }
}
