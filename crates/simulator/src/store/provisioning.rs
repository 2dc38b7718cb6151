//! What an identity provider does: users that it makes, changes and deletes.

use atlassian_admin_core::model::AccountStatus;

use super::invite::newcomer;
use super::records::is_provisioned;
use super::standing::user_change;
use super::{Refusal, Store};
use crate::data::{ManagementSource, MembershipStatus, Scim, User, World};

impl Store {
    /// Makes a user, or takes over the one with this address. `edit` fills in the rest; of the identity, only what the
    /// provider may set.
    pub(crate) fn provision(
        &mut self,
        world: &World,
        now: i64,
        directory: usize,
        user_name: &str,
        email: &str,
        edit: impl FnOnce(&mut User, &mut Scim),
    ) -> Result<u64, Refusal> {
        let truth = self.truth(world, now);
        if truth.user_by_name(user_name).is_some() {
            return Err(Refusal::NameTaken);
        }
        let existing = truth.user_by_email(email);
        match existing {
            // Its domain was verified when it came to be managed.
            Some(index) if truth.account(index)?.scim.is_some() => return Err(Refusal::EmailTaken),
            Some(_) => {}
            None => truth.can_take_email(u64::MAX, email)?,
        }
        let index = match existing {
            Some(index) => index,
            None => self.join(world, |index| newcomer(world, now, index, email, directory)),
        };
        self.change_user(world, index, |user| {
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
        self.tell(world, now, index, "user_provisioned", "provisioned");
        Ok(index)
    }

    /// Changes a provisioned user. Of one that stands for no account, only the record is changed. `edit` says whether
    /// anything is new but whether the user is active; where that is as it was, too, nothing is changed.
    pub(crate) fn change_provisioned(
        &mut self,
        world: &World,
        now: i64,
        index: u64,
        edit: impl FnOnce(&mut User, &mut Scim) -> bool,
    ) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.user(index).ok_or(Refusal::UnknownUser)?;
        let before = user.scim.clone().ok_or(Refusal::UnknownUser)?;
        let (mut edited, mut scim) = (user.clone(), before.clone());
        let is_new = edit(&mut edited, &mut scim);
        if !scim.linked {
            edited = user.clone();
        }
        let status = edited.account_status(now);
        let switched = status != user.account_status(now);
        // Of a record without an account, nothing but the provider's word tells whether it is active.
        let synced = is_new
            || (before.deleted && !switched)
            || (!scim.linked && before.is_told_active() != scim.is_told_active());
        if !synced && !switched {
            return Ok(());
        }
        if truth.user_by_name(&scim.user_name).is_some_and(|other| other != index) {
            return Err(Refusal::NameTaken);
        }
        if scim.linked {
            if edited.email != user.email {
                truth.can_take_email(index, &edited.email)?;
            }
            if edited.set_status != AccountStatus::Active {
                truth.keep_an_org_admin(|other, _| other == index)?;
            }
            note_deactivation(&mut edited, &user.set_status, now);
        }
        (scim.modified, scim.deleted) = (now, false);
        edited.scim = Some(scim);
        self.change_user(world, index, |user| *user = edited);
        if synced {
            self.tell(world, now, index, "user_synced", "synced");
        }
        match status {
            AccountStatus::Active if switched => self.tell(world, now, index, "user_activated", "activated"),
            _ if switched => self.tell(world, now, index, "user_deactivated", "deactivated"),
            _ => {}
        }
        Ok(())
    }

    /// Deletes a record: its user is deactivated, and it is not found any more until the user is active again.
    pub(crate) fn deprovision(&mut self, world: &World, now: i64, index: u64) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.user(index).filter(is_provisioned).ok_or(Refusal::UnknownUser)?;
        let linked = user.is_synced();
        if linked {
            truth.keep_an_org_admin(|other, _| other == user.index)?;
        }
        self.change_user(world, index, |user| {
            if linked {
                let before = std::mem::replace(&mut user.set_status, AccountStatus::Inactive);
                note_deactivation(user, &before, now);
            }
            if let Some(scim) = &mut user.scim {
                (scim.deleted, scim.modified) = (true, now);
            }
        });
        self.tell(world, now, index, "user_deprovisioned", "deprovisioned");
        Ok(())
    }

