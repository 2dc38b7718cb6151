//! Users of directories: suspended, restored and removed.

use atlassian_admin_core::api::users::{RemoveDirectoryUser, RestoreDirectoryUser, SuspendDirectoryUser};

use crate::call::Call;
use crate::problem::Problem;

pub(crate) fn remove(call: &mut Call<'_>, request: RemoveDirectoryUser) -> Result<(), Problem> {
    let user = call.user_to_change(&request.directory_id, &request.account_id)?;
    call.store.remove_user(call.world, call.now, user).map_err(Problem::v2)
}

pub(crate) fn suspend(call: &mut Call<'_>, request: SuspendDirectoryUser) -> Result<(), Problem> {
    let user = call.user_to_change(&request.directory_id, &request.account_id)?;
    call.store.suspend(call.world, call.now, user).map_err(Problem::v2)
}

pub(crate) fn restore(call: &mut Call<'_>, request: RestoreDirectoryUser) -> Result<(), Problem> {
    let user = call.user_to_change(&request.directory_id, &request.account_id)?;
    call.store.restore(call.world, call.now, user).map_err(Problem::v2)
}
