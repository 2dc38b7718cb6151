//! The list of all operations, from which documents, untyped calls and generated code are made.

mod request;
mod send;

use crate::api::*;
use crate::operation::{Endpoint, Operation};
use crate::schema::{HasSchema, Schema};

/// Visits the [`Endpoint`] type of every operation, by [`visit_endpoints`]: a list of values cannot
/// hold types.
pub trait EndpointVisitor {
    /// Called once for each operation.
    fn visit<E: Endpoint>(&mut self);
}

macro_rules! operations {
    ({ $($group:ident { $($endpoint:ident),* $(,)? })* } legacy { $($old:ident),* $(,)? }) => {
        /// Every operation, by group.
        #[allow(deprecated)]
        pub const OPERATIONS: &[Operation] = &[
            $($(<$group::$endpoint as Endpoint>::OPERATION,)*)*
            $(#[cfg(feature = "legacy")] <legacy::$old as Endpoint>::OPERATION,)*
        ];

        /// Returns the schema of an operation's response.
        #[allow(deprecated)]
        #[must_use]
        pub fn response_schema(operation: &Operation) -> Option<Schema> {
            const fn schema<E: Endpoint>() -> (&'static str, Schema)
            where
                E::Response: HasSchema,
            {
                (E::OPERATION.id, <E::Response as HasSchema>::SCHEMA)
            }
            const SCHEMAS: &[(&str, Schema)] = &[
                $($(schema::<$group::$endpoint>(),)*)*
                $(#[cfg(feature = "legacy")] schema::<legacy::$old>(),)*
            ];
            SCHEMAS.iter().find(|(id, _)| *id == operation.id).map(|(_, schema)| *schema)
        }

        /// Shows the visitor the type of every operation, in the order of [`OPERATIONS`].
        #[allow(deprecated)]
        pub fn visit_endpoints(visitor: &mut impl EndpointVisitor) {
            $($(visitor.visit::<$group::$endpoint>();)*)*
            $(#[cfg(feature = "legacy")] visitor.visit::<legacy::$old>();)*
        }

        /// For each operation: the simulator's direction inverts the client's, and responses are
        /// read as they are written.
        #[cfg(test)]
        #[allow(deprecated, non_snake_case)]
        mod every_operation {
            use crate::operation::test_support::{check, check_response, check_violations};

            $(mod $group {
                use super::*;
                use crate::api::$group;

                $(mod $endpoint {
                    operations!(@tests super::$group::$endpoint);
                })*
            })*

            #[cfg(feature = "legacy")]
            mod legacy {
                use super::*;
                use crate::api::legacy;

                $(mod $old {
                    operations!(@tests super::legacy::$old);
                })*
            }
        }
    };
    (@tests $endpoint:ty) => {
        use super::*;

        #[test]
        fn arguments_round_trip() {
            check::<$endpoint>();
        }

        #[test]
        fn response_round_trips() {
            check_response::<$endpoint>();
        }

        #[test]
        fn decode_error_holds_no_value_of_the_response() {
            check_violations::<$endpoint>();
        }
    };
}

operations! {{
    orgs { List, Get }
    accounts { List }
    directories { List }
    users {
        List, Count, Search, Stats, Get, Remove, Suspend, Restore, ListRoles, Invite,
        LastActive,
    }
    groups {
        List, Count, Search, Stats, Create, Get, Delete, AddMember, RemoveMember, ListRoles,
        AssignRole, RevokeRole,
    }
    roles { Assign, Revoke, AssignOrg, RevokeOrg }
    events { Query, Poll, Get, Actions }
    domains { List, Get }
    policies {
        List, Create, Get, Update, Delete, AddResource, UpdateResource, DeleteResource,
        Validate,
    }
    workspaces { Search }
    account {
        Permissions, GetProfile, UpdateProfile, SetEmail, ListTokens, DeleteToken, Disable,
        Enable, Delete, CancelDelete,
    }
    scim {
        ListUsers, GetUser, CreateUser, ReplaceUser, PatchUser, DeleteUser, ListGroups,
        GetGroup, CreateGroup, ReplaceGroup, PatchGroup, DeleteGroup, ListSchemas, UserSchema,
        GroupSchema, EnterpriseUserSchema, ListResourceTypes, UserResourceType,
        GroupResourceType, ServiceProviderConfig,
    }
    scim_links { Get, GetForEmail, Unlink, DeleteUser }
} legacy {
    SearchUsers, SearchGroups, InviteUser, RemoveUser, SuspendUser, RestoreUser, CreateGroup,
    DeleteGroup, AddMember, RemoveMember, AssignGroupRoles, RevokeGroupRoles,
}}

/// The operation with this identifier (`getEvents`), or with this group and name (`events.query`,
/// `scimLinks.get`).
#[must_use]
pub fn operation(name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| operation.id == name || operation.dotted() == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url;
    use std::collections::BTreeSet;

    #[test]
    fn operations_are_found_by_both_names() {
        assert_eq!(operation("getEvents"), operation("events.query"));
        assert_eq!(operation("events.query").map(|found| found.path), Some("/admin/v1/orgs/{orgId}/events"));
        assert_eq!(operation("events.nothing"), None);
    }

    #[test]
    fn visit_endpoints_visits_each_operation_in_order() {
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
    fn operations_declare_path_variables_and_have_unique_names() {
        let mut names = BTreeSet::new();
        for operation in OPERATIONS {
            let declared: Vec<_> = operation
                .params
                .iter()
                .filter(|param| param.location.is_path())
                .map(|param| param.wire)
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
}
