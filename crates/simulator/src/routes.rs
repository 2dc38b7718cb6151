//! The operations: a table of their handlers.

use atlassian_admin_core::api;
use atlassian_admin_core::endpoint::{Answer, Endpoint, Operation, Parts};
use atlassian_admin_core::path;
use atlassian_admin_core::shape::Kind;
use bytes::Bytes;
use http::{Method, StatusCode};

use crate::call::{Answered, Call};
use crate::handlers::{
    account, accounts, directories, domains, event_search, event_stream, events, group_changes, groups,
    invitations, last_active, orgs, policies, role_listing, roles, scim, scim_links, user_changes, users,
    workspaces,
};
#[cfg(feature = "legacy")]
use crate::handlers::{legacy, legacy_search};
use crate::problem::Problem;

/// An operation and its handler.
#[derive(Debug)]
pub(crate) struct Route {
    pub(crate) operation: Operation,
    pub(crate) handle: Handler,
}

/// Reads the arguments out of a request's parts, answers, and writes the answer.
type Handler = fn(&mut Call<'_>, &Parts) -> Result<(StatusCode, Bytes), Problem>;

macro_rules! routes {
    ($($(#[$cfg:meta])? $endpoint:ty => $handler:path,)*) => {
        /// Every operation that the simulator knows.
        #[allow(deprecated)]
        pub(crate) const ROUTES: &[Route] = &[$($(#[$cfg])? Route {
            operation: <$endpoint as Endpoint>::OPERATION,
            handle: |call, parts| {
                check_times(&<$endpoint as Endpoint>::OPERATION, parts)?;
                let request = <$endpoint as Endpoint>::decode(parts);
                let request = request.map_err(|error| Problem::malformed(&<$endpoint as Endpoint>::OPERATION, &error))?;
                let answer = $handler(call, request)?;
                encode::<$endpoint>(answer.into())
            },
        },)*];
    };
}

routes! {
    api::orgs::GetOrgs => orgs::list,
    api::orgs::GetOrgById => orgs::get,
    api::accounts::GetUsers => accounts::list,
    api::domains::GetDomains => domains::list,
    api::domains::GetDomainById => domains::get,
    api::events::GetEvents => event_search::query,
    api::events::PollEvents => event_stream::poll,
    api::events::GetEventById => events::get,
    api::events::GetEventActions => events::actions,
    api::policies::GetPolicies => policies::list,
    api::policies::CreatePolicy => policies::create,
    api::policies::GetPolicyById => policies::get,
    api::policies::UpdatePolicy => policies::update,
    api::policies::DeletePolicy => policies::delete,
    api::policies::AddResourceToPolicy => policies::add_resource,
    api::policies::UpdatePolicyResource => policies::update_resource,
    api::policies::DeletePolicyResource => policies::delete_resource,
    api::policies::ValidatePolicy => policies::validate,
    api::workspaces::QueryWorkspacesV2 => workspaces::search,
    api::account::UmGetPermissions => account::permissions,
    api::account::UmGetProfile => account::get_profile,
    api::account::UmUpdateProfile => account::update_profile,
    api::account::UmSetEmail => account::set_email,
    api::account::UmGetApiTokens => account::list_tokens,
    api::account::UmDeleteApiToken => account::delete_token,
    api::account::UmDisable => account::disable,
    api::account::UmEnable => account::enable,
    api::account::UmDelete => account::delete,
    api::account::UmCancelDelete => account::cancel_delete,
    api::directories::GetDirectoriesForOrg => directories::list,
    api::users::GetDirectoryUsers => users::list,
    api::users::GetDirectoryUsersCount => users::count,
    api::users::SearchDirectoryUsers => users::search,
    api::users::GetUserStats => users::stats,
    api::users::GetDirectoryUserDetails => users::get,
    api::users::RemoveDirectoryUser => user_changes::remove,
    api::users::SuspendDirectoryUser => user_changes::suspend,
    api::users::RestoreDirectoryUser => user_changes::restore,
    api::users::GetUserRoleAssignments => role_listing::of_user,
    api::users::InviteUsers => invitations::invite,
    api::users::GetUserLastActiveDates => last_active::get,
    api::groups::GetGroups => groups::list,
    api::groups::GetGroupsCount => groups::count,
    api::groups::SearchDirectoryGroups => groups::search,
    api::groups::GetGroupsStats => groups::stats,
    api::groups::CreateGroup => group_changes::create,
    api::groups::GetGroup => groups::get,
    api::groups::DeleteGroup => group_changes::delete,
    api::groups::AddUserToGroup => group_changes::add_member,
    api::groups::RemoveUserFromGroup => group_changes::remove_member,
    api::groups::GetGroupRoleAssignments => role_listing::of_group,
    api::groups::AssignGroupRole => group_changes::assign_role,
    api::groups::RevokeGroupRole => group_changes::revoke_role,
    api::roles::AssignRole => roles::assign,
    api::roles::RevokeRole => roles::revoke,
    api::roles::AssignOrgRole => roles::assign_org,
    api::roles::RevokeOrgRole => roles::revoke_org,
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
    api::scim_links::ScimGetLinks => scim_links::get,
    api::scim_links::ScimGetLinksForEmail => scim_links::get_for_email,
    api::scim_links::ScimUnlinkUser => scim_links::unlink,
    api::scim_links::ScimDeleteUserInDb => scim_links::delete_user,
    #[cfg(feature = "legacy")]
    api::legacy::V1SearchUsers => legacy_search::users,
    #[cfg(feature = "legacy")]
    api::legacy::V1SearchGroups => legacy_search::groups,
    #[cfg(feature = "legacy")]
    api::legacy::V1InviteUser => legacy::invite_user,
    #[cfg(feature = "legacy")]
    api::legacy::V1RemoveUser => legacy::remove_user,
    #[cfg(feature = "legacy")]
    api::legacy::V1SuspendUser => legacy::suspend_user,
    #[cfg(feature = "legacy")]
    api::legacy::V1RestoreUser => legacy::restore_user,
    #[cfg(feature = "legacy")]
    api::legacy::V1CreateGroup => legacy::create_group,
    #[cfg(feature = "legacy")]
    api::legacy::V1DeleteGroup => legacy::delete_group,
    #[cfg(feature = "legacy")]
    api::legacy::V1AddUserToGroup => legacy::add_member,
    #[cfg(feature = "legacy")]
    api::legacy::V1RemoveUserFromGroup => legacy::remove_member,
    #[cfg(feature = "legacy")]
    api::legacy::V1AssignGroupRoles => legacy::assign_roles,
    #[cfg(feature = "legacy")]
    api::legacy::V1RevokeGroupRoles => legacy::revoke_roles,
}

/// Times are epoch milliseconds on the wire; the client's types would also read ISO 8601, which the real API refuses.
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
pub(crate) fn find(method: &Method, path: &str) -> Result<Found, RouteError> {
    let mut path_is_known = false;
    for route in ROUTES {
        let Some(variables) = path::match_path(route.operation.path, path) else { continue };
        path_is_known = true;
        if Method::from(route.operation.method) == method {
            return Ok(Found { route, variables });
        }
    }
    Err(if path_is_known { RouteError::Method } else { RouteError::Path })
}

/// Why there is no route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RouteError {
    Path,
    Method,
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::OPERATIONS;

    #[test]
    fn every_operation_has_a_handler() {
        for operation in OPERATIONS {
            assert!(
                ROUTES.iter().any(|route| route.operation == *operation),
                "{} has no handler",
                operation.id
            );
        }
        assert_eq!(ROUTES.len(), OPERATIONS.len());
    }

    #[test]
    fn a_request_is_routed_by_method_and_path() {
        let found = |method: Method, path: &str| {
            find(&method, path)
                .map(|found| (found.route.operation.id, found.variable("orgId").map(str::to_owned)))
        };
        assert_eq!(found(Method::GET, "/admin/v1/orgs"), Ok(("getOrgs", None)));
        assert_eq!(found(Method::GET, "/admin/v1/orgs/a%2Fb/events"), Ok(("getEvents", Some("a/b".into()))));
        assert_eq!(found(Method::POST, "/admin/v1/orgs"), Err(RouteError::Method));
        assert_eq!(found(Method::GET, "/admin/v1/"), Err(RouteError::Path));
    }
}
