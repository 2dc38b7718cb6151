//! Users.

use atlassian_admin_core::api::scim::{
    ScimCreateUser, ScimDeleteUser, ScimGetUser, ScimGetUsers, ScimPatchUser, ScimReplaceUser,
};
use atlassian_admin_core::model::{AccountStatus, DirectoryId, ScimFilter, ScimId, ScimUser};
use atlassian_admin_core::paging::ResourcePage;

use super::{page, record};
use crate::call::Call;
use crate::problem::{Problem, ScimType};
use crate::scim::{Comparison, Document, Selection, UserTold, apply, is_active, user_document};

pub(crate) fn list(call: &Call<'_>, request: ScimGetUsers) -> Result<ResourcePage<ScimUser>, Problem> {
    let directory = call.scim_directory(&request.directory_id)?;
    let view = call.store.view(call.world, call.now);
    let found: Vec<_> = match &request.filter {
        None => view.provisioned(directory),
        Some(filter) => filtered(call, directory, filter)?,
    };
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    page(&found, request.start_index, request.count, |index| {
        answer(call, *index, &request.directory_id, &choice)
    })
}

/// The users of a directory whom a filter finds.
fn filtered(call: &Call<'_>, directory: usize, filter: &ScimFilter) -> Result<Vec<u64>, Problem> {
    let invalid = || {
        let detail = "filter by userName eq \"x\", externalId eq \"x\" or active eq true";
        Problem::scim(ScimType::InvalidFilter, detail)
    };
    let comparison = Comparison::parse(filter.as_str()).ok_or_else(invalid)?;
    let view = call.store.view(call.world, call.now);
    let text = || comparison.value.as_str().ok_or_else(invalid);
    let one = match comparison.attribute.to_ascii_lowercase().as_str() {
        "username" => view.user_by_name(text()?),
        "externalid" => view.user_by_external_id(text()?),
        "active" => {
            let active = comparison.truth().ok_or_else(invalid)?;
            let fits = |index: &u64| {
                view.user(*index).is_some_and(|user| {
                    user.scim.as_ref().is_some_and(|scim| is_active(view, &user, scim) == active)
                })
            };
            return Ok(view.provisioned(directory).into_iter().filter(fits).collect());
        }
        _ => return Err(invalid()),
    };
    // Whom a name or an identifier finds may be deleted, or in another directory.
    let id = one.and_then(|index| view.user(index)).and_then(|user| user.scim).map(|scim| scim.id);
    Ok(id.and_then(|id| view.find_provisioned(directory, &id).ok()).into_iter().collect())
}

pub(crate) fn get(call: &Call<'_>, request: ScimGetUser) -> Result<ScimUser, Problem> {
    let directory = call.scim_directory(&request.directory_id)?;
    let view = call.store.view(call.world, call.now);
    let found = view.find_provisioned(directory, request.user_id.as_str());
    let index = found.map_err(|refusal| Problem::of_provisioning(refusal, &named(&request.user_id)))?;
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    answer(call, index, &request.directory_id, &choice)
}

pub(crate) fn create(call: &mut Call<'_>, request: ScimCreateUser) -> Result<ScimUser, Problem> {
    let directory = call.scim_directory(&request.directory_id)?;
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let told = UserTold::read(call.take_document()?)?;
    let (user_name, email) = (told.user_name.clone(), told.email.clone());
    let created = call.store.provision(call.world, call.now, directory, &user_name, &email, |user, scim| {
        // Unless told otherwise, whoever is provisioned can sign in.
        user.set_status = AccountStatus::Active;
        told.apply(user, scim);
    });
    let index = created
        .map_err(|refusal| Problem::of_provisioning(refusal, &format!("[USER]: with email[{email}]")))?;
    answer(call, index, &request.directory_id, &choice)
}

pub(crate) fn replace(call: &mut Call<'_>, request: ScimReplaceUser) -> Result<ScimUser, Problem> {
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let document = call.take_document()?;
    change(call, &request.directory_id, &request.user_id, &choice, |_| Ok(document))
}

pub(crate) fn patch(call: &mut Call<'_>, request: ScimPatchUser) -> Result<ScimUser, Problem> {
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let patch = call.take_document()?;
    change(call, &request.directory_id, &request.user_id, &choice, |mut document| {
        apply(&mut document, &patch)?;
        Ok(document)
    })
}

pub(crate) fn delete(call: &mut Call<'_>, request: ScimDeleteUser) -> Result<(), Problem> {
    let directory = call.scim_directory(&request.directory_id)?;
    let found = call.store.view(call.world, call.now).find_provisioned(directory, request.user_id.as_str());
    found
        .and_then(|index| call.store.deprovision(call.world, call.now, index))
        .map_err(|refusal| Problem::of_provisioning(refusal, &named(&request.user_id)))
}

/// Changes the document of a user. Of a deleted one, only to activate it again.
fn change(
    call: &mut Call<'_>,
    directory_id: &DirectoryId,
    id: &ScimId,
    choice: &Selection,
    edit: impl FnOnce(Document) -> Result<Document, Problem>,
) -> Result<ScimUser, Problem> {
    let no = |refusal| Problem::of_provisioning(refusal, &named(id));
    let directory = call.scim_directory(directory_id)?;
    let view = call.store.view(call.world, call.now);
    let index = view.find_record(directory, id.as_str()).map_err(no)?;
    let told = UserTold::read(edit(whole(call, index, directory_id)?)?)?;
    if told.active != Some(true) {
        view.find_provisioned(directory, id.as_str()).map_err(no)?;
    }
    let name = format!("[USER]: with userName[{}] or email[{}]", told.user_name, told.email);
    call.store
        .change_provisioned(call.world, call.now, index, |user, scim| told.apply(user, scim))
        .map_err(|refusal| Problem::of_provisioning(refusal, &name))?;
    answer(call, index, directory_id, choice)
}

fn named(id: &ScimId) -> String {
    format!("USER {id}")
}

fn answer(
    call: &Call<'_>,
    index: u64,
    directory_id: &DirectoryId,
    choice: &Selection,
) -> Result<ScimUser, Problem> {
    record(choice.of(whole(call, index, directory_id)?))
}

/// The whole document of a user.
fn whole(call: &Call<'_>, index: u64, directory_id: &DirectoryId) -> Result<Document, Problem> {
    let view = call.store.view(call.world, call.now);
    let user = view.user(index).ok_or(Problem::INTERNAL)?;
    let scim = user.scim.as_ref().ok_or(Problem::INTERNAL)?;
    Ok(user_document(view, &user, scim, &call.scim_home(directory_id)))
}
