//! What the identifiers of a request stand for.

use atlassian_admin_core::model::{AccountId, DirectoryId, GroupId};

use crate::call::Call;
use crate::problem::Problem;
use crate::store::{Refusal, Scope, View};

impl Call<'_> {
    /// What readers see.
    pub(crate) fn view(&self) -> View<'_> {
        self.store.view(self.world, self.now)
    }

    /// The indices of directories; those that are not known find nothing.
    pub(crate) fn directories(&self, ids: &[DirectoryId]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.world.directory_index(id.as_str())).collect()
    }

    pub(crate) fn find_user(&self, directory: &DirectoryId, account: &AccountId) -> Result<u64, Problem> {
        let scope = self.view().scope(directory.as_str()).map_err(Problem::v2)?;
        self.view().find_user(scope, account.as_str()).map_err(Problem::v2)
    }

    pub(crate) fn find_group(&self, directory: &DirectoryId, group: &GroupId) -> Result<u64, Problem> {
        let scope = self.view().scope(directory.as_str()).map_err(Problem::v2)?;
        self.view().find_group(scope, group.as_str()).map_err(Problem::v2)
    }

    /// A change needs the directory itself.
    pub(crate) fn directory_to_change(&self, directory: &DirectoryId) -> Result<usize, Problem> {
        self.view().scope(directory.as_str()).and_then(Scope::for_change).map_err(Problem::v2)
    }

    pub(crate) fn user_to_change(
        &self,
        directory: &DirectoryId,
        account: &AccountId,
    ) -> Result<u64, Problem> {
        self.directory_to_change(directory)?;
        self.find_user(directory, account)
    }

    pub(crate) fn group_to_change(&self, directory: &DirectoryId, group: &GroupId) -> Result<u64, Problem> {
        self.directory_to_change(directory)?;
        self.find_group(directory, group)
    }

    /// An account that the organization has to do with, in whatever directory.
    pub(crate) fn find_account(&self, account: &AccountId) -> Result<u64, Refusal> {
        self.view().find_user(Scope::All, account.as_str())
    }
}
