//! Groups: finding or creating one, its members, and waiting for both.

use super::wait::{Wait, WaitOptions, first};
use crate::api;
use crate::argument::Argument;
use crate::error::Result;
use crate::handles::{AllDirectoriesScope, DirectoryScope, GroupsApi, RequestBuilder};
use crate::model::{AccountId, Group, GroupId};
use crate::operation::Endpoint;

impl GroupsApi<DirectoryScope> {
    /// Returns the group of this name, and creates it if there is none. The identifier of a new
    /// group is known only after it has appeared, for which this waits
    /// ([`WaitOptions::MEMBERSHIP`]).
    ///
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// # async fn example(client: Client) -> Result<()> {
    /// let organization = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
    /// let groups = organization.sole_directory().await?.groups();
    /// let auditors = groups.ensure("auditors").await?;
    /// groups.add_member(auditors, "712020:ann").await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// As of [`Self::wait_for_name`] and [`Self::create`]. If another client creates the group at
    /// the same time, its group is returned.
    pub async fn ensure(&self, name: impl Into<String>) -> Result<GroupId> {
        let name = name.into();
        match first(&self.client, self.named(&name), |group| has_name(group, &name)).await? {
            Some(group) => Ok(group.id),
            None => {
                match self.create(name.as_str()).await {
                    Err(error) if !error.is_conflict() => return Err(error),
                    _ => {}
                }
                Ok(self.wait_for_name(name).await?.id)
            }
        }
    }

    /// Waits until there is a group of this name, and returns it, by default as long as
    /// [`WaitOptions::MEMBERSHIP`] says. The response to its creation is empty, so its identifier
    /// is not known before.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) if it does not appear in time, and the
    /// errors of the requests.
    pub fn wait_for_name(&self, name: impl Into<String>) -> Wait<Group> {
        let (groups, name) = (self.clone(), name.into());
        Wait::new(WaitOptions::MEMBERSHIP, move |options| async move {
            let look = || first(&groups.client, groups.named(&name), |group| has_name(group, &name));
            groups.client.wait(const { &api::groups::Search::OPERATION }, options, look).await
        })
    }

    /// Waits until the account is seen to be a member of the group, by default as long as
    /// [`WaitOptions::MEMBERSHIP`] says.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) if it does not appear in time, and the
    /// errors of the requests.
    pub fn wait_for_member(
        &self,
        group_id: impl Into<GroupId>,
        account_id: impl Into<AccountId>,
    ) -> Wait<()> {
        let (client, account_id) = (self.client.clone(), account_id.into());
        let call = api::users::Search::new(self.scope.org_id(), self.scope.directory_id())
            .group_ids([group_id.into()])
            .account_ids([account_id.clone()]);
        Wait::new(WaitOptions::MEMBERSHIP, move |options| async move {
            let look = || first(&client, call.clone(), |user| user.account_id == account_id);
            client.wait(const { &api::users::Search::OPERATION }, options, look).await.map(drop)
        })
    }

    fn named(&self, name: &str) -> api::groups::Search {
        api::groups::Search::new(self.scope.org_id(), self.scope.directory_id()).group_names([name])
    }
}

/// Atlassian compares names without regard to case.
fn has_name(group: &Group, name: &str) -> bool {
    group.name.as_ref().is_some_and(|it| it.to_lowercase() == name.to_lowercase())
}

macro_rules! members {
    ($scope:ident) => {
        impl GroupsApi<$scope> {
            /// Lists the members of a group. They are the users that a
            /// [search](crate::api::users::Search) for the group finds.
            pub fn members(&self, group_id: impl Argument<GroupId>) -> RequestBuilder<api::users::Search> {
                let call = api::users::Search::new(self.scope.org_id(), self.scope.directory_id());
                RequestBuilder::new(&self.client, call.group_ids([group_id.into_argument()]))
            }
        }
    };
}

members!(DirectoryScope);
members!(AllDirectoriesScope);
