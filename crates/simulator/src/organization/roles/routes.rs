//! Roles of single users.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{AccountId, ResourceId, RoleId};

use crate::organization::{Call, Grant, Holder, Role, Scope, roles, users};
use crate::problem::Problem;
use crate::quirk::Quirk;
use crate::refusal::Failure;

pub(crate) fn assign(call: &mut Call<'_>, request: api::roles::Assign) -> Result<(), Failure> {
    let grant = grant(call, &request.role, request.resource.as_ref())?;
    set(call, &request.account_id, grant, true)
}

pub(crate) fn revoke(call: &mut Call<'_>, request: api::roles::Revoke) -> Result<(), Failure> {
    let grant = grant(call, &request.role, request.resource.as_ref())?;
    set(call, &request.account_id, grant, false)
}

pub(crate) fn assign_org(call: &mut Call<'_>, request: api::roles::AssignOrg) -> Result<(), Failure> {
    of_organization(&request.role)?;
    set(call, &request.account_id, Grant::ORG_ADMIN, true)
}

pub(crate) fn revoke_org(call: &mut Call<'_>, request: api::roles::RevokeOrg) -> Result<(), Failure> {
    of_organization(&request.role)?;
    set(call, &request.account_id, Grant::ORG_ADMIN, false)
}

fn set(call: &mut Call<'_>, account: &AccountId, grant: Grant, held: bool) -> Result<(), Failure> {
    let user = users::find(call.view(), Scope::All, account.as_str())?;
    Ok(roles::set(&mut call.tx, Holder::User(user), grant, held)?)
}

fn grant(call: &Call<'_>, role: &RoleId, resource: Option<&ResourceId>) -> Result<Grant, Failure> {
    let is_org_admin = roles::find_role(role.as_str())? == Role::OrgAdmin;
    match resource {
        None if call.tx.world.quirks.has(Quirk::OrgRoleNeedsResource) => {
            Err(Problem::UAM_NO_RESOURCE_GIVEN.into())
        }
        // Whatever resource is given.
        _ if is_org_admin => Ok(Grant::ORG_ADMIN),
        None => Err(Problem::uam_bad("The role needs a resource").into()),
        Some(resource) => Ok(roles::find(call.tx.world, resource, role)?),
    }
}

fn of_organization(role: &RoleId) -> Result<(), Problem> {
    let refused = || Problem::uam_bad("role must be atlassian/org-admin");
    (*role == RoleId::OrgAdmin).then_some(()).ok_or_else(refused)
}
