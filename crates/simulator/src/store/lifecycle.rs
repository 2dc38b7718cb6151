//! What the organization can do with the accounts that it manages.

use atlassian_admin_core::model::AccountStatus;

use super::invite::is_email;
use super::standing::user_change;
use super::{Refusal, Store, View};
use crate::data::{User, World};

impl Store {
    /// Deactivates an account. Where it is so already, nothing is changed.
    pub(crate) fn disable(&mut self, world: &World, now: i64, user: u64) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.account(user)?;
        if user.set_status == AccountStatus::Inactive {
            return Ok(());
        }
        truth.keep_an_org_admin(|other, _| other == user.index)?;
        self.change_user(world, user.index, |user| {
            user.set_status = AccountStatus::Inactive;
            user.deactivated_on = Some(now);
        });
        self.log.record(now, user_change(&user, "user_deactivated", format!("deactivated {}", user.name)));
        Ok(())
    }

    /// Activates an account again. Where it is active, nothing is changed.
    pub(crate) fn enable(&mut self, world: &World, now: i64, user: u64) -> Result<(), Refusal> {
        let user = self.truth(world, now).account(user)?;
        if user.set_status == AccountStatus::Active {
            return Ok(());
        }
        self.activate(world, &user);
        self.log.record(now, user_change(&user, "user_activated", format!("activated {}", user.name)));
        Ok(())
    }

    /// Has an account deleted in fourteen days; until then it looks deactivated.
    pub(crate) fn delete_account(&mut self, world: &World, now: i64, user: u64) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.account(user)?;
        truth.keep_an_org_admin(|other, _| other == user.index)?;
        self.change_user(world, user.index, |user| {
            user.delete_requested = Some(now);
            user.deactivated_on.get_or_insert(now);
        });
        let message = format!("requested the deletion of {}", user.name);
        self.log.record(now, user_change(&user, "user_deletion_requested", message));
        Ok(())
    }

    /// Takes that back; the account is active then.
    pub(crate) fn cancel_delete(&mut self, world: &World, now: i64, user: u64) -> Result<(), Refusal> {
        let user = self.truth(world, now).managed(user)?;
        if user.account_status(now) == AccountStatus::Closed {
            return Err(Refusal::DeletedAccount);
        }
        if user.delete_requested.is_none() {
            return Err(Refusal::NotForDeletion);
        }
        self.activate(world, &user);
        let message = format!("canceled the deletion of {}", user.name);
        self.log.record(now, user_change(&user, "user_deletion_canceled", message));
        Ok(())
    }

    fn activate(&mut self, world: &World, user: &User) {
        self.change_user(world, user.index, |user| {
            user.set_status = AccountStatus::Active;
            user.deactivated_on = None;
            user.delete_requested = None;
            if let Some(scim) = &mut user.scim {
                scim.deleted = false;
            }
        });
    }

    /// Gives an account another address, on a domain of the organization. Where it has it already, nothing is changed.
    pub(crate) fn set_email(
        &mut self,
        world: &World,
        now: i64,
        user: u64,
        email: &str,
    ) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.account(user)?;
        if user.is_synced() {
            return Err(Refusal::SyncedUser);
        }
        truth.can_take_email(user.index, email)?;
        if user.email == email && user.email_verified {
            return Ok(());
        }
        self.change_user(world, user.index, |user| {
            email.clone_into(&mut user.email);
            user.email_verified = true;
        });
        let message = format!("changed the email address of {}", user.name);
        self.log.record(now, user_change(&user, "user_email_changed", message));
        Ok(())
    }

    /// Changes the profile of an account. Whether the values are in order is for the caller to say. Where they are so
    /// already, nothing is changed.
    pub(crate) fn change_profile(
        &mut self,
        world: &World,
        now: i64,
        user: u64,
        edit: impl FnOnce(&mut User),
    ) -> Result<(), Refusal> {
        let user = self.truth(world, now).account(user)?;
        if user.is_synced() {
            return Err(Refusal::SyncedUser);
        }
        let mut edited = user.clone();
        edit(&mut edited);
        if edited == user {
            return Ok(());
        }
        self.change_user(world, user.index, |user| *user = edited);
        let message = format!("updated the profile of {}", user.name);
        self.log.record(now, user_change(&user, "user_profile_updated", message));
        Ok(())
    }
}

