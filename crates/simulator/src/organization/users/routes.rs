//! The operations on users of directories. Listings and counts are searches.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin_core::api;
use atlassian_admin_core::api::users::{AccountStatusCount, RoleCount, UserExpansion, UserStats};
use atlassian_admin_core::model::{AccountStatus, Count, DirectoryUser, One};
use atlassian_admin_core::operation::Endpoint;
use atlassian_admin_core::page::LinkedPage;

use crate::organization::users::{Query, deactivated_on, user_model};
use crate::organization::{
    Call, Role, Scope, Window, as_search, is_descending, model, page_size, roles, users,
};
use crate::problem::Problem;
use crate::refusal::{Failure, Refusal};

pub(crate) fn search(
    call: &Call<'_>,
    request: api::users::Search,
) -> Result<LinkedPage<DirectoryUser>, Failure> {
    page::<api::users::Search>(call, request)
}

#[allow(deprecated, reason = "served until it stops working")]
pub(crate) fn list(call: &Call<'_>, request: api::users::List) -> Result<LinkedPage<DirectoryUser>, Failure> {
    page::<api::users::List>(call, as_search(&request)?)
}

pub(crate) fn count(call: &Call<'_>, request: api::users::Count) -> Result<Count, Failure> {
    let search = as_search(&request)?;
    Ok(model!(Count { count: Query::new(call.view(), &search)?.users().count() as u64 }))
}

pub(crate) fn stats(call: &Call<'_>, request: api::users::Stats) -> Result<UserStats, Failure> {
    let (view, search) = (call.view(), as_search(&request)?);
    let mut by_status = BTreeMap::from_iter(AccountStatus::KNOWN.iter().map(|name| ((*name).to_owned(), 0)));
    let mut by_role: BTreeMap<Role, u64> = BTreeMap::new();
    for user in Query::new(view, &search)?.users() {
        *by_status.entry(user.account_status(view.now).to_string()).or_default() += 1;
        let grants = roles::of_user(view, user.index).into_keys();
        for role in grants.map(|grant| grant.role).collect::<BTreeSet<_>>() {
            *by_role.entry(role).or_default() += 1;
        }
    }
    let account_status = by_status.into_iter().map(|(status, count)| {
        model!(AccountStatusCount { status: Some(status.as_str().into()), count: count })
    });
    let roles = by_role
        .into_iter()
        .map(|(role, count)| model!(RoleCount { role_id: Some(role.id().into()), count: count }));
    Ok(model!(UserStats {
        account_status: account_status.collect::<Vec<_>>(),
        roles: roles.collect::<Vec<_>>(),
    }))
}

pub(crate) fn get(call: &Call<'_>, request: api::users::Get) -> Result<One<DirectoryUser>, Failure> {
    let view = call.view();
    let scope = Scope::named(view.world, request.directory_id.as_str())?;
    let user = users::find_user(view, scope, request.account_id.as_str())?;
    let mut data = user_model(view, &user, &[UserExpansion::PlatformRoles, UserExpansion::ResourceCounts]);
    // Documented here alone, and not in listings.
    data.deactivated_on = deactivated_on(view, &user);
    Ok(model!(One<DirectoryUser> { data: data }))
}

fn page<E: Endpoint>(
    call: &Call<'_>,
    mut request: api::users::Search,
) -> Result<LinkedPage<DirectoryUser>, Failure> {
    let cursor = request.cursor.take();
    call.list::<E, _, _, _>(cursor, request, |query, after| {
        let order = query.sort_by.as_deref();
        let descending = is_descending("nick_name", order, |order| (order.field.as_str(), &order.direction))?;
        let window = Window { after, limit: page_size::<E>(query.limit) as usize, descending };
        let view = call.view();
        let found = Query::new(view, query)?.page(&window, |_| true);
        let expand = query.expand.as_deref().unwrap_or_default();
        if expand.iter().any(|expansion| matches!(expansion, UserExpansion::Other(_))) {
            return Err(Problem::uam_bad("expand has an unknown value").into());
        }
        Ok(found.map(|user| user_model(view, &user, expand)))
    })
}

pub(crate) fn remove(call: &mut Call<'_>, request: api::users::Remove) -> Result<(), Refusal> {
    let user = users::to_change(call.view(), &request.directory_id, &request.account_id)?;
    users::remove(&mut call.tx, user)
}

pub(crate) fn suspend(call: &mut Call<'_>, request: api::users::Suspend) -> Result<(), Refusal> {
    let user = users::to_change(call.view(), &request.directory_id, &request.account_id)?;
    users::suspend(&mut call.tx, user)
}

pub(crate) fn restore(call: &mut Call<'_>, request: api::users::Restore) -> Result<(), Refusal> {
    let user = users::to_change(call.view(), &request.directory_id, &request.account_id)?;
    users::restore(&mut call.tx, user)
}
