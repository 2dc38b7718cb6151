//! From the arguments of a search for users to a filter.

use atlassian_admin_core::api::users::SearchDirectoryUsers;
use atlassian_admin_core::model::{AccountClaim, AccountStatus, RoleId};

use crate::organization::users::UserFilter;
use crate::organization::{Call, MembershipStatus, Scope, UserStatus, directories};
use crate::problem::Problem;
use crate::refusal::Failure;

/// The filter of a search.
pub(crate) fn filter(call: &Call<'_>, search: &SearchDirectoryUsers) -> Result<UserFilter, Failure> {
    if search.search_term.is_some() && search.emails.is_some() {
        return Err(Problem::uam_bad("searchTerm and emails cannot stand together").into());
    }
    let statuses = search.account_status.iter().flatten();
    if statuses.into_iter().any(|status| matches!(status, AccountStatus::Other(_))) {
        return Err(Problem::uam_bad("accountStatus must be active, inactive or closed").into());
    }
    if search.role_ids.iter().flatten().any(|role| matches!(role, RoleId::Other(_))) {
        return Err(Problem::uam_bad("A role is not known").into());
    }
    let managed = match &search.claim_status {
        None => None,
        Some(AccountClaim::Managed) => Some(true),
        Some(AccountClaim::Unmanaged) => Some(false),
        Some(_) => return Err(Problem::uam_bad("claimStatus must be managed or unmanaged").into()),
    };
    let filter = UserFilter {
        directories: search.directory_ids.as_deref().map(|ids| directories::indices(call.tx.world, ids)),
        account_ids: search.account_ids.as_deref().map(texts),
        emails: search.emails.clone(),
        email_domains: search.email_domains.clone(),
        account_status: search.account_status.clone(),
        membership: known(search.membership_status.as_deref(), MembershipStatus::ALL, |status, asked| {
            status.id() == asked.as_str()
        })?,
        status: known(search.status.as_deref(), UserStatus::ALL, |status, asked| {
            status.id() == asked.as_str()
        })?,
        managed,
        mfa_enabled: search.mfa_enabled,
        groups: search.group_ids.as_deref().map(texts),
        roles: search.role_ids.as_ref().map(|roles| roles.iter().map(ToString::to_string).collect()),
        resources: search.resource_ids.as_deref().map(texts),
        search: search.search_term.clone(),
        ..UserFilter::default()
    };
    let scope = Scope::named(call.tx.world, search.directory_id.as_str())?;
    Ok(filter.in_scope(scope))
}

/// Identifiers as text.
pub(crate) fn texts<T: AsRef<str>>(ids: &[T]) -> Vec<String> {
    ids.iter().map(|id| id.as_ref().to_owned()).collect()
}

/// The values that are asked for, if all of them are known.
fn known<T: Copy, U>(
    asked: Option<&[U]>,
    all: &[T],
    is: impl Fn(&T, &U) -> bool,
) -> Result<Option<Vec<T>>, Problem> {
    let find = |asked: &U| {
        all.iter()
            .copied()
            .find(|one| is(one, asked))
            .ok_or_else(|| Problem::uam_bad("A status is not known"))
    };
    asked.map(|asked| asked.iter().map(find).collect()).transpose()
}
