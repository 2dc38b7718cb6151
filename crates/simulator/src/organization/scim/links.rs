//! The operations on links between accounts and the records of identity providers.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{AccountId, DirectoryId, ScimLink, ScimLinks};

use crate::organization::call::Call;
use crate::organization::directories::Scope;
use crate::organization::scim::provisioning;
use crate::organization::users::User;
use crate::organization::world::model;
use crate::organization::{account, users};
use crate::problem::Problem;
use crate::refusal::Failure;

pub(crate) fn get(call: &Call<'_>, request: api::scim_links::Get) -> Result<ScimLinks, Failure> {
    let user = users::find_user(call.view(), Scope::All, request.account_id.as_str())?;
    Ok(links(call, Some(user).filter(User::is_synced)))
}

pub(crate) fn get_for_email(
    call: &Call<'_>,
    request: api::scim_links::GetForEmail,
) -> Result<ScimLinks, Failure> {
    let view = call.view();
    Ok(links(call, users::by_email(view, request.email.trim()).and_then(|index| users::get(view, index))))
}

pub(crate) fn unlink(call: &mut Call<'_>, request: api::scim_links::Unlink) -> Result<(), Failure> {
    let view = call.view();
    let directory = call.tx.world.directory_index(request.scim_directory_id.as_str());
    let directory = directory.ok_or(Problem::NO_RESOURCE)?;
    let user = provisioning::find(view, directory, request.scim_user_id.as_str())?;
    Ok(provisioning::unlink(&mut call.tx, user.index)?)
}

pub(crate) fn delete_user(call: &mut Call<'_>, request: api::scim_links::DeleteUser) -> Result<(), Failure> {
    let view = call.view();
    let index = users::find(view, Scope::All, request.account_id.as_str())?;
    account::managed(view, index)?;
    Ok(provisioning::delete_record(&mut call.tx, index)?)
}

/// The record of a user, if there is one. It names the account while they are linked.
fn links(call: &Call<'_>, user: Option<User>) -> ScimLinks {
    let link = user.and_then(|user| {
        let scim = user.scim?;
        let directory = call.tx.world.directories.get(user.directory)?;
        Some(model!(ScimLink {
            scim_user_id: scim.id,
            account_id: scim.linked.then(|| AccountId::from(user.account_id)),
            directory_id: DirectoryId::from(directory.id.as_str()),
            org_id: call.tx.world.org_id.clone(),
        }))
    });
    model!(ScimLinks { links: link.into_iter().collect::<Vec<_>>() })
}
