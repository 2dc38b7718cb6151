//! Groups.

use std::collections::BTreeSet;

use atlassian_admin_core::api::scim::{
    ScimCreateGroup, ScimDeleteGroup, ScimGetGroup, ScimGetGroups, ScimPatchGroup, ScimReplaceGroup,
};
use atlassian_admin_core::model::{DirectoryId, ScimGroup, ScimId};
use atlassian_admin_core::paging::ResourcePage;

use super::{page, record};
use crate::call::Call;
use crate::data::Group;
use crate::problem::{Problem, ScimType};
use crate::scim::{Comparison, Document, GroupTold, apply, group_document};
use crate::store::{By, NewGroup, Refusal, may_join};

pub(crate) fn list(call: &Call<'_>, request: ScimGetGroups) -> Result<ResourcePage<ScimGroup>, Problem> {
    let directory = call.scim_directory(&request.directory_id)?;
    let mut found: Vec<_> = call.store.view(call.world, call.now).provisioned_groups(directory).collect();
    if let Some(filter) = &request.filter {
        let invalid = || Problem::scim(ScimType::InvalidFilter, "filter by displayName eq \"x\"");
        let comparison = Comparison::parse(filter.as_str()).ok_or_else(invalid)?;
        let name = comparison.value.as_str().ok_or_else(invalid)?.to_lowercase();
        if !comparison.attribute.eq_ignore_ascii_case("displayName") {
            return Err(invalid());
        }
        found.retain(|group| group.name.to_lowercase() == name);
    }
    page(&found, request.start_index, request.count, |group| {
        record(whole(call, group, &request.directory_id))
    })
}

pub(crate) fn get(call: &Call<'_>, request: ScimGetGroup) -> Result<ScimGroup, Problem> {
    let group = find(call, &request.directory_id, &request.group_id)?;
    record(whole(call, &group, &request.directory_id))
}

pub(crate) fn create(call: &mut Call<'_>, request: ScimCreateGroup) -> Result<ScimGroup, Problem> {
    let directory = call.scim_directory(&request.directory_id)?;
    let told = GroupTold::read(call.take_document()?)?;
    let members = members(call, directory, &told)?;
    let truth = call.store.truth(call.world, call.now);
    for user in members.iter().filter_map(|index| truth.user(*index)) {
        may_join(call.now, &user, directory).map_err(|refusal| Problem::of_provisioning(refusal, "USER"))?;
    }
    let new = NewGroup {
        directory,
        name: &told.name,
        description: None,
        external_id: told.external_id.as_deref(),
        told: told.others,
    };
    let created = call.store.create_group(call.world, call.now, &new, By::Provider);
    let index = created.map_err(|refusal| {
        Problem::of_provisioning(refusal, &format!("[GROUP]: with displayName[{}]", told.name))
    })?;
    fill(call, index, &members)?;
    answer(call, index, &request.directory_id)
}

pub(crate) fn replace(call: &mut Call<'_>, request: ScimReplaceGroup) -> Result<ScimGroup, Problem> {
    let group = find(call, &request.directory_id, &request.group_id)?;
    let told = GroupTold::read(call.take_document()?)?;
    change(call, &request.directory_id, &group, told)
}

pub(crate) fn patch(call: &mut Call<'_>, request: ScimPatchGroup) -> Result<ScimGroup, Problem> {
    let group = find(call, &request.directory_id, &request.group_id)?;
    let mut document = whole(call, &group, &request.directory_id);
    apply(&mut document, &call.take_document()?)?;
    change(call, &request.directory_id, &group, GroupTold::read(document)?)
}

pub(crate) fn delete(call: &mut Call<'_>, request: ScimDeleteGroup) -> Result<(), Problem> {
    let group = find(call, &request.directory_id, &request.group_id)?;
    call.store
        .delete_group(call.world, call.now, group.index, true, By::Provider)
        .map_err(|refusal| Problem::of_provisioning(refusal, &named(&request.group_id)))
}

