//! Waiting for groups and their members.

use super::wait::{WaitOptions, first};
use crate::api;
use crate::error::Result;
use crate::handles::{DirectoryScope, GroupsApi};
use crate::model::{AccountId, Group, GroupId};
use crate::operation::Endpoint;

impl GroupsApi<DirectoryScope> {
    /// Waits until there is a group of this name, and returns it. The response to its creation is
    /// empty, so its identifier is not known before.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) if it does not appear in time, and the
    /// errors of the requests.
    pub async fn wait_for_name(&self, name: impl Into<String>, options: WaitOptions) -> Result<Group> {
        let (scope, name) = (&self.scope, name.into());
        let call = api::groups::Search::new(scope.org_id.clone(), scope.directory_id.clone())
            .group_names([name.clone()]);
        // Atlassian compares names without regard to case.
        let is_it =
            |group: &Group| group.name.as_ref().is_some_and(|it| it.to_lowercase() == name.to_lowercase());
        self.client
            .wait(const { &api::groups::Search::OPERATION }, options, || {
                first(&self.client, call.clone(), is_it)
            })
            .await
    }

    /// Waits until the account is seen to be a member of the group.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) if it does not appear in time, and the
    /// errors of the requests.
    pub async fn wait_for_member(
        &self,
        group_id: impl Into<GroupId>,
        account_id: impl Into<AccountId>,
        options: WaitOptions,
    ) -> Result<()> {
        let (scope, account_id) = (&self.scope, account_id.into());
        let call = api::users::Search::new(scope.org_id.clone(), scope.directory_id.clone())
            .group_ids([group_id.into()])
            .account_ids([account_id.clone()]);
        let found = self.client.wait(const { &api::users::Search::OPERATION }, options, || {
            first(&self.client, call.clone(), |user| user.account_id.as_ref() == Some(&account_id))
        });
        found.await.map(|_| ())
    }
}
