//! The operations on groups. Listings and counts are searches.

use atlassian_admin_core::api;
use atlassian_admin_core::api::groups::{GroupExpansion, GroupStats, GroupTotals, GroupTypeCount};
use atlassian_admin_core::model::{
    Count, Group, GroupCounts, GroupManager, GroupType, ManagementAccess, One,
};
use atlassian_admin_core::operation::Endpoint;
use atlassian_admin_core::page::LinkedPage;

use super::search::filter;
use crate::organization::{
    Call, Holder, Purpose, Scope, View, Window, as_search, directories, groups, is_descending, members,
    model, page_size, roles, users,
};
use crate::problem::Problem;
use crate::refusal::{Failure, Refusal};

pub(crate) fn search(call: &Call<'_>, request: api::groups::Search) -> Result<LinkedPage<Group>, Failure> {
    page::<api::groups::Search>(call, request)
}

#[allow(deprecated, reason = "served until it stops working")]
pub(crate) fn list(call: &Call<'_>, request: api::groups::List) -> Result<LinkedPage<Group>, Failure> {
    let mut search: api::groups::Search = as_search(&request)?;
    search.expand = request.counts.map(|counts| {
        let resources = (counts.include_resources == Some(true)).then_some(GroupExpansion::ResourceCounts);
        let users = (counts.include_users == Some(true)).then_some(GroupExpansion::UserCounts);
        resources.into_iter().chain(users).collect()
    });
    page::<api::groups::List>(call, search)
}

pub(crate) fn count(call: &Call<'_>, request: api::groups::Count) -> Result<Count, Failure> {
    let (view, query) = (call.view(), as_search(&request)?);
    let found = groups::all(view).filter(filter(view, &query)?);
    Ok(model!(Count { count: found.count() as u64 }))
}

pub(crate) fn stats(call: &Call<'_>, request: api::groups::Stats) -> Result<GroupStats, Failure> {
    let scope = Scope::named(call.tx.world, request.directory_id.as_str())?;
    let found: Vec<_> = groups::all(call.view()).filter(|group| scope.includes(group.directory)).collect();
    let count =
        |fits: &dyn Fn(&groups::Group) -> bool| found.iter().filter(|group| fits(group)).count() as u64;
    let types = [GroupType::Group, GroupType::Team, GroupType::UserbaseGroup].map(|kind| {
        let count = count(&|group| group.kind() == kind);
        model!(GroupTypeCount { kind: kind, count: count })
    });
    let [all, managed, synced] =
        [count(&|_| true), count(&|group| !group.synced), count(&|group| group.synced)];
    let totals = model!(GroupTotals { all: all, managed: managed, synced: synced });
    Ok(model!(GroupStats { totals: totals, types: Vec::from(types) }))
}

pub(crate) fn get(call: &Call<'_>, request: api::groups::Get) -> Result<One<Group>, Failure> {
    let group = groups::find_in(call.view(), &request.directory_id, &request.group_id)?;
    let expand = [GroupExpansion::ResourceCounts, GroupExpansion::UserCounts];
    Ok(model!(One<Group> { data: wire(call.view(), group, &expand) }))
}

fn page<E: Endpoint>(
    call: &Call<'_>,
    mut request: api::groups::Search,
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
        let found = groups::search(view, &window, filter(view, query)?);
        Ok(found.map(|group| wire(view, group, expand)))
    })
}

/// A group as responses have it, with its expansions.
fn wire(view: View<'_>, group: groups::Group, expand: &[GroupExpansion]) -> Group {
    let directory = view.world.directories.get(group.directory);
    let access = model!(ManagementAccess {
        deletable: !group.synced && group.kind() != GroupType::UserbaseGroup,
        modifiable: !group.synced,
        readable: true,
    });
    let has = |expansion: GroupExpansion| expand.contains(&expansion);
    let counts = model!(GroupCounts {
        users: has(GroupExpansion::UserCounts).then(|| members::count(view, group.index)),
        resources: has(GroupExpansion::ResourceCounts)
            .then(|| roles::resource_count(view, Holder::Group(group.index))),
    });
    model!(Group {
        id: group.id.as_str(),
        directory_id: directory.map(|directory| directory.id.as_str().into()),
        external_synced: group.synced,
        managed_by: match group.purpose {
            _ if group.synced => GroupManager::External,
            Purpose::Team => GroupManager::TeamMembers,
            _ => GroupManager::Admins,
        },
        management_access: access,
        counts: Some(counts).filter(|_| !expand.is_empty()),
        name: group.name,
        description: group.description,
    })
}

pub(crate) fn create(call: &mut Call<'_>, request: api::groups::Create) -> Result<(), Refusal> {
    let directory = directories::to_change(call.tx.world, &request.directory_id)?;
    let describe = |group: &mut groups::Group| group.description = request.description;
    groups::create(&mut call.tx, directory, &request.name, describe).map(drop)
}

pub(crate) fn delete(call: &mut Call<'_>, request: api::groups::Delete) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    groups::delete(&mut call.tx, group, true)
}

pub(crate) fn add_member(call: &mut Call<'_>, request: api::groups::AddMember) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    let user = users::find(call.view(), Scope::All, request.account_id.as_str())?;
    members::set(&mut call.tx, group, user, true)
}

pub(crate) fn remove_member(call: &mut Call<'_>, request: api::groups::RemoveMember) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    let user = users::find(call.view(), Scope::All, request.account_id.as_str())?;
    members::set(&mut call.tx, group, user, false)
}

pub(crate) fn assign_role(call: &mut Call<'_>, request: api::groups::AssignRole) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    let grant = roles::find(call.tx.world, &request.resource_id, &request.role_id)?;
    roles::set(&mut call.tx, Holder::Group(group), grant, true)
}

pub(crate) fn revoke_role(call: &mut Call<'_>, request: api::groups::RevokeRole) -> Result<(), Refusal> {
    let group = groups::to_change(call.view(), &request.directory_id, &request.group_id)?;
    let grant = roles::find(call.tx.world, &request.resource_id, &request.role_id)?;
    roles::set(&mut call.tx, Holder::Group(group), grant, false)
}
