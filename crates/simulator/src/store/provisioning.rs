//! What an identity provider does: users that it makes, changes and deactivates.

use atlassian_admin_core::model::AccountStatus;

use super::invite::newcomer;
use super::standing::user_change;
use super::{Refusal, Store, View};
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
        if truth.provisioned().any(|user| is_named(&user, user_name)) {
            return Err(Refusal::NameTaken);
        }
        let existing = truth.user_by_email(email);
        if existing.and_then(|index| truth.user(index)).is_some_and(|user| user.scim.is_some()) {
            return Err(Refusal::EmailTaken);
        }
        match existing {
            // Its domain was verified when it came to be managed.
            Some(index) => {
                truth.managed(index)?;
            }
            None => truth.can_take_email(u64::MAX, email)?,
        }
        let index = match existing {
            Some(index) => index,
            None => self.join(world, |index| newcomer(world, now, index, email, directory)),
        };
        self.change_user(world, index, |user| {
            let mut scim = Scim {
                id: world.scim_id(index),
                user_name: user_name.to_owned(),
                external_id: None,
                given_name: None,
                family_name: None,
                phone_numbers: Vec::new(),
                created: now,
                modified: now,
            };
            if user.membership == MembershipStatus::NoMembership {
                user.membership = MembershipStatus::Active;
                user.directory = directory;
            }
            user.management_source = Some(ManagementSource::Synced);
            user.email_verified = true;
            edit(user, &mut scim);
            user.scim = Some(scim);
        });
        self.tell(world, now, index, "user_provisioned", "provisioned");
        Ok(index)
    }

    /// Changes a provisioned user.
    pub(crate) fn change_provisioned(
        &mut self,
        world: &World,
        now: i64,
        index: u64,
        edit: impl FnOnce(&mut User, &mut Scim),
    ) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.user(index).ok_or(Refusal::UnknownUser)?;
        let (mut edited, mut scim) = (user.clone(), user.scim.clone().ok_or(Refusal::UnknownUser)?);
        edit(&mut edited, &mut scim);
        if edited.email != user.email {
            truth.can_take_email(index, &edited.email)?;
        }
        if truth.provisioned().any(|other| other.index != index && is_named(&other, &scim.user_name)) {
            return Err(Refusal::NameTaken);
        }
        if edited.set_status != AccountStatus::Active {
            truth.keep_an_org_admin(|other, _| other == index)?;
        }
        edited.deactivated_on = match (&user.set_status, &edited.set_status) {
            (_, AccountStatus::Active) => None,
            (AccountStatus::Active, _) => Some(now),
            _ => user.deactivated_on,
        };
        scim.modified = now;
        edited.scim = Some(scim);
        self.change_user(world, index, |user| *user = edited);
        self.tell(world, now, index, "user_synced", "synced");
        Ok(())
    }

    /// Deactivates a provisioned user, who is not found any more until activated again.
    pub(crate) fn deprovision(&mut self, world: &World, now: i64, index: u64) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let user = truth.user(index).filter(is_provisioned).ok_or(Refusal::UnknownUser)?;
        truth.keep_an_org_admin(|other, _| other == user.index)?;
        self.change_user(world, index, |user| {
            user.set_status = AccountStatus::Inactive;
            user.deactivated_on.get_or_insert(now);
        });
        self.tell(world, now, index, "user_deprovisioned", "deprovisioned");
        Ok(())
    }

    /// Parts an account from the identity provider. The account stays.
    pub(crate) fn unlink(&mut self, world: &World, now: i64, index: u64) -> Result<(), Refusal> {
        self.truth(world, now).user(index).filter(is_provisioned).ok_or(Refusal::UnknownUser)?;
        self.change_user(world, index, |user| {
            user.scim = None;
            let invited = user.management_source.map(|_| ManagementSource::Invited);
            user.management_source = invited;
        });
        self.tell(world, now, index, "user_unlinked", "unlinked");
        Ok(())
    }

    fn tell(&mut self, world: &World, now: i64, index: u64, action: &'static str, done: &str) {
        if let Some(user) = self.truth(world, now).user(index) {
            self.log.record(now, user_change(&user, action, format!("{done} {}", user.name)));
        }
    }
}

