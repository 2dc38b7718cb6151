//! What the identifiers of a request stand for.

use atlassian_admin_core::model::{AccountId, DirectoryId, GroupId};

use crate::organization::call::Call;
use crate::organization::directories::Scope;
use crate::organization::{groups, users};
use crate::refusal::Refusal;

impl Call<'_> {
    /// The indices of directories; those that are not known find nothing.
    pub(crate) fn directories(&self, ids: &[DirectoryId]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.tx.world.directory_index(id.as_str())).collect()
    }

    pub(crate) fn find_user(&self, directory: &DirectoryId, account: &AccountId) -> Result<u64, Refusal> {
        let scope = Scope::named(self.view().world, directory.as_str())?;
        users::find(self.view(), scope, account.as_str())
    }

    pub(crate) fn find_group(&self, directory: &DirectoryId, group: &GroupId) -> Result<u64, Refusal> {
        let scope = Scope::named(self.view().world, directory.as_str())?;
        groups::find(self.view(), scope, group.as_str())
    }

    /// A change needs the directory itself.
    pub(crate) fn directory_to_change(&self, directory: &DirectoryId) -> Result<usize, Refusal> {
        Scope::named(self.view().world, directory.as_str()).and_then(Scope::for_change)
    }

    pub(crate) fn user_to_change(
        &self,
        directory: &DirectoryId,
        account: &AccountId,
    ) -> Result<u64, Refusal> {
        self.directory_to_change(directory)?;
        self.find_user(directory, account)
    }

    pub(crate) fn group_to_change(&self, directory: &DirectoryId, group: &GroupId) -> Result<u64, Refusal> {
        self.directory_to_change(directory)?;
        self.find_group(directory, group)
    }

    /// An account that the organization has to do with, in whatever directory.
    pub(crate) fn find_account(&self, account: &AccountId) -> Result<u64, Refusal> {
        users::find(self.view(), Scope::All, account.as_str())
    }
}
