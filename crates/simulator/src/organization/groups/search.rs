//! Queries for groups. Listings, counts and statistics are the same query.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{AccountId, DirectoryId};

use crate::organization::roles::GrantFilter;
use crate::organization::users::among;
use crate::organization::{
    Group, Holder, Position, Scope, Slice, View, Window, groups, members, roles, users,
};
use crate::problem::Problem;
use crate::refusal::Failure;

/// A part of the groups that fit, by name.
pub(crate) fn search(view: View<'_>, window: &Window, fits: impl Fn(&Group) -> bool) -> Slice<Group> {
    let name = |index| groups::get(view, index).map(|group| group.name).unwrap_or_default();
    let position = |index| Position { name: name(index), index };
    let mut found: Vec<_> = groups::all(view).filter(fits).map(|group| group.index).collect();
    found.sort_by_cached_key(|index| position(*index));
    window.of(&found, position, |index| groups::get(view, index))
}

/// Whether a group is what a query asks for. What it leaves out does not matter; of a list, one
/// must match.
pub(super) fn filter<'a>(
    view: View<'a>,
    query: &'a api::groups::Search,
) -> Result<impl Fn(&Group) -> bool + 'a, Failure> {
    if query.group_names.is_some() && (query.search_term.is_some() || query.group_ids.is_some()) {
        return Err(Problem::uam_bad("groupNames cannot be combined with searchTerm or groupIds").into());
    }
    let scope = Scope::named(view.world, query.directory_id.as_str())?;
    let find = |id: &AccountId| users::find(view, Scope::All, id.as_str()).ok();
    let users: Option<Vec<_>> = query.account_ids.as_ref().map(|ids| ids.iter().filter_map(find).collect());
    let part = query.search_term.as_ref().map(|text| text.to_lowercase());
    let grants = GrantFilter::of_holders(query)?;
    Ok(move |group: &Group| {
        let is_here = |id: &DirectoryId| view.world.directory_index(id.as_str()) == Some(group.directory);
        let mut texts = [Some(&group.name), group.description.as_ref()].into_iter().flatten();
        scope.includes(group.directory)
            && among(query.directory_ids.as_deref(), is_here)
            && among(query.group_ids.as_deref(), |id| group.id == id.as_str())
            && among(query.group_names.as_deref(), |name| group.name.to_lowercase() == name.to_lowercase())
            && part.as_ref().is_none_or(|part| texts.any(|text| text.to_lowercase().contains(part)))
            && among(users.as_deref(), |user| members::contains(view, group.index, *user))
            && grants.are_held(view.world, || roles::grants(view, Holder::Group(group.index)))
    })
}
