//! Groups: created, deleted, and their members and roles changed.

use atlassian_admin_core::api::groups::{
    AddUserToGroup, AssignGroupRole, CreateGroup, DeleteGroup, RemoveUserFromGroup, RevokeGroupRole,
};
use atlassian_admin_core::model::{ResourceId, RoleId};

use crate::call::Call;
use crate::problem::Problem;
use crate::store::{By, Grant, Holder, NewGroup, Refusal};

pub(crate) fn create(call: &mut Call<'_>, request: CreateGroup) -> Result<(), Problem> {
    let directory = call.directory_to_change(&request.directory_id)?;
    let new = NewGroup {
        directory,
        name: &request.name,
        description: request.description.as_deref(),
        external_id: None,
        told: serde_json::Map::new(),
    };
    call.store.create_group(call.world, call.now, &new, By::Admin).map_err(Problem::v2)?;
    Ok(())
}

pub(crate) fn delete(call: &mut Call<'_>, request: DeleteGroup) -> Result<(), Problem> {
    let group = call.group_to_change(&request.directory_id, &request.group_id)?;
    call.store.delete_group(call.world, call.now, group, true, By::Admin).map_err(Problem::v2)
}

pub(crate) fn add_member(call: &mut Call<'_>, request: AddUserToGroup) -> Result<(), Problem> {
    let group = call.group_to_change(&request.directory_id, &request.group_id)?;
    let user = call.find_account(&request.account_id).map_err(Problem::v2)?;
    call.store.add_member(call.world, call.now, group, user, By::Admin).map_err(Problem::v2)
}

pub(crate) fn remove_member(call: &mut Call<'_>, request: RemoveUserFromGroup) -> Result<(), Problem> {
    let group = call.group_to_change(&request.directory_id, &request.group_id)?;
    let user = call.find_account(&request.account_id).map_err(Problem::v2)?;
    call.store.remove_member(call.world, call.now, group, user, By::Admin).map_err(Problem::v2)
}

pub(crate) fn assign_role(call: &mut Call<'_>, request: AssignGroupRole) -> Result<(), Problem> {
    let group = call.group_to_change(&request.directory_id, &request.group_id)?;
    let grant = grant(call, &request.resource_id, &request.role_id).map_err(Problem::v2)?;
    call.store.grant(call.world, call.now, Holder::Group(group), grant).map_err(Problem::v2)
}

pub(crate) fn revoke_role(call: &mut Call<'_>, request: RevokeGroupRole) -> Result<(), Problem> {
    let group = call.group_to_change(&request.directory_id, &request.group_id)?;
    let grant = grant(call, &request.resource_id, &request.role_id).map_err(Problem::v2)?;
    call.store.revoke(call.world, call.now, Holder::Group(group), grant).map_err(Problem::v2)
}

/// The role that a request names, on the resource that it names.
pub(crate) fn grant(call: &Call<'_>, resource: &ResourceId, role: &RoleId) -> Result<Grant, Refusal> {
    let view = call.view();
    let resource = view.find_resource(resource.as_str())?;
    Ok(Grant { resource, role: view.find_role(role.as_str())? })
}
