//! User management: a managed account, its profile and its life cycle.

mod lifecycle;
pub(crate) mod permissions;
pub(crate) mod profile;
pub(crate) mod routes;

pub(crate) use lifecycle::*;

use atlassian_admin_core::model::{AccountId, AccountStatus};

use super::Call;
use super::directories::Scope;
use super::users::{self, User};
use crate::organization::account;
use crate::problem::Problem;
use crate::refusal::Failure;

impl Call<'_> {
    /// A managed account. One that is deleted for good is no longer known.
    pub(crate) fn account(&self, id: &AccountId) -> Result<User, Failure> {
        let view = self.view();
        let user =
            users::find(view, Scope::All, id.as_str()).and_then(|index| account::managed(view, index))?;
        if user.account_status(self.tx.now) == AccountStatus::Closed {
            return Err(Problem::NO_ACCOUNT.into());
        }
        Ok(user)
    }
}
