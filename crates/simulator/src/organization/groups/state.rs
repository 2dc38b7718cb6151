//! The groups that there are.

use std::collections::BTreeMap;

use atlassian_admin_core::model::{DirectoryId, GroupId};
use serde_json::Map;

use crate::organization::{
    By, Change, Group, Holder, Object, Purpose, Scope, Transaction, View, directories, members, roles,
};
use crate::refusal::Refusal;

/// The groups that differ from the start.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    /// `None` is deleted. Those that were created later are all in here.
    changed: BTreeMap<u64, Option<Group>>,
    created: u64,
}

/// Makes a group without members. One that the identity provider makes is synced. `edit` sets the
/// rest.
pub(crate) fn create(
    tx: &mut Transaction<'_>,
    directory: usize,
    name: &str,
    edit: impl FnOnce(&mut Group),
) -> Result<u64, Refusal> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 255 {
        return Err(Refusal::InvalidName);
    }
    if all(tx.view()).any(|group| group.name.to_lowercase() == name.to_lowercase()) {
        return Err(Refusal::NameTaken);
    }
    let index = tx.world.groups() + tx.store.groups.created;
    let mut group = Group {
        index,
        id: tx.world.group_ids.to_uuid(index),
        name: name.to_owned(),
        description: None,
        directory,
        purpose: Purpose::Other,
        synced: tx.by == By::Provider,
        external_id: None,
        others: Map::new(),
        created: tx.now,
        modified: tx.now,
    };
    edit(&mut group);
    record(tx, &group, ["group_created", "group_provisioned"], "created");
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
    let mut edited = group.clone();
    edit(&mut edited);
    if edited != group {
        edited.modified = tx.now;
        record(tx, &group, ["group_updated", "group_synced"], "updated");
        tx.store.groups.changed.insert(index, Some(edited));
    }
    Ok(())
}

/// Deletes a group; its members lose what it granted. Without `even_with_members` it must be
/// empty.
pub(crate) fn delete(tx: &mut Transaction<'_>, index: u64, even_with_members: bool) -> Result<(), Refusal> {
    let truth = tx.truth();
    let group = to_edit(truth, index, tx.by)?;
    match group.purpose {
        Purpose::OrgAdmins | Purpose::SiteAdmins | Purpose::JiraAdmins => return Err(Refusal::AdminGroup),
        Purpose::Product(_) => return Err(Refusal::DefaultGroup),
        Purpose::Other | Purpose::Team => {}
    }
    if !even_with_members && members::count(truth, index) > 0 {
        return Err(Refusal::GroupNotEmpty);
    }
    roles::keep_an_org_admin(truth, |_, through| through == Holder::Group(index))?;
    record(tx, &group, ["group_deleted", "group_deprovisioned"], "deleted");
    tx.store.groups.changed.insert(index, None);
    Ok(())
}

/// A group that this author may change: for administrators, synced groups are read-only.
pub(super) fn to_edit(view: View<'_>, index: u64, by: By) -> Result<Group, Refusal> {
    let group = get(view, index).ok_or(Refusal::UnknownGroup)?;
    if group.synced && by == By::Admin { Err(Refusal::SyncedGroup) } else { Ok(group) }
}

fn record(tx: &mut Transaction<'_>, group: &Group, actions: [&'static str; 2], done: &str) {
    tx.record(Change {
        action: tx.by.action(actions),
        object: Object::group(group),
        also: Vec::new(),
        message: format!("{done} the group {}", group.name),
    });
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
    find_group(view, scope, id).map(|group| group.index)
}

fn find_group(view: View<'_>, scope: Scope, id: &str) -> Result<Group, Refusal> {
    let group = view.world.group_ids.index_of_uuid(id).and_then(|index| get(view, index));
    group.filter(|group| scope.includes(group.directory)).ok_or(Refusal::UnknownGroup)
}

/// A group of the directory that a request names.
pub(crate) fn find_in(view: View<'_>, directory: &DirectoryId, group: &GroupId) -> Result<Group, Refusal> {
    find_group(view, Scope::named(view.world, directory.as_str())?, group.as_str())
}

/// The index of the group that a request changes, which must name the directory itself.
pub(crate) fn to_change(view: View<'_>, directory: &DirectoryId, group: &GroupId) -> Result<u64, Refusal> {
    find(view, Scope::One(directories::to_change(view.world, directory)?), group.as_str())
}
