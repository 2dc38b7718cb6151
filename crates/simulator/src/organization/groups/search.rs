//! Queries for groups. Listings, counts and statistics are the same query.

use std::collections::BTreeMap;

use crate::organization::users::among;
use crate::organization::{
    Grant, Group, Holder, Position, Scope, Slice, TextMatch, View, Window, groups, members, roles, users,
};

/// Which groups are asked for. What is `None` does not matter; of a list, one must match.
#[derive(Debug, Clone, Default)]
pub(crate) struct GroupFilter {
    /// Indices of directories.
    pub(crate) directories: Option<Vec<usize>>,
    pub(crate) ids: Option<Vec<String>>,
    /// Whole names, in any case.
    pub(crate) names: Option<Vec<String>>,
    /// Of the name.
    pub(crate) named: TextMatch,
    /// A part of name or description, in any case.
    pub(crate) search: Option<String>,
    /// Identifiers of members.
    pub(crate) account_ids: Option<Vec<String>>,
    /// Identifiers of roles and resources, and owners of resources. One grant must match them all.
    pub(crate) roles: Option<Vec<String>>,
    pub(crate) resources: Option<Vec<String>>,
    pub(crate) resource_owners: Option<Vec<String>>,
}

impl GroupFilter {
    /// Of the directories that a path names, and of those that the query names besides.
    pub(crate) fn in_scope(mut self, scope: Scope) -> Self {
        self.directories = scope.narrow(self.directories);
        self
    }
}

/// A part of the groups that a filter lets through, by name.
pub(crate) fn search(view: View<'_>, filter: &GroupFilter, window: &Window) -> Slice<Group> {
    let mut found: Vec<_> =
        matching(view, filter).map(|group| Position { name: group.name, index: group.index }).collect();
    found.sort_unstable();
    let indices: Vec<_> = found.iter().map(|position| position.index).collect();
    let position = |index| Position {
        name: groups::get(view, index).map(|group| group.name).unwrap_or_default(),
        index,
    };
    window.of(&indices, position, |index| groups::get(view, index))
}

pub(crate) fn count(view: View<'_>, filter: &GroupFilter) -> u64 {
    matching(view, filter).count() as u64
}

/// How many groups there are of each type.
pub(crate) fn count_by_type(view: View<'_>, filter: &GroupFilter) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::from([("TEAM", 0), ("GROUP", 0), ("USERBASE_GROUP", 0)]);
    for group in matching(view, filter) {
        *counts.entry(group.kind()).or_default() += 1;
    }
    counts
}

/// How many groups an identity provider manages.
pub(crate) fn count_synced(view: View<'_>, filter: &GroupFilter) -> u64 {
    matching(view, filter).filter(|group| group.synced).count() as u64
}

fn matching(view: View<'_>, filter: &GroupFilter) -> impl Iterator<Item = Group> {
    let users: Option<Vec<_>> = filter
        .account_ids
        .as_ref()
        .map(|ids| ids.iter().filter_map(|id| users::find(view, Scope::All, id).ok()).collect());
    let search = filter.search.as_ref().map(|text| text.to_lowercase());
    groups::all(view).filter(move |group| {
        let texts = [Some(&group.name), group.description.as_ref()];
        among(filter.directories.as_deref(), |one| group.directory == *one)
            && among(filter.ids.as_deref(), |id| group.id == *id)
            && among(filter.names.as_deref(), |name| group.name.to_lowercase() == name.to_lowercase())
            && filter.named.fits(&group.name)
            && search
                .as_ref()
                .is_none_or(|part| texts.into_iter().flatten().any(|text| text.to_lowercase().contains(part)))
            && among(users.as_deref(), |user| members::contains(view, group.index, *user))
            && grants_named(view, group.index, filter)
    })
}

fn grants_named(view: View<'_>, group: u64, filter: &GroupFilter) -> bool {
    let (roles, resources) = (filter.roles.as_deref(), filter.resources.as_deref());
    let owners = filter.resource_owners.as_deref();
    let is_owned = |grant: Grant| {
        let owner = view.world.resource(grant.resource).map(|resource| resource.owner);
        among(owners, |name| owner == Some(name.as_str()))
    };
    (roles.is_none() && resources.is_none() && owners.is_none())
        || roles::grants(view, Holder::Group(group))
            .into_iter()
            .any(|grant| roles::is_named(view, grant, roles, resources) && is_owned(grant))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::{TEAM, new_group, org};

    #[test]
    fn created_and_deleted_groups_are_counted() {
        let (world, mut org) = org(&[]);
        groups::create(&mut org.provider(), &new_group("Builders")).unwrap();
        groups::delete(&mut org.tx(), TEAM, true).unwrap();
        let view = org.view();
        let all = GroupFilter::default();
        assert_eq!(count(view, &all), 24);
        assert_eq!(count_by_type(view, &all).values().sum::<u64>(), 24);
        assert_eq!(count_by_type(view, &all)["USERBASE_GROUP"], 8);
        let synced = (0..24).filter(|index| world.group(*index).synced).count() as u64;
        assert_eq!(count_synced(view, &all), synced + 1);
        assert_eq!(groups::count(org.view(), &GroupFilter { search: Some("BUILD".into()), ..all }), 1);
    }
}
