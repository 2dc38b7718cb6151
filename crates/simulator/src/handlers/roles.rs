//! Roles of single users.

use atlassian_admin_core::api::roles::{AssignOrgRole, AssignRole, RevokeOrgRole, RevokeRole};
use atlassian_admin_core::model::{AccountId, ResourceId, RoleId};

use crate::call::Call;
use crate::data::{Role, World};
use crate::problem::Problem;
use crate::quirk::Quirk;
use crate::store::{Grant, Holder};

/// On what the role of an administrator of the organization is held, whatever resource is given.
const ORG_ADMIN: Grant = Grant { resource: World::ORGANIZATION, role: Role::OrgAdmin };

pub(crate) fn assign(call: &mut Call<'_>, request: AssignRole) -> Result<(), Problem> {
    let grant = grant(call, &request.role, request.resource.as_ref())?;
    give(call, &request.account_id, grant)
}

pub(crate) fn revoke(call: &mut Call<'_>, request: RevokeRole) -> Result<(), Problem> {
    let grant = grant(call, &request.role, request.resource.as_ref())?;
    take(call, &request.account_id, grant)
}

pub(crate) fn assign_org(call: &mut Call<'_>, request: AssignOrgRole) -> Result<(), Problem> {
    of_organization(&request.role)?;
    give(call, &request.account_id, ORG_ADMIN)
}

pub(crate) fn revoke_org(call: &mut Call<'_>, request: RevokeOrgRole) -> Result<(), Problem> {
    of_organization(&request.role)?;
    take(call, &request.account_id, ORG_ADMIN)
}

fn give(call: &mut Call<'_>, account: &AccountId, grant: Grant) -> Result<(), Problem> {
    let user = call.find_account(account).map_err(Problem::of_roles)?;
    call.store.grant(call.world, call.now, Holder::User(user), grant).map_err(Problem::of_roles)
}

fn take(call: &mut Call<'_>, account: &AccountId, grant: Grant) -> Result<(), Problem> {
    let user = call.find_account(account).map_err(Problem::of_roles)?;
    call.store.revoke(call.world, call.now, Holder::User(user), grant).map_err(Problem::of_roles)
}

fn grant(call: &Call<'_>, role: &RoleId, resource: Option<&ResourceId>) -> Result<Grant, Problem> {
    let role = call.view().find_role(role.as_str()).map_err(Problem::of_roles)?;
    match resource {
        None if call.world.quirks.has(Quirk::OrgRoleNeedsResource) => Err(Problem::UAM_NO_RESOURCE_GIVEN),
        _ if role == Role::OrgAdmin => Ok(ORG_ADMIN),
        None => Err(Problem::bad_v2("The role needs a resource")),
        Some(resource) => {
            let resource = call.view().find_resource(resource.as_str()).map_err(Problem::of_roles)?;
            Ok(Grant { resource, role })
        }
    }
}

fn of_organization(role: &RoleId) -> Result<(), Problem> {
    if *role == RoleId::OrgAdmin { Ok(()) } else { Err(Problem::bad_v2("role must be atlassian/org-admin")) }
}
