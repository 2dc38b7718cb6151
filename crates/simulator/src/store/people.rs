//! Who there is: the people of the start, those who were changed, and those who came later.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::{Refusal, Scope, Store, View};
use crate::data::{MembershipStatus, User, World};

/// The people who are no longer as at the start.
#[derive(Debug, Default)]
pub(super) struct People {
    /// Those who came later are all in here.
    changed: BTreeMap<u64, User>,
    /// How many came later.
    joined: u64,
    /// Everybody by nickname and index; made when it is asked for, since a million nicknames take a second.
    by_nickname: OnceCell<Vec<u64>>,
    /// Those of the start who came from the identity provider; made when it is asked for, too.
    synced_at_start: OnceCell<Vec<u64>>,
}

impl Store {
    /// Changes a user who is there.
    pub(super) fn change_user(&mut self, world: &World, index: u64, change: impl FnOnce(&mut User)) {
        let user = self.people.changed.entry(index).or_insert_with(|| world.user(index));
        let nickname = user.nickname.clone();
        change(user);
        if user.nickname != nickname {
            self.people.by_nickname.take();
        }
    }

    /// Takes in somebody new, whose index is theirs from now on.
    pub(super) fn join(&mut self, world: &World, new: impl FnOnce(u64) -> User) -> u64 {
        let index = world.accounts() + self.people.joined;
        self.people.joined += 1;
        self.people.changed.insert(index, new(index));
        self.people.by_nickname.take();
        index
    }
}

impl<'a> View<'a> {
    pub(super) fn people(self) -> u64 {
        self.world.accounts() + self.store.people.joined
    }

    /// A user, whether or not the organization still has to do with them.
    pub(crate) fn user(self, index: u64) -> Option<User> {
        let changed = self.store.people.changed.get(&index);
        changed.cloned().or_else(|| (index < self.world.accounts()).then(|| self.world.user(index)))
    }

    /// The user as at the start, where nothing about them has changed.
    pub(super) fn is_changed(self, index: u64) -> bool {
        self.store.people.changed.contains_key(&index)
    }

    /// Those about whom something has changed, and those who came later.
    pub(super) fn changed_users(self) -> impl Iterator<Item = &'a User> {
        self.store.people.changed.values()
    }

    /// The indices of the people of the start who came from the identity provider, in order.
    pub(super) fn synced_at_start(self) -> &'a [u64] {
        let synced = || (0..self.world.accounts()).filter(|index| self.world.is_synced(*index)).collect();
        self.store.people.synced_at_start.get_or_init(synced)
    }

    #[cfg(test)]
    pub(crate) fn membership(self, index: u64) -> MembershipStatus {
        self.user(index).map_or(MembershipStatus::NoMembership, |user| user.membership)
    }

    #[cfg(test)]
    pub(crate) fn users(self) -> impl Iterator<Item = User> + 'a {
        (0..self.people()).filter_map(move |index| self.known_user(index))
    }

    /// The index of a user who is in one of the directories, or whose account is managed.
    pub(crate) fn find_user(self, scope: Scope, account_id: &str) -> Result<u64, Refusal> {
        self.world
            .account_index(account_id)
            .and_then(|index| self.user(index))
            .filter(|user| is_known(user) && scope.holds(user))
            .map(|user| user.index)
            .ok_or(Refusal::UnknownUser)
    }

    /// The index of the user with this address, whoever that is.
    pub(crate) fn user_by_email(self, email: &str) -> Option<u64> {
        let is_same = |other: &str| other.eq_ignore_ascii_case(email);
        let changed = self.store.people.changed.values().find(|user| is_same(&user.email));
        changed.map(|user| user.index).or_else(|| {
            // The addresses of the start end in the index: see `names::person`.
            let (local, _) = email.rsplit_once('@')?;
            let index = local.rsplit_once('.')?.1.parse().ok()?;
            let of_start = index < self.world.accounts() && !self.is_changed(index);
            (of_start && is_same(&self.world.person(index).1)).then_some(index)
        })
    }

    /// A user whom the organization has to do with.
    pub(super) fn known_user(self, index: u64) -> Option<User> {
        self.user(index).filter(is_known)
    }

    /// All indices, by nickname and index.
    pub(super) fn by_nickname(self) -> &'a [u64] {
        self.store.people.by_nickname.get_or_init(|| {
            let mut people: Vec<_> = (0..self.people()).map(|index| (self.nickname(index), index)).collect();
            people.sort_unstable();
            people.into_iter().map(|(_, index)| index).collect()
        })
    }

    pub(super) fn nickname(self, index: u64) -> String {
        match self.store.people.changed.get(&index) {
            Some(user) => user.nickname.clone(),
            None => crate::data::nickname(&self.world.person(index).0),
        }
    }
}

/// Who is neither in a directory nor managed is none of the organization's business.
fn is_known(user: &User) -> bool {
    user.managed || user.membership != MembershipStatus::NoMembership
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NOW, store};
    use super::*;

    #[test]
    fn a_user_is_found_by_address() {
        let (world, mut store) = store(&[]);
        let email = world.user(7).email;
        let found = |store: &Store, email: &str| store.view(&world, NOW).user_by_email(email);
        assert_eq!(found(&store, &email.to_uppercase()), Some(7));
        assert_eq!(found(&store, "nobody@example.com"), None);
        store.change_user(&world, 7, |user| "new@example.com".clone_into(&mut user.email));
        assert_eq!(found(&store, &email), None);
        assert_eq!(found(&store, "new@example.com"), Some(7));
    }

    #[test]
    fn the_order_of_nicknames_follows_changes() {
        let (world, mut store) = store(&[]);
        let order = store.view(&world, NOW).by_nickname().to_vec();
        let names: Vec<_> = order.iter().map(|index| (world.user(*index).nickname, *index)).collect();
        assert!(names.is_sorted() && names.len() == 200);
        store.change_user(&world, 7, |user| "!".clone_into(&mut user.nickname));
        assert_eq!(store.view(&world, NOW).by_nickname()[0], 7);
        let joined = store.join(&world, |index| User { nickname: " ".into(), ..world.user(index) });
        assert_eq!((joined, store.view(&world, NOW).by_nickname()[0]), (200, 200));
    }

    #[test]
    fn who_is_neither_managed_nor_in_a_directory_is_not_there() {
        let (world, mut store) = store(&[]);
        let id = world.user(7).account_id;
        let found = |store: &Store| store.view(&world, NOW).find_user(Scope::All, &id);
        store.change_user(&world, 7, |user| user.membership = MembershipStatus::NoMembership);
        assert_eq!(found(&store), Ok(7));
        store.change_user(&world, 7, |user| user.managed = false);
        assert_eq!(found(&store), Err(Refusal::UnknownUser));
        assert_eq!(store.view(&world, NOW).users().count(), 199);
    }
}
