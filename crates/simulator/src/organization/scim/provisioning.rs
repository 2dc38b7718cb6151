//! What an identity provider does: users that it makes, changes and deletes.

use atlassian_admin_core::model::AccountStatus;

use crate::organization::scim::records;
use crate::organization::transaction::Transaction;
use crate::organization::users::{ManagementSource, MembershipStatus, Scim, User, newcomer, user_change};
use crate::organization::{account, roles, users};
use crate::refusal::Refusal;

/// Makes a user, or takes over the one with this address. `edit` fills in the rest; of the identity, only what the
/// provider may set.
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
        None => users::join(tx, |index| newcomer(world, now, index, email, directory)),
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

/// Changes a provisioned user. Of one that stands for no account, only the record is changed. `edit` says whether
/// anything is new but whether the user is active; where that is as it was, too, nothing is changed.
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
    // Of a record without an account, nothing but the provider's word tells whether it is active.
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

/// Deletes a record: its user is deactivated, and it is not found any more until the user is active again.
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

/// Parts an account from its record. Both stay.
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

/// Whoever was let in by the provider is from now on as if invited.
fn leave_provider(user: &mut User) {
    user.management_source = user.management_source.map(|_| ManagementSource::Invited);
}

/// Notes since when a user is deactivated, given the status before.
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
    use crate::organization::scim::provisioning;
    use crate::organization::users::UserStatus;

    #[test]
    fn a_provisioned_user_is_there() {
        let (_, mut org) = org(&[]);
        let before = records::provisioned(org.view(), 0).len();
        let index = provisioning::provision(&mut org.tx(), 0, "new", "new@example.com", |user, scim| {
            "New Person".clone_into(&mut user.name);
            scim.external_id = Some("ext".into());
        })
        .unwrap();
        assert_eq!(index, 200);
        let view = org.view();
        let user = users::get(view, index).unwrap();
        assert_eq!(records::provisioned(view, 0).len(), before + 1);
        assert_eq!(
            (user.name.as_str(), user.management_source),
            ("New Person", Some(ManagementSource::Synced))
        );
        let scim = user.scim.unwrap();
        assert_eq!((scim.user_name.as_str(), scim.external_id.as_deref()), ("new", Some("ext")));
        assert_eq!(records::find_provisioned(view, 0, &scim.id), Ok(200));
        assert_eq!(org.log_of_actions(), ["user_provisioned"]);
    }

    #[test]
    fn an_existing_account_is_taken_over() {
        let (world, mut org) = org(&[]);
        let user = unsynced(world);
        let email = world.user(user).email;
        let before = members::groups_of(org.view(), user).collect::<Vec<_>>();
        assert_eq!(provisioning::provision(&mut org.tx(), 0, "me", &email, |_, _| {}), Ok(user));
        assert_eq!(members::groups_of(org.view(), user).collect::<Vec<_>>(), before);
        assert_eq!(
            provisioning::provision(&mut org.tx(), 0, "other", &email, |_, _| {}),
            Err(Refusal::EmailTaken)
        );
        assert_eq!(
            provisioning::provision(&mut org.tx(), 0, "ME", "other@example.com", |_, _| {}),
            Err(Refusal::NameTaken)
        );
        assert_eq!(
            provisioning::provision(&mut org.tx(), 0, "x", "x@elsewhere.example", |_, _| {}),
            Err(Refusal::UnverifiedDomain)
        );
    }

    #[test]
    fn changes_are_checked() {
        let (world, mut org) = org(&[]);
        let synced: Vec<_> =
            records::provisioned(org.view(), 0).into_iter().map(|index| world.user(index)).collect();
        let (one, rest) = synced.split_first().unwrap();
        let other = rest.iter().find(|user| user.email_domain() == "example.com").unwrap();
        let taken = other.scim.clone().unwrap().user_name;
        let mut change = |edit: &dyn Fn(&mut User, &mut Scim)| {
            provisioning::change(&mut org.tx_at(NOW + 5), one.index, |user, scim| {
                edit(user, scim);
                true
            })
        };
        assert_eq!(change(&|_, scim| scim.user_name.clone_from(&taken)), Err(Refusal::NameTaken));
        assert_eq!(change(&|user, _| user.email.clone_from(&other.email)), Err(Refusal::EmailTaken));
        assert_eq!(change(&|user, _| user.job_title = Some("Boss".into())), Ok(()));
        let changed = users::get(org.view(), one.index).unwrap();
        assert_eq!((changed.job_title.as_deref(), changed.scim.unwrap().modified), (Some("Boss"), NOW + 5));
        let unsynced = unsynced(world);
        let result = provisioning::change(&mut org.tx(), unsynced, |_, _| true);
        assert_eq!(result, Err(Refusal::UnknownUser));
    }

    #[test]
    fn a_deprovisioned_user_comes_back_by_a_change() {
        let (world, mut org) = org(&[]);
        let user = (0..200)
            .find(|user| world.is_synced(*user) && world.user(*user).status(NOW) == UserStatus::Active)
            .filter(|user| !world.is_org_admin(*user))
            .unwrap();
        let before = world.user(user);
        assert_eq!(provisioning::deprovision(&mut org.tx(), user), Ok(()));
        assert_eq!(users::get(org.view(), user).unwrap().status(NOW), UserStatus::Deactivated);
        assert_eq!(records::find_provisioned(org.view(), 0, &world.scim_id(user)), Err(Refusal::UnknownUser));
        assert_eq!(records::find(org.view(), 0, &world.scim_id(user)), Ok(user));
        assert_eq!(provisioning::deprovision(&mut org.tx(), user), Err(Refusal::UnknownUser));
        let email = before.email.clone();
        assert_eq!(
            provisioning::provision(&mut org.tx(), 0, "other", &email, |_, _| {}),
            Err(Refusal::EmailTaken)
        );
        let activate = |user: &mut User, _: &mut Scim| {
            user.set_status = AccountStatus::Active;
            false
        };
        assert_eq!(provisioning::change(&mut org.tx(), user, activate), Ok(()));
        let after = users::get(org.view(), user).unwrap();
        assert_eq!((after.set_status, after.deactivated_on), (before.set_status, before.deactivated_on));
        assert_eq!(records::find_provisioned(org.view(), 0, &world.scim_id(user)), Ok(user));
    }

    #[test]
    fn an_unlinked_account_and_its_record_go_their_own_ways() {
        let (world, mut org) = org(&[]);
        let user = (0..200).find(|user| world.is_synced(*user)).unwrap();
        let (id, before) = (world.scim_id(user), world.user(user));
        assert_eq!(provisioning::unlink(&mut org.tx(), user), Ok(()));
        assert_eq!(provisioning::unlink(&mut org.tx(), user), Err(Refusal::UnknownUser));
        assert_eq!(records::find_provisioned(org.view(), 0, &id), Ok(user));
        let edit = |user: &mut User, scim: &mut Scim| {
            "Other".clone_into(&mut user.name);
            scim.external_id = Some("new".into());
            true
        };
        assert_eq!(provisioning::change(&mut org.tx(), user, edit), Ok(()));
        let after = users::get(org.view(), user).unwrap();
        assert_eq!((after.name, after.management_source), (before.name, Some(ManagementSource::Invited)));
        assert_eq!(records::by_external_id(org.view(), "new"), Some(user));
        assert_eq!(account::set_email(&mut org.tx(), user, "free@example.com"), Ok(()), "its own again");
    }

    #[test]
    fn a_deleted_record_makes_room_for_a_new_one() {
        let (world, mut org) = org(&[]);
        let user = (0..200).find(|user| world.is_synced(*user)).unwrap();
        let email = world.user(user).email;
        assert_eq!(records::by_user_name(org.view(), &email.to_uppercase()), Some(user));
        assert_eq!(records::by_external_id(org.view(), &format!("ext-{user}")), Some(user));
        assert_eq!(provisioning::delete_record(&mut org.tx(), user), Ok(()));
        assert_eq!(provisioning::delete_record(&mut org.tx(), user), Err(Refusal::UnknownUser));
        assert_eq!(records::by_user_name(org.view(), &email), None);
        assert_eq!(records::by_external_id(org.view(), &format!("ext-{user}")), None);
        assert_eq!(provisioning::provision(&mut org.tx(), 0, &email, &email, |_, _| {}), Ok(user));
    }
}
