//! The changes of version 1. They name no directory: it follows from the user or the group.
#![allow(deprecated, reason = "served until they stop working")]

use atlassian_admin_core::api::legacy::{
    RoleAssociation, V1AddUserToGroup, V1AssignGroupRoles, V1CreateGroup, V1CreatedGroup, V1DeleteGroup,
    V1InviteUser, V1RemoveUser, V1RemoveUserFromGroup, V1RestoreUser, V1RevokeGroupRoles, V1SuspendUser,
};
use atlassian_admin_core::model::{GroupId, Message};

use super::group_changes::grant;
use crate::call::Call;
use crate::data::model;
use crate::problem::Problem;
use crate::store::{By, Grant, Holder, Invitation, NewGroup, Refusal, Scope};

/// Who is not known is no resource: for this operation no 404 is documented.
pub(crate) fn remove_user(call: &mut Call<'_>, request: V1RemoveUser) -> Result<(), Problem> {
    let removed = call
        .find_account(&request.account_id)
        .and_then(|user| call.store.remove_user(call.world, call.now, user));
    removed.map_err(|refusal| match refusal {
        Refusal::UnknownUser | Refusal::NotInDirectory => {
            Problem::BAD_RESOURCE.with_detail("The user was not found in the organization")
        }
        other => Problem::v1(other),
    })
}

pub(crate) fn suspend_user(call: &mut Call<'_>, request: V1SuspendUser) -> Result<Message, Problem> {
    let user = call.find_account(&request.account_id).map_err(Problem::v1)?;
    call.store.suspend(call.world, call.now, user).map_err(Problem::v1)?;
    Ok(said("The access of the user is suspended"))
}

pub(crate) fn restore_user(call: &mut Call<'_>, request: V1RestoreUser) -> Result<Message, Problem> {
    let user = call.find_account(&request.account_id).map_err(Problem::v1)?;
    call.store.restore(call.world, call.now, user).map_err(Problem::v1)?;
    Ok(said("The access of the user is restored"))
}

/// The first directory stands for the only one that there was in those days.
pub(crate) fn create_group(call: &mut Call<'_>, request: V1CreateGroup) -> Result<V1CreatedGroup, Problem> {
    let new = NewGroup {
        directory: 0,
        name: &request.name,
        description: request.description.as_deref(),
        external_id: None,
        told: serde_json::Map::new(),
    };
    let index = call.store.create_group(call.world, call.now, &new, By::Admin).map_err(Problem::v1)?;
    Ok(model!(V1CreatedGroup {
        message: "The group is created".to_owned(),
        group_id: GroupId::from(call.world.group_id(index)),
    }))
}

pub(crate) fn delete_group(call: &mut Call<'_>, request: V1DeleteGroup) -> Result<Message, Problem> {
    let group = find_group(call, &request.group_id)?;
    let forced = request.force_if_not_empty.unwrap_or_default();
    call.store.delete_group(call.world, call.now, group, forced, By::Admin).map_err(Problem::v1)?;
    Ok(said("The group is deleted"))
}

pub(crate) fn add_member(call: &mut Call<'_>, request: V1AddUserToGroup) -> Result<Message, Problem> {
    let group = find_group(call, &request.group_id)?;
    let user = call.find_account(&request.account_id).map_err(Problem::v1)?;
    call.store.add_member(call.world, call.now, group, user, By::Admin).map_err(Problem::v1)?;
    Ok(said("The user is in the group"))
}

pub(crate) fn remove_member(call: &mut Call<'_>, request: V1RemoveUserFromGroup) -> Result<Message, Problem> {
    let group = find_group(call, &request.group_id)?;
    let user = call.find_account(&request.account_id).map_err(Problem::v1)?;
    call.store.remove_member(call.world, call.now, group, user, By::Admin).map_err(Problem::v1)?;
    Ok(said("The user is not in the group"))
}

pub(crate) fn invite_user(call: &mut Call<'_>, request: V1InviteUser) -> Result<(), Problem> {
    let grants = grants(call, request.permission_rule.as_slice())?;
    let invitation = Invitation { grants, ..Invitation::default() };
    let invited =
        call.store.invite(call.world, call.now, &request.email, &invitation).map_err(Problem::v1)?;
    // Who is invited stays so, though the role may be refused.
    invited.grants.into_iter().collect::<Result<_, _>>().map_err(Problem::v1)
}

pub(crate) fn assign_roles(call: &mut Call<'_>, request: V1AssignGroupRoles) -> Result<(), Problem> {
    let group = Holder::Group(find_group(call, &request.group_id)?);
    let grants = grants(call, &request.role_associations)?;
    // One that is refused must not leave those before it changed.
    for grant in &grants {
        call.store.granting(call.world, call.now, group, *grant).map_err(Problem::v1)?;
    }
    for grant in grants {
        call.store.grant(call.world, call.now, group, grant).map_err(Problem::v1)?;
    }
    Ok(())
}

pub(crate) fn revoke_roles(call: &mut Call<'_>, request: V1RevokeGroupRoles) -> Result<(), Problem> {
    let group = Holder::Group(find_group(call, &request.group_id)?);
    let grants = grants(call, &request.role_associations)?;
    // One that is refused must not leave those before it changed.
    for grant in &grants {
        call.store.revoking(call.world, call.now, group, *grant).map_err(Problem::v1)?;
    }
    for grant in grants {
        call.store.revoke(call.world, call.now, group, grant).map_err(Problem::v1)?;
    }
    Ok(())
}

/// What is not known is refused before anything is changed.
fn grants(call: &Call<'_>, roles: &[RoleAssociation]) -> Result<Vec<Grant>, Problem> {
    let grants = roles.iter().map(|association| grant(call, &association.resource, &association.role));
    grants.collect::<Result<_, _>>().map_err(Problem::v1)
}

fn find_group(call: &Call<'_>, id: &GroupId) -> Result<u64, Problem> {
    call.view().find_group(Scope::All, id.as_str()).map_err(Problem::v1)
}

fn said(message: &str) -> Message {
    model!(Message { message: message.to_owned() })
}
