//! Finds the directory of an account or a group.
//!
//! A read can cover all directories at once (`-`), but a write must name the directory of its user
//! or group.

use super::wait::first;
use crate::api;
use crate::error::{Error, Result};
use crate::handles::{Directory, Organization};
use crate::model::{AccountId, DirectoryId, Group, GroupId};
use crate::operation::Endpoint;

impl Organization {
    /// Finds the directory of an account.
    ///
    /// ```
    /// # use atlassian_admin_core::{Client, Result, model::AccountId};
    /// # async fn example(client: Client, leaver: AccountId) -> Result<()> {
    /// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
    /// let directory = organization.directory_of_account(leaver.clone()).await?;
    /// directory.users().suspend(leaver).send().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the key may manage none,
    /// [`ErrorKind::Ambiguous`](crate::ErrorKind::Ambiguous) if there are several, which
    /// [`Error::directories`] returns, and the errors of the requests.
    pub async fn directory_of_account(&self, account_id: impl Into<AccountId>) -> Result<Directory> {
        let call = api::directories::List::new(self.scope.org_id.clone()).account_id(account_id);
        self.one_of(call, "the account").await
    }

    /// Finds the directory of an organization that has only one.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the key may manage none,
    /// [`ErrorKind::Ambiguous`](crate::ErrorKind::Ambiguous) if there are several, which
    /// [`Error::directories`] returns, and the errors of the requests.
    pub async fn sole_directory(&self) -> Result<Directory> {
        self.one_of(api::directories::List::new(self.scope.org_id.clone()), "the organization").await
    }

    /// Finds the directory of a group.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if the key may manage none,
    /// [`ErrorKind::Ambiguous`](crate::ErrorKind::Ambiguous) if there are several, which
    /// [`Error::directories`] returns, and the errors of the requests.
    pub async fn directory_of_group(&self, group_id: impl Into<GroupId>) -> Result<Directory> {
        let group_id = group_id.into();
        let call = api::groups::Search::new(self.scope.org_id.clone(), DirectoryId::EVERY)
            .group_ids([group_id.clone()]);
        // A write follows: if the server ignores the filter, the write must not go to the directory
        // of another group.
        let is_it = |group: &Group| group.id == group_id && group.directory_id.is_some();
        match first(&self.client, call, is_it).await?.and_then(|group| group.directory_id) {
            Some(id) => Ok(self.directory(id)),
            None => {
                Err(Error::unresolved(const { &api::groups::Search::OPERATION }, "the group", Vec::new()))
            }
        }
    }

    /// Returns the only directory of a listing, which is about `what`.
    async fn one_of(&self, call: api::directories::List, what: &'static str) -> Result<Directory> {
        let mut directories = self.client.pages(call).items();
        let mut ids = Vec::new();
        while let Some(directory) = directories.next().await {
            ids.push(directory?.id);
        }
        match ids.as_slice() {
            [only] => Ok(self.directory(only)),
            _ => Err(Error::unresolved(const { &api::directories::List::OPERATION }, what, ids)),
        }
    }
}
