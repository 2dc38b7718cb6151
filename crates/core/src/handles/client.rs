//! The entry points on a client.

use super::{
    AccountApi, AccountScope, Organization, OrganizationScope, OrgsApi, RootScope, ScimApi,
    ScimDirectoryScope,
};
use crate::auth::{DirectoryKey, OrganizationKey};
use crate::client::Client;
use crate::model::{AccountId, DirectoryId, OrgId};

impl Client<OrganizationKey> {
    /// The organizations that the key can read.
    #[must_use]
    pub fn orgs(&self) -> OrgsApi<RootScope> {
        OrgsApi { client: self.clone(), scope: RootScope }
    }

    /// An organization.
    #[must_use]
    pub fn organization(&self, org_id: impl Into<OrgId>) -> Organization {
        Organization { client: self.clone(), scope: OrganizationScope { org_id: org_id.into() } }
    }

    /// A managed account of any organization: its profile, its tokens, its lifecycle.
    #[must_use]
    pub fn account(&self, account_id: impl Into<AccountId>) -> AccountApi<AccountScope> {
        AccountApi { client: self.clone(), scope: AccountScope { account_id: account_id.into() } }
    }
}

impl Client<DirectoryKey> {
    /// A directory that an identity provider provisions.
    #[must_use]
    pub fn scim(&self, directory_id: impl Into<DirectoryId>) -> ScimApi<ScimDirectoryScope> {
        ScimApi { client: self.clone(), scope: ScimDirectoryScope { directory_id: directory_id.into() } }
    }
}
