//! Users: their documents, made from accounts and records and read back into them, and the
//! operations on them.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{
    AccountStatus, AtlassianUser, EnterpriseUser, ScimFilter, ScimId, ScimUser,
};
use atlassian_admin_core::page::ResourcePage;
use serde_json::{Value, json};

use super::path::Comparison;
use super::routes::{DIRECTORY, page, record};
use super::schema::is_read_only;
use super::selection::Selection;
use super::{Document, canonical, patch, provisioning, text};
use crate::organization::call::Call;
use crate::organization::groups::members;
use crate::organization::transaction::View;
use crate::organization::users::{Scim, User, nickname};
use crate::organization::{groups, users};
use crate::problem::{Problem, ScimType};
use crate::refusal::{Failure, Refusal};

pub(crate) fn list(
    call: &Call<'_>,
    request: api::scim::ListUsers,
) -> Result<ResourcePage<ScimUser>, Failure> {
    let found = match &request.filter {
        None => provisioning::provisioned(call.view(), DIRECTORY),
        Some(filter) => filtered(call.view(), filter)?,
    };
    let selection = Selection::new(request.attributes, request.excluded_attributes)?;
    page(&found, request.start_index, request.count, |index| response(call, *index, &selection))
}

/// The users that a filter selects.
fn filtered(view: View<'_>, filter: &ScimFilter) -> Result<Vec<u64>, Problem> {
    let invalid = || {
        let detail = "filter by userName eq \"x\", externalId eq \"x\" or active eq true";
        Problem::scim(ScimType::InvalidFilter, detail)
    };
    let comparison = Comparison::parse(filter.as_str()).ok_or_else(invalid)?;
    let text = || comparison.value.as_str().ok_or_else(invalid);
    let user = |index: &u64| users::get(view, *index);
    let one = match comparison.attribute.to_ascii_lowercase().as_str() {
        "username" => provisioning::by_user_name(view, text()?),
        "externalid" => provisioning::by_external_id(view, text()?),
        "active" => {
            let active = comparison.truth().map_err(|_| invalid())?;
            let mut found = provisioning::provisioned(view, DIRECTORY);
            found.retain(|index| user(index).is_some_and(|user| is_active(view, &user) == active));
            return Ok(found);
        }
        _ => return Err(invalid()),
    };
    // The record may be deleted, or in another directory.
    let is_here = |user: User| user.directory == DIRECTORY && provisioning::is_provisioned(&user);
    Ok(one.filter(|index| user(index).is_some_and(is_here)).into_iter().collect())
}

pub(crate) fn get(call: &Call<'_>, request: api::scim::GetUser) -> Result<ScimUser, Failure> {
    let user = find(call, &request.user_id)?;
    let selection = Selection::new(request.attributes, request.excluded_attributes)?;
    response(call, user.index, &selection)
}

pub(crate) fn create(call: &mut Call<'_>, request: api::scim::CreateUser) -> Result<ScimUser, Failure> {
    let selection = Selection::new(request.attributes, request.excluded_attributes)?;
    let input = UserInput::read(call.take_document()?)?;
    let (user_name, email) = (input.user_name.clone(), input.email.clone());
    let created = provisioning::provision(&mut call.tx, DIRECTORY, &user_name, &email, |user| {
        // Without `active`, a new user is active.
        user.set_status = AccountStatus::Active;
        input.apply(user);
    });
    let index = created.map_err(|refusal| refusal.about(format!("[USER]: with email[{email}]")))?;
    response(call, index, &selection)
}

pub(crate) fn replace(call: &mut Call<'_>, request: api::scim::ReplaceUser) -> Result<ScimUser, Failure> {
    let selection = Selection::new(request.attributes, request.excluded_attributes)?;
    let document = call.take_document()?;
    change(call, &request.user_id, &selection, |_| Ok(document))
}

pub(crate) fn patch(call: &mut Call<'_>, request: api::scim::PatchUser) -> Result<ScimUser, Failure> {
    let selection = Selection::new(request.attributes, request.excluded_attributes)?;
    let patch = call.take_document()?;
    change(call, &request.user_id, &selection, |document| patch::apply(document, &patch))
}

pub(crate) fn delete(call: &mut Call<'_>, request: api::scim::DeleteUser) -> Result<(), Failure> {
    let user = find(call, &request.user_id)?;
    provisioning::deprovision(&mut call.tx, user.index).map_err(|refusal| about(&request.user_id, refusal))
}

/// Changes the document of a user. Of a deleted one, only to activate it again.
fn change(
    call: &mut Call<'_>,
    id: &ScimId,
    selection: &Selection,
    edit: impl FnOnce(Document) -> Result<Document, Problem>,
) -> Result<ScimUser, Failure> {
    let user =
        provisioning::find(call.view(), DIRECTORY, id.as_str()).map_err(|refusal| about(id, refusal))?;
    let before = document(call, user.index).ok_or(Problem::INTERNAL)?;
    let input = UserInput::read(edit(before)?)?;
    if input.active != Some(true) {
        find(call, id)?;
    }
    let name = format!("[USER]: with userName[{}] or email[{}]", input.user_name, input.email);
    provisioning::change(&mut call.tx, user.index, |user| input.apply(user))
        .map_err(|refusal| refusal.about(name))?;
    response(call, user.index, selection)
}

/// The user of a record that is not deleted.
fn find(call: &Call<'_>, id: &ScimId) -> Result<User, Failure> {
    provisioning::find_provisioned(call.view(), DIRECTORY, id.as_str()).map_err(|refusal| about(id, refusal))
}

fn about(id: &ScimId, refusal: Refusal) -> Failure {
    refusal.about(format!("USER {id}"))
}