impl View<'_> {
    /// An account that the organization manages.
    pub(crate) fn managed(self, user: u64) -> Result<User, Refusal> {
        let user = self.user(user).ok_or(Refusal::UnknownUser)?;
        if user.managed { Ok(user) } else { Err(Refusal::UnmanagedAccount) }
    }

    /// One that is not deleted, nor about to be.
    pub(super) fn account(self, user: u64) -> Result<User, Refusal> {
        let user = self.managed(user)?;
        let deleted =
            user.delete_requested.is_some() || user.account_status(self.now) == AccountStatus::Closed;
        if deleted { Err(Refusal::DeletedAccount) } else { Ok(user) }
    }

    /// Whether an address of the organization is free for this user.
    pub(super) fn can_take_email(self, user: u64, email: &str) -> Result<(), Refusal> {
        if !is_email(email) {
            return Err(Refusal::InvalidEmail);
        }
        let domain = email.rsplit_once('@').map_or("", |(_, domain)| domain);
        if !self.world.is_verified_domain(domain) {
            return Err(Refusal::UnverifiedDomain);
        }
        match self.user_by_email(email) {
            Some(other) if other != user => Err(Refusal::EmailTaken),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Invitation;
    use super::super::tests::{NOW, store, unsynced};
    use super::*;
    use crate::data::{GRACE, UserStatus};
    use crate::quirk::Quirk;

    #[test]
    fn a_change_that_changes_nothing_is_not_told() {
        let (world, mut store) = store(&[]);
        let user = unsynced(&world);
        let name = world.user(user).name;
        assert_eq!(store.set_email(&world, NOW, user, "me@example.com"), Ok(()));
        assert_eq!(store.set_email(&world, NOW, user, "me@example.com"), Ok(()));
        assert_eq!(store.change_profile(&world, NOW, user, |_| {}), Ok(()));
        assert_eq!(store.change_profile(&world, NOW, user, |user| user.name = name), Ok(()));
        assert_eq!(store.log_of_actions(), ["user_email_changed"]);
        assert_eq!(store.change_profile(&world, NOW, user, |user| user.name.push('!')), Ok(()));
        assert_eq!(store.set_email(&world, NOW, user, "you@example.com"), Ok(()));
        assert_eq!(
            store.log_of_actions(),
            ["user_email_changed", "user_profile_updated", "user_email_changed"]
        );
    }

    #[test]
    fn an_account_is_deactivated_and_activated() {
        let (world, mut store) = store(&[]);
        let user = unsynced(&world);
        let before = store.view(&world, NOW).user(user).unwrap();
        assert_eq!(store.disable(&world, NOW, user), Ok(()));
        assert_eq!(store.disable(&world, NOW + 1, user), Ok(()), "taken as done");
        let disabled = store.view(&world, NOW).user(user).unwrap();
        assert_eq!((disabled.status(NOW), disabled.deactivated_on), (UserStatus::Deactivated, Some(NOW)));
        assert_eq!(store.enable(&world, NOW, user), Ok(()));
        assert_eq!(store.enable(&world, NOW, user), Ok(()), "taken as done");
        assert_eq!(store.view(&world, NOW).user(user), Some(before));
        assert_eq!(store.log_of_actions(), ["user_deactivated", "user_activated"]);
    }

    #[test]
    fn a_deletion_can_be_canceled_for_fourteen_days() {
        let (world, mut store) = store(&[]);
        let user = unsynced(&world);
        assert_eq!(store.cancel_delete(&world, NOW, user), Err(Refusal::NotForDeletion));
        assert_eq!(store.delete_account(&world, NOW, user), Ok(()));
        assert_eq!(store.delete_account(&world, NOW, user), Err(Refusal::DeletedAccount));
        assert_eq!(store.enable(&world, NOW, user), Err(Refusal::DeletedAccount));
        assert_eq!(store.disable(&world, NOW, user), Err(Refusal::DeletedAccount));
        assert_eq!(store.view(&world, NOW).user(user).unwrap().status(NOW), UserStatus::ForDeletion);
        assert_eq!(store.cancel_delete(&world, NOW + GRACE, user), Err(Refusal::DeletedAccount));
        assert_eq!(store.cancel_delete(&world, NOW + GRACE - 1, user), Ok(()));
        assert_eq!(store.view(&world, NOW).user(user), Some(world.user(user)));
    }

    #[test]
    fn an_address_must_be_the_organizations_and_free() {
        let (world, mut store) = store(&[]);
        let user = unsynced(&world);
        let mut set = |email: &str| store.set_email(&world, NOW, user, email);
        assert_eq!(set("nobody"), Err(Refusal::InvalidEmail));
        assert_eq!(set("me@elsewhere.example"), Err(Refusal::UnverifiedDomain));
        assert_eq!(set(&world.user(user + 1).email), Err(Refusal::EmailTaken));
        assert_eq!(set("me@example.com"), Ok(()));
        assert_eq!(store.view(&world, NOW).user_by_email("me@example.com"), Some(user));
        let synced = (0..200).find(|user| world.is_synced(*user)).unwrap();
        assert_eq!(store.set_email(&world, NOW, synced, "x@example.com"), Err(Refusal::SyncedUser));
    }

    #[test]
    fn a_profile_changes_unless_it_is_synced() {
        let (world, mut store) = store(&[]);
        let user = unsynced(&world);
        let rename = |user: &mut User| "Somebody Else".clone_into(&mut user.name);
        assert_eq!(store.change_profile(&world, NOW, user, rename), Ok(()));
        assert_eq!(store.view(&world, NOW).user(user).unwrap().name, "Somebody Else");
        let synced = (0..200).find(|user| world.is_synced(*user)).unwrap();
        assert_eq!(store.change_profile(&world, NOW, synced, rename), Err(Refusal::SyncedUser));
    }

    #[test]
    fn strangers_and_the_last_administrator_are_left_alone() {
        let (world, mut store) = store(&[]);
        let stranger = store.invite(&world, NOW, "a@elsewhere.example", &Invitation::default()).unwrap().user;
        assert_eq!(store.disable(&world, NOW, stranger), Err(Refusal::UnmanagedAccount));
        assert_eq!(store.disable(&world, NOW, 999), Err(Refusal::UnknownUser));
        let admins: Vec<_> = store.view(&world, NOW).members(0).collect();
        let (last, others) = admins.split_last().unwrap();
        for user in others {
            assert_eq!(store.delete_account(&world, NOW, *user), Ok(()));
        }
        assert_eq!(store.delete_account(&world, NOW, *last), Err(Refusal::LastOrgAdmin));
        assert_eq!(store.disable(&world, NOW, *last), Err(Refusal::LastOrgAdmin));
    }

    #[test]
    fn nothing_is_managed_without_a_domain() {
        let (world, mut store) = store(&[Quirk::NoClaimedDomains]);
        assert_eq!(store.disable(&world, NOW, unsynced(&world)), Err(Refusal::UnmanagedAccount));
    }
}
