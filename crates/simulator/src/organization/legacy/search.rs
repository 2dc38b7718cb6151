//! The searches of version 1: queries of version 2 under other names, with shorter items.
#![allow(deprecated, reason = "served until they stop working")]

use atlassian_admin_core::api;
use atlassian_admin_core::api::legacy::{
    TextFilter, V1AccountStatus, V1Group, V1GroupExpansion, V1RoleAssignment, V1User, V1UserExpansion,
};
use atlassian_admin_core::model::{AccountStatus, AccountType, DirectoryId, MembershipStatus};
use atlassian_admin_core::page::LinkedPage;

use crate::organization::users::{Query, among};
use crate::organization::{Call, Grant, Group, Holder, Slice, User, Window, groups, model, page_size, roles};
use crate::problem::Problem;
use crate::refusal::Failure;

pub(crate) fn users(
    call: &Call<'_>,
    mut request: api::legacy::SearchUsers,
) -> Result<LinkedPage<V1User>, Failure> {
    let cursor = request.cursor.take();
    call.list::<api::legacy::SearchUsers, _, _, _>(cursor, request, |query, after| {
        let expand = query.expand.as_deref().unwrap_or_default();
        if expand.iter().any(|expansion| matches!(expansion, V1UserExpansion::Other(_))) {
            return Err(bad("expand has an unknown value").into());
        }
        // The organization has only users: customers and apps find nothing.
        if query.account_types.as_ref().is_some_and(|types| !types.contains(&AccountType::Atlassian)) {
            return Ok(Slice { items: Vec::new(), next: None });
        }
        let limit = page_size::<api::legacy::SearchUsers>(query.limit) as usize;
        let window = Window { after, limit, descending: false };
        let matches = |user: &User| {
            let (local, host) = user.email.rsplit_once('@').unwrap_or_default();
            [&user.name, &user.nickname].into_iter().any(|name| fits(&query.names_or_nicknames, name))
                && fits(&query.email_usernames, local)
                && fits(&query.email_domains, host)
        };
        let found = Query::new(call.view(), &as_version_2(query)?)?.page(&window, matches);
        Ok(found.map(|user| user_model(call, &user, expand)))
    })
}

/// The query without its texts, which version 2 does not have.
fn as_version_2(query: &api::legacy::SearchUsers) -> Result<api::users::Search, Problem> {
    let status = |status: &V1AccountStatus| match status {
        V1AccountStatus::Active => Ok(AccountStatus::Active),
        V1AccountStatus::Inactive => Ok(AccountStatus::Inactive),
        _ => Err(bad("accountStatuses must be ACTIVE or INACTIVE")),
    };
    let statuses = query.account_statuses.as_ref();
    let mut search = api::users::Search::new(query.org_id.clone(), DirectoryId::EVERY);
    search.account_ids = query.account_ids.clone();
    search.account_status = statuses.map(|all| all.iter().map(status).collect()).transpose()?;
    search.membership_status = query.is_suspended.map(|suspended| match suspended {
        true => vec![MembershipStatus::Suspended],
        false => vec![MembershipStatus::Active, MembershipStatus::NoMembership],
    });
    Ok(search)
}

/// Products and groups are missing: Atlassian does not document their form.
fn user_model(call: &Call<'_>, user: &User, expand: &[V1UserExpansion]) -> V1User {
    let has = |expansion| expand.contains(&expansion);
    model!(V1User {
        account_id: user.account_id.as_str(),
        account_type: AccountType::Atlassian,
        account_status: user.account_status(call.tx.now),
        name: has(V1UserExpansion::Name).then(|| user.name.clone()),
        nickname: has(V1UserExpansion::Name).then(|| user.nickname.clone()),
        email: has(V1UserExpansion::Email).then(|| user.email.clone()),
        email_verified: has(V1UserExpansion::EmailVerified).then_some(user.email_verified),
    })
}

pub(crate) fn groups(
    call: &Call<'_>,
    mut request: api::legacy::SearchGroups,
) -> Result<LinkedPage<V1Group>, Problem> {
    let cursor = request.cursor.take();
    call.list::<api::legacy::SearchGroups, _, _, _>(cursor, request, |query, after| {
        let expand = query.expand.as_deref().unwrap_or_default();
        if expand.iter().any(|expansion| matches!(expansion, V1GroupExpansion::Other(_))) {
            return Err(bad("expand has an unknown value"));
        }
        let matches = |group: &Group| {
            among(query.group_ids.as_deref(), |id| group.id == id.as_str())
                && fits(&query.group_names, &group.name)
        };
        let limit = page_size::<api::legacy::SearchGroups>(query.limit) as usize;
        let window = Window { after, limit, descending: false };
        Ok(groups::search(call.view(), &window, matches).map(|group| group_model(call, &group, expand)))
    })
}

/// Members, metadata and access are missing: Atlassian does not document their form.
fn group_model(call: &Call<'_>, group: &Group, expand: &[V1GroupExpansion]) -> V1Group {
    let role = |grant: Grant| {
        let resource = call.tx.world.resources.get(grant.resource);
        model!(V1RoleAssignment {
            principal_id: group.id.clone(),
            resource_id: resource.map(|resource| resource.id.as_str().into()),
            role_id: Some(grant.role.id().into()),
        })
    };
    let roles = || roles::grants(call.view(), Holder::Group(group.index)).into_iter().map(role).collect();
    model!(V1Group {
        id: group.id.as_str(),
        name: group.name.clone(),
        description: group.description.clone(),
        role_assignments: expand.contains(&V1GroupExpansion::RoleAssignments).then(roles),
    })
}

/// Whether a text is one of those that a filter lists, and has the filter's part in it, in any
/// case.
fn fits(filter: &Option<TextFilter>, text: &str) -> bool {
    filter.as_ref().is_none_or(|filter| {
        let text = text.to_lowercase();
        among(filter.eq.as_deref(), |whole| whole.to_lowercase() == text)
            && filter.contains.as_ref().is_none_or(|part| text.contains(&part.to_lowercase()))
    })
}

fn bad(detail: &'static str) -> Problem {
    Problem::BAD_BODY.with_detail(detail)
}
