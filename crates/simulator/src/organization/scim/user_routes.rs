//! Users.

use atlassian_admin_core::api::scim::{
    ScimCreateUser, ScimDeleteUser, ScimGetUser, ScimGetUsers, ScimPatchUser, ScimReplaceUser,
};
use atlassian_admin_core::model::{AccountStatus, DirectoryId, ScimFilter, ScimId, ScimUser};
use atlassian_admin_core::paging::ResourcePage;

use super::routes::{page, record};
use super::{Comparison, Document, Selection, UserInput, apply, is_active, user_document};
use crate::organization::call::Call;
use crate::organization::scim::{provisioning, records};
use crate::organization::users;
use crate::problem::{Problem, ScimType};
use crate::refusal::{Failure, Refusal};

pub(crate) fn list(call: &Call<'_>, request: ScimGetUsers) -> Result<ResourcePage<ScimUser>, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let view = call.view();
    let found: Vec<_> = match &request.filter {
        None => records::provisioned(view, directory),
        Some(filter) => filtered(call, directory, filter)?,
    };
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let record = |index: &u64| answer(call, *index, &request.directory_id, &choice);
    Ok(page(&found, request.start_index, request.count, record)?)
}

/// The users of a directory whom a filter finds.
fn filtered(call: &Call<'_>, directory: usize, filter: &ScimFilter) -> Result<Vec<u64>, Failure> {
    let invalid = || {
        let detail = "filter by userName eq \"x\", externalId eq \"x\" or active eq true";
        Problem::scim(ScimType::InvalidFilter, detail)
    };
    let comparison = Comparison::parse(filter.as_str()).ok_or_else(invalid)?;
    let view = call.view();
    let text = || comparison.value.as_str().ok_or_else(invalid);
    let one = match comparison.attribute.to_ascii_lowercase().as_str() {
        "username" => records::by_user_name(view, text()?),
        "externalid" => records::by_external_id(view, text()?),
        "active" => {
            let active = comparison.truth().ok_or_else(invalid)?;
            let fits = |index: &u64| {
                users::get(view, *index).is_some_and(|user| {
                    user.scim.as_ref().is_some_and(|scim| is_active(view, &user, scim) == active)
                })
            };
            return Ok(records::provisioned(view, directory).into_iter().filter(fits).collect());
        }
        _ => return Err(invalid().into()),
    };
    // Whom a name or an identifier finds may be deleted, or in another directory.
    let id = one.and_then(|index| users::get(view, index)).and_then(|user| user.scim).map(|scim| scim.id);
    Ok(id.and_then(|id| records::find_provisioned(view, directory, &id).ok()).into_iter().collect())
}

pub(crate) fn get(call: &Call<'_>, request: ScimGetUser) -> Result<ScimUser, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let view = call.view();
    let found = records::find_provisioned(view, directory, request.user_id.as_str());
    let index = found.map_err(|refusal| refusal.about(&named(&request.user_id)))?;
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    Ok(answer(call, index, &request.directory_id, &choice)?)
}

pub(crate) fn create(call: &mut Call<'_>, request: ScimCreateUser) -> Result<ScimUser, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let told = UserInput::read(call.take_document()?)?;
    let (user_name, email) = (told.user_name.clone(), told.email.clone());
    let created = provisioning::provision(&mut call.tx, directory, &user_name, &email, |user, scim| {
        // Unless told otherwise, whoever is provisioned can sign in.
        user.set_status = AccountStatus::Active;
        told.apply(user, scim);
    });
    let index = created.map_err(|refusal| refusal.about(&format!("[USER]: with email[{email}]")))?;
    Ok(answer(call, index, &request.directory_id, &choice)?)
}

pub(crate) fn replace(call: &mut Call<'_>, request: ScimReplaceUser) -> Result<ScimUser, Failure> {
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let document = call.take_document()?;
    change(call, &request.directory_id, &request.user_id, &choice, |_| Ok(document))
}

pub(crate) fn patch(call: &mut Call<'_>, request: ScimPatchUser) -> Result<ScimUser, Failure> {
    let choice = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let patch = call.take_document()?;
    change(call, &request.directory_id, &request.user_id, &choice, |mut document| {
        apply(&mut document, &patch)?;
        Ok(document)
    })
}

pub(crate) fn delete(call: &mut Call<'_>, request: ScimDeleteUser) -> Result<(), Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let found = records::find_provisioned(call.view(), directory, request.user_id.as_str());
    found
        .and_then(|index| provisioning::deprovision(&mut call.tx, index))
        .map_err(|refusal| refusal.about(&named(&request.user_id)))
}

/// Changes the document of a user. Of a deleted one, only to activate it again.
fn change(
    call: &mut Call<'_>,
    directory_id: &DirectoryId,
    id: &ScimId,
    choice: &Selection,
    edit: impl FnOnce(Document) -> Result<Document, Failure>,
) -> Result<ScimUser, Failure> {
    let no = |refusal: Refusal| refusal.about(named(id));
    let directory = call.scim_directory(directory_id)?;
    let view = call.view();
    let index = records::find(view, directory, id.as_str()).map_err(no)?;
    let told = UserInput::read(edit(whole(call, index, directory_id)?)?)?;
    if told.active != Some(true) {
        records::find_provisioned(view, directory, id.as_str()).map_err(no)?;
    }
    let name = format!("[USER]: with userName[{}] or email[{}]", told.user_name, told.email);
    provisioning::change(&mut call.tx, index, |user, scim| told.apply(user, scim))
        .map_err(|refusal| refusal.about(&name))?;
    Ok(answer(call, index, directory_id, choice)?)
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
    let view = call.view();
    let user = users::get(view, index).ok_or(Problem::INTERNAL)?;
    let scim = user.scim.as_ref().ok_or(Problem::INTERNAL)?;
    Ok(user_document(view, &user, scim, &call.scim_home(directory_id)))
}
