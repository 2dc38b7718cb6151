//! The operations on users of directories. Listings and counts are searches.

use atlassian_admin_core::api;
use atlassian_admin_core::api::users::{
    AccountStatusCount, GetDirectoryUserDetails, GetDirectoryUsersCount, GetUserStats, RemoveDirectoryUser,
    RestoreDirectoryUser, RoleCount, SearchDirectoryUsers, SuspendDirectoryUser, UserExpansion, UserStats,
};
use atlassian_admin_core::endpoint::Endpoint;
use atlassian_admin_core::model::{Count, DirectoryUser, One};
use atlassian_admin_core::paging::LinkedPage;

use super::filter::filter;
use crate::organization::users::{UserFilter, deactivated_on, user_model};
use crate::organization::{Call, Scope, Window, as_search, is_descending, model, page_size, users};
use crate::problem::Problem;
use crate::refusal::{Failure, Refusal};

pub(crate) fn search(
    call: &Call<'_>,
    request: SearchDirectoryUsers,
) -> Result<LinkedPage<DirectoryUser>, Failure> {
    page::<SearchDirectoryUsers>(call, request)
}

#[allow(deprecated, reason = "served until it stops working")]
pub(crate) fn list(
    call: &Call<'_>,
    request: api::users::GetDirectoryUsers,
) -> Result<LinkedPage<DirectoryUser>, Failure> {
    page::<api::users::GetDirectoryUsers>(call, as_search(&request)?)
}

pub(crate) fn count(call: &Call<'_>, request: GetDirectoryUsersCount) -> Result<Count, Failure> {
    let filter = filter(call, &as_search(&request)?)?;
    Ok(model!(Count { count: users::count_matching(call.view(), &filter) }))
}

pub(crate) fn stats(call: &Call<'_>, request: GetUserStats) -> Result<UserStats, Failure> {
    let view = call.view();
    let scope = Scope::named(view.world, request.directory_id.as_str())?;
    let filter = UserFilter::default().in_scope(scope);
    let by_status = users::count_by_status(view, &filter).into_iter();
    let by_role = users::count_by_role(view, &filter).into_iter();
    let account_status: Vec<_> = by_status
        .map(|(status, count)| model!(AccountStatusCount { status: Some(status.into()), count: count }))
        .collect();
    let roles: Vec<_> = by_role
        .map(|(role, count)| model!(RoleCount { role_id: Some(role.id().into()), count: count }))
        .collect();
    Ok(model!(UserStats { account_status: account_status, roles: roles }))
}

pub(crate) fn get(call: &Call<'_>, request: GetDirectoryUserDetails) -> Result<One<DirectoryUser>, Failure> {
    let index = users::find_in(call.view(), &request.directory_id, &request.account_id)?;
    let user = users::get(call.view(), index).ok_or(Problem::UAM_NO_RESOURCE)?;
    let expand = [UserExpansion::PlatformRoles, UserExpansion::ResourceCounts];
    let mut data = user_model(call.view(), &user, &expand);
    // Documented here alone, and not in listings.
    data.deactivated_on = deactivated_on(call.view(), &user);
    Ok(model!(One<DirectoryUser> { data: data }))
}

fn page<E: Endpoint>(
    call: &Call<'_>,
    mut request: SearchDirectoryUsers,
) -> Result<LinkedPage<DirectoryUser>, Failure> {
    let cursor = request.cursor.take();
    call.list::<E, _, _, _>(cursor, request, |query, after| {
        let order = query.sort_by.as_deref();
        let descending = is_descending("nick_name", order, |order| (order.field.as_str(), &order.direction))?;
        let window = Window { after, limit: page_size::<E>(query.limit) as usize, descending };
        let view = call.view();
        let found = users::search(view, &filter(call, query)?, &window);
        let expand = query.expand.as_deref().unwrap_or_default();
        if expand.iter().any(|expansion| matches!(expansion, UserExpansion::Other(_))) {
            return Err(Problem::uam_bad("expand has an unknown value").into());
        }
        Ok(found.map(|user| user_model(view, &user, expand)))
    })
}

pub(crate) fn remove(call: &mut Call<'_>, request: RemoveDirectoryUser) -> Result<(), Refusal> {
    let user = users::to_change(call.view(), &request.directory_id, &request.account_id)?;
    users::remove(&mut call.tx, user)
}

pub(crate) fn suspend(call: &mut Call<'_>, request: SuspendDirectoryUser) -> Result<(), Refusal> {
    let user = users::to_change(call.view(), &request.directory_id, &request.account_id)?;
    users::suspend(&mut call.tx, user)
}

pub(crate) fn restore(call: &mut Call<'_>, request: RestoreDirectoryUser) -> Result<(), Refusal> {
    let user = users::to_change(call.view(), &request.directory_id, &request.account_id)?;
    users::restore(&mut call.tx, user)
}
