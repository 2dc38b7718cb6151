//! The operations on groups. Listings and counts are searches.

use atlassian_admin_core::api;
use atlassian_admin_core::api::groups::{
    AddUserToGroup, AssignGroupRole, CreateGroup, DeleteGroup, GetGroup, GetGroupsCount, GetGroupsStats,
    GroupExpansion, GroupStats, GroupTotals, GroupTypeCount, RemoveUserFromGroup, RevokeGroupRole,
    SearchDirectoryGroups,
};
use atlassian_admin_core::endpoint::Endpoint;
use atlassian_admin_core::model::{Count, Group, GroupCounts, GroupManager, ManagementAccess, One};
use atlassian_admin_core::paging::LinkedPage;

use crate::organization::groups::{GroupFilter, NewGroup};
use crate::organization::users::texts;
use crate::organization::{
    Call, Holder, Scope, View, Window, as_search, directories, groups, is_descending, members, model,
    page_size, roles, users,
};
use crate::problem::Problem;
use crate::refusal::{Failure, Refusal};

pub(crate) fn search(call: &Call<'_>, request: SearchDirectoryGroups) -> Result<LinkedPage<Group>, Failure> {
    page::<SearchDirectoryGroups>(call, request)
}

#[allow(deprecated, reason = "served until it stops working")]
pub(crate) fn list(call: &Call<'_>, request: api::groups::GetGroups) -> Result<LinkedPage<Group>, Failure> {
    let mut search: SearchDirectoryGroups = as_search(&request)?;
    if let Some(counts) = request.counts {
        let expand = [
            (counts.include_resources, GroupExpansion::ResourceCounts),
            (counts.include_users, GroupExpansion::UserCounts),
        ];
        search.expand =
            Some(expand.into_iter().filter(|(asked, _)| *asked == Some(true)).map(|(_, it)| it).collect());
    }
    page::<api::groups::GetGroups>(call, search)
}

pub(crate) fn count(call: &Call<'_>, request: GetGroupsCount) -> Result<Count, Failure> {
    let filter = filter(call, &as_search(&request)?)?;
    Ok(model!(Count { count: groups::count(call.view(), &filter) }))
}

pub(crate) fn stats(call: &Call<'_>, request: GetGroupsStats) -> Result<GroupStats, Failure> {
    let view = call.view();
    let scope = Scope::named(view.world, request.directory_id.as_str())?;
    let filter = GroupFilter::default().in_scope(scope);
    let (all, synced) = (groups::count(view, &filter), groups::count_synced(view, &filter));
    let types: Vec<_> = groups::count_by_type(view, &filter)
        .into_iter()
        .map(|(kind, count)| model!(GroupTypeCount { kind: Some(kind.into()), count: count }))
        .collect();
    let totals = model!(GroupTotals { all: all, managed: all.saturating_sub(synced), synced: synced });
    Ok(model!(GroupStats { totals: totals, types: types }))
}

pub(crate) fn get(call: &Call<'_>, request: GetGroup) -> Result<One<Group>, Failure> {
    let index = groups::find_in(call.view(), &request.directory_id, &request.group_id)?;
    let group = groups::get(call.view(), index).ok_or(Problem::UAM_NO_GROUP)?;
    let expand = [GroupExpansion::ResourceCounts, GroupExpansion::UserCounts];
    Ok(model!(One<Group> { data: wire(call.view(), group, &expand) }))
}

fn page<E: Endpoint>(
    call: &Call<'_>,
    mut request: SearchDirectoryGroups,
) -> Result<LinkedPage<Group>, Failure> {
    let cursor = request.cursor.take();
    call.list::<E, _, _, _>(cursor, request, |query, after| {
        let order = query.sort_by.as_deref();
        let descending = is_descending("name", order, |order| (order.field.as_str(), &order.direction))?;
        let window = Window { after, limit: page_size::<E>(query.limit) as usize, descending };
        let view = call.view();
        let expand = query.expand.as_deref().unwrap_or_default();
        if expand.iter().any(|expansion| matches!(expansion, GroupExpansion::Other(_))) {
            return Err(Problem::uam_bad("expand must be counts.resources or counts.users").into());
        }
        let found = groups::search(view, &filter(call, query)?, &window);
        Ok(found.map(|group| wire(view, group, expand)))
    })
}

