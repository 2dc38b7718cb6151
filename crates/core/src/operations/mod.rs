//! The list of all operations, from which documents, untyped calls and generated code are made.

mod send;

use crate::api::*;
use crate::operation::{Endpoint, Operation};
use crate::schema::{HasSchema, Kind};

/// Visits the [`Endpoint`] type of every operation, by [`visit_endpoints`]: a list of values cannot
/// hold types.
pub trait EndpointVisitor {
    /// Called once for each operation.
    fn visit<E: Endpoint>(&mut self);
}

macro_rules! operations {
    ($($(#[$cfg:meta])? $group:ident::$endpoint:ident),* $(,)?) => {
        /// Every operation, by group.
        #[allow(deprecated)]
        pub const OPERATIONS: &[Operation] = &[$($(#[$cfg])? <$group::$endpoint as Endpoint>::OPERATION),*];

        /// Returns the schema of an operation's response.
        #[allow(deprecated)]
        #[must_use]
        pub fn answer_kind(operation: &Operation) -> Option<Kind> {
            const KINDS: &[(&str, Kind)] = &[$(
                $(#[$cfg])?
                (
                    <$group::$endpoint as Endpoint>::OPERATION.id,
                    <<$group::$endpoint as Endpoint>::Output as HasSchema>::KIND,
                )
            ),*];
            KINDS.iter().find(|(id, _)| *id == operation.id).map(|(_, kind)| *kind)
        }

        /// Shows the visitor the type of every operation, in the order of [`OPERATIONS`].
        #[allow(deprecated)]
        pub fn visit_endpoints(visitor: &mut impl EndpointVisitor) {
            $($(#[$cfg])? visitor.visit::<$group::$endpoint>();)*
        }

        /// For each operation: the simulator's direction inverts the client's, and answers are
        /// read as they are written.
        #[cfg(test)]
        #[allow(deprecated, non_snake_case)]
        mod every_operation {
            use crate::api::*;
            use crate::operation::test_support::{check, check_answer, check_misfits};

            mod decodes_what_it_encodes {
                use super::*;

                $($(#[$cfg])? #[test] fn $endpoint() { check::<$group::$endpoint>(); })*
            }

            mod reads_the_answers_that_it_writes {
                use super::*;

                $($(#[$cfg])? #[test] fn $endpoint() { check_answer::<$group::$endpoint>(); })*
            }

            mod tells_nothing_of_an_answer_that_does_not_fit {
                use super::*;

                $($(#[$cfg])? #[test] fn $endpoint() { check_misfits::<$group::$endpoint>(); })*
            }
        }
    };
}

operations![
    orgs::GetOrgs,
    orgs::GetOrgById,
    accounts::GetUsers,
    directories::GetDirectoriesForOrg,
    users::GetDirectoryUsers,
    users::GetDirectoryUsersCount,
    users::SearchDirectoryUsers,
    users::GetUserStats,
    users::GetDirectoryUserDetails,
    users::RemoveDirectoryUser,
    users::SuspendDirectoryUser,
    users::RestoreDirectoryUser,
    users::GetUserRoleAssignments,
    users::InviteUsers,
    users::GetUserLastActiveDates,
    groups::GetGroups,
    groups::GetGroupsCount,
    groups::SearchDirectoryGroups,
    groups::GetGroupsStats,
    groups::CreateGroup,
    groups::GetGroup,
    groups::DeleteGroup,
    groups::AddUserToGroup,
    groups::RemoveUserFromGroup,
    groups::GetGroupRoleAssignments,
    groups::AssignGroupRole,
    groups::RevokeGroupRole,
    roles::AssignRole,
    roles::RevokeRole,
    roles::AssignOrgRole,
    roles::RevokeOrgRole,
    events::GetEvents,
    events::PollEvents,
    events::GetEventById,
    events::GetEventActions,
    domains::GetDomains,
    domains::GetDomainById,
    policies::GetPolicies,
    policies::CreatePolicy,
    policies::GetPolicyById,
    policies::UpdatePolicy,
    policies::DeletePolicy,
    policies::AddResourceToPolicy,
    policies::UpdatePolicyResource,
    policies::DeletePolicyResource,
    policies::ValidatePolicy,
    workspaces::QueryWorkspacesV2,
    account::UmGetPermissions,
    account::UmGetProfile,
    account::UmUpdateProfile,
    account::UmSetEmail,
    account::UmGetApiTokens,
    account::UmDeleteApiToken,
    account::UmDisable,
    account::UmEnable,
    account::UmDelete,
    account::UmCancelDelete,
    scim::ScimGetUsers,
    scim::ScimGetUser,
    scim::ScimCreateUser,
    scim::ScimReplaceUser,
    scim::ScimPatchUser,
    scim::ScimDeleteUser,
    scim::ScimGetGroups,
    scim::ScimGetGroup,
    scim::ScimCreateGroup,
    scim::ScimReplaceGroup,
    scim::ScimPatchGroup,
    scim::ScimDeleteGroup,
    scim::ScimGetSchemas,
    scim::ScimGetUserSchema,
    scim::ScimGetGroupSchema,
    scim::ScimGetEnterpriseUserSchema,
    scim::ScimGetResourceTypes,
    scim::ScimGetUserResourceType,
    scim::ScimGetGroupResourceType,
    scim::ScimGetConfig,
    scim_links::ScimGetLinks,
    scim_links::ScimGetLinksForEmail,
    scim_links::ScimUnlinkUser,
    scim_links::ScimDeleteUserInDb,
    #[cfg(feature = "legacy")]
    legacy::V1SearchUsers,
    #[cfg(feature = "legacy")]
    legacy::V1SearchGroups,
    #[cfg(feature = "legacy")]
    legacy::V1InviteUser,
    #[cfg(feature = "legacy")]
    legacy::V1RemoveUser,
    #[cfg(feature = "legacy")]
    legacy::V1SuspendUser,
    #[cfg(feature = "legacy")]
    legacy::V1RestoreUser,
    #[cfg(feature = "legacy")]
    legacy::V1CreateGroup,
    #[cfg(feature = "legacy")]
    legacy::V1DeleteGroup,
    #[cfg(feature = "legacy")]
    legacy::V1AddUserToGroup,
    #[cfg(feature = "legacy")]
    legacy::V1RemoveUserFromGroup,
    #[cfg(feature = "legacy")]
    legacy::V1AssignGroupRoles,
    #[cfg(feature = "legacy")]
    legacy::V1RevokeGroupRoles,
];

/// The operation with this identifier (`getEvents`), or with this group and name (`events.query`,
/// `scimLinks.get`).
#[must_use]
pub fn operation(name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| operation.id == name || operation.dotted() == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Location;
    use crate::page::Paging;
    use crate::url;
    use std::collections::BTreeSet;

    #[test]
    fn operations_are_found_by_both_names() {
        assert_eq!(operation("getEvents"), operation("events.query"));
        assert_eq!(operation("events.query").map(|found| found.path), Some("/admin/v1/orgs/{orgId}/events"));
        assert_eq!(operation("events.nothing"), None);
    }

    #[test]
    fn a_visitor_is_shown_each() {
        struct Ids(Vec<&'static str>);
        impl EndpointVisitor for Ids {
            fn visit<E: Endpoint>(&mut self) {
                self.0.push(E::OPERATION.id);
            }
        }
        let mut shown = Ids(Vec::new());
        visit_endpoints(&mut shown);
        assert_eq!(shown.0, OPERATIONS.iter().map(|operation| operation.id).collect::<Vec<_>>());
    }

    #[test]
    fn each_declares_what_its_path_names_and_is_named_once() {
        let mut names = BTreeSet::new();
        for operation in OPERATIONS {
            let declared: Vec<_> = operation
                .params
                .iter()
                .filter(|param| param.location == Location::Path)
                .map(|param| param.name)
                .collect();
            assert_eq!(url::variables(operation.path).collect::<Vec<_>>(), declared, "{}", operation.id);
            assert!(
                names.insert(operation.id.to_owned())
                    && names.insert(format!("{}.{}", operation.group, operation.name))
                    && names.insert(format!("{} {}", operation.method.as_str(), operation.path)),
                "{} is declared twice",
                operation.id
            );
            if cfg!(feature = "docs") {
                let page = "https://developer.atlassian.com/cloud/admin/";
                assert!(operation.docs.starts_with(page), "{}", operation.id);
                assert!(operation.summary.ends_with('.'), "{}", operation.id);
            }
        }
    }

    /// `-> Page<…>` and `.paged(…)` are declared apart, and the cursor's place a third time.
    #[test]
    fn what_answers_a_page_declares_how_it_goes_on_and_takes_what_that_needs() {
        for operation in OPERATIONS {
            let page = match answer_kind(operation) {
                Some(Kind::Object(shape)) => {
                    ["Page", "ResourcePage", "LastActivePage"].into_iter().find(|name| *name == shape.name)
                }
                _ => None,
            };
            let place = |name| operation.param(name).map(|param| param.location);
            let expected = match operation.paging {
                Paging::None => (None, None, None),
                Paging::QueryCursor | Paging::Endless => (Some("Page"), Some(Location::Plain), None),
                Paging::BodyCursor | Paging::BodyCursorOnly => (Some("Page"), Some(Location::Member), None),
                Paging::Nested => (Some("LastActivePage"), Some(Location::Plain), None),
                Paging::StartIndex => (Some("ResourcePage"), None, Some(Location::Plain)),
            };
            assert_eq!((page, place("cursor"), place("startIndex")), expected, "{}", operation.id);
        }
    }
}
