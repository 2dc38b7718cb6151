//! Whether a user is in the directory: suspended, restored, removed.

use super::{Change, Object, Refusal, Store, View};
use crate::data::{MembershipStatus, User, World};

impl Store {
    /// Bars a user from all products. Roles and groups are kept.
    pub(crate) fn suspend(&mut self, world: &World, now: i64, user: u64) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.insider(user)?;
        if truth.is_org_admin(user.index) {
            return Err(Refusal::OrgAdmin);
        }
        self.set_membership(world, now, &user, MembershipStatus::Suspended, "user_suspended", "suspended");
        Ok(())
    }

    /// Lets a suspended user in again.
    pub(crate) fn restore(&mut self, world: &World, now: i64, user: u64) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.insider(user)?;
        if user.membership == MembershipStatus::Suspended && !truth.products(user.index).is_empty() {
            world.take_licence()?;
        }
        self.set_membership(world, now, &user, MembershipStatus::Active, "user_restored", "restored");
        Ok(())
    }

    /// Takes a user out of the directory. Roles and groups are lost; only an invitation leads back.
    pub(crate) fn remove_user(&mut self, world: &World, now: i64, user: u64) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.insider(user)?;
        truth.keep_an_org_admin(|other, _| other == user.index)?;
        self.leave_groups(world, now, &user);
        self.lose_grants(world, now, &user);
        self.set_membership(world, now, &user, MembershipStatus::NoMembership, "user_removed", "removed");
        self.change_user(world, user.index, |user| user.management_source = None);
        Ok(())
    }

    /// Says nothing where nothing changes.
    fn set_membership(
        &mut self,
        world: &World,
        now: i64,
        user: &User,
        membership: MembershipStatus,
        action: &'static str,
        done: &str,
    ) {
        if user.membership == membership {
            return;
        }
        self.change_user(world, user.index, |user| user.membership = membership);
        self.log.record(now, user_change(user, action, format!("{done} {}", user.name)));
    }
}

/// A change of a user.
pub(super) fn user_change(user: &User, action: &'static str, message: String) -> Change {
    Change { action, object: Object::user(user), also: Vec::new(), message }
}

impl View<'_> {
    /// A user who is in a directory.
    fn insider(self, user: u64) -> Result<User, Refusal> {
        let user = self.user(user).ok_or(Refusal::UnknownUser)?;
        if user.membership == MembershipStatus::NoMembership {
            Err(Refusal::NotInDirectory)
        } else {
            Ok(user)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NOW, able, store};
    use super::super::{Holder, Scope};
    use super::*;
    use crate::data::UserStatus;
    use crate::quirk::Quirk;

    #[test]
    fn a_restored_user_is_as_before() {
        let (world, mut store) = store(&[]);
        let user = able(&world);
        let everything = |store: &Store| {
            let view = store.view(&world, NOW);
            (view.user(user), view.groups_of(user).collect::<Vec<_>>(), view.roles(user))
        };
        let before = everything(&store);
        assert_eq!(store.suspend(&world, NOW, user), Ok(()));
        assert_eq!(store.suspend(&world, NOW, user), Ok(()), "taken as done");
        let suspended = everything(&store);
        assert_eq!(suspended.0.unwrap().status(NOW), UserStatus::Suspended);
        assert_eq!((&suspended.1, &suspended.2), (&before.1, &before.2));
        assert_eq!(store.restore(&world, NOW, user), Ok(()));
        assert_eq!(everything(&store), before);
        assert_eq!(store.log_of_actions(), ["user_suspended", "user_restored"]);
    }

    #[test]
    fn a_removed_user_loses_groups_and_roles() {
        let (world, mut store) = store(&[]);
        let user = able(&world);
        let id = world.user(user).account_id;
        assert!(store.view(&world, NOW).groups_of(user).count() > 0);
        assert_eq!(store.remove_user(&world, NOW, user), Ok(()));
        let view = store.view(&world, NOW);
        assert_eq!(view.groups_of(user).count(), 0);
        assert!(view.roles(user).is_empty() && view.grants(Holder::User(user)).is_empty());
        assert_eq!(view.user(user).unwrap().status(NOW), UserStatus::NotInvited);
        assert_eq!(view.find_user(Scope::All, &id), Ok(user), "the account is still managed");
        assert_eq!(store.remove_user(&world, NOW, user), Err(Refusal::NotInDirectory));
        assert_eq!(store.suspend(&world, NOW, user), Err(Refusal::NotInDirectory));
        assert_eq!(store.restore(&world, NOW, user), Err(Refusal::NotInDirectory));
    }

    #[test]
    fn administrators_of_the_organization_are_not_suspended() {
        let (world, mut store) = store(&[]);
        let owner = world.owner().unwrap();
        assert_eq!(store.suspend(&world, NOW, owner), Err(Refusal::OrgAdmin));
        let others: Vec<_> = store.view(&world, NOW).members(0).filter(|user| *user != owner).collect();
        for user in others {
            assert_eq!(store.remove_user(&world, NOW, user), Ok(()));
        }
        assert_eq!(store.remove_user(&world, NOW, owner), Err(Refusal::LastOrgAdmin));
    }

    #[test]
    fn without_a_licence_nobody_is_restored() {
        let (world, mut store) = store(&[Quirk::LicenceLimit]);
        let user = able(&world);
        store.suspend(&world, NOW, user).unwrap();
        assert_eq!(store.restore(&world, NOW, user), Err(Refusal::LicenceLimit));
    }
}
