//! Where a handle is: what the paths of its operations begin with.

use crate::auth::{CredentialKind, DirectoryKey, OrganizationKey};
use crate::model::{AccountId, DirectoryId, OrgId};

/// Where a handle is.
pub trait Scope: Clone {
    /// The kind of key that the operations here take.
    type Key: CredentialKind;
}

/// Anywhere: what the key can see.
#[derive(Debug, Clone)]
pub struct RootScope;

/// In an organization.
#[derive(Debug, Clone)]
pub struct OrganizationScope {
    pub(crate) org_id: OrgId,
}

/// In one directory of an organization, or in all of them (`-`).
#[derive(Debug, Clone)]
pub struct DirectoryScope {
    pub(crate) org_id: OrgId,
    pub(crate) directory_id: DirectoryId,
}

/// In a directory that an identity provider fills.
#[derive(Debug, Clone)]
pub struct ScimDirectoryScope {
    pub(crate) directory_id: DirectoryId,
}

/// At one managed account.
#[derive(Debug, Clone)]
pub struct AccountScope {
    pub(crate) account_id: AccountId,
}

impl Scope for RootScope {
    type Key = OrganizationKey;
}

impl Scope for OrganizationScope {
    type Key = OrganizationKey;
}

impl Scope for DirectoryScope {
    type Key = OrganizationKey;
}

impl Scope for ScimDirectoryScope {
    type Key = DirectoryKey;
}

impl Scope for AccountScope {
    type Key = OrganizationKey;
}
