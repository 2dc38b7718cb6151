//! Which groups there are.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Change, Object, Refusal, Scope, Store, View};
use crate::data::{Group, Purpose, World};

/// The groups that are no longer as at the start.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// `None` is deleted. Those that were created later are all in here.
    changed: BTreeMap<u64, Option<Group>>,
    created: u64,
}

/// By whom a change is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// An administrator, who cannot change what is synced.
    Admin,
    /// The identity provider.
    Provider,
}

impl By {
    /// The action in the log, which is one or the other.
    fn action(self, [by_admin, by_provider]: [&'static str; 2]) -> &'static str {
        match self {
            Self::Admin => by_admin,
            Self::Provider => by_provider,
        }
    }
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
    pub(crate) told: Map<String, Value>,
}

impl Store {
    /// Makes a group without members. One that the identity provider makes is synced.
    pub(crate) fn create_group(
        &mut self,
        world: &World,
        now: i64,
        new: &NewGroup<'_>,
        by: By,
    ) -> Result<u64, Refusal> {
        let name = new.name.trim();
        if name.is_empty() || name.chars().count() > 255 {
            return Err(Refusal::InvalidName);
        }
        if self.view(world, now).groups().any(|group| group.name.to_lowercase() == name.to_lowercase()) {
            return Err(Refusal::NameTaken);
        }
        let index = world.groups() + self.groups.created;
        let group = Group {
            index,
            id: world.group_id(index),
            name: name.to_owned(),
            description: new.description.map(str::to_owned),
            directory: new.directory,
            purpose: Purpose::Other,
            synced: by == By::Provider,
            external_id: new.external_id.map(str::to_owned),
            told: new.told.clone(),
            created: now,
            modified: now,
        };
        self.log.record(
            now,
            change(
                by.action(["group_created", "group_provisioned"]),
                &group,
                format!("created the group {name}"),
            ),
        );
        self.groups.created += 1;
        self.groups.changed.insert(index, Some(group));
        Ok(index)
    }

    /// Changes what a group says of itself. Where it says so already, nothing is changed.
    pub(crate) fn change_group(
        &mut self,
        world: &World,
        now: i64,
        index: u64,
        by: By,
        edit: impl FnOnce(&mut Group),
    ) -> Result<(), Refusal> {
        let group = self.view(world, now).group(index).ok_or(Refusal::UnknownGroup)?;
        if group.synced && by == By::Admin {
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
        edited.modified = now;
        self.log.record(
            now,
            change(
                by.action(["group_updated", "group_synced"]),
                &group,
                format!("updated the group {}", group.name),
            ),
        );
        self.groups.changed.insert(index, Some(edited));
        Ok(())
    }

    /// Deletes a group; its members lose what it granted. Without `even_with_members` it must be empty.
    pub(crate) fn delete_group(
        &mut self,
        world: &World,
        now: i64,
        index: u64,
        even_with_members: bool,
        by: By,
    ) -> Result<(), Refusal> {
        let truth = self.truth(world, now);
        let group = truth.group(index).ok_or(Refusal::UnknownGroup)?;
        match group.purpose {
            Purpose::OrgAdmins | Purpose::SiteAdmins | Purpose::JiraAdmins => {
                return Err(Refusal::AdminGroup);
            }
            Purpose::Product(_) => return Err(Refusal::DefaultGroup),
            Purpose::Other | Purpose::Team if group.synced && by == By::Admin => {
                return Err(Refusal::SyncedGroup);
            }
            Purpose::Other | Purpose::Team => {}
        }
        if !even_with_members && truth.member_count(index) > 0 {
            return Err(Refusal::GroupNotEmpty);
        }
        truth.keep_an_org_admin(|_, by| by == Some(index))?;
        self.log.record(
            now,
            change(
                by.action(["group_deleted", "group_deprovisioned"]),
                &group,
                format!("deleted the group {}", group.name),
            ),
        );
        self.groups.changed.insert(index, None);
        Ok(())
    }
}

fn change(action: &'static str, group: &Group, message: String) -> Change {
    Change { action, object: Object::group(group), also: Vec::new(), message }
}

impl<'a> View<'a> {
    /// The indices of the groups that there are.
    pub(super) fn group_indices(self) -> impl Iterator<Item = u64> + 'a {
        (0..self.world.groups() + self.store.groups.created).filter(move |index| self.is_group(*index))
    }

    pub(super) fn is_group(self, index: u64) -> bool {
        match self.store.groups.changed.get(&index) {
            Some(group) => group.is_some(),
            None => index < self.world.groups(),
        }
    }

    pub(crate) fn group(self, index: u64) -> Option<Group> {
        match self.store.groups.changed.get(&index) {
            Some(group) => group.clone(),
            None => (index < self.world.groups()).then(|| self.world.group(index)),
        }
    }

    pub(crate) fn groups(self) -> impl Iterator<Item = Group> + 'a {
        self.group_indices().filter_map(move |index| self.group(index))
    }

    pub(crate) fn find_group(self, scope: Scope, id: &str) -> Result<u64, Refusal> {
        self.world
            .group_index(id)
            .and_then(|index| self.group(index))
            .filter(|group| scope.includes(group.directory))
            .map(|group| group.index)
            .ok_or(Refusal::UnknownGroup)
    }

    pub(super) fn directory_of_group(self, index: u64) -> Option<usize> {
        match self.store.groups.changed.get(&index) {
            Some(group) => group.as_ref().map(|group| group.directory),
            None => (index < self.world.groups()).then(|| self.world.directory_of_group(index)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NOW, new_group, store};
    use super::*;

    #[test]
    fn a_created_group_is_there_until_it_is_deleted() {
        let (world, mut store) = store(&[]);
        let index = store.create_group(&world, NOW, &new_group(" Builders "), By::Admin).unwrap();
        let group = store.view(&world, NOW).group(index).unwrap();
        assert_eq!((group.name.as_str(), group.synced, group.is_deletable()), ("Builders", false, true));
        assert_eq!(store.view(&world, NOW).find_group(Scope::One(0), &group.id), Ok(index));
        assert_eq!(store.view(&world, NOW).find_group(Scope::One(1), &group.id), Err(Refusal::UnknownGroup));
        assert_eq!(store.view(&world, NOW).groups().count(), 25);

        assert_eq!(store.delete_group(&world, NOW, index, false, By::Admin), Ok(()));
        assert_eq!(store.view(&world, NOW).find_group(Scope::All, &group.id), Err(Refusal::UnknownGroup));
        assert_eq!(store.delete_group(&world, NOW, index, false, By::Admin), Err(Refusal::UnknownGroup));
        let again = store.create_group(&world, NOW, &new_group("Builders"), By::Admin).unwrap();
        assert_ne!(world.group_id(again), group.id);
    }

    #[test]
    fn names_are_taken_whatever_their_case() {
        let (world, mut store) = store(&[]);
        let mut create = |name: &str| store.create_group(&world, NOW, &new_group(name), By::Admin);
        assert_eq!(create("ORG-admins"), Err(Refusal::NameTaken));
        assert_eq!(create(" "), Err(Refusal::InvalidName));
        assert_eq!(create(&"x".repeat(256)), Err(Refusal::InvalidName));
    }

    #[test]
    fn some_groups_cannot_be_deleted() {
        let (world, mut store) = store(&[]);
        let find = |wanted: fn(&Group) -> bool| (0..24).find(|index| wanted(&world.group(*index))).unwrap();
        let synced = find(|group| group.synced);
        let own = find(|group| group.is_deletable());
        let mut delete = |index, force, by| store.delete_group(&world, NOW, index, force, by);
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
        let (world, mut store) = store(&[]);
        let index = store.create_group(&world, NOW, &new_group("Builders"), By::Provider).unwrap();
        let rename = |group: &mut Group| group.name.push('!');
        let describe = |group: &mut Group| group.description = Some("They build.".into());
        assert_eq!(store.change_group(&world, NOW, index, By::Provider, rename), Err(Refusal::Immutable));
        assert_eq!(store.change_group(&world, NOW, index, By::Admin, describe), Err(Refusal::SyncedGroup));
        assert_eq!(store.change_group(&world, NOW + 5, index, By::Provider, describe), Ok(()));
        let group = store.view(&world, NOW).group(index).unwrap();
        assert_eq!((group.description.as_deref(), group.modified), (Some("They build."), NOW + 5));
    }
}
