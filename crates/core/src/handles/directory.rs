//! One directory of an organization, or all of them.

use super::groups::to_groups;
use super::{AllDirectoriesScope, DirectoryScope};
use crate::auth::OrganizationKey;
use crate::client::Client;
use crate::model::DirectoryId;

/// A directory of an organization.
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
