//! What links accounts to the records of identity providers.

use atlassian_admin_core::api::scim_links::{
    ScimDeleteUserInDb, ScimGetLinks, ScimGetLinksForEmail, ScimUnlinkUser,
};
use atlassian_admin_core::model::{AccountId, DirectoryId, ScimLink, ScimLinks};

use crate::call::Call;
use crate::data::{User, model};
use crate::problem::Problem;
use crate::store::Scope;

pub(crate) fn get(call: &Call<'_>, request: ScimGetLinks) -> Result<ScimLinks, Problem> {
    let view = call.store.view(call.world, call.now);
    let index = view.find_user(Scope::All, request.account_id.as_str()).map_err(Problem::v1)?;
    Ok(links(call, view.user(index).filter(User::is_synced)))
}

pub(crate) fn get_for_email(call: &Call<'_>, request: ScimGetLinksForEmail) -> Result<ScimLinks, Problem> {
    let view = call.store.view(call.world, call.now);
    Ok(links(call, view.user_by_email(request.email.trim()).and_then(|index| view.user(index))))
}

pub(crate) fn unlink(call: &mut Call<'_>, request: ScimUnlinkUser) -> Result<(), Problem> {
    let view = call.store.view(call.world, call.now);
    let directory = call.world.directory_index(request.scim_directory_id.as_str());
    let directory = directory.ok_or(Problem::NO_RESOURCE)?;
    let index = view.find_record(directory, request.scim_user_id.as_str()).map_err(Problem::v1)?;
    call.store.unlink(call.world, call.now, index).map_err(Problem::v1)
}

pub(crate) fn delete_user(call: &mut Call<'_>, request: ScimDeleteUserInDb) -> Result<(), Problem> {
    let view = call.store.view(call.world, call.now);
    let index = view.find_user(Scope::All, request.account_id.as_str()).map_err(Problem::v1)?;
    view.managed(index).map_err(Problem::v1)?;
    call.store.delete_record(call.world, call.now, index).map_err(Problem::v1)
}

/// The record of a user, if there is one. It names the account while it stands for it.
fn links(call: &Call<'_>, user: Option<User>) -> ScimLinks {
    let link = user.and_then(|user| {
        let scim = user.scim?;
        let directory = call.world.directories().get(user.directory)?;
        Some(model!(ScimLink {
            scim_user_id: scim.id,
            account_id: scim.linked.then(|| AccountId::from(user.account_id)),
            directory_id: DirectoryId::from(directory.id.as_str()),
            org_id: call.world.org_id.clone(),
        }))
    });
    model!(ScimLinks { links: link.into_iter().collect::<Vec<_>>() })
}