/// Makes a group what it is told to be. Everything is checked before anything is changed.
fn change(
    call: &mut Call<'_>,
    directory_id: &DirectoryId,
    group: &Group,
    told: GroupTold,
) -> Result<ScimGroup, Problem> {
    if told.name != group.name {
        return Err(Problem::of_provisioning(Refusal::Immutable, &group.name));
    }
    let members = members(call, group.directory, &told)?;
    check(call, group.index, &members)?;
    call.store
        .change_group(call.world, call.now, group.index, By::Provider, |group| {
            (group.external_id, group.told) = (told.external_id, told.others);
        })
        .map_err(|refusal| Problem::of_provisioning(refusal, &group.name))?;
    fill(call, group.index, &members)?;
    answer(call, group.index, directory_id)
}

/// The indices of the users whose records a group is told to hold.
fn members(call: &Call<'_>, directory: usize, told: &GroupTold) -> Result<BTreeSet<u64>, Problem> {
    let view = call.store.truth(call.world, call.now);
    let member = |id: &String| {
        let unknown = || Problem::scim(ScimType::InvalidValue, format!("Resource USER {id} not found."));
        let index = view.find_provisioned(directory, id).ok();
        index.filter(|index| view.user(*index).is_some_and(|user| user.is_synced())).ok_or_else(unknown)
    };
    told.members.iter().map(member).collect()
}

/// Who comes into a group and who goes out of it for these users to be its members, of those who came from the identity provider.
fn moves(call: &Call<'_>, group: u64, members: &BTreeSet<u64>) -> [Vec<u64>; 2] {
    let truth = call.store.truth(call.world, call.now);
    let before: BTreeSet<_> = truth.provisioned_members(group).map(|(user, _)| user.index).collect();
    [members.difference(&before).copied().collect(), before.difference(members).copied().collect()]
}

/// Checks that [`fill`] would change everything that it is to change.
fn check(call: &Call<'_>, group: u64, members: &BTreeSet<u64>) -> Result<(), Problem> {
    let refused = |refusal| Problem::of_provisioning(refusal, "USER");
    let [coming, going] = moves(call, group, members);
    for user in &coming {
        match call.store.adding(call.world, call.now, group, *user, By::Provider) {
            Ok(_) | Err(Refusal::AlreadyMember) => {}
            Err(refusal) => return Err(refused(refusal)),
        }
    }
    call.store.exchanging(call.world, call.now, group, &coming, &going, By::Provider).map_err(refused)
}

/// Puts these users into a group and takes all others out who came from the identity provider.
fn fill(call: &mut Call<'_>, group: u64, members: &BTreeSet<u64>) -> Result<(), Problem> {
    let [coming, going] = moves(call, group, members);
    for user in coming {
        match call.store.add_member(call.world, call.now, group, user, By::Provider) {
            Ok(()) | Err(Refusal::AlreadyMember) => {}
            Err(refusal) => return Err(Problem::of_provisioning(refusal, "USER")),
        }
    }
    for user in going {
        let removed = call.store.remove_member(call.world, call.now, group, user, By::Provider);
        removed.map_err(|refusal| Problem::of_provisioning(refusal, "USER"))?;
    }
    Ok(())
}

fn find(call: &Call<'_>, directory_id: &DirectoryId, id: &ScimId) -> Result<Group, Problem> {
    let directory = call.scim_directory(directory_id)?;
    let index = call.world.scim_group_index(id.as_str());
    index
        .and_then(|index| call.store.view(call.world, call.now).group(index))
        .filter(|group| group.synced && group.directory == directory)
        .ok_or_else(|| Problem::of_provisioning(Refusal::UnknownGroup, &named(id)))
}

fn named(id: &ScimId) -> String {
    format!("GROUP {id}")
}

fn answer(call: &Call<'_>, index: u64, directory_id: &DirectoryId) -> Result<ScimGroup, Problem> {
    let group = call.store.view(call.world, call.now).group(index).ok_or(Problem::INTERNAL)?;
    record(whole(call, &group, directory_id))
}

/// The whole document of a group.
fn whole(call: &Call<'_>, group: &Group, directory_id: &DirectoryId) -> Document {
    group_document(call.store.view(call.world, call.now), group, &call.scim_home(directory_id))
}
