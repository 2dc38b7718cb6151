//! How an identity provider creates, changes and deletes users.

use atlassian_admin_core::model::AccountStatus;

use crate::organization::scim::records;
use crate::organization::transaction::Transaction;
use crate::organization::users::{ManagementSource, MembershipStatus, Scim, User, user_change};
use crate::organization::{account, roles, users};
use crate::refusal::Refusal;

/// Creates a user, or links the account with this address. `edit` sets the rest.
pub(crate) fn provision(
    tx: &mut Transaction<'_>,
    directory: usize,
    user_name: &str,
    email: &str,
    edit: impl FnOnce(&mut User, &mut Scim),
) -> Result<u64, Refusal> {
    let (world, now, truth) = (tx.world, tx.now, tx.truth());
    if records::by_user_name(truth, user_name).is_some() {
        return Err(Refusal::NameTaken);
    }
    let existing = users::by_email(truth, email);
    match existing {
        // Its domain was verified when it came to be managed.
        Some(index) if account::existing(truth, index)?.scim.is_some() => return Err(Refusal::EmailTaken),
        Some(_) => {}
        None => account::can_take_email(truth, u64::MAX, email)?,
    }
    let index = match existing {
        Some(index) => index,
        None => users::join(tx, email, directory),
    };
    users::change(tx, index, |user| {
        let mut scim = Scim::new(world.scim_id(index), user_name, now);
        if user.membership == MembershipStatus::NoMembership {
            user.membership = MembershipStatus::Active;
            user.directory = directory;
        }
        user.management_source = Some(ManagementSource::Synced);
        user.email_verified = true;
        let before = user.set_status.clone();
        edit(user, &mut scim);
        note_deactivation(user, &before, now);
        user.scim = Some(scim);
    });
    record(tx, index, "user_provisioned", "provisioned");
    Ok(index)
}

