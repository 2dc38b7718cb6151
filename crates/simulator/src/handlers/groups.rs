//! Groups: listed, counted and read. A listing and a count ask the questions of the search, in other places.

use atlassian_admin_core::api;
use atlassian_admin_core::api::groups::{
    GetGroup, GetGroupsCount, GetGroupsStats, GroupExpansion, GroupStats, GroupTotals, GroupTypeCount,
    SearchDirectoryGroups,
};
use atlassian_admin_core::endpoint::Endpoint;
use atlassian_admin_core::model::{Count, Group, GroupCounts, GroupManager, ManagementAccess, One};
use atlassian_admin_core::paging::LinkedPage;

use super::user_filter::texts;
use super::walk::{as_search, is_descending, page_size};
use crate::call::Call;
use crate::data::{self, model};
use crate::problem::Problem;
use crate::store::{GroupFilter, Holder, Slice, View, Window};

pub(crate) fn search(call: &Call<'_>, request: SearchDirectoryGroups) -> Result<LinkedPage<Group>, Problem> {
    page::<SearchDirectoryGroups>(call, request)
}

#[allow(deprecated, reason = "served until it stops working")]
pub(crate) fn list(call: &Call<'_>, request: api::groups::GetGroups) -> Result<LinkedPage<Group>, Problem> {
    let mut search: SearchDirectoryGroups = as_search(&request)?;
    if let Some(counts) = request.counts {
        let told = [
            (counts.include_resources, GroupExpansion::ResourceCounts),
            (counts.include_users, GroupExpansion::UserCounts),
        ];
        search.expand =
            Some(told.into_iter().filter(|(asked, _)| *asked == Some(true)).map(|(_, it)| it).collect());
    }
    page::<api::groups::GetGroups>(call, search)
}

pub(crate) fn count(call: &Call<'_>, request: GetGroupsCount) -> Result<Count, Problem> {
    let filter = filter(call, &as_search(&request)?)?;
    Ok(model!(Count { count: call.view().count_groups(&filter) }))
}

pub(crate) fn stats(call: &Call<'_>, request: GetGroupsStats) -> Result<GroupStats, Problem> {
    let view = call.view();
    let scope = view.scope(request.directory_id.as_str()).map_err(Problem::v2)?;
    let filter = GroupFilter::default().in_scope(scope);
    let (all, synced) = (view.count_groups(&filter), view.synced_groups(&filter));
    let types: Vec<_> = view
        .groups_by_type(&filter)
        .into_iter()
        .map(|(kind, count)| model!(GroupTypeCount { kind: Some(kind.into()), count: count }))
        .collect();
    let totals = model!(GroupTotals { all: all, managed: all.saturating_sub(synced), synced: synced });
    Ok(model!(GroupStats { totals: totals, types: types }))
}

pub(crate) fn get(call: &Call<'_>, request: GetGroup) -> Result<One<Group>, Problem> {
    let index = call.find_group(&request.directory_id, &request.group_id)?;
    let group = call.view().group(index).ok_or(Problem::UAM_NO_GROUP)?;
    let told = [GroupExpansion::ResourceCounts, GroupExpansion::UserCounts];
    Ok(model!(One<Group> { data: wire(call.view(), group, &told) }))
}

fn page<E: Endpoint>(
    call: &Call<'_>,
    mut request: SearchDirectoryGroups,
) -> Result<LinkedPage<Group>, Problem> {
    let cursor = request.cursor.take();
    let walk = call.walk::<E, _>(cursor.as_deref(), request)?;
    let question = walk.question;
    let window = Window {
        after: walk.after,
        limit: page_size::<E>(question.limit) as usize,
        descending: is_descending(
            "name",
            question
                .sort_by
                .as_ref()
                .map(|orders| orders.iter().map(|order| (order.field.as_str(), &order.direction))),
        )?,
    };
    let view = call.view();
    let told = question.expand.as_deref().unwrap_or_default();
    if told.iter().any(|expansion| matches!(expansion, GroupExpansion::Other(_))) {
        return Err(Problem::bad_v2("expand must be counts.resources or counts.users"));
    }
    let found = view.search_groups(&filter(call, &question)?, &window);
    let items = found.items.into_iter().map(|group| wire(view, group, told)).collect();
    Ok(call.page::<E, _>(cursor.as_deref(), &question, Slice { items, next: found.next }))
}

fn filter(call: &Call<'_>, search: &SearchDirectoryGroups) -> Result<GroupFilter, Problem> {
    if search.group_names.is_some() && (search.search_term.is_some() || search.group_ids.is_some()) {
        return Err(Problem::bad_v2("groupNames cannot stand together with searchTerm or groupIds"));
    }
    let filter = GroupFilter {
        directories: search.directory_ids.as_deref().map(|ids| call.directories(ids)),
        ids: search.group_ids.as_deref().map(texts),
        names: search.group_names.clone(),
        search: search.search_term.clone(),
        account_ids: search.account_ids.as_deref().map(texts),
        roles: search.role_ids.as_ref().map(|roles| roles.iter().map(ToString::to_string).collect()),
        resources: search.resource_ids.as_deref().map(texts),
        resource_owners: search.resource_owners.clone(),
        ..GroupFilter::default()
    };
    let scope = call.view().scope(search.directory_id.as_str()).map_err(Problem::v2)?;
    Ok(filter.in_scope(scope))
}

/// A group as it stands on the wire, with what is told besides.
fn wire(view: View<'_>, group: data::Group, told: &[GroupExpansion]) -> Group {
    let directory = view.world.directories().get(group.directory);
    let access = model!(ManagementAccess {
        deletable: group.is_deletable(),
        modifiable: group.is_modifiable(),
        readable: true,
    });
    let tells = |expansion: GroupExpansion| told.contains(&expansion);
    let counts = model!(GroupCounts {
        users: tells(GroupExpansion::UserCounts).then(|| view.member_count(group.index)),
        resources: tells(GroupExpansion::ResourceCounts)
            .then(|| view.resource_count(Holder::Group(group.index))),
    });
    model!(Group {
        id: Some(group.id.as_str().into()),
        directory_id: directory.map(|directory| directory.id.as_str().into()),
        external_synced: group.synced,
        managed_by: GroupManager::from(group.managed_by()),
        management_access: access,
        counts: Some(counts).filter(|_| !told.is_empty()),
        name: group.name,
        description: group.description,
    })
}
