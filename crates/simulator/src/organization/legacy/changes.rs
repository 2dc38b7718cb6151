//! The changes of version 1. They name no directory: it follows from the user or the group.
#![allow(deprecated, reason = "served until they stop working")]

use atlassian_admin_core::api;
use atlassian_admin_core::api::legacy::{RoleAssociation, V1CreatedGroup};
use atlassian_admin_core::model::{AccountId, GroupId, Message};

use crate::organization::account::routes::message;
use crate::organization::users::Invitation;
use crate::organization::{Call, Grant, Group, Holder, Scope, groups, members, model, roles, users};
use crate::problem::Problem;
use crate::refusal::{Failure, Refusal};

/// An unknown user is an invalid resource: no 404 is documented for this operation.
pub(crate) fn remove_user(call: &mut Call<'_>, request: api::legacy::RemoveUser) -> Result<(), Failure> {
    let removed = find_user(call, &request.account_id).and_then(|user| users::remove(&mut call.tx, user));
    removed.map_err(|refusal| match refusal {
        Refusal::UnknownUser | Refusal::NotInDirectory => {
            Problem::BAD_RESOURCE.with_detail("The user was not found in the organization").into()
        }
        other => other.into(),
    })
}

pub(crate) fn suspend_user(
    call: &mut Call<'_>,
    request: api::legacy::SuspendUser,
) -> Result<Message, Refusal> {
    let user = find_user(call, &request.account_id)?;
    users::suspend(&mut call.tx, user)?;
    Ok(message("The access of the user is suspended"))
}

pub(crate) fn restore_user(
    call: &mut Call<'_>,
    request: api::legacy::RestoreUser,
) -> Result<Message, Refusal> {
    let user = find_user(call, &request.account_id)?;
    users::restore(&mut call.tx, user)?;
    Ok(message("The access of the user is restored"))
}

/// Creates the group in the first directory: version 1 knew only one.
pub(crate) fn create_group(
    call: &mut Call<'_>,
    request: api::legacy::CreateGroup,
) -> Result<V1CreatedGroup, Refusal> {
    let describe = |group: &mut Group| group.description = request.description;
    let index = groups::create(&mut call.tx, 0, &request.name, describe)?;
    Ok(model!(V1CreatedGroup {
        message: "The group is created".to_owned(),
        group_id: GroupId::from(call.tx.world.group_ids.to_uuid(index)),
    }))
}

pub(crate) fn delete_group(
    call: &mut Call<'_>,
    request: api::legacy::DeleteGroup,
) -> Result<Message, Refusal> {
    let group = find_group(call, &request.group_id)?;
    groups::delete(&mut call.tx, group, request.force_if_not_empty.unwrap_or_default())?;
    Ok(message("The group is deleted"))
}

pub(crate) fn add_member(call: &mut Call<'_>, request: api::legacy::AddMember) -> Result<Message, Refusal> {
    let (group, user) = (find_group(call, &request.group_id)?, find_user(call, &request.account_id)?);
    members::set(&mut call.tx, group, user, true)?;
    Ok(message("The user is in the group"))
}

pub(crate) fn remove_member(
    call: &mut Call<'_>,
    request: api::legacy::RemoveMember,
) -> Result<Message, Refusal> {
    let (group, user) = (find_group(call, &request.group_id)?, find_user(call, &request.account_id)?);
    members::set(&mut call.tx, group, user, false)?;
    Ok(message("The user is not in the group"))
}

pub(crate) fn invite_user(call: &mut Call<'_>, request: api::legacy::InviteUser) -> Result<(), Refusal> {
    let grants = grants(call, request.permission_rule.as_slice())?;
    let invitation = Invitation { grants, ..Invitation::default() };
    let invited = users::invite(&mut call.tx, &request.email, &invitation)?;
    // The invitation stays, though the role may be refused.
    invited.grants.into_iter().collect::<Result<_, _>>()
}

pub(crate) fn assign_roles(
    call: &mut Call<'_>,
    request: api::legacy::AssignGroupRoles,
) -> Result<(), Refusal> {
    set_roles(call, &request.group_id, &request.role_associations, true)
}

pub(crate) fn revoke_roles(
    call: &mut Call<'_>,
    request: api::legacy::RevokeGroupRoles,
) -> Result<(), Refusal> {
    set_roles(call, &request.group_id, &request.role_associations, false)
}

fn set_roles(
    call: &mut Call<'_>,
    group: &GroupId,
    roles: &[RoleAssociation],
    held: bool,
) -> Result<(), Refusal> {
    let (group, grants) = (Holder::Group(find_group(call, group)?), grants(call, roles)?);
    // One that is refused must not leave those before it changed.
    for grant in &grants {
        roles::setting(call.truth(), group, *grant, held)?;
    }
    grants.into_iter().try_for_each(|grant| roles::set(&mut call.tx, group, grant, held))
}

/// What is not known is refused before anything is changed.
fn grants(call: &Call<'_>, roles: &[RoleAssociation]) -> Result<Vec<Grant>, Refusal> {
    roles.iter().map(|role| roles::find(call.tx.world, &role.resource, &role.role)).collect()
}

fn find_user(call: &Call<'_>, id: &AccountId) -> Result<u64, Refusal> {
    users::find(call.view(), Scope::All, id.as_str())
}

fn find_group(call: &Call<'_>, id: &GroupId) -> Result<u64, Refusal> {
    groups::find(call.view(), Scope::All, id.as_str())
}