/// Changes a provisioned user; of an unlinked one, only the record. `edit` returns whether anything
/// else than the status is new. If the status is not new either, nothing is changed.
pub(crate) fn change(
    tx: &mut Transaction<'_>,
    index: u64,
    edit: impl FnOnce(&mut User, &mut Scim) -> bool,
) -> Result<(), Refusal> {
    let truth = tx.truth();
    let user = users::get(truth, index).ok_or(Refusal::UnknownUser)?;
    let before = user.scim.clone().ok_or(Refusal::UnknownUser)?;
    let (mut edited, mut scim) = (user.clone(), before.clone());
    let is_new = edit(&mut edited, &mut scim);
    if !scim.linked {
        edited = user.clone();
    }
    let status = edited.account_status(tx.now);
    let switched = status != user.account_status(tx.now);
    // Without an account, only the document says whether a record is active.
    let synced = is_new
        || (before.deleted && !switched)
        || (!scim.linked && before.is_told_active() != scim.is_told_active());
    if !synced && !switched {
        return Ok(());
    }
    if records::by_user_name(truth, &scim.user_name).is_some_and(|other| other != index) {
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
pub(crate) fn deprovision(tx: &mut Transaction<'_>, index: u64) -> Result<(), Refusal> {
    let truth = tx.truth();
    let user = users::get(truth, index).filter(records::is_provisioned).ok_or(Refusal::UnknownUser)?;
    let (linked, now) = (user.is_synced(), tx.now);
    if linked {
        roles::keep_an_org_admin(truth, |other, _| other == user.index)?;
    }
    users::change(tx, index, |user| {
        if linked {
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
pub(crate) fn unlink(tx: &mut Transaction<'_>, index: u64) -> Result<(), Refusal> {
    users::get(tx.truth(), index).filter(User::is_synced).ok_or(Refusal::UnknownUser)?;
    let now = tx.now;
    users::change(tx, index, |user| {
        if let Some(scim) = &mut user.scim {
            (scim.linked, scim.modified) = (false, now);
        }
        leave_provider(user);
    });
    record(tx, index, "user_unlinked", "unlinked");
    Ok(())
}

/// Deletes the record of an account for good. The account stays.
pub(crate) fn delete_record(tx: &mut Transaction<'_>, index: u64) -> Result<(), Refusal> {
    users::get(tx.truth(), index).filter(User::is_synced).ok_or(Refusal::UnknownUser)?;
    users::change(tx, index, |user| {
        user.scim = None;
        leave_provider(user);
    });
    record(tx, index, "user_unlinked", "deleted the provisioning record of");
    Ok(())
}

fn record(tx: &mut Transaction<'_>, index: u64, action: &'static str, done: &str) {
    if let Some(user) = users::get(tx.truth(), index) {
        tx.record(user_change(&user, action, format!("{done} {}", user.name)));
    }
}

/// Turns a provisioned user into an invited one.
fn leave_provider(user: &mut User) {
    user.management_source = user.management_source.take().map(|_| ManagementSource::Invited);
}

/// Sets since when a user is deactivated, given the status before.
fn note_deactivation(user: &mut User, before: &AccountStatus, now: i64) {
    user.deactivated_on = match (before, &user.set_status) {
        (_, AccountStatus::Active) => None,
        (AccountStatus::Active, _) => Some(now),
        _ => user.deactivated_on,
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{NOW, org, unsynced};
    use crate::organization::groups::members;
    use crate::organization::transaction::View;
    use crate::organization::world::World;

    fn synced(world: &World) -> u64 {
        (0..200).find(|user| world.is_synced(*user) && !world.is_org_admin(*user)).unwrap()
    }

    #[test]
    fn provision_keeps_the_groups_of_an_existing_account() {
        let (world, mut org) = org(&[]);
        let user = unsynced(world);
        let groups = members::groups_of(org.view(), user).collect::<Vec<_>>();
        assert_eq!(provision(&mut org.tx(), 0, "me", &world.user(user).email, |_, _| {}), Ok(user));
        assert_eq!(members::groups_of(org.view(), user).collect::<Vec<_>>(), groups);
        assert_eq!(users::get(org.view(), user).unwrap().management_source, Some(ManagementSource::Synced));
    }

    #[test]
    fn change_refuses_what_other_users_have() {
        let (world, mut org) = org(&[]);
        let synced = records::provisioned(org.view(), 0);
        let (one, rest) = synced.split_first().unwrap();
        let rest = rest.iter().map(|index| world.user(*index));
        let other = rest.clone().find(|user| user.email_domain() == "example.com").unwrap();
        let name = other.scim.unwrap().user_name;
        let mut change = |index, edit: &dyn Fn(&mut User, &mut Scim)| {
            super::change(&mut org.tx_at(NOW + 5), index, |user, scim| {
                edit(user, scim);
                true
            })
        };
        assert_eq!(change(*one, &|_, scim| scim.user_name.clone_from(&name)), Err(Refusal::NameTaken));
        assert_eq!(change(*one, &|user, _| user.email.clone_from(&other.email)), Err(Refusal::EmailTaken));
        assert_eq!(change(*one, &|user, _| user.job_title = Some("Boss".into())), Ok(()));
        assert_eq!(change(unsynced(world), &|_, _| {}), Err(Refusal::UnknownUser));
        let changed = users::get(org.view(), *one).unwrap();
        assert_eq!((changed.job_title.as_deref(), changed.scim.unwrap().modified), (Some("Boss"), NOW + 5));
    }

    #[test]
    fn change_to_active_undoes_deprovision() {
        let (world, mut org) = org(&[]);
        let user = (0..200)
            .filter(|user| world.is_synced(*user) && !world.is_org_admin(*user))
            .find(|user| world.user(*user).set_status == AccountStatus::Active)
            .unwrap();
        let deactivated = |view: View<'_>| {
            let user = users::get(view, user).unwrap();
            (user.set_status, user.deactivated_on)
        };
        assert_eq!(deprovision(&mut org.tx(), user), Ok(()));
        assert_eq!(deactivated(org.view()), (AccountStatus::Inactive, Some(NOW)));
        assert_eq!(records::find(org.view(), 0, &world.scim_id(user)), Ok(user));
        let activate = |user: &mut User, _: &mut Scim| {
            user.set_status = AccountStatus::Active;
            false
        };
        assert_eq!(change(&mut org.tx(), user, activate), Ok(()));
        assert_eq!(deactivated(org.view()), (AccountStatus::Active, None));
    }

    #[test]
    fn change_of_an_unlinked_record_leaves_the_account_as_it_is() {
        let (world, mut org) = org(&[]);
        let user = synced(world);
        assert_eq!(unlink(&mut org.tx(), user), Ok(()));
        let edit = |user: &mut User, scim: &mut Scim| {
            "Other".clone_into(&mut user.name);
            scim.external_id = Some("new".into());
            true
        };
        assert_eq!(change(&mut org.tx(), user, edit), Ok(()));
        let after = users::get(org.view(), user).unwrap();
        assert_eq!(after.name, world.user(user).name);
        assert_eq!(after.management_source, Some(ManagementSource::Invited));
        assert_eq!(records::by_external_id(org.view(), "new"), Some(user));
        assert_eq!(account::set_email(&mut org.tx(), user, "free@example.com"), Ok(()));
    }

    #[test]
    fn delete_record_frees_its_names() {
        let (world, mut org) = org(&[]);
        let user = synced(world);
        let (email, external_id) = (world.user(user).email, format!("ext-{user}"));
        let found = |view: View<'_>| {
            (records::by_user_name(view, &email), records::by_external_id(view, &external_id))
        };
        assert_eq!(found(org.view()), (Some(user), Some(user)));
        assert_eq!(delete_record(&mut org.tx(), user), Ok(()));
        assert_eq!(found(org.view()), (None, None));
        assert_eq!(delete_record(&mut org.tx(), user), Err(Refusal::UnknownUser));
        assert_eq!(provision(&mut org.tx(), 0, &email, &email, |_, _| {}), Ok(user));
    }
}
