//! The groups that there are.

use std::collections::BTreeMap;

use atlassian_admin_core::model::{DirectoryId, GroupId};
use serde_json::{Map, Value};

use crate::organization::{
    By, Change, Group, Object, Purpose, Scope, Transaction, View, directories, members, roles,
};
use crate::refusal::Refusal;

/// The groups that differ from the start.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    /// `None` is deleted. Those that were created later are all in here.
    changed: BTreeMap<u64, Option<Group>>,
    created: u64,
}

/// A group that is to be made.
#[derive(Debug, Clone)]
pub(crate) struct NewGroup<'a> {
    pub(crate) directory: usize,
    pub(crate) name: &'a str,
    pub(crate) description: Option<&'a str>,
    /// What the identity provider calls it.
    pub(crate) external_id: Option<&'a str>,
    /// Its other attributes at the identity provider.
    pub(crate) others: Map<String, Value>,
}

/// Makes a group without members. One that the identity provider makes is synced.
pub(crate) fn create(tx: &mut Transaction<'_>, new: &NewGroup<'_>) -> Result<u64, Refusal> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > 255 {
        return Err(Refusal::InvalidName);
    }
    if all(tx.view()).any(|group| group.name.to_lowercase() == name.to_lowercase()) {
        return Err(Refusal::NameTaken);
    }
    let index = tx.world.groups() + tx.store.groups.created;
    let group = Group {
        index,
        id: tx.world.group_id(index),
        name: name.to_owned(),
        description: new.description.map(str::to_owned),
        directory: new.directory,
        purpose: Purpose::Other,
        synced: tx.by == By::Provider,
        external_id: new.external_id.map(str::to_owned),
        others: new.others.clone(),
        created: tx.now,
        modified: tx.now,
    };
    tx.record(changed(
        tx.by.action(["group_created", "group_provisioned"]),
        &group,
        format!("created the group {name}"),
    ));
    tx.store.groups.created += 1;
    tx.store.groups.changed.insert(index, Some(group));
    Ok(index)
}

/// Changes the properties of a group, unless nothing is new.
pub(crate) fn change(
    tx: &mut Transaction<'_>,
    index: u64,
    edit: impl FnOnce(&mut Group),
) -> Result<(), Refusal> {
    let group = get(tx.view(), index).ok_or(Refusal::UnknownGroup)?;
    if group.synced && tx.by == By::Admin {
        return Err(Refusal::SyncedGroup);
    }
    let mut edited = group.clone();
    edit(&mut edited);
    if edited.name != group.name {
        return Err(Refusal::Immutable);
    }
    if edited == group {
        return Ok(());
    }
    edited.modified = tx.now;
    tx.record(changed(
        tx.by.action(["group_updated", "group_synced"]),
        &group,
        format!("updated the group {}", group.name),
    ));
    tx.store.groups.changed.insert(index, Some(edited));
    Ok(())
}

/// Deletes a group; its members lose what it granted. Without `even_with_members` it must be
/// empty.
pub(crate) fn delete(tx: &mut Transaction<'_>, index: u64, even_with_members: bool) -> Result<(), Refusal> {
    let truth = tx.truth();
    let group = get(truth, index).ok_or(Refusal::UnknownGroup)?;
    match group.purpose {
        Purpose::OrgAdmins | Purpose::SiteAdmins | Purpose::JiraAdmins => {
            return Err(Refusal::AdminGroup);
        }
        Purpose::Product(_) => return Err(Refusal::DefaultGroup),
        Purpose::Other | Purpose::Team if group.synced && tx.by == By::Admin => {
            return Err(Refusal::SyncedGroup);
        }
        Purpose::Other | Purpose::Team => {}
    }
    if !even_with_members && members::count(truth, index) > 0 {
        return Err(Refusal::GroupNotEmpty);
    }
    roles::keep_an_org_admin(truth, |_, group| group == Some(index))?;
    tx.record(changed(
        tx.by.action(["group_deleted", "group_deprovisioned"]),
        &group,
        format!("deleted the group {}", group.name),
    ));
    tx.store.groups.changed.insert(index, None);
    Ok(())
}

fn changed(action: &'static str, group: &Group, message: String) -> Change {
    Change { action, object: Object::group(group), also: Vec::new(), message }
}

