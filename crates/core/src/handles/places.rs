//! One handle per group, and the ways to them.

use super::{AccountScope, DirectoryScope, OrganizationScope, RootScope, ScimDirectoryScope};
use crate::auth::{DirectoryKey, OrganizationKey};
use crate::client::Client;
use crate::model::{AccountId, DirectoryId, OrgId};

macro_rules! groups {
    ($($(#[$meta:meta])* $group:ident;)*) => {
        $(
            $(#[$meta])*
            pub mod $group {
                use crate::client::Client;
                use crate::handles::Scope;

                $(#[$meta])*
                #[derive(Debug, Clone)]
                pub struct Handle<S: Scope> {
                    pub(crate) client: Client<S::Key>,
                    pub(crate) scope: S,
                }
            }
        )*
    };
}

groups! {
    /// Organizations.
    orgs;
    /// Managed accounts, as version 1 of the API lists them.
    accounts;
    /// Directories of users.
    directories;
    /// The users of a directory.
    users;
    /// Groups, their members and their roles.
    groups;
    /// Roles of single users.
    roles;
    /// The audit log.
    events;
    /// Claimed domains.
    domains;
    /// Policies.
    policies;
    /// Sites and other workspaces.
    workspaces;
    /// A managed account: its profile, its tokens, its life.
    account;
    /// Provisioning of users and groups by SCIM.
    scim;
    /// What links an account to an identity provider's record.
    scim_links;
    /// Operations of version 1 that have successors.
    #[cfg(feature = "legacy")]
    legacy;
}

/// Writes the ways from a place to the groups that have operations there.
macro_rules! ways {
    ($place:ident: $($(#[$cfg:meta])? $group:ident $docs:literal),* $(,)?) => {
        $(
            #[doc = $docs]
            $(#[$cfg])?
            #[must_use]
            pub fn $group(&self) -> $group::Handle<$place> {
                $group::Handle { client: self.client.clone(), scope: self.scope.clone() }
            }
        )*
    };
}

/// An organization, as a place to call operations in.
#[derive(Debug, Clone)]
pub struct Organization {
    pub(crate) client: Client<OrganizationKey>,
    pub(crate) scope: OrganizationScope,
}

impl Organization {
    ways! { OrganizationScope:
        orgs "The organization itself.",
        accounts "Its managed accounts.",
        directories "Its directories.",
        users "Its users, whatever their directory.",
        roles "The roles of its users.",
        events "Its audit log.",
        domains "Its claimed domains.",
        policies "Its policies.",
        workspaces "Its sites and other workspaces.",
        scim_links "What links its accounts to identity providers' records.",
        #[cfg(feature = "legacy")]
        legacy "What version 1 offered and has successors.",
    }

    /// One of its directories.
    #[must_use]
    pub fn directory(&self, directory_id: impl Into<DirectoryId>) -> Directory {
        let scope = DirectoryScope { org_id: self.scope.org_id.clone(), directory_id: directory_id.into() };
        Directory { client: self.client.clone(), scope }
    }

    /// All of its directories at once, for operations that only read.
    #[must_use]
    pub fn all_directories(&self) -> Directory {
        self.directory(DirectoryId::EVERY)
    }
}

/// A directory of an organization, as a place to call operations in.
#[derive(Debug, Clone)]
pub struct Directory {
    pub(crate) client: Client<OrganizationKey>,
    pub(crate) scope: DirectoryScope,
}

impl Directory {
    /// Its identifier.
    #[must_use]
    pub fn id(&self) -> &DirectoryId {
        &self.scope.directory_id
    }

    ways! { DirectoryScope:
        users "Its users.",
        groups "Its groups.",
    }
}

impl Client<OrganizationKey> {
    /// What the key can see.
    #[must_use]
    pub fn orgs(&self) -> orgs::Handle<RootScope> {
        orgs::Handle { client: self.clone(), scope: RootScope }
    }

    /// An organization.
    #[must_use]
    pub fn organization(&self, org_id: impl Into<OrgId>) -> Organization {
        Organization { client: self.clone(), scope: OrganizationScope { org_id: org_id.into() } }
    }

    /// A managed account, whatever its organization: its profile, its tokens, its life.
    #[must_use]
    pub fn account(&self, account_id: impl Into<AccountId>) -> account::Handle<AccountScope> {
        account::Handle { client: self.clone(), scope: AccountScope { account_id: account_id.into() } }
    }
}

impl Client<DirectoryKey> {
    /// A directory that an identity provider fills.
    #[must_use]
    pub fn scim(&self, directory_id: impl Into<DirectoryId>) -> scim::Handle<ScimDirectoryScope> {
        scim::Handle { client: self.clone(), scope: ScimDirectoryScope { directory_id: directory_id.into() } }
    }
}
