//! The records of identity providers: whose they are, and how they are found.

use super::{Refusal, View};
use crate::data::{Group, Scim, User};

/// Whether a user has a record that is not deleted.
pub(super) fn is_provisioned(user: &User) -> bool {
    user.scim.as_ref().is_some_and(|scim| !scim.deleted)
}

impl<'a> View<'a> {
    /// The indices of a directory's users who came from the identity provider, in order.
    pub(crate) fn provisioned(self, directory: usize) -> Vec<u64> {
        let of_start =
            |index: &u64| !self.is_changed(*index) && self.world.directory_of_account(*index) == directory;
        let changed = self.changed_users().filter(|user| is_provisioned(user) && user.directory == directory);
        let of_start = self.synced_at_start().iter().copied().filter(of_start);
        let mut indices: Vec<_> = of_start.chain(changed.map(|user| user.index)).collect();
        indices.sort_unstable();
        indices
    }

    /// The members of a group who came from the identity provider, with their records.
    pub(crate) fn provisioned_members(self, group: u64) -> impl Iterator<Item = (User, Scim)> + 'a {
        self.members(group)
            .filter_map(move |index| self.user(index))
            .filter(|user| is_provisioned(user) && user.is_synced())
            .filter_map(|user| user.scim.clone().map(|scim| (user, scim)))
    }

    /// The groups of a directory that an identity provider fills, in the order of their indices.
    pub(crate) fn provisioned_groups(self, directory: usize) -> impl Iterator<Item = Group> + 'a {
        self.groups().filter(move |group| group.synced && group.directory == directory)
    }

    /// The index of the user of this record, be it deleted.
    pub(crate) fn find_record(self, directory: usize, id: &str) -> Result<u64, Refusal> {
        self.world
            .scim_index(id)
            .and_then(|index| self.user(index))
            .filter(|user| user.scim.is_some() && user.directory == directory)
            .map(|user| user.index)
            .ok_or(Refusal::UnknownUser)
    }

    /// The index of the user of this record.
    pub(crate) fn find_provisioned(self, directory: usize, id: &str) -> Result<u64, Refusal> {
        let index = self.find_record(directory, id)?;
        self.user(index).filter(is_provisioned).map(|user| user.index).ok_or(Refusal::UnknownUser)
    }

    /// The index of the user with this name at the identity provider, whatever the case of its letters.
    pub(crate) fn user_by_name(self, user_name: &str) -> Option<u64> {
        let changed = self.changed_record(|scim| scim.user_name.eq_ignore_ascii_case(user_name));
        // At the start, names are addresses.
        changed.or_else(|| {
            let of_start = |index: &u64| !self.is_changed(*index) && self.world.is_synced(*index);
            self.user_by_email(user_name).filter(of_start)
        })
    }

    /// The index of the user whom the identity provider calls this.
    pub(crate) fn user_by_external_id(self, external_id: &str) -> Option<u64> {
        let changed = self.changed_record(|scim| scim.external_id.as_deref() == Some(external_id));
        changed.or_else(|| self.world.external_index(external_id).filter(|index| !self.is_changed(*index)))
    }

    fn changed_record(self, fits: impl Fn(&Scim) -> bool) -> Option<u64> {
        let mut changed = self.changed_users();
        changed.find(|user| user.scim.as_ref().is_some_and(&fits)).map(|user| user.index)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NOW, store, store_of_two_directories};
    use super::*;

    #[test]
    fn the_provisioned_are_those_who_are_synced() {
        let (world, mut store) = store_of_two_directories();
        let expected = |directory| {
            let is = |user: &u64| world.is_synced(*user) && world.user(*user).directory == directory;
            (0..200).filter(is).collect::<Vec<_>>()
        };
        for directory in [0, 1] {
            assert_eq!(store.view(&world, NOW).provisioned(directory), expected(directory));
        }
        let gone = expected(0)[3];
        store.deprovision(&world, NOW, gone).unwrap();
        let joined = store.provision(&world, NOW, 0, "new", "new@example.com", |_, _| {}).unwrap();
        let mut left = expected(0);
        left.retain(|user| *user != gone);
        left.push(joined);
        assert_eq!(store.view(&world, NOW).provisioned(0), left);
    }

    #[test]
    fn a_record_is_of_one_directory() {
        let (world, store) = store_of_two_directories();
        let user = (0..200).find(|user| world.is_synced(*user) && world.user(*user).directory == 1).unwrap();
        let id = world.scim_id(user);
        let view = store.view(&world, NOW);
        assert_eq!((view.find_provisioned(1, &id), view.find_record(1, &id)), (Ok(user), Ok(user)));
        assert_eq!(view.find_provisioned(0, &id), Err(Refusal::UnknownUser));
        assert_eq!(view.find_record(1, &world.scim_group_id(user)), Err(Refusal::UnknownUser));
    }

    #[test]
    fn groups_and_members_are_those_of_the_provider() {
        let (world, mut store) = store(&[]);
        let view = store.view(&world, NOW);
        let groups: Vec<_> = view.provisioned_groups(0).map(|group| group.index).collect();
        assert_eq!(groups, (0..24).filter(|group| world.group(*group).synced).collect::<Vec<_>>());
        let members = |view: View<'_>| -> Vec<_> {
            view.provisioned_members(groups[0]).map(|(user, _)| user.index).collect()
        };
        let before = members(view);
        let expected = view.members(groups[0]).filter(|user| world.is_synced(*user)).collect::<Vec<_>>();
        assert_eq!(before, expected);
        store.unlink(&world, NOW, before[0]).unwrap();
        assert_eq!(members(store.view(&world, NOW)), before[1..]);
    }
}
