//! Helpers for the cases about users and groups.

use atlassian_admin::api;
use atlassian_admin::handles::{Directory, RequestBuilder};
use atlassian_admin::model::{AccountId, DirectoryUser, Group, GroupId, SortOrder};
use atlassian_admin::{Error, ErrorKind};
use atlassian_admin_simulator::Scenario;
use futures_util::TryStreamExt;

use crate::world::World;

/// Kind, status and code of an error.
pub fn summary(error: &Error) -> (ErrorKind, Option<u16>, Option<&str>) {
    (error.kind(), error.http_status().map(|status| status.as_u16()), error.code())
}

impl World {
    /// The first directory.
    pub async fn directory(&self) -> Directory {
        let organization = self.client().organization(self.org());
        let directories = organization.directories().list().send().await.unwrap().data;
        organization.directory(directories[0].id.clone())
    }

    /// A user of the directory without roles, and a group without members and roles.
    pub fn ann_and_reviewers(&self) -> (AccountId, GroupId) {
        self.arrange(Scenario::new().user("ann@example.com").group("reviewers"));
        (self.account("ann@example.com"), self.simulator.group_id("reviewers").unwrap())
    }

    /// Applies the changes of a scenario.
    pub fn arrange(&self, scenario: Scenario) {
        self.simulator.arrange(&scenario).unwrap();
    }

    /// The account of a user of a scenario.
    pub fn account(&self, email: &str) -> AccountId {
        self.simulator.account_id(email).unwrap()
    }

    /// Returns the latest actions of the audit log, latest first.
    pub async fn last_actions(&self, count: u32) -> Vec<String> {
        let call = api::events::Poll::new(self.org()).sort_order(SortOrder::Descending).limit(count);
        let page = self.client().send(&call).await.unwrap();
        page.data.into_iter().filter_map(|event| event.attributes?.action).collect()
    }
}

/// Returns all groups that a search finds.
pub async fn groups(search: RequestBuilder<api::groups::Search>) -> Vec<Group> {
    search.limit(100).all().await.unwrap()
}

/// Returns the names of the groups that an account is in.
pub async fn groups_of(search: RequestBuilder<api::groups::Search>, account: &AccountId) -> Vec<String> {
    groups(search.account_ids([account.clone()])).await.into_iter().filter_map(|group| group.name).collect()
}

/// Returns all users that a search finds.
pub async fn found(search: RequestBuilder<api::users::Search>) -> Vec<DirectoryUser> {
    search.limit(100).pages().items().try_collect().await.unwrap()
}

pub fn ids(users: &[DirectoryUser]) -> Vec<AccountId> {
    users.iter().map(|user| user.account_id.clone()).collect()
}
