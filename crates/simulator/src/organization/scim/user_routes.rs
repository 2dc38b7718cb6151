//! The operations on users.

use atlassian_admin_core::api::scim::{
    ScimCreateUser, ScimDeleteUser, ScimGetUser, ScimGetUsers, ScimPatchUser, ScimReplaceUser,
};
use atlassian_admin_core::model::{AccountStatus, ScimFilter, ScimId, ScimUser};
use atlassian_admin_core::paging::ResourcePage;

use super::routes::{Directory, page, record};
use super::{
    Comparison, Document, Selection, UserInput, apply, is_active, provisioning, records, user_document,
};
use crate::organization::call::Call;
use crate::organization::users;
use crate::problem::{Problem, ScimType};
use crate::refusal::{Failure, Refusal};

pub(crate) fn list(call: &Call<'_>, request: ScimGetUsers) -> Result<ResourcePage<ScimUser>, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let found = match &request.filter {
        None => records::provisioned(call.view(), directory.index),
        Some(filter) => filtered(call, directory.index, filter)?,
    };
    let selection = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let response = |index: &u64| response(call, *index, &directory, &selection);
    Ok(page(&found, request.start_index, request.count, response)?)
}

/// The users of a directory that a filter selects.
fn filtered(call: &Call<'_>, directory: usize, filter: &ScimFilter) -> Result<Vec<u64>, Problem> {
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
            let mut found = records::provisioned(view, directory);
            found.retain(|index| {
                let user = users::get(view, *index);
                user.is_some_and(|user| {
                    user.scim.as_ref().is_some_and(|scim| is_active(view, &user, scim) == active)
                })
            });
            return Ok(found);
        }
        _ => return Err(invalid()),
    };
    // The record may be deleted, or in another directory.
    let user = one.and_then(|index| users::get(view, index));
    let user = user.filter(|user| user.directory == directory && records::is_provisioned(user));
    Ok(user.map(|user| user.index).into_iter().collect())
}

pub(crate) fn get(call: &Call<'_>, request: ScimGetUser) -> Result<ScimUser, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let found = records::find_provisioned(call.view(), directory.index, request.user_id.as_str());
    let index = found.map_err(|refusal| about(&request.user_id, refusal))?;
    let selection = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    Ok(response(call, index, &directory, &selection)?)
}

pub(crate) fn create(call: &mut Call<'_>, request: ScimCreateUser) -> Result<ScimUser, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let selection = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let input = UserInput::read(call.take_document()?)?;
    let (user_name, email) = (input.user_name.clone(), input.email.clone());
    let created = provisioning::provision(&mut call.tx, directory.index, &user_name, &email, |user, scim| {
        // Without `active`, a new user is active.
        user.set_status = AccountStatus::Active;
        input.apply(user, scim);
    });
    let index = created.map_err(|refusal| refusal.about(format!("[USER]: with email[{email}]")))?;
    Ok(response(call, index, &directory, &selection)?)
}

pub(crate) fn replace(call: &mut Call<'_>, request: ScimReplaceUser) -> Result<ScimUser, Failure> {
    let selection = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let document = call.take_document()?;
    let directory = call.scim_directory(&request.directory_id)?;
    change(call, &directory, &request.user_id, &selection, |_| Ok(document))
}

pub(crate) fn patch(call: &mut Call<'_>, request: ScimPatchUser) -> Result<ScimUser, Failure> {
    let selection = Selection::new(request.attributes.as_deref(), request.excluded_attributes.as_deref())?;
    let patch = call.take_document()?;
    let directory = call.scim_directory(&request.directory_id)?;
    change(call, &directory, &request.user_id, &selection, |mut document| {
        apply(&mut document, &patch)?;
        Ok(document)
    })
}

pub(crate) fn delete(call: &mut Call<'_>, request: ScimDeleteUser) -> Result<(), Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    records::find_provisioned(call.view(), directory.index, request.user_id.as_str())
        .and_then(|index| provisioning::deprovision(&mut call.tx, index))
        .map_err(|refusal| about(&request.user_id, refusal))
}

/// Changes the document of a user. Of a deleted one, only to activate it again.
fn change(
    call: &mut Call<'_>,
    directory: &Directory,
    id: &ScimId,
    selection: &Selection,
    edit: impl FnOnce(Document) -> Result<Document, Problem>,
) -> Result<ScimUser, Failure> {
    let view = call.view();
    let found = records::find(view, directory.index, id.as_str());
    let index = found.map_err(|refusal| about(id, refusal))?;
    let input = UserInput::read(edit(document(call, index, directory)?)?)?;
    if input.active != Some(true) {
        let found = records::find_provisioned(view, directory.index, id.as_str());
        found.map_err(|refusal| about(id, refusal))?;
    }
    let name = format!("[USER]: with userName[{}] or email[{}]", input.user_name, input.email);
    provisioning::change(&mut call.tx, index, |user, scim| input.apply(user, scim))
        .map_err(|refusal| refusal.about(&name))?;
    Ok(response(call, index, directory, selection)?)
}

fn about(id: &ScimId, refusal: Refusal) -> Failure {
    refusal.about(format!("USER {id}"))
}

fn response(
    call: &Call<'_>,
    index: u64,
    directory: &Directory,
    selection: &Selection,
) -> Result<ScimUser, Problem> {
    record(selection.of(document(call, index, directory)?))
}

fn document(call: &Call<'_>, index: u64, directory: &Directory) -> Result<Document, Problem> {
    let view = call.view();
    let user = users::get(view, index).ok_or(Problem::INTERNAL)?;
    let scim = user.scim.as_ref().ok_or(Problem::INTERNAL)?;
    Ok(user_document(view, &user, scim, &directory.url))
}
