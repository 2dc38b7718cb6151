//! One directory of an organization, or all of them.

use super::groups::to_groups;
use super::{AllDirectoriesScope, DirectoryScope};
use crate::auth::OrganizationKey;
use crate::client::Client;
use crate::model::DirectoryId;

/// A directory of an organization.
///
/// # Examples
/// ```
/// # use atlassian_admin_core::{Client, Result};
/// # async fn example(client: Client) -> Result<()> {
/// let directory = client.organization("an-organization").directory("a-directory");
/// let group = directory.groups().ensure("auditors").await?;
/// directory.users().suspend("an-account").await?;
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct Directory {
    pub(crate) client: Client<OrganizationKey>,
    pub(crate) scope: DirectoryScope,
}

impl Directory {
    /// The identifier of the directory.
    #[must_use]
    pub fn id(&self) -> &DirectoryId {
        &self.scope.directory_id
    }

    to_groups! {
        users: UsersApi<DirectoryScope> "The users of the directory.",
        groups: GroupsApi<DirectoryScope> "The groups of the directory.",
    }
}

/// All directories of an organization that the key can manage. It offers the operations that read.
///
/// # Examples
/// ```
/// # use atlassian_admin_core::{Client, Result};
/// # async fn example(client: Client) -> Result<()> {
/// let everywhere = client.organization("an-organization").all_directories();
/// let users = everywhere.users().search().emails(["ann@example.com"]).all().await?;
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct AllDirectories {
    pub(crate) client: Client<OrganizationKey>,
    pub(crate) scope: AllDirectoriesScope,
}

impl AllDirectories {
    to_groups! {
        users: UsersApi<AllDirectoriesScope> "The users of all directories.",
        groups: GroupsApi<AllDirectoriesScope> "The groups of all directories.",
    }
}
