//! Managed accounts.

use atlassian_admin_core::api::accounts::GetUsers;
use atlassian_admin_core::model::Account;
use atlassian_admin_core::paging::LinkedPage;

use crate::organization::accounts;
use crate::organization::call::Call;
use crate::problem::Problem;

pub(crate) fn list(call: &Call<'_>, request: GetUsers) -> Result<LinkedPage<Account>, Problem> {
    let view = call.view();
    let count = accounts::count(view);
    let mut page = call.page_by_index::<GetUsers>(request.cursor.as_deref(), count, 100, |number| {
        accounts::get(view, number).unwrap_or_default()
    })?;
    page.meta.total = Some(count);
    Ok(page)
}
