//! Groups: their documents and the operations on them.

use atlassian_admin_core::api;
use std::collections::BTreeSet;

use atlassian_admin_core::model::{ScimGroup, ScimId};
use atlassian_admin_core::page::ResourcePage;
use serde_json::{Value, json};

use super::path::Comparison;
use super::routes::{DIRECTORY, page, record};
use super::schema::is_read_only;
use super::{Document, canonical, patch, provisioning, text};
use crate::organization::call::Call;
use crate::organization::groups::{Group, members};
use crate::organization::transaction::By;
use crate::organization::{groups, users};
use crate::problem::{Problem, ScimType};
use crate::refusal::{Failure, Refusal};

/// The most members of a group.
const MEMBERS: usize = 35_000;

pub(crate) fn list(
    call: &Call<'_>,
    request: api::scim::ListGroups,
) -> Result<ResourcePage<ScimGroup>, Failure> {
    let mut found: Vec<_> = provisioning::groups(call.view(), DIRECTORY).collect();
    if let Some(filter) = &request.filter {
        let name = Comparison::parse(filter.as_str())
            .filter(|filter| filter.attribute.eq_ignore_ascii_case("displayName"))
            .and_then(|filter| filter.value.as_str().map(str::to_lowercase))
            .ok_or_else(|| Problem::scim(ScimType::InvalidFilter, "filter by displayName eq \"x\""))?;
        found.retain(|group| group.name.to_lowercase() == name);
    }
    page(&found, request.start_index, request.count, |group| response(call, group.index))
}

pub(crate) fn get(call: &Call<'_>, request: api::scim::GetGroup) -> Result<ScimGroup, Failure> {
    response(call, find(call, &request.group_id)?.index)
}

pub(crate) fn create(call: &mut Call<'_>, _: api::scim::CreateGroup) -> Result<ScimGroup, Failure> {
    let input = GroupInput::read(call.take_document()?)?;
    let users = users_of(call, &input)?;
    for user in users.iter().filter_map(|index| users::get(call.truth(), *index)) {
        members::may_join(call.tx.now, &user, DIRECTORY).map_err(about_user)?;
    }
    let about = |refusal: Refusal| refusal.about(format!("[GROUP]: with displayName[{}]", input.name));
    let edit = |group: &mut Group| (group.external_id, group.others) = (input.external_id, input.others);
    let index = groups::create(&mut call.tx, DIRECTORY, &input.name, edit).map_err(about)?;
    set_members(call, index, &users.into_iter().collect::<Vec<_>>(), &[])
}

pub(crate) fn replace(call: &mut Call<'_>, request: api::scim::ReplaceGroup) -> Result<ScimGroup, Failure> {
    let group = find(call, &request.group_id)?;
    let document = call.take_document()?;
    change(call, &group, document)
}

pub(crate) fn patch(call: &mut Call<'_>, request: api::scim::PatchGroup) -> Result<ScimGroup, Failure> {
    let group = find(call, &request.group_id)?;
    let document = patch::apply(document(call, &group), &call.take_document()?)?;
    change(call, &group, document)
}

pub(crate) fn delete(call: &mut Call<'_>, request: api::scim::DeleteGroup) -> Result<(), Failure> {
    let group = find(call, &request.group_id)?;
    groups::delete(&mut call.tx, group.index, true).map_err(|refusal| about(&request.group_id, refusal))
}

/// Changes a group. Everything is checked before anything is changed.
fn change(call: &mut Call<'_>, group: &Group, document: Document) -> Result<ScimGroup, Failure> {
    let input = GroupInput::read(document)?;
    if input.name != group.name {
        return Err(Refusal::Immutable.about(&group.name));
    }
    let (truth, index) = (call.truth(), group.index);
    let users = users_of(call, &input)?;
    let before = provisioning::members_of(truth, index).map(|user| user.index).collect();
    let [added, removed] =
        [&users - &before, &before - &users].map(|users| users.into_iter().collect::<Vec<_>>());
    for user in &added {
        unless_member(members::setting(truth, index, *user, true, By::Provider))?;
    }
    members::exchanging(truth, index, &added, &removed).map_err(about_user)?;
    groups::change(&mut call.tx, index, |group| {
        (group.external_id, group.others) = (input.external_id, input.others);
    })
    .map_err(|refusal| refusal.about(&group.name))?;
    set_members(call, index, &added, &removed)
}

