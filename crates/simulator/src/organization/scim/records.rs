//! The records of identity providers: which user or group has which, and how they are found.

use crate::organization::groups::{Group, members};
use crate::organization::transaction::View;
use crate::organization::users::{Scim, User};
use crate::organization::{groups, users};
use crate::refusal::Refusal;

/// Whether a user has a record that is not deleted.
pub(super) fn is_provisioned(user: &User) -> bool {
    user.scim.as_ref().is_some_and(|scim| !scim.deleted)
}

/// The indices of a directory's users who came from the identity provider, in order.
pub(super) fn provisioned(view: View<'_>, directory: usize) -> Vec<u64> {
    let of_start = |index: &u64| {
        !users::is_changed(view, *index) && view.world.directory_of_account(*index) == directory
    };
    let changed = users::changed(view).filter(|user| is_provisioned(user) && user.directory == directory);
    let of_start = users::synced_at_start(view).iter().copied().filter(of_start);
    let mut indices: Vec<_> = of_start.chain(changed.map(|user| user.index)).collect();
    indices.sort_unstable();
    indices
}

/// The members of a group who came from the identity provider, and are linked to their records.
pub(super) fn members_of<'a>(view: View<'a>, group: u64) -> impl Iterator<Item = User> + 'a {
    members::of(view, group)
        .filter_map(move |index| users::get(view, index))
        .filter(|user| is_provisioned(user) && user.is_synced())
}

/// The groups of a directory that an identity provider fills, in the order of their indices.
pub(super) fn groups<'a>(view: View<'a>, directory: usize) -> impl Iterator<Item = Group> + 'a {
    groups::all(view).filter(move |group| group.synced && group.directory == directory)
}

/// The user of this record, deleted or not.
pub(super) fn find(view: View<'_>, directory: usize, id: &str) -> Result<User, Refusal> {
    view.world
        .scim_ids
        .index_of_uuid(id)
        .and_then(|index| users::get(view, index))
        .filter(|user| user.scim.is_some() && user.directory == directory)
        .ok_or(Refusal::UnknownUser)
}

/// The user of this record.
pub(super) fn find_provisioned(view: View<'_>, directory: usize, id: &str) -> Result<User, Refusal> {
    find(view, directory, id).ok().filter(is_provisioned).ok_or(Refusal::UnknownUser)
}

/// The index of the user with this name at the identity provider, in any case.
pub(super) fn by_user_name(view: View<'_>, user_name: &str) -> Option<u64> {
    let changed = changed(view, |scim| scim.user_name.eq_ignore_ascii_case(user_name));
    // At the start, names are addresses.
    changed.or_else(|| {
        let of_start = |index: &u64| !users::is_changed(view, *index) && view.world.is_synced(*index);
        users::by_email(view, user_name).filter(of_start)
    })
}

/// The index of the user with this `externalId`.
pub(super) fn by_external_id(view: View<'_>, external_id: &str) -> Option<u64> {
    let changed = changed(view, |scim| scim.external_id.as_deref() == Some(external_id));
    changed
        .or_else(|| view.world.external_index(external_id).filter(|index| !users::is_changed(view, *index)))
}

fn changed(view: View<'_>, fits: impl Fn(&Scim) -> bool) -> Option<u64> {
    let mut changed = users::changed(view);
    changed.find(|user| user.scim.as_ref().is_some_and(&fits)).map(|user| user.index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{org, org_of_two_directories};
    use crate::organization::scim::provisioning;

    #[test]
    fn records_are_those_of_one_directory() {
        let (world, mut org) = org_of_two_directories();
        let mut synced = [0, 1].map(|directory| {
            let is = |user: &u64| world.is_synced(*user) && world.user(*user).directory == directory;
            (0..200).filter(is).collect::<Vec<_>>()
        });
        assert_eq!([0, 1].map(|directory| provisioned(org.view(), directory)), synced);
        let user = synced[1][0];
        for (directory, id, expected) in [
            (1, world.scim_ids.to_uuid(user), Ok(user)),
            (0, world.scim_ids.to_uuid(user), Err(Refusal::UnknownUser)),
            (1, world.scim_group_id(user), Err(Refusal::UnknownUser)),
        ] {
            for find in [find, find_provisioned] {
                assert_eq!(find(org.view(), directory, &id).map(|user| user.index), expected);
            }
        }
        provisioning::deprovision(&mut org.tx(), synced[0].remove(3)).unwrap();
        synced[0].push(provisioning::provision(&mut org.tx(), 0, "n", "n@example.com", |_| {}).unwrap());
        assert_eq!(provisioned(org.view(), 0), synced[0]);
    }

    #[test]
    fn groups_and_members_are_those_of_the_provider() {
        let (world, mut org) = org(&[]);
        let groups: Vec<_> = groups(org.view(), 0).map(|group| group.index).collect();
        assert_eq!(groups, (0..24).filter(|group| world.group(*group).synced).collect::<Vec<_>>());
        let members =
            |view: View<'_>| -> Vec<_> { members_of(view, groups[0]).map(|user| user.index).collect() };
        let before = members(org.view());
        let synced = members::of(org.view(), groups[0]).filter(|user| world.is_synced(*user));
        assert_eq!(before, synced.collect::<Vec<_>>());
        provisioning::unlink(&mut org.tx(), before[0]).unwrap();
        assert_eq!(members(org.view()), before[1..]);
    }
}
