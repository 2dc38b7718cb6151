//! Waiting for groups and their members.

use super::{Patience, WaitError};
use crate::api::groups::SearchDirectoryGroups;
use crate::api::users::SearchDirectoryUsers;
use crate::handles::{InDirectory, groups};
use crate::model::{AccountId, Group, GroupId};

impl groups::Handle<InDirectory> {
    /// Waits until there is a group of this name, and answers with it: its creation answers nothing, not even its identifier.
    ///
    /// # Errors
    /// [`WaitError`].
    pub async fn wait_for_name(
        &self,
        name: impl Into<String>,
        patience: Patience,
    ) -> Result<Group, WaitError> {
        let scope = &self.scope;
        let call = SearchDirectoryGroups::new(scope.org_id.clone(), scope.directory_id.clone())
            .group_names([name.into()]);
        self.client
            .wait_until(patience, || async { Ok(self.client.send(&call).await?.data.into_iter().next()) })
            .await
    }

    /// Waits until the account is seen to be a member of the group.
    ///
    /// # Errors
    /// [`WaitError`].
    pub async fn wait_for_member(
        &self,
        group_id: impl Into<GroupId>,
        account_id: impl Into<AccountId>,
        patience: Patience,
    ) -> Result<(), WaitError> {
        let scope = &self.scope;
        let call = SearchDirectoryUsers::new(scope.org_id.clone(), scope.directory_id.clone())
            .group_ids([group_id.into()])
            .account_ids([account_id.into()]);
        self.client
            .wait_until(patience, || async { Ok(self.client.send(&call).await?.data.first().map(|_| ())) })
            .await
    }
}