fn response(call: &Call<'_>, index: u64, selection: &Selection) -> Result<ScimUser, Failure> {
    record(document(call, index).map(|document| selection.of(document)))
}

/// The document of a user's record.
fn document(call: &Call<'_>, index: u64) -> Option<Document> {
    let view = call.view();
    let user = users::get(view, index)?;
    let scim = user.scim.as_ref()?;
    let mut document = profile(&user, scim);
    let groups = members::groups_of(view, index).filter_map(|index| groups::get(view, index));
    let groups = groups.filter(|group| scim.linked && group.synced);
    let groups =
        groups.map(|group| call.reference("Group", &view.world.scim_group_id(group.index), &group.name));
    let mut set = |name: &str, value: Value| drop(document.insert(name.to_owned(), value));
    set("id", scim.id.as_str().into());
    set("active", is_active(view, &user).into());
    set("groups", groups.collect());
    set("meta", call.meta("User", &scim.id, scim.created, scim.modified));
    if scim.linked {
        set(AtlassianUser::URN, json!({ "atlassianAccountId": user.account_id }));
        if let Some(Value::Array(schemas)) = document.get_mut("schemas") {
            schemas.push(AtlassianUser::URN.into());
        }
    }
    Some(document)
}

/// Whether a user's record says that it is active.
fn is_active(view: View<'_>, user: &User) -> bool {
    user.scim.as_ref().is_some_and(|scim| match scim.linked {
        true => user.account_status(view.now) == AccountStatus::Active,
        false => !scim.deleted && scim.is_sent_active(),
    })
}

/// The attributes that the identity provider sets, except `active`.
fn profile(user: &User, scim: &Scim) -> Document {
    let mut document = scim.sent.clone().unwrap_or_else(|| from_profile(user));
    document.remove("active");
    let schemas = document.entry("schemas").or_insert_with(|| json!([ScimUser::URN]));
    if let Value::Array(schemas) = schemas {
        schemas.retain(|schema| schema != AtlassianUser::URN);
    }
    document.insert("userName".to_owned(), scim.user_name.as_str().into());
    if let Some(external_id) = &scim.external_id {
        document.insert("externalId".to_owned(), external_id.as_str().into());
    }
    document
}

/// The document of a user that no request has changed.
fn from_profile(user: &User) -> Document {
    let (given, family) = user.name.split_once(' ').unwrap_or((&user.name, ""));
    let sent = json!({
        "name": { "formatted": user.name, "givenName": given, "familyName": family },
        "displayName": user.name,
        "nickName": user.nickname,
        "emails": [{ "value": user.email, "type": "work", "primary": true }],
        "title": user.job_title,
        "department": user.department,
        "organization": user.organization,
        "timezone": user.time_zone,
        "preferredLanguage": user.locale,
        EnterpriseUser::URN: { "organization": user.organization, "department": user.department },
    });
    let sent = sent.as_object().cloned().unwrap_or_default();
    canonical::document(sent, ScimUser::URN).unwrap_or_default()
}

/// A user, as a request writes it.
#[derive(Debug)]
struct UserInput {
    user_name: String,
    /// The primary address.
    email: String,
    active: Option<bool>,
    document: Document,
}

impl UserInput {
    fn read(sent: Document) -> Result<Self, Problem> {
        let invalid = |detail: &'static str| Problem::scim(ScimType::InvalidValue, detail);
        let mut document = canonical::document(sent, ScimUser::URN)?;
        document.retain(|name, _| !is_read_only(name));
        let record: ScimUser = serde_json::from_value(Value::Object(document.clone()))
            .map_err(|_| invalid("the user has attributes of other types than their schema says"))?;
        let user_name = text(&document, "userName").ok_or_else(|| invalid("userName must be given"))?;
        let emails = record.emails.unwrap_or_default().into_iter();
        let mut primary = emails.filter(|email| email.primary == Some(true));
        let (Some(email), None) = (primary.next().and_then(|email| email.value), primary.next()) else {
            return Err(invalid("exactly one of emails must be primary"));
        };
        Ok(Self { user_name, email, active: record.active, document })
    }

    /// Writes the user and the record, and clears what is left out, except `active`. Returns
    /// whether anything else than `active` is new.
    fn apply(self, user: &mut User) -> bool {
        let Some(mut scim) = user.scim.take() else { return false };
        let before = profile(user, &scim);
        let sent = |name: &str| text(&self.document, name);
        let extension = self.document.get(EnterpriseUser::URN).and_then(Value::as_object);
        let extended = |name: &str| extension.and_then(|parts| text(parts, name));
        user.name =
            sent("displayName").or_else(|| self.full_name()).unwrap_or_else(|| self.user_name.clone());
        user.nickname = sent("nickName").unwrap_or_else(|| nickname(&user.name));
        user.job_title = sent("title");
        user.department = sent("department").or_else(|| extended("department"));
        user.organization = sent("organization").or_else(|| extended("organization"));
        user.time_zone = sent("timezone");
        user.locale = sent("preferredLanguage");
        scim.external_id = sent("externalId");
        user.email = self.email;
        match self.active {
            Some(true) => user.set_status = AccountStatus::Active,
            Some(false) => user.set_status = AccountStatus::Inactive,
            None => {}
        }
        scim.user_name = self.user_name;
        scim.sent = Some(self.document);
        let is_new = profile(user, &scim) != before;
        user.scim = Some(scim);
        is_new
    }

    fn full_name(&self) -> Option<String> {
        let name = self.document.get("name")?.as_object()?;
        let parts: Vec<_> = ["givenName", "familyName"].iter().filter_map(|part| text(name, part)).collect();
        text(name, "formatted").or_else(|| (!parts.is_empty()).then(|| parts.join(" ")))
    }
}
