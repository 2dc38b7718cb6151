//! Groups.

use std::collections::BTreeSet;

use atlassian_admin_core::api::scim::{
    ScimCreateGroup, ScimDeleteGroup, ScimGetGroup, ScimGetGroups, ScimPatchGroup, ScimReplaceGroup,
};
use atlassian_admin_core::model::{DirectoryId, ScimGroup, ScimId};
use atlassian_admin_core::paging::ResourcePage;

use super::routes::{page, record};
use super::{Comparison, Document, GroupInput, apply, group_document};
use crate::organization::call::Call;
use crate::organization::groups::members::may_join;
use crate::organization::groups::{Group, NewGroup, members};
use crate::organization::scim::records;
use crate::organization::transaction::By;
use crate::organization::{groups, users};
use crate::problem::{Problem, ScimType};
use crate::refusal::{Failure, Refusal};

pub(crate) fn list(call: &Call<'_>, request: ScimGetGroups) -> Result<ResourcePage<ScimGroup>, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let mut found: Vec<_> = records::groups(call.view(), directory).collect();
    if let Some(filter) = &request.filter {
        let invalid = || Problem::scim(ScimType::InvalidFilter, "filter by displayName eq \"x\"");
        let comparison = Comparison::parse(filter.as_str()).ok_or_else(invalid)?;
        let name = comparison.value.as_str().ok_or_else(invalid)?.to_lowercase();
        if !comparison.attribute.eq_ignore_ascii_case("displayName") {
            return Err(invalid().into());
        }
        found.retain(|group| group.name.to_lowercase() == name);
    }
    let record = |group: &Group| record(whole(call, group, &request.directory_id));
    Ok(page(&found, request.start_index, request.count, record)?)
}

pub(crate) fn get(call: &Call<'_>, request: ScimGetGroup) -> Result<ScimGroup, Failure> {
    let group = find(call, &request.directory_id, &request.group_id)?;
    Ok(record(whole(call, &group, &request.directory_id))?)
}

pub(crate) fn create(call: &mut Call<'_>, request: ScimCreateGroup) -> Result<ScimGroup, Failure> {
    let directory = call.scim_directory(&request.directory_id)?;
    let told = GroupInput::read(call.take_document()?)?;
    let members = members(call, directory, &told)?;
    let truth = call.truth();
    for user in members.iter().filter_map(|index| users::get(truth, *index)) {
        may_join(call.tx.now, &user, directory).map_err(|refusal| refusal.about("USER"))?;
    }
    let new = NewGroup {
        directory,
        name: &told.name,
        description: None,
        external_id: told.external_id.as_deref(),
        others: told.others,
    };
    let created = groups::create(&mut call.tx, &new);
    let index =
        created.map_err(|refusal| refusal.about(&format!("[GROUP]: with displayName[{}]", told.name)))?;
    fill(call, index, &members)?;
    answer(call, index, &request.directory_id)
}

pub(crate) fn replace(call: &mut Call<'_>, request: ScimReplaceGroup) -> Result<ScimGroup, Failure> {
    let group = find(call, &request.directory_id, &request.group_id)?;
    let told = GroupInput::read(call.take_document()?)?;
    change(call, &request.directory_id, &group, told)
}

pub(crate) fn patch(call: &mut Call<'_>, request: ScimPatchGroup) -> Result<ScimGroup, Failure> {
    let group = find(call, &request.directory_id, &request.group_id)?;
    let mut document = whole(call, &group, &request.directory_id);
    apply(&mut document, &call.take_document()?)?;
    change(call, &request.directory_id, &group, GroupInput::read(document)?)
}

pub(crate) fn delete(call: &mut Call<'_>, request: ScimDeleteGroup) -> Result<(), Failure> {
    let group = find(call, &request.directory_id, &request.group_id)?;
    groups::delete(&mut call.tx, group.index, true)
        .map_err(|refusal| refusal.about(&named(&request.group_id)))
}