/// The indices of the users whose records the members of a group name.
fn users_of(call: &Call<'_>, input: &GroupInput) -> Result<BTreeSet<u64>, Problem> {
    let user = |id: &String| match provisioning::find_provisioned(call.truth(), DIRECTORY, id) {
        Ok(user) if user.is_synced() => Ok(user.index),
        _ => Err(Problem::scim(ScimType::InvalidValue, format!("Resource USER {id} not found."))),
    };
    input.members.iter().map(user).collect()
}

/// Puts users into a group and takes others out of it.
fn set_members(
    call: &mut Call<'_>,
    group: u64,
    added: &[u64],
    removed: &[u64],
) -> Result<ScimGroup, Failure> {
    for user in added {
        unless_member(members::set(&mut call.tx, group, *user, true))?;
    }
    for user in removed {
        members::set(&mut call.tx, group, *user, false).map_err(about_user)?;
    }
    response(call, group)
}

/// Passes a refusal on, unless the user to add is a member already.
fn unless_member<T>(added: Result<T, Refusal>) -> Result<(), Failure> {
    match added {
        Ok(_) | Err(Refusal::AlreadyMember) => Ok(()),
        Err(refusal) => Err(about_user(refusal)),
    }
}

fn find(call: &Call<'_>, id: &ScimId) -> Result<Group, Failure> {
    let index = call.tx.world.scim_group_index(id.as_str());
    index
        .and_then(|index| groups::get(call.view(), index))
        .filter(|group| group.synced && group.directory == DIRECTORY)
        .ok_or_else(|| about(id, Refusal::UnknownGroup))
}

fn about(id: &ScimId, refusal: Refusal) -> Failure {
    refusal.about(format!("GROUP {id}"))
}

fn about_user(refusal: Refusal) -> Failure {
    refusal.about("USER")
}

fn response(call: &Call<'_>, index: u64) -> Result<ScimGroup, Failure> {
    record(groups::get(call.view(), index).map(|group| document(call, &group).into()))
}

fn document(call: &Call<'_>, group: &Group) -> Document {
    let id = call.tx.world.scim_group_id(group.index);
    let members = provisioning::members_of(call.view(), group.index);
    let members =
        members.map(|user| call.reference("User", &call.tx.world.scim_ids.to_uuid(user.index), &user.email));
    let mut document = group.others.clone();
    document.entry("schemas").or_insert_with(|| json!([ScimGroup::URN]));
    let mut set = |name: &str, value: Value| drop(document.insert(name.to_owned(), value));
    set("displayName", group.name.as_str().into());
    set("members", members.collect());
    set("meta", call.meta("Group", &id, group.created, group.modified));
    set("id", id.into());
    if let Some(external_id) = &group.external_id {
        set("externalId", external_id.as_str().into());
    }
    document
}

/// A group, as a request writes it.
#[derive(Debug)]
struct GroupInput {
    name: String,
    external_id: Option<String>,
    /// Identifiers of records.
    members: BTreeSet<String>,
    /// Its other attributes, such as extensions.
    others: Document,
}

impl GroupInput {
    fn read(sent: Document) -> Result<Self, Problem> {
        let invalid = |detail: &'static str| Problem::scim(ScimType::InvalidValue, detail);
        let document = canonical::document(sent, ScimGroup::URN)?;
        let name = text(&document, "displayName").ok_or_else(|| invalid("displayName must be given"))?;
        let external_id = text(&document, "externalId");
        let mut others = document.clone();
        others.retain(|name, value| match name.as_str() {
            "displayName" | "externalId" | "members" => false,
            // Every group has it.
            "schemas" => *value != json!([ScimGroup::URN]),
            name => !is_read_only(name),
        });
        let record: ScimGroup = serde_json::from_value(Value::Object(document))
            .map_err(|_| invalid("the group has attributes of other types than their schema says"))?;
        let members = record.members.unwrap_or_default().into_iter();
        let members = members.map(|member| Some(member.value?.as_str().to_owned()));
        let members = members.collect::<Option<BTreeSet<_>>>();
        let members = members.ok_or_else(|| invalid("each of members must have a value"))?;
        if members.len() > MEMBERS {
            return Err(Problem::scim(ScimType::TooMany, "a group has 35000 members at most"));
        }
        Ok(Self { name, external_id, members, others })
    }
}
