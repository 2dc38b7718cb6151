//! The operations of a group, as methods: one type for each group.

use super::Scope;
use crate::client::Client;

macro_rules! groups {
    ($($(#[doc = $doc:literal])+ $(#[cfg($cfg:meta)])? $api:ident $group:ident;)*) => {
        $(
            $(#[doc = $doc])+
            $(#[cfg($cfg)])?
            #[derive(Debug, Clone)]
            pub struct $api<S: Scope> {
                pub(crate) client: Client<S::Key>,
                #[allow(dead_code, reason = "`RootScope` has no arguments")]
                pub(crate) scope: S,
            }
        )*

        /// The types by the name of their group, for the macro that defines operations.
        pub(crate) mod by_group {
            $($(#[cfg($cfg)])? pub(crate) mod $group { pub(crate) use super::super::$api as Api; })*
        }
    };
}

groups! {
    /// Organizations.
    OrgsApi orgs;
    /// Managed accounts, as version 1 of the API lists them.
    AccountsApi accounts;
    /// Directories of users.
    DirectoriesApi directories;
    /// The users of a directory.
    UsersApi users;
    /// Groups, their members and their roles.
    GroupsApi groups;
    /// Roles of single users.
    RolesApi roles;
    /// The audit log.
    EventsApi events;
    /// Claimed domains.
    DomainsApi domains;
    /// Policies.
    PoliciesApi policies;
    /// Sites and other workspaces.
    WorkspacesApi workspaces;
    /// A managed account: its profile, its tokens, its lifecycle.
    AccountApi account;
    /// Provisioning of users and groups by SCIM.
    ScimApi scim;
    /// Links between accounts and the records of an identity provider.
    ScimLinksApi scim_links;
    /// Operations of version 1 that have successors.
    #[cfg(feature = "legacy")]
    LegacyApi legacy;
}

/// Writes the methods of a handle that return its groups.
macro_rules! to_groups {
    ($($(#[$cfg:meta])? $group:ident: $api:ident<$scope:ident> $docs:literal),* $(,)?) => {
        $(
            #[doc = $docs]
            $(#[$cfg])?
            #[must_use]
            pub fn $group(&self) -> crate::handles::$api<crate::handles::$scope> {
                crate::handles::$api { client: self.client.clone(), scope: self.scope.clone() }
            }
        )*
    };
}

pub(super) use to_groups;