fn filter(call: &Call<'_>, search: &SearchDirectoryGroups) -> Result<GroupFilter, Failure> {
    if search.group_names.is_some() && (search.search_term.is_some() || search.group_ids.is_some()) {
        return Err(Problem::uam_bad("groupNames cannot stand together with searchTerm or groupIds").into());
    }
    let filter = GroupFilter {
        directories: search.directory_ids.as_deref().map(|ids| directories::indices(call.tx.world, ids)),
        ids: search.group_ids.as_deref().map(texts),
        names: search.group_names.clone(),
        search: search.search_term.clone(),
        account_ids: search.account_ids.as_deref().map(texts),
        roles: search.role_ids.as_ref().map(|roles| roles.iter().map(ToString::to_string).collect()),
        resources: search.resource_ids.as_deref().map(texts),
        resource_owners: search.resource_owners.clone(),
        ..GroupFilter::default()
    };
    let scope = Scope::named(call.tx.world, search.directory_id.as_str())?;
    Ok(filter.in_scope(scope))
}

/// A group as responses have it, with its expansions.
fn wire(view: View<'_>, group: groups::Group, expand: &[GroupExpansion]) -> Group {
    let directory = view.world.directories().get(group.directory);
    let access = model!(ManagementAccess {
        deletable: group.is_deletable(),
        modifiable: group.is_modifiable(),
        readable: true,
    });
    let has = |expansion: GroupExpansion| expand.contains(&expansion);
    let counts = model!(GroupCounts {
        users: has(GroupExpansion::UserCounts).then(|| members::count(view, group.index)),
        resources: has(GroupExpansion::ResourceCounts)
            .then(|| roles::resource_count(view, Holder::Group(group.index))),
    });
    model!(Group {
        id: Some(group.id.as_str().into()),
        directory_id: directory.map(|directory| directory.id.as_str().into()),
        external_synced: group.synced,
        managed_by: GroupManager::from(group.managed_by()),
        management_access: access,
        counts: Some(counts).filter(|_| !expand.is_empty()),
        name: group.name,
        description: group.description,
    })
}

pub(crate) fn create(call: &mut Call<'_>, request: CreateGroup) -> Result<(), Refusal> {
    let directory = directories::to_change(call.tx.world, &request.directory_id)?;
    let new = NewGroup {
        directory,
        name: &request.name,
        description: request.description.as_deref(),
        external_id: None,
        others: serde_json::Map::new(),
    };
    groups::create(&mut call.tx, &new)?;
    Ok(())
}

pub(crate) fn delete(call: &mut Call<'_>, request: DeleteGroup) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    groups::delete(&mut call.tx, group, true)
}

pub(crate) fn add_member(call: &mut Call<'_>, request: AddUserToGroup) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    let user = users::find(call.view(), Scope::All, request.account_id.as_str())?;
    members::add(&mut call.tx, group, user)
}

pub(crate) fn remove_member(call: &mut Call<'_>, request: RemoveUserFromGroup) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    let user = users::find(call.view(), Scope::All, request.account_id.as_str())?;
    members::remove(&mut call.tx, group, user)
}

pub(crate) fn assign_role(call: &mut Call<'_>, request: AssignGroupRole) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    let grant = roles::find(call.tx.world, &request.resource_id, &request.role_id)?;
    roles::grant(&mut call.tx, Holder::Group(group), grant)
}

pub(crate) fn revoke_role(call: &mut Call<'_>, request: RevokeGroupRole) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    let grant = roles::find(call.tx.world, &request.resource_id, &request.role_id)?;
    roles::revoke(&mut call.tx, Holder::Group(group), grant)
}
