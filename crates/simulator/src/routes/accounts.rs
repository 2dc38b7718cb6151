//! Managed accounts.

use atlassian_admin_core::api::accounts::GetUsers;
use atlassian_admin_core::model::Account;
use atlassian_admin_core::paging::LinkedPage;

use super::Call;
use crate::problem::Problem;

pub(super) fn list(call: &Call<'_>, request: GetUsers) -> Result<LinkedPage<Account>, Problem> {
    let count = call.world.managed_accounts();
    let mut page = call.page_by_index::<GetUsers>(request.cursor.as_deref(), count, 100, |index| {
        call.world.account(index)
    })?;
    page.meta.total = Some(count);
    Ok(page)
}
