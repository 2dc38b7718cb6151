//! The scope of a handle: the path arguments that all of its operations share.

use crate::auth::{CredentialKind, DirectoryKey, OrganizationKey};
use crate::model::{AccountId, DirectoryId, OrgId};

/// The scope of a handle.
pub trait Scope: Clone {
    /// The kind of key that the operations of the scope take.
    type Key: CredentialKind;
}

/// No scope: the operations take no path arguments from the handle.
#[derive(Debug, Clone)]
pub struct RootScope;

/// An organization.
#[derive(Debug, Clone)]
pub struct OrganizationScope {
    pub(crate) org_id: OrgId,
}

impl OrganizationScope {
    pub(crate) fn org_id(&self) -> OrgId {
        self.org_id.clone()
    }
}

/// One directory of an organization.
#[derive(Debug, Clone)]
pub struct DirectoryScope {
    pub(crate) org_id: OrgId,
    pub(crate) directory_id: DirectoryId,
}

impl DirectoryScope {
    pub(crate) fn org_id(&self) -> OrgId {
        self.org_id.clone()
    }

    pub(crate) fn directory_id(&self) -> DirectoryId {
        self.directory_id.clone()
    }
}

/// All directories of an organization.
#[derive(Debug, Clone)]
pub struct AllDirectoriesScope {
    pub(crate) org_id: OrgId,
}

impl AllDirectoriesScope {
    pub(crate) fn org_id(&self) -> OrgId {
        self.org_id.clone()
    }

    #[allow(clippy::unused_self, reason = "as `DirectoryScope` has it")]
    pub(crate) fn directory_id(&self) -> DirectoryId {
        DirectoryId::EVERY.into()
    }
}

/// A directory that an identity provider provisions.
#[derive(Debug, Clone)]
pub struct ScimDirectoryScope {
    pub(crate) directory_id: DirectoryId,
}

impl ScimDirectoryScope {
    pub(crate) fn directory_id(&self) -> DirectoryId {
        self.directory_id.clone()
    }
}

/// A managed account.
#[derive(Debug, Clone)]
pub struct AccountScope {
    pub(crate) account_id: AccountId,
}

impl AccountScope {
    pub(crate) fn account_id(&self) -> AccountId {
        self.account_id.clone()
    }
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

impl Scope for AllDirectoriesScope {
    type Key = OrganizationKey;
}

impl Scope for ScimDirectoryScope {
    type Key = DirectoryKey;
}

impl Scope for AccountScope {
    type Key = OrganizationKey;
}
