//! The operations: a table of their handlers.

use atlassian_admin_core::api;
use atlassian_admin_core::operation::{Endpoint, Operation, RequestParts};
use atlassian_admin_core::response::ResponseBody;
use atlassian_admin_core::schema::Schema;
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
type Handler = fn(&mut Call<'_>, &RequestParts) -> Result<(StatusCode, Bytes), Failure>;

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
    api::orgs::List => orgs::list,
    api::orgs::Get => orgs::get,
    api::accounts::List => accounts::list,
    api::domains::List => domains::list,
    api::domains::Get => domains::get,
    api::events::Query => audit_log::search::query,
    api::events::Poll => audit_log::stream::poll,
    api::events::Get => audit_log::routes::get,
    api::events::Actions => audit_log::routes::actions,
    api::policies::List => policies::routes::list,
    api::policies::Create => policies::routes::create,
    api::policies::Get => policies::routes::get,
    api::policies::Update => policies::routes::update,
    api::policies::Delete => policies::routes::delete,
    api::policies::AddResource => policies::routes::add_resource,
    api::policies::UpdateResource => policies::routes::update_resource,
    api::policies::DeleteResource => policies::routes::delete_resource,
    api::policies::Validate => policies::routes::validate,
    api::workspaces::Search => workspaces::search,
    api::account::Permissions => account::permissions::permissions,
    api::account::GetProfile => account::profile::get_profile,
    api::account::UpdateProfile => account::profile::update_profile,
    api::account::SetEmail => account::profile::set_email,
    api::account::ListTokens => tokens::list_tokens,
    api::account::DeleteToken => tokens::delete_token,
    api::account::Disable => account::routes::disable,
    api::account::Enable => account::routes::enable,
    api::account::Delete => account::routes::delete,
    api::account::CancelDelete => account::routes::cancel_delete,
    api::directories::List => directories::list,
    api::users::List => users::routes::list,
    api::users::Count => users::routes::count,
    api::users::Search => users::routes::search,
    api::users::Stats => users::routes::stats,
    api::users::Get => users::routes::get,
    api::users::Remove => users::routes::remove,
    api::users::Suspend => users::routes::suspend,
    api::users::Restore => users::routes::restore,
    api::users::ListRoles => roles::listing::of_user,
    api::users::Invite => users::invitations::invite,
    api::users::LastActive => users::last_active::get,
    api::groups::List => groups::routes::list,
    api::groups::Count => groups::routes::count,
    api::groups::Search => groups::routes::search,
    api::groups::Stats => groups::routes::stats,
    api::groups::Create => groups::routes::create,
    api::groups::Get => groups::routes::get,
    api::groups::Delete => groups::routes::delete,
    api::groups::AddMember => groups::routes::add_member,
    api::groups::RemoveMember => groups::routes::remove_member,
    api::groups::ListRoles => roles::listing::of_group,
    api::groups::AssignRole => groups::routes::assign_role,
    api::groups::RevokeRole => groups::routes::revoke_role,
    api::roles::Assign => roles::routes::assign,
    api::roles::Revoke => roles::routes::revoke,
    api::roles::AssignOrg => roles::routes::assign_org,
    api::roles::RevokeOrg => roles::routes::revoke_org,
    api::scim::ListUsers => scim::users::list,
    api::scim::GetUser => scim::users::get,
    api::scim::CreateUser => scim::users::create,
    api::scim::ReplaceUser => scim::users::replace,
    api::scim::PatchUser => scim::users::patch,
    api::scim::DeleteUser => scim::users::delete,
    api::scim::ListGroups => scim::groups::list,
    api::scim::GetGroup => scim::groups::get,
    api::scim::CreateGroup => scim::groups::create,
    api::scim::ReplaceGroup => scim::groups::replace,
    api::scim::PatchGroup => scim::groups::patch,
    api::scim::DeleteGroup => scim::groups::delete,
    api::scim::ListSchemas => scim::discovery::schemas,
    api::scim::UserSchema => scim::discovery::user_schema,
    api::scim::GroupSchema => scim::discovery::group_schema,
    api::scim::EnterpriseUserSchema => scim::discovery::enterprise_user_schema,
    api::scim::ListResourceTypes => scim::discovery::resource_types,
    api::scim::UserResourceType => scim::discovery::user_resource_type,
    api::scim::GroupResourceType => scim::discovery::group_resource_type,
    api::scim::ServiceProviderConfig => scim::discovery::config,
    api::scim_links::Get => scim::links::get,
    api::scim_links::GetForEmail => scim::links::get_for_email,
    api::scim_links::Unlink => scim::links::unlink,
    api::scim_links::DeleteUser => scim::links::delete_user,
} legacy {
    api::legacy::SearchUsers => legacy::search::users,
    api::legacy::SearchGroups => legacy::search::groups,
    api::legacy::InviteUser => legacy::changes::invite_user,
    api::legacy::RemoveUser => legacy::changes::remove_user,
    api::legacy::SuspendUser => legacy::changes::suspend_user,
    api::legacy::RestoreUser => legacy::changes::restore_user,
    api::legacy::CreateGroup => legacy::changes::create_group,
    api::legacy::DeleteGroup => legacy::changes::delete_group,
    api::legacy::AddMember => legacy::changes::add_member,
    api::legacy::RemoveMember => legacy::changes::remove_member,
    api::legacy::AssignGroupRoles => legacy::changes::assign_roles,
    api::legacy::RevokeGroupRoles => legacy::changes::revoke_roles,
}}

/// Times are epoch milliseconds on the wire; the client's types would also read ISO 8601, which
/// the real API refuses.
fn check_times(operation: &Operation, parts: &RequestParts) -> Result<(), Problem> {
    let is_time = |name: &str| operation.param(name).is_some_and(|param| param.schema == Schema::Time);
    let mut times = parts.query.iter().filter(|pair| is_time(&pair.name)).flat_map(|pair| &pair.values);
    if times.all(|time| time.parse::<i64>().is_ok()) { Ok(()) } else { Err(Problem::BAD_TIME) }
}

fn encode<E: Endpoint>(answer: Answered<E::Response>) -> Result<(StatusCode, Bytes), Problem> {
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