/// The indices of the groups that there are.
pub(crate) fn indices<'a>(view: View<'a>) -> impl Iterator<Item = u64> + 'a {
    (0..view.world.groups() + view.store.groups.created).filter(move |index| exists(view, *index))
}

pub(crate) fn exists(view: View<'_>, index: u64) -> bool {
    match view.store.groups.changed.get(&index) {
        Some(group) => group.is_some(),
        None => index < view.world.groups(),
    }
}

pub(crate) fn get(view: View<'_>, index: u64) -> Option<Group> {
    match view.store.groups.changed.get(&index) {
        Some(group) => group.clone(),
        None => (index < view.world.groups()).then(|| view.world.group(index)),
    }
}

pub(crate) fn all<'a>(view: View<'a>) -> impl Iterator<Item = Group> + 'a {
    indices(view).filter_map(move |index| get(view, index))
}

pub(crate) fn find(view: View<'_>, scope: Scope, id: &str) -> Result<u64, Refusal> {
    view.world
        .group_index(id)
        .and_then(|index| get(view, index))
        .filter(|group| scope.includes(group.directory))
        .map(|group| group.index)
        .ok_or(Refusal::UnknownGroup)
}

/// The index of a group of the directory that a request names.
pub(crate) fn find_in(view: View<'_>, directory: &DirectoryId, group: &GroupId) -> Result<u64, Refusal> {
    find(view, Scope::named(view.world, directory.as_str())?, group.as_str())
}

/// The same for a change, which needs the directory itself.
pub(crate) fn to_change(view: View<'_>, directory: &DirectoryId, group: &GroupId) -> Result<u64, Refusal> {
    directories::to_change(view.world, directory)?;
    find_in(view, directory, group)
}

pub(crate) fn directory_of(view: View<'_>, index: u64) -> Option<usize> {
    match view.store.groups.changed.get(&index) {
        Some(group) => group.as_ref().map(|group| group.directory),
        None => (index < view.world.groups()).then(|| view.world.directory_of_group(index)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{NOW, new_group, org};
    use crate::organization::groups;

    #[test]
    fn names_are_taken_whatever_their_case() {
        let (_, mut org) = org(&[]);
        let mut create = |name: &str| groups::create(&mut org.tx(), &new_group(name));
        assert_eq!(create("ORG-admins"), Err(Refusal::NameTaken));
        assert_eq!(create(" "), Err(Refusal::InvalidName));
        assert_eq!(create(&"x".repeat(256)), Err(Refusal::InvalidName));
    }

    #[test]
    fn some_groups_cannot_be_deleted() {
        let (world, mut org) = org(&[]);
        let find = |wanted: fn(&Group) -> bool| (0..24).find(|index| wanted(&world.group(*index))).unwrap();
        let synced = find(|group| group.synced);
        let own = find(|group| group.is_deletable());
        let mut delete = |index, force, by| groups::delete(&mut Transaction { by, ..org.tx() }, index, force);
        assert_eq!(delete(0, true, By::Admin), Err(Refusal::AdminGroup));
        assert_eq!(delete(1, true, By::Provider), Err(Refusal::AdminGroup));
        assert_eq!(delete(3, true, By::Admin), Err(Refusal::DefaultGroup));
        assert_eq!(delete(synced, true, By::Admin), Err(Refusal::SyncedGroup));
        assert_eq!(delete(synced, true, By::Provider), Ok(()));
        assert_eq!(delete(own, false, By::Admin), Err(Refusal::GroupNotEmpty));
        assert_eq!(delete(own, true, By::Admin), Ok(()));
    }

    #[test]
    fn a_group_changes_its_description_but_not_its_name() {
        let (_, mut org) = org(&[]);
        let index = groups::create(&mut org.provider(), &new_group("Builders")).unwrap();
        let rename = |group: &mut Group| group.name.push('!');
        let describe = |group: &mut Group| group.description = Some("They build.".into());
        assert_eq!(groups::change(&mut org.provider(), index, rename), Err(Refusal::Immutable));
        assert_eq!(groups::change(&mut org.tx(), index, describe), Err(Refusal::SyncedGroup));
        assert_eq!(
            groups::change(&mut Transaction { now: NOW + 5, ..org.provider() }, index, describe),
            Ok(())
        );
        let group = groups::get(org.view(), index).unwrap();
        assert_eq!((group.description.as_deref(), group.modified), (Some("They build."), NOW + 5));
    }
}
