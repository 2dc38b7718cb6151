//! What the cases about users and groups share.

use atlassian_admin::api::events::PollEvents;
use atlassian_admin::handles::Directory;
use atlassian_admin::model::{AccountId, DirectoryUser, Group, SortOrder};
use atlassian_admin::{Error, ErrorKind};
use futures_util::TryStreamExt;

use crate::world::World;

/// What an error says.
pub fn told(error: &Error) -> (ErrorKind, Option<u16>, Option<&str>) {
    (error.kind(), error.http_status().map(|status| status.as_u16()), error.code())
}

impl World {
    /// The first directory.
    pub async fn directory(&self) -> Directory {
        let organization = self.client().organization(self.org());
        let directories = organization.directories().list().send().await.unwrap().data;
        organization.directory(directories[0].directory_id.clone().unwrap())
    }

    /// What was done last, by the audit log: the actions, latest first.
    pub async fn last_actions(&self, count: u32) -> Vec<String> {
        let call = PollEvents::new(self.org()).sort_order(SortOrder::Descending).limit(count);
        let page = self.client().send(&call).await.unwrap();
        page.data.into_iter().filter_map(|event| event.attributes?.action).collect()
    }
}

/// The groups of a directory.
pub async fn groups(directory: &Directory) -> Vec<Group> {
    directory.groups().search().limit(100_u32).pages().items().try_collect().await.unwrap()
}

/// The groups that an account is in.
pub async fn groups_of(directory: &Directory, account: &AccountId) -> Vec<String> {
    let search = directory.groups().search().account_ids([account.clone()]).limit(100_u32);
    let found: Vec<Group> = search.pages().items().try_collect().await.unwrap();
    found.into_iter().filter_map(|group| group.name).collect()
}

/// A group that belongs to the organization alone and opens nothing.
pub async fn own_group(directory: &Directory) -> Group {
    let is_own = |group: &Group| {
        let access = group.management_access.as_ref().unwrap();
        access.deletable == Some(true) && group.name.as_ref().is_some_and(|name| name.contains("team"))
    };
    groups(directory).await.into_iter().find(is_own).unwrap()
}

/// Somebody with access who is not in the group.
pub async fn outsider(directory: &Directory, group: &Group) -> DirectoryUser {
    let active = directory.users().search().status([atlassian_admin::model::UserStatus::Active]);
    let active: Vec<DirectoryUser> = active.limit(100_u32).pages().items().try_collect().await.unwrap();
    let name = group.name.clone().unwrap();
    for user in active {
        let is_in = groups_of(directory, user.account_id.as_ref().unwrap()).await.contains(&name);
        if !is_in {
            return user;
        }
    }
    panic!("everybody is in {name}");
}

/// Everything that a search for users finds.
pub async fn found(
    search: atlassian_admin::handles::Prepared<atlassian_admin::api::users::SearchDirectoryUsers>,
) -> Vec<DirectoryUser> {
    search.limit(100_u32).pages().items().try_collect().await.unwrap()
}

pub fn ids(users: &[DirectoryUser]) -> Vec<AccountId> {
    users.iter().map(|user| user.account_id.clone().unwrap()).collect()
}