fn is_provisioned(user: &User) -> bool {
    user.scim.is_some()
}

fn is_named(user: &User, user_name: &str) -> bool {
    user.scim.as_ref().is_some_and(|scim| scim.user_name.eq_ignore_ascii_case(user_name))
}

impl<'a> View<'a> {
    /// The users that came from the identity provider, in the order of their indices.
    pub(crate) fn provisioned(self) -> impl Iterator<Item = User> + 'a {
        (0..self.people())
            .filter(move |index| self.is_changed(*index) || self.world.is_synced(*index))
            .filter_map(move |index| self.user(index))
            .filter(is_provisioned)
    }

    /// The index of the user with this identifier at the identity provider.
    pub(crate) fn find_provisioned(self, id: &str) -> Result<u64, Refusal> {
        self.world
            .scim_index(id)
            .and_then(|index| self.user(index))
            .filter(is_provisioned)
            .map(|user| user.index)
            .ok_or(Refusal::UnknownUser)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NOW, store, unsynced};
    use super::*;
    use crate::data::UserStatus;

    #[test]
    fn a_provisioned_user_is_there() {
        let (world, mut store) = store(&[]);
        let before = store.view(&world, NOW).provisioned().count();
        let index = store
            .provision(&world, NOW, 0, "new", "new@example.com", |user, scim| {
                "New Person".clone_into(&mut user.name);
                scim.external_id = Some("ext".into());
            })
            .unwrap();
        assert_eq!(index, 200);
        let view = store.view(&world, NOW);
        let user = view.user(index).unwrap();
        assert_eq!(view.provisioned().count(), before + 1);
        assert_eq!(
            (user.name.as_str(), user.management_source),
            ("New Person", Some(ManagementSource::Synced))
        );
        let scim = user.scim.unwrap();
        assert_eq!((scim.user_name.as_str(), scim.external_id.as_deref()), ("new", Some("ext")));
        assert_eq!(view.find_provisioned(&scim.id), Ok(200));
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
        let synced: Vec<_> = store.view(&world, NOW).provisioned().collect();
        let (one, rest) = synced.split_first().unwrap();
        let other = rest.iter().find(|user| user.email_domain() == "example.com").unwrap();
        let taken = other.scim.clone().unwrap().user_name;
        let mut change = |edit: &dyn Fn(&mut User, &mut Scim)| {
            store.change_provisioned(&world, NOW + 5, one.index, |user, scim| edit(user, scim))
        };
        assert_eq!(change(&|_, scim| scim.user_name.clone_from(&taken)), Err(Refusal::NameTaken));
        assert_eq!(change(&|user, _| user.email.clone_from(&other.email)), Err(Refusal::EmailTaken));
        assert_eq!(change(&|user, _| user.job_title = Some("Boss".into())), Ok(()));
        let changed = store.view(&world, NOW).user(one.index).unwrap();
        assert_eq!((changed.job_title.as_deref(), changed.scim.unwrap().modified), (Some("Boss"), NOW + 5));
        let unsynced = unsynced(&world);
        let result = store.change_provisioned(&world, NOW, unsynced, |_, _| {});
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
        let activate = |user: &mut User, _: &mut Scim| user.set_status = AccountStatus::Active;
        assert_eq!(store.change_provisioned(&world, NOW, user, activate), Ok(()));
        let after = store.view(&world, NOW).user(user).unwrap();
        assert_eq!((after.set_status, after.deactivated_on), (before.set_status, before.deactivated_on));
    }

    #[test]
    fn an_unlinked_account_stays() {
        let (world, mut store) = store(&[]);
        let user = (0..200).find(|user| world.is_synced(*user)).unwrap();
        let id = world.scim_id(user);
        assert_eq!(store.unlink(&world, NOW, user), Ok(()));
        assert_eq!(store.unlink(&world, NOW, user), Err(Refusal::UnknownUser));
        let view = store.view(&world, NOW);
        assert_eq!(view.find_provisioned(&id), Err(Refusal::UnknownUser));
        assert_eq!(view.user(user).unwrap().management_source, Some(ManagementSource::Invited));
    }
}