    /// Parts an account from its record. Both stay.
    pub(crate) fn unlink(&mut self, world: &World, now: i64, index: u64) -> Result<(), Refusal> {
        self.truth(world, now).user(index).filter(User::is_synced).ok_or(Refusal::UnknownUser)?;
        self.change_user(world, index, |user| {
            if let Some(scim) = &mut user.scim {
                (scim.linked, scim.modified) = (false, now);
            }
            leave_provider(user);
        });
        self.tell(world, now, index, "user_unlinked", "unlinked");
        Ok(())
    }

    /// Deletes the record of an account for good. The account stays.
    pub(crate) fn delete_record(&mut self, world: &World, now: i64, index: u64) -> Result<(), Refusal> {
        self.truth(world, now).user(index).filter(User::is_synced).ok_or(Refusal::UnknownUser)?;
        self.change_user(world, index, |user| {
            user.scim = None;
            leave_provider(user);
        });
        self.tell(world, now, index, "user_unlinked", "deleted the provisioning record of");
        Ok(())
    }

    fn tell(&mut self, world: &World, now: i64, index: u64, action: &'static str, done: &str) {
        if let Some(user) = self.truth(world, now).user(index) {
            self.log.record(now, user_change(&user, action, format!("{done} {}", user.name)));
        }
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
    use super::super::tests::{NOW, store, unsynced};
    use super::*;
    use crate::data::UserStatus;

    #[test]
    fn provisioned_user_is_found_by_its_id() {
        let (world, mut store) = store(&[]);
        let next = world.managed_accounts();
        let before = store.view(&world, NOW).provisioned(0).len();
        let index = store
            .provision(&world, NOW, 0, "new", "new@example.com", |user, scim| {
                "New Person".clone_into(&mut user.name);
                scim.external_id = Some("ext".into());
            })
            .unwrap();
        assert_eq!(index, next, "the accounts before it keep their places");
        let view = store.view(&world, NOW);
        let user = view.user(index).unwrap();
        assert_eq!(view.provisioned(0).len(), before + 1);
        assert_eq!(
            (user.name.as_str(), user.management_source),
            ("New Person", Some(ManagementSource::Synced))
        );
        let scim = user.scim.unwrap();
        assert_eq!((scim.user_name.as_str(), scim.external_id.as_deref()), ("new", Some("ext")));
        assert_eq!(view.find_provisioned(0, &scim.id), Ok(next));
        assert_eq!(store.log_of_actions(), ["user_provisioned"]);
    }

    #[test]
    fn an_existing_account_is_taken_over() {
        let (world, mut store) = store(&[]);
        let user = unsynced(&world);
        let email = world.user(user).email;
        let before = store.view(&world, NOW).groups_of(user).collect::<Vec<_>>();
        assert_eq!(store.provision(&world, NOW, 0, "me", &email, |_, _| {}), Ok(user));
        assert_eq!(store.view(&world, NOW).groups_of(user).collect::<Vec<_>>(), before);
        assert_eq!(store.provision(&world, NOW, 0, "other", &email, |_, _| {}), Err(Refusal::EmailTaken));
        assert_eq!(
            store.provision(&world, NOW, 0, "ME", "other@example.com", |_, _| {}),
            Err(Refusal::NameTaken)
        );
        assert_eq!(
            store.provision(&world, NOW, 0, "x", "x@elsewhere.example", |_, _| {}),
            Err(Refusal::UnverifiedDomain)
        );
    }

    #[test]
    fn changes_are_checked() {
        let (world, mut store) = store(&[]);
        let synced: Vec<_> =
            store.view(&world, NOW).provisioned(0).into_iter().map(|index| world.user(index)).collect();
        let (one, rest) = synced.split_first().unwrap();
        let other = rest.iter().find(|user| user.email_domain() == "example.com").unwrap();
        let taken = other.scim.clone().unwrap().user_name;
        let mut change = |edit: &dyn Fn(&mut User, &mut Scim)| {
            store.change_provisioned(&world, NOW + 5, one.index, |user, scim| {
                edit(user, scim);
                true
            })
        };
        assert_eq!(change(&|_, scim| scim.user_name.clone_from(&taken)), Err(Refusal::NameTaken));
        assert_eq!(change(&|user, _| user.email.clone_from(&other.email)), Err(Refusal::EmailTaken));
        assert_eq!(change(&|user, _| user.job_title = Some("Boss".into())), Ok(()));
        let changed = store.view(&world, NOW).user(one.index).unwrap();
        assert_eq!((changed.job_title.as_deref(), changed.scim.unwrap().modified), (Some("Boss"), NOW + 5));
        let unsynced = unsynced(&world);
        let result = store.change_provisioned(&world, NOW, unsynced, |_, _| true);
        assert_eq!(result, Err(Refusal::UnknownUser));
    }

    #[test]
    fn a_deprovisioned_user_comes_back_by_a_change() {
        let (world, mut store) = store(&[]);
        let user = (0..200)
            .find(|user| world.is_synced(*user) && world.user(*user).status(NOW) == UserStatus::Active)
            .filter(|user| !world.is_org_admin(*user))
            .unwrap();
        let before = world.user(user);
        assert_eq!(store.deprovision(&world, NOW, user), Ok(()));
        assert_eq!(store.view(&world, NOW).user(user).unwrap().status(NOW), UserStatus::Deactivated);
        assert_eq!(
            store.view(&world, NOW).find_provisioned(0, &world.scim_id(user)),
            Err(Refusal::UnknownUser)
        );
        assert_eq!(store.view(&world, NOW).find_record(0, &world.scim_id(user)), Ok(user));
        assert_eq!(store.deprovision(&world, NOW, user), Err(Refusal::UnknownUser));
        let email = before.email.clone();
        assert_eq!(store.provision(&world, NOW, 0, "other", &email, |_, _| {}), Err(Refusal::EmailTaken));
        let activate = |user: &mut User, _: &mut Scim| {
            user.set_status = AccountStatus::Active;
            false
        };
        assert_eq!(store.change_provisioned(&world, NOW, user, activate), Ok(()));
        let after = store.view(&world, NOW).user(user).unwrap();
        assert_eq!((after.set_status, after.deactivated_on), (before.set_status, before.deactivated_on));
        assert_eq!(store.view(&world, NOW).find_provisioned(0, &world.scim_id(user)), Ok(user));
    }

    #[test]
    fn an_unlinked_account_and_its_record_go_their_own_ways() {
        let (world, mut store) = store(&[]);
        let user = (0..200).find(|user| world.is_synced(*user)).unwrap();
        let (id, before) = (world.scim_id(user), world.user(user));
        assert_eq!(store.unlink(&world, NOW, user), Ok(()));
        assert_eq!(store.unlink(&world, NOW, user), Err(Refusal::UnknownUser));
        assert_eq!(store.view(&world, NOW).find_provisioned(0, &id), Ok(user));
        let edit = |user: &mut User, scim: &mut Scim| {
            "Other".clone_into(&mut user.name);
            scim.external_id = Some("new".into());
            true
        };
        assert_eq!(store.change_provisioned(&world, NOW, user, edit), Ok(()));
        let after = store.view(&world, NOW).user(user).unwrap();
        assert_eq!((after.name, after.management_source), (before.name, Some(ManagementSource::Invited)));
        assert_eq!(store.view(&world, NOW).user_by_external_id("new"), Some(user));
        assert_eq!(store.set_email(&world, NOW, user, "free@example.com"), Ok(()), "its own again");
    }

    #[test]
    fn a_deleted_record_makes_room_for_a_new_one() {
        let (world, mut store) = store(&[]);
        let user = (0..200).find(|user| world.is_synced(*user)).unwrap();
        let email = world.user(user).email;
        assert_eq!(store.view(&world, NOW).user_by_name(&email.to_uppercase()), Some(user));
        assert_eq!(store.view(&world, NOW).user_by_external_id(&format!("ext-{user}")), Some(user));
        assert_eq!(store.delete_record(&world, NOW, user), Ok(()));
        assert_eq!(store.delete_record(&world, NOW, user), Err(Refusal::UnknownUser));
        assert_eq!(store.view(&world, NOW).user_by_name(&email), None);
        assert_eq!(store.view(&world, NOW).user_by_external_id(&format!("ext-{user}")), None);
        assert_eq!(store.provision(&world, NOW, 0, &email, &email, |_, _| {}), Ok(user));
    }
}
