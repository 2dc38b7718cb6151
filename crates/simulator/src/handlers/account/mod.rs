//! User management: a managed account, its profile, its tokens, its life.

mod lifecycle;
mod permissions;
mod profile;
mod tokens;

pub(crate) use lifecycle::{cancel_delete, delete, disable, enable};
pub(crate) use permissions::permissions;
pub(crate) use profile::{get_profile, set_email, update_profile};
pub(crate) use tokens::{delete_token, list_tokens};

use atlassian_admin_core::model::{AccountId, AccountStatus};

use crate::call::Call;
use crate::data::User;
use crate::problem::Problem;
use crate::store::Scope;

impl Call<'_> {
    /// A managed account. One that is deleted for good is no longer known.
    fn account(&self, id: &AccountId) -> Result<User, Problem> {
        let view = self.store.view(self.world, self.now);
        let user = view
            .find_user(Scope::All, id.as_str())
            .and_then(|index| view.managed(index))
            .map_err(|refusal| Problem::of_account(refusal, id))?;
        if user.account_status(self.now) == AccountStatus::Closed {
            return Err(Problem::NO_ACCOUNT);
        }
        Ok(user)
    }
}
