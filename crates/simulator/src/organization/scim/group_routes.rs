//! The operations on groups.

use std::collections::BTreeSet;

use atlassian_admin_core::api::scim::{
    ScimCreateGroup, ScimDeleteGroup, ScimGetGroup, ScimGetGroups, ScimPatchGroup, ScimReplaceGroup,
};
use atlassian_admin_core::model::{ScimGroup, ScimId};
use atlassian_admin_core::paging::ResourcePage;

use super::routes::{Directory, page, record};
use super::{Comparison, GroupInput, apply, group_document, records};
use crate::organization::call::Call;
use crate::organization::groups::{Group, NewGroup, members};
use crate::organization::transaction::By;
use crate::organization::{groups, users};
use crate::problem::{Problem, ScimType};
use crate::refusal::{Failure, Refusal};

pub(crate) fn list(call: &Call<'_>, request: ScimGetGroups) -> Result<ResourcePage<ScimGroup>, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let mut found: Vec<_> = records::groups(call.view(), directory.index).collect();
    if let Some(filter) = &request.filter {
        let comparison = Comparison::parse(filter.as_str());
        let comparison = comparison.filter(|filter| filter.attribute.eq_ignore_ascii_case("displayName"));
        let name = comparison
            .as_ref()
            .and_then(|filter| filter.value.as_str())
            .ok_or_else(|| Problem::scim(ScimType::InvalidFilter, "filter by displayName eq \"x\""))?;
        found.retain(|group| group.name.to_lowercase() == name.to_lowercase());
    }
    Ok(page(&found, request.start_index, request.count, |group| response(call, group, &directory))?)
}

pub(crate) fn get(call: &Call<'_>, request: ScimGetGroup) -> Result<ScimGroup, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    Ok(response(call, &find(call, &directory, &request.group_id)?, &directory)?)
}

pub(crate) fn create(call: &mut Call<'_>, request: ScimCreateGroup) -> Result<ScimGroup, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let input = GroupInput::read(call.take_document()?)?;
    let users = users_of(call, directory.index, &input)?;
    for user in users.iter().filter_map(|index| users::get(call.truth(), *index)) {
        members::may_join(call.tx.now, &user, directory.index).map_err(|refusal| refusal.about("USER"))?;
    }
    let new = NewGroup {
        directory: directory.index,
        name: &input.name,
        description: None,
        external_id: input.external_id.as_deref(),
        others: input.others,
    };
    let about = |refusal: Refusal| refusal.about(format!("[GROUP]: with displayName[{}]", input.name));
    let index = groups::create(&mut call.tx, &new).map_err(about)?;
    set_members(call, index, &users)?;
    changed(call, index, &directory)
}

pub(crate) fn replace(call: &mut Call<'_>, request: ScimReplaceGroup) -> Result<ScimGroup, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let group = find(call, &directory, &request.group_id)?;
    let input = GroupInput::read(call.take_document()?)?;
    change(call, &directory, &group, input)
}

pub(crate) fn patch(call: &mut Call<'_>, request: ScimPatchGroup) -> Result<ScimGroup, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let group = find(call, &directory, &request.group_id)?;
    let mut document = group_document(call.view(), &group, &directory.url);
    apply(&mut document, &call.take_document()?)?;
    change(call, &directory, &group, GroupInput::read(document)?)
}

pub(crate) fn delete(call: &mut Call<'_>, request: ScimDeleteGroup) -> Result<(), Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let group = find(call, &directory, &request.group_id)?;
    groups::delete(&mut call.tx, group.index, true).map_err(|refusal| about(&request.group_id, refusal))
}

/// Changes a group. Everything is checked before anything is changed.
fn change(
    call: &mut Call<'_>,
    directory: &Directory,
    group: &Group,
    input: GroupInput,
) -> Result<ScimGroup, Failure> {
    if input.name != group.name {
        return Err(Refusal::Immutable.about(&group.name));
    }
    let users = users_of(call, group.directory, &input)?;
    check_members(call, group.index, &users).map_err(|refusal| refusal.about("USER"))?;
    groups::change(&mut call.tx, group.index, |group| {
        (group.external_id, group.others) = (input.external_id, input.others);
    })
    .map_err(|refusal| refusal.about(&group.name))?;
    set_members(call, group.index, &users)?;
    changed(call, group.index, directory)
}

/// The indices of the users whose records the members of a group name.
fn users_of(call: &Call<'_>, directory: usize, input: &GroupInput) -> Result<BTreeSet<u64>, Problem> {
    let view = call.truth();
    let user = |id: &String| {
        let index = records::find_provisioned(view, directory, id).ok();
        index
            .filter(|index| users::get(view, *index).is_some_and(|user| user.is_synced()))
            .ok_or_else(|| Problem::scim(ScimType::InvalidValue, format!("Resource USER {id} not found.")))
    };
    input.members.iter().map(user).collect()
}

/// The users to add to a group and to remove, so that these are its provisioned members.
fn moves(call: &Call<'_>, group: u64, users: &BTreeSet<u64>) -> [Vec<u64>; 2] {
    let members = records::members_of(call.truth(), group);
    let before: BTreeSet<_> = members.map(|(user, _)| user.index).collect();
    [users.difference(&before).copied().collect(), before.difference(users).copied().collect()]
}

/// Checks that [`set_members`] will not be refused.
fn check_members(call: &Call<'_>, group: u64, users: &BTreeSet<u64>) -> Result<(), Refusal> {
    let [added, removed] = moves(call, group, users);
    for user in &added {
        match members::adding(call.truth(), group, *user, By::Provider) {
            Ok(_) | Err(Refusal::AlreadyMember) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    members::exchanging(call.truth(), group, &added, &removed, By::Provider)
}

/// Makes these users the provisioned members of a group.
fn set_members(call: &mut Call<'_>, group: u64, users: &BTreeSet<u64>) -> Result<(), Failure> {
    let [added, removed] = moves(call, group, users);
    for user in added {
        match members::add(&mut call.tx, group, user) {
            Ok(()) | Err(Refusal::AlreadyMember) => {}
            Err(refusal) => return Err(refusal.about("USER")),
        }
    }
    for user in removed {
        members::remove(&mut call.tx, group, user).map_err(|refusal| refusal.about("USER"))?;
    }
    Ok(())
}

fn find(call: &Call<'_>, directory: &Directory, id: &ScimId) -> Result<Group, Failure> {
    let index = call.tx.world.scim_group_index(id.as_str());
    index
        .and_then(|index| groups::get(call.view(), index))
        .filter(|group| group.synced && group.directory == directory.index)
        .ok_or_else(|| about(id, Refusal::UnknownGroup))
}

fn about(id: &ScimId, refusal: Refusal) -> Failure {
    refusal.about(format!("GROUP {id}"))
}

fn changed(call: &Call<'_>, index: u64, directory: &Directory) -> Result<ScimGroup, Failure> {
    let group = groups::get(call.view(), index).ok_or(Problem::INTERNAL)?;
    Ok(response(call, &group, directory)?)
}

fn response(call: &Call<'_>, group: &Group, directory: &Directory) -> Result<ScimGroup, Problem> {
    record(group_document(call.view(), group, &directory.url))
}