/// Makes a group what it is told to be. Everything is checked before anything is changed.
fn change(
    call: &mut Call<'_>,
    directory_id: &DirectoryId,
    group: &Group,
    told: GroupInput,
) -> Result<ScimGroup, Failure> {
    if told.name != group.name {
        return Err(Refusal::Immutable.about(&group.name).into());
    }
    let members = members(call, group.directory, &told)?;
    check(call, group.index, &members)?;
    groups::change(&mut call.tx, group.index, |group| {
        (group.external_id, group.others) = (told.external_id, told.others);
    })
    .map_err(|refusal| refusal.about(&group.name))?;
    fill(call, group.index, &members)?;
    answer(call, group.index, directory_id)
}

/// The indices of the users whose records a group is told to hold.
fn members(call: &Call<'_>, directory: usize, told: &GroupInput) -> Result<BTreeSet<u64>, Problem> {
    let view = call.truth();
    let member = |id: &String| {
        let unknown = || Problem::scim(ScimType::InvalidValue, format!("Resource USER {id} not found."));
        let index = records::find_provisioned(view, directory, id).ok();
        index
            .filter(|index| users::get(view, *index).is_some_and(|user| user.is_synced()))
            .ok_or_else(unknown)
    };
    told.members.iter().map(member).collect()
}

/// Who comes into a group and who goes out of it for these users to be its members, of those who came from the identity provider.
fn moves(call: &Call<'_>, group: u64, members: &BTreeSet<u64>) -> [Vec<u64>; 2] {
    let truth = call.truth();
    let before: BTreeSet<_> = records::members_of(truth, group).map(|(user, _)| user.index).collect();
    [members.difference(&before).copied().collect(), before.difference(members).copied().collect()]
}

/// Checks that [`fill`] would change everything that it is to change.
fn check(call: &Call<'_>, group: u64, members: &BTreeSet<u64>) -> Result<(), Failure> {
    let refused = |refusal: Refusal| refusal.about("USER");
    let [coming, going] = moves(call, group, members);
    for user in &coming {
        match members::adding(call.truth(), group, *user, By::Provider) {
            Ok(_) | Err(Refusal::AlreadyMember) => {}
            Err(refusal) => return Err(refused(refusal)),
        }
    }
    members::exchanging(call.truth(), group, &coming, &going, By::Provider).map_err(refused)
}

/// Puts these users into a group and takes all others out who came from the identity provider.
fn fill(call: &mut Call<'_>, group: u64, members: &BTreeSet<u64>) -> Result<(), Failure> {
    let [coming, going] = moves(call, group, members);
    for user in coming {
        match members::add(&mut call.tx, group, user) {
            Ok(()) | Err(Refusal::AlreadyMember) => {}
            Err(refusal) => return Err(refusal.about("USER").into()),
        }
    }
    for user in going {
        let removed = members::remove(&mut call.tx, group, user);
        removed.map_err(|refusal| refusal.about("USER"))?;
    }
    Ok(())
}

fn find(call: &Call<'_>, directory_id: &DirectoryId, id: &ScimId) -> Result<Group, Failure> {
    let directory = call.scim_directory(directory_id)?;
    let index = call.tx.world.scim_group_index(id.as_str());
    index
        .and_then(|index| groups::get(call.view(), index))
        .filter(|group| group.synced && group.directory == directory)
        .ok_or_else(|| Refusal::UnknownGroup.about(&named(id)))
}

fn named(id: &ScimId) -> String {
    format!("GROUP {id}")
}

fn answer(call: &Call<'_>, index: u64, directory_id: &DirectoryId) -> Result<ScimGroup, Failure> {
    let group = groups::get(call.view(), index).ok_or(Problem::INTERNAL)?;
    Ok(record(whole(call, &group, directory_id))?)
}

/// The whole document of a group.
fn whole(call: &Call<'_>, group: &Group, directory_id: &DirectoryId) -> Document {
    group_document(call.view(), group, &call.scim_home(directory_id))
}
