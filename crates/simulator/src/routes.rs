//! The operations: a table of their handlers.

use atlassian_admin_core::api;
use atlassian_admin_core::operation::{Endpoint, Operation, Parts};
use atlassian_admin_core::response::ResponseBody;
use atlassian_admin_core::schema::Kind;
use atlassian_admin_core::url;
use bytes::Bytes;
use http::{Method, StatusCode};

use crate::organization::call::{Answered, Call};
#[cfg(feature = "legacy")]
use crate::organization::legacy;
use crate::organization::{
    account, accounts, audit_log, directories, domains, groups, orgs, policies, roles, scim, tokens, users,
    workspaces,
};
use crate::problem::Problem;
use crate::refusal::Failure;

/// An operation and its handler.
#[derive(Debug)]
pub(crate) struct Route {
    pub(crate) operation: Operation,
    pub(crate) handle: Handler,
}

/// Reads the arguments out of a request's parts, answers, and writes the answer.
type Handler = fn(&mut Call<'_>, &Parts) -> Result<(StatusCode, Bytes), Failure>;

macro_rules! route {
    ($endpoint:ty, $handler:path) => {
        Route {
            operation: <$endpoint as Endpoint>::OPERATION,
            handle: |call, parts| {
                let operation = &<$endpoint as Endpoint>::OPERATION;
                check_times(operation, parts)?;
                let request = <$endpoint as Endpoint>::decode(parts);
                let request = request.map_err(|error| Problem::malformed(operation, &error))?;
                let answer = $handler(call, request).map_err(Failure::from)?;
                Ok(encode::<$endpoint>(answer.into())?)
            },
        }
    };
}

macro_rules! routes {
    ({ $($endpoint:ty => $handler:path,)* } legacy { $($old:ty => $old_handler:path,)* }) => {
        /// Every operation that the simulator knows.
        #[allow(deprecated)]
        pub(crate) const ROUTES: &[Route] = &[
            $(route!($endpoint, $handler),)*
            $(#[cfg(feature = "legacy")] route!($old, $old_handler),)*
        ];
    };
}

routes! {{
    api::orgs::GetOrgs => orgs::list,
    api::orgs::GetOrgById => orgs::get,
    api::accounts::GetUsers => accounts::list,
    api::domains::GetDomains => domains::list,
    api::domains::GetDomainById => domains::get,
    api::events::GetEvents => audit_log::search::query,
    api::events::PollEvents => audit_log::stream::poll,
    api::events::GetEventById => audit_log::routes::get,
    api::events::GetEventActions => audit_log::routes::actions,
    api::policies::GetPolicies => policies::routes::list,
    api::policies::CreatePolicy => policies::routes::create,
    api::policies::GetPolicyById => policies::routes::get,
    api::policies::UpdatePolicy => policies::routes::update,
    api::policies::DeletePolicy => policies::routes::delete,
    api::policies::AddResourceToPolicy => policies::routes::add_resource,
    api::policies::UpdatePolicyResource => policies::routes::update_resource,
    api::policies::DeletePolicyResource => policies::routes::delete_resource,
    api::policies::ValidatePolicy => policies::routes::validate,
    api::workspaces::QueryWorkspacesV2 => workspaces::search,
    api::account::UmGetPermissions => account::permissions::permissions,
    api::account::UmGetProfile => account::profile::get_profile,
    api::account::UmUpdateProfile => account::profile::update_profile,
    api::account::UmSetEmail => account::profile::set_email,
    api::account::UmGetApiTokens => tokens::list_tokens,
    api::account::UmDeleteApiToken => tokens::delete_token,
    api::account::UmDisable => account::routes::disable,
    api::account::UmEnable => account::routes::enable,
    api::account::UmDelete => account::routes::delete,
    api::account::UmCancelDelete => account::routes::cancel_delete,
    api::directories::GetDirectoriesForOrg => directories::list,
    api::users::GetDirectoryUsers => users::routes::list,
    api::users::GetDirectoryUsersCount => users::routes::count,
    api::users::SearchDirectoryUsers => users::routes::search,
    api::users::GetUserStats => users::routes::stats,
    api::users::GetDirectoryUserDetails => users::routes::get,
    api::users::RemoveDirectoryUser => users::routes::remove,
    api::users::SuspendDirectoryUser => users::routes::suspend,
    api::users::RestoreDirectoryUser => users::routes::restore,
    api::users::GetUserRoleAssignments => roles::listing::of_user,
    api::users::InviteUsers => users::invitations::invite,
    api::users::GetUserLastActiveDates => users::last_active::get,
    api::groups::GetGroups => groups::routes::list,
    api::groups::GetGroupsCount => groups::routes::count,
    api::groups::SearchDirectoryGroups => groups::routes::search,
    api::groups::GetGroupsStats => groups::routes::stats,
    api::groups::CreateGroup => groups::routes::create,
    api::groups::GetGroup => groups::routes::get,
    api::groups::DeleteGroup => groups::routes::delete,
    api::groups::AddUserToGroup => groups::routes::add_member,
    api::groups::RemoveUserFromGroup => groups::routes::remove_member,
    api::groups::GetGroupRoleAssignments => roles::listing::of_group,
    api::groups::AssignGroupRole => groups::routes::assign_role,
    api::groups::RevokeGroupRole => groups::routes::revoke_role,
    api::roles::AssignRole => roles::routes::assign,
    api::roles::RevokeRole => roles::routes::revoke,
    api::roles::AssignOrgRole => roles::routes::assign_org,
    api::roles::RevokeOrgRole => roles::routes::revoke_org,
    api::scim::ScimGetUsers => scim::users::list,
    api::scim::ScimGetUser => scim::users::get,
    api::scim::ScimCreateUser => scim::users::create,
    api::scim::ScimReplaceUser => scim::users::replace,
    api::scim::ScimPatchUser => scim::users::patch,
    api::scim::ScimDeleteUser => scim::users::delete,
    api::scim::ScimGetGroups => scim::groups::list,
    api::scim::ScimGetGroup => scim::groups::get,
    api::scim::ScimCreateGroup => scim::groups::create,
    api::scim::ScimReplaceGroup => scim::groups::replace,
    api::scim::ScimPatchGroup => scim::groups::patch,
    api::scim::ScimDeleteGroup => scim::groups::delete,
    api::scim::ScimGetSchemas => scim::discovery::schemas,
    api::scim::ScimGetUserSchema => scim::discovery::user_schema,
    api::scim::ScimGetGroupSchema => scim::discovery::group_schema,
    api::scim::ScimGetEnterpriseUserSchema => scim::discovery::enterprise_user_schema,
    api::scim::ScimGetResourceTypes => scim::discovery::resource_types,
    api::scim::ScimGetUserResourceType => scim::discovery::user_resource_type,
    api::scim::ScimGetGroupResourceType => scim::discovery::group_resource_type,
    api::scim::ScimGetConfig => scim::discovery::config,
    api::scim_links::ScimGetLinks => scim::links::get,
    api::scim_links::ScimGetLinksForEmail => scim::links::get_for_email,
    api::scim_links::ScimUnlinkUser => scim::links::unlink,
    api::scim_links::ScimDeleteUserInDb => scim::links::delete_user,
} legacy {
    api::legacy::V1SearchUsers => legacy::search::users,
    api::legacy::V1SearchGroups => legacy::search::groups,
    api::legacy::V1InviteUser => legacy::changes::invite_user,
    api::legacy::V1RemoveUser => legacy::changes::remove_user,
    api::legacy::V1SuspendUser => legacy::changes::suspend_user,
    api::legacy::V1RestoreUser => legacy::changes::restore_user,
    api::legacy::V1CreateGroup => legacy::changes::create_group,
    api::legacy::V1DeleteGroup => legacy::changes::delete_group,
    api::legacy::V1AddUserToGroup => legacy::changes::add_member,
    api::legacy::V1RemoveUserFromGroup => legacy::changes::remove_member,
    api::legacy::V1AssignGroupRoles => legacy::changes::assign_roles,
    api::legacy::V1RevokeGroupRoles => legacy::changes::revoke_roles,
}}

/// Times are epoch milliseconds on the wire; the client's types would also read ISO 8601, which
/// the real API refuses.
fn check_times(operation: &Operation, parts: &Parts) -> Result<(), Problem> {
    let is_time = |name: &str| operation.param(name).is_some_and(|param| param.kind == Kind::Time);
    let mut times = parts.query.iter().filter(|pair| is_time(&pair.name)).flat_map(|pair| &pair.values);
    if times.all(|time| time.parse::<i64>().is_ok()) { Ok(()) } else { Err(Problem::BAD_TIME) }
}

fn encode<E: Endpoint>(answer: Answered<E::Output>) -> Result<(StatusCode, Bytes), Problem> {
    let success = E::OPERATION
        .success
        .first()
        .and_then(|status| StatusCode::from_u16(*status).ok())
        .unwrap_or_default();
    match answer {
        Answered::Typed(answer) => answer.encode(success).map_err(|_| Problem::INTERNAL),
        Answered::Json(text) => Ok((success, text.into())),
    }
}

/// The route of a request, and the variables of its path.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) route: &'static Route,
    pub(crate) variables: Vec<(&'static str, String)>,
}

impl Found {
    /// The variable of this name, such as `orgId`.
    pub(crate) fn variable(&self, name: &str) -> Option<&str> {
        self.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}

/// Finds the route of a request.
pub(crate) fn find(method: &Method, path: &str) -> Result<Found, Problem> {
    let mut problem = Problem::NO_ROUTE;
    for route in ROUTES {
        let Some(variables) = url::match_path(route.operation.path, path) else { continue };
        if Method::from(route.operation.method) == method {
            return Ok(Found { route, variables });
        }
        problem = Problem::NO_METHOD;
    }
    Err(problem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::OPERATIONS;

    #[test]
    fn every_operation_has_a_handler() {
        for operation in OPERATIONS {
            let handled = ROUTES.iter().any(|route| route.operation == *operation);
            assert!(handled, "{} has no handler", operation.id);
        }
        assert_eq!(ROUTES.len(), OPERATIONS.len());
    }
}
