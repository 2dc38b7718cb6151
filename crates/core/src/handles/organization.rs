//! An organization: its groups of operations, and its directories.

use super::groups::to_groups;
use super::{AllDirectories, AllDirectoriesScope, Directory, DirectoryScope, OrganizationScope};
use crate::auth::OrganizationKey;
use crate::client::Client;
use crate::model::{DirectoryId, OrgId};

/// An organization.
///
/// # Examples
/// ```
/// # use atlassian_admin_core::{Client, Result};
/// # async fn example(client: Client) -> Result<()> {
/// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
/// let org = organization.get().await?;
/// let domains = organization.domains().list().all().await?;
/// let users = organization.all_directories().users().count().await?;
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct Organization {
    pub(crate) client: Client<OrganizationKey>,
    pub(crate) scope: OrganizationScope,
}

impl Organization {
    /// The identifier of the organization.
    #[must_use]
    pub fn id(&self) -> &OrgId {
        &self.scope.org_id
    }

    to_groups! {
        accounts: AccountsApi<OrganizationScope> "The managed accounts of the organization.",
        directories: DirectoriesApi<OrganizationScope> "The directories of the organization.",
        users: UsersApi<OrganizationScope> "The users of the organization, in every directory.",
        roles: RolesApi<OrganizationScope> "The roles of users.",
        events: EventsApi<OrganizationScope> "The audit log.",
        domains: DomainsApi<OrganizationScope> "The claimed domains.",
        policies: PoliciesApi<OrganizationScope> "The policies.",
        workspaces: WorkspacesApi<OrganizationScope> "The sites and other workspaces.",
        scim_links: ScimLinksApi<OrganizationScope> "The links between accounts and the records of an identity provider.",
        #[cfg(feature = "legacy")]
        legacy: LegacyApi<OrganizationScope> "The operations of version 1 that have successors.",
    }

    /// A directory of the organization.
    #[must_use]
    pub fn directory(&self, directory_id: impl Into<DirectoryId>) -> Directory {
        let scope = DirectoryScope { org_id: self.scope.org_id.clone(), directory_id: directory_id.into() };
        Directory { client: self.client.clone(), scope }
    }

    /// All directories of the organization that the key can manage. Only operations that read
    /// take all directories at once.
    #[must_use]
    pub fn all_directories(&self) -> AllDirectories {
        let scope = AllDirectoriesScope { org_id: self.scope.org_id.clone() };
        AllDirectories { client: self.client.clone(), scope }
    }
}
