//! Directories.

use atlassian_admin_core::api::directories::GetDirectoriesForOrg;
use atlassian_admin_core::model::Directory;
use atlassian_admin_core::paging::LinkedPage;

use crate::organization::call::Call;
use crate::organization::directories::Scope;
use crate::organization::users;
use crate::organization::walk::{page_size, part};
use crate::organization::world::model;
use crate::problem::Problem;

pub(crate) fn list(
    call: &Call<'_>,
    mut request: GetDirectoriesForOrg,
) -> Result<LinkedPage<Directory>, Problem> {
    let cursor = request.cursor.take();
    let walk = call.walk::<GetDirectoriesForOrg, _>(cursor.as_deref(), request)?;
    let question = walk.question;
    let limit = page_size::<GetDirectoriesForOrg>(question.limit);
    let view = call.view();
    let account = question.account_id.as_ref().map(|account| {
        let user = users::find(view, Scope::All, account.as_str()).ok();
        user.and_then(|user| users::get(view, user))
    });
    let search = question.search_term.as_ref().map(|text| text.to_lowercase());
    let found = call.tx.world.directories().iter().enumerate().filter(|(index, directory)| {
        question.directory_ids.as_ref().is_none_or(|ids| ids.iter().any(|id| id.as_str() == directory.id))
            && search.as_ref().is_none_or(|part| directory.name.to_lowercase().contains(part))
            && account.as_ref().is_none_or(|user| user.as_ref().is_some_and(|user| user.is_in(*index)))
    });
    let rows = found.map(|(index, directory)| {
        let icon = format!("https://directory.example/{}.png", directory.id);
        let row = model!(Directory {
            directory_id: Some(directory.id.as_str().into()),
            name: directory.name.clone(),
            icon: icon,
        });
        (index as u64, row)
    });
    let slice = part(rows.collect(), walk.after, limit);
    Ok(call.page::<GetDirectoriesForOrg, _>(cursor.as_deref(), &question, slice))
}
