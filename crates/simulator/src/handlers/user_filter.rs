//! From the arguments of a search for users to the store's question.

use atlassian_admin_core::api::users::SearchDirectoryUsers;
use atlassian_admin_core::model::{AccountClaim, AccountStatus, RoleId};

use crate::call::Call;
use crate::data::{MembershipStatus, UserStatus};
use crate::problem::Problem;
use crate::store::UserFilter;

/// The question that a search asks.
pub(crate) fn filter(call: &Call<'_>, search: &SearchDirectoryUsers) -> Result<UserFilter, Problem> {
    if search.search_term.is_some() && search.emails.is_some() {
        return Err(Problem::bad_v2("searchTerm and emails cannot stand together"));
    }
    let statuses = search.account_status.iter().flatten();
    if statuses.into_iter().any(|status| matches!(status, AccountStatus::Other(_))) {
        return Err(Problem::bad_v2("accountStatus must be active, inactive or closed"));
    }
    if search.role_ids.iter().flatten().any(|role| matches!(role, RoleId::Other(_))) {
        return Err(Problem::bad_v2("A role is not known"));
    }
    let managed = match &search.claim_status {
        None => None,
        Some(AccountClaim::Managed) => Some(true),
        Some(AccountClaim::Unmanaged) => Some(false),
        Some(_) => return Err(Problem::bad_v2("claimStatus must be managed or unmanaged")),
    };
    let filter = UserFilter {
        directories: search.directory_ids.as_deref().map(|ids| call.directories(ids)),
        account_ids: search.account_ids.as_deref().map(texts),
        emails: search.emails.clone(),
        email_domains: search.email_domains.clone(),
        account_status: search.account_status.clone(),
        membership: known(search.membership_status.as_deref(), &MembershipStatus::ALL, |status, asked| {
            status.id() == asked.as_str()
        })?,
        status: known(search.status.as_deref(), &UserStatus::ALL, |status, asked| {
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
    let scope = call.view().scope(search.directory_id.as_str()).map_err(Problem::v2)?;
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
        all.iter().copied().find(|one| is(one, asked)).ok_or_else(|| Problem::bad_v2("A status is not known"))
    };
    asked.map(|asked| asked.iter().map(find).collect()).transpose()
}
