//! User management: a managed account, its profile and its life cycle.

mod lifecycle;
pub(crate) mod permissions;
pub(crate) mod profile;
pub(crate) mod routes;

use atlassian_admin_core::model::{AccountId, AccountStatus, Privilege};
use permissions::restriction;

use super::View;
use super::directories::Scope;
use super::users::{self, User};
use crate::problem::Problem;
use crate::refusal::Failure;

pub(crate) use lifecycle::*;

/// A managed account. An account that is deleted for good is unknown.
pub(crate) fn find(view: View<'_>, id: &AccountId) -> Result<User, Failure> {
    let user = managed(view, users::find(view, Scope::All, id.as_str())?)?;
    if user.account_status(view.now) == AccountStatus::Closed {
        return Err(Problem::NO_ACCOUNT.into());
    }
    Ok(user)
}

/// The same, unless something forbids this to be done with it.
pub(crate) fn may(view: View<'_>, id: &AccountId, privilege: Privilege) -> Result<User, Failure> {
    let user = find(view, id)?;
    match restriction(view.world, &user, &privilege) {
        None => Ok(user),
        Some(reason) => Err(Problem::forbidden_action(reason.as_str()).into()),
    }
}
