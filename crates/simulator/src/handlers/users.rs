//! Users of directories: listed, counted and read. A listing and a count ask the questions of the search, in other places.

use atlassian_admin_core::api;
use atlassian_admin_core::api::users::{
    AccountStatusCount, GetDirectoryUserDetails, GetDirectoryUsersCount, GetUserStats, RoleCount,
    SearchDirectoryUsers, UserExpansion, UserStats,
};
use atlassian_admin_core::endpoint::Endpoint;
use atlassian_admin_core::model::{Count, DirectoryUser, One};
use atlassian_admin_core::paging::LinkedPage;

use super::user_filter::filter;
use super::user_model::{deactivated_on, user_model};
use super::walk::{as_search, is_descending, page_size};
use crate::call::Call;
use crate::data::model;
use crate::problem::Problem;
use crate::store::{Slice, UserFilter, Window};

pub(crate) fn search(
    call: &Call<'_>,
    request: SearchDirectoryUsers,
) -> Result<LinkedPage<DirectoryUser>, Problem> {
    page::<SearchDirectoryUsers>(call, request)
}

#[allow(deprecated, reason = "served until it stops working")]
pub(crate) fn list(
    call: &Call<'_>,
    request: api::users::GetDirectoryUsers,
) -> Result<LinkedPage<DirectoryUser>, Problem> {
    page::<api::users::GetDirectoryUsers>(call, as_search(&request)?)
}

pub(crate) fn count(call: &Call<'_>, request: GetDirectoryUsersCount) -> Result<Count, Problem> {
    let filter = filter(call, &as_search(&request)?)?;
    Ok(model!(Count { count: call.view().count_users(&filter) }))
}

pub(crate) fn stats(call: &Call<'_>, request: GetUserStats) -> Result<UserStats, Problem> {
    let view = call.view();
    let scope = view.scope(request.directory_id.as_str()).map_err(Problem::v2)?;
    let filter = UserFilter::default().in_scope(scope);
    let by_status = view.users_by_status(&filter).into_iter();
    let by_role = view.users_by_role(&filter).into_iter();
    let account_status: Vec<_> = by_status
        .map(|(status, count)| model!(AccountStatusCount { status: Some(status.into()), count: count }))
        .collect();
    let roles: Vec<_> = by_role
        .map(|(role, count)| model!(RoleCount { role_id: Some(role.id().into()), count: count }))
        .collect();
    Ok(model!(UserStats { account_status: account_status, roles: roles }))
}

pub(crate) fn get(call: &Call<'_>, request: GetDirectoryUserDetails) -> Result<One<DirectoryUser>, Problem> {
    let index = call.find_user(&request.directory_id, &request.account_id)?;
    let user = call.view().user(index).ok_or(Problem::UAM_NO_RESOURCE)?;
    let told = [UserExpansion::PlatformRoles, UserExpansion::ResourceCounts];
    let mut data = user_model(call.view(), &user, &told);
    // Documented here alone, and not in listings.
    data.deactivated_on = deactivated_on(call.view(), &user);
    Ok(model!(One<DirectoryUser> { data: data }))
}

fn page<E: Endpoint>(
    call: &Call<'_>,
    mut request: SearchDirectoryUsers,
) -> Result<LinkedPage<DirectoryUser>, Problem> {
    let cursor = request.cursor.take();
    let walk = call.walk::<E, _>(cursor.as_deref(), request)?;
    let question = walk.question;
    let window = Window {
        after: walk.after,
        limit: page_size::<E>(question.limit) as usize,
        descending: is_descending(
            "nick_name",
            question
                .sort_by
                .as_ref()
                .map(|orders| orders.iter().map(|order| (order.field.as_str(), &order.direction))),
        )?,
    };
    let view = call.view();
    let found = view.search_users(&filter(call, &question)?, &window);
    let told = question.expand.as_deref().unwrap_or_default();
    if told.iter().any(|expansion| matches!(expansion, UserExpansion::Other(_))) {
        return Err(Problem::bad_v2("expand names something that cannot be told"));
    }
    let items = found.items.iter().map(|user| user_model(view, user, told)).collect();
    Ok(call.page::<E, _>(cursor.as_deref(), &question, Slice { items, next: found.next }))
}
