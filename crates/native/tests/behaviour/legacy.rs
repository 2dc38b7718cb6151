//! Version 1: both versions see its changes.
#![allow(deprecated, reason = "they are what is tested")]

use atlassian_admin::api;
use atlassian_admin::api::legacy::{
    RoleAssociation, TextFilter, V1AccountStatus, V1GroupExpansion, V1User, V1UserExpansion,
};
use atlassian_admin::model::{AccountId, AccountType, GroupId, RoleId, UserStatus};
use atlassian_admin::{Client, ErrorKind};
use atlassian_admin_simulator::Quirk;
use futures_util::TryStreamExt;

use crate::behaviour;
use crate::support::summary;
use crate::world::World;

/// Whether a user matches a filter.
type Fits<'a> = &'a dyn Fn(&V1User) -> bool;

async fn users(client: &Client, search: api::legacy::SearchUsers) -> Vec<V1User> {
    client.pages(search).items().try_collect().await.unwrap()
}

/// Returns a user's status in version 2.
async fn status(world: &World, client: &Client, account: &AccountId) -> UserStatus {
    let users = client.organization(world.org()).all_directories().users();
    let page = users.search().account_ids([account.clone()]).send().await.unwrap();
    page.data[0].status.clone().unwrap()
}

/// Returns the number of a group's members in version 2.
async fn members(world: &World, client: &Client, group: &GroupId) -> usize {
    let users = client.organization(world.org()).all_directories().users();
    users.search().group_ids([group.clone()]).pages().items().try_collect::<Vec<_>>().await.unwrap().len()
}

behaviour!(users_are_searched_by_version_1, |simulator| simulator, async |world| {
    let client = world.client();
    let search = || api::legacy::SearchUsers::new(world.org());
    let everybody = users(&client, search().limit(100)).await;
    assert_eq!(everybody.len(), 250);
    for user in &everybody {
        assert!(user.name.is_none() && user.email.is_none(), "{user:?}");
    }
    assert_eq!(users(&client, search()).await, everybody, "all fit on a page");

    let expand = [V1UserExpansion::Name, V1UserExpansion::Email, V1UserExpansion::EmailVerified];
    let full = users(&client, search().expand(expand)).await;
    let sample = full[100].clone();
    assert!(full.iter().all(|user| user.email_verified.is_some() && user.name.is_some()));
    assert_eq!(full.len(), 250);
    let (local, domain) = sample.email.as_deref().unwrap().rsplit_once('@').unwrap();
    let nickname = sample.nickname.clone().unwrap();
    let of = |user: &V1User| user.email.clone().unwrap();
    let filters: [(&str, api::legacy::SearchUsers, Fits<'_>); 5] = [
        ("ids", search().account_ids([sample.account_id.clone()]), &|user| {
            user.account_id == sample.account_id
        }),
        ("status", search().account_statuses([V1AccountStatus::Inactive]), &|user| {
            user.account_status.as_ref().unwrap().as_str() == "inactive"
        }),
        ("names", search().names_or_nicknames(TextFilter::new().eq([nickname.to_uppercase()])), &|user| {
            [&user.name, &user.nickname].into_iter().flatten().any(|name| *name == nickname)
        }),
        ("addresses", search().email_usernames(TextFilter::new().eq([local])), &|user| {
            of(user).starts_with(&format!("{local}@"))
        }),
        ("domains", search().email_domains(TextFilter::new().contains(&domain[..6])), &|user| {
            of(user).rsplit_once('@').unwrap().1.contains(&domain[..6])
        }),
    ];
    for (what, filtered, fits) in filters {
        let expected: Vec<_> =
            full.iter().filter(|user| fits(user)).map(|user| user.account_id.clone()).collect();
        let found = users(&client, filtered).await.into_iter().map(|user| user.account_id);
        assert_eq!(found.collect::<Vec<_>>(), expected, "{what}");
        assert!(!expected.is_empty(), "{what}");
    }
    assert_eq!(users(&client, search().account_types([AccountType::App])).await, []);
});

behaviour!(groups_are_searched_by_version_1, |simulator| simulator, async |world| {
    let client = world.client();
    let search = || api::legacy::SearchGroups::new(world.org());
    let all: Vec<_> = client.pages(search().limit(10)).items().try_collect().await.unwrap();
    assert_eq!(all.len(), 24);
    assert!(all.iter().all(|group| group.name.is_some() && group.role_assignments.is_none()));
    let name = all[3].name.clone().unwrap();
    for filtered in [
        search().group_ids([all[3].id.clone()]),
        search().group_names(TextFilter::new().eq([name.to_uppercase()])),
        search().group_names(TextFilter::new().contains(&name[1..])),
    ] {
        assert_eq!(client.send(&filtered).await.unwrap().data, all[3..4], "{filtered:?}");
    }
    let admins = search()
        .group_names(TextFilter::new().eq(["org-admins"]))
        .expand([V1GroupExpansion::RoleAssignments]);
    let roles = client.send(&admins).await.unwrap().data[0].role_assignments.clone().unwrap();
    assert_eq!(roles.len(), 1);
    assert_eq!(roles[0].role_id, Some(RoleId::OrgAdmin));
    assert!(roles[0].resource_id.is_some() && roles[0].principal_id.is_some());
});

behaviour!(version_1_suspends_restores_and_removes_users, |simulator| simulator, async |world| {
    let client = world.client();
    let legacy = client.organization(world.org()).legacy();
    let account = world.ann_and_reviewers().0;
    let suspended = legacy.suspend_user(account.clone()).send().await.unwrap();
    assert_eq!(suspended.message.as_deref(), Some("The access of the user is suspended"));
    assert_eq!(status(&world, &client, &account).await, UserStatus::Suspended);
    let search = api::legacy::SearchUsers::new(world.org()).is_suspended(true).account_ids([account.clone()]);
    assert_eq!(users(&client, search).await.len(), 1);
    let restored = legacy.restore_user(account.clone()).send().await.unwrap();
    assert_eq!(restored.message.as_deref(), Some("The access of the user is restored"));
    assert_eq!(status(&world, &client, &account).await, UserStatus::Active);
    legacy.remove_user(account.clone()).send().await.unwrap();
    let users = client.organization(world.org()).directory(world.simulator.directory_id()).users();
    assert_eq!(users.search().account_ids([account]).send().await.unwrap().data, []);
});

behaviour!(version_1_creates_fills_and_deletes_groups, |simulator| simulator, async |world| {
    let client = world.client();
    let legacy = client.organization(world.org()).legacy();
    let account = world.ann_and_reviewers().0;
    let created = legacy.create_group("auditors").description("Who may look").send().await.unwrap();
    let group = created.group_id.unwrap();
    let named = api::legacy::SearchGroups::new(world.org()).group_ids([group.clone()]);
    let found = client.send(&named).await.unwrap().data;
    assert_eq!(found[0].description.as_deref(), Some("Who may look"));

    legacy.add_member(group.clone(), account.clone()).send().await.unwrap();
    legacy.add_member(group.clone(), account.clone()).send().await.unwrap();
    assert_eq!(members(&world, &client, &group).await, 1, "once is as good as twice");
    let error = legacy.delete_group(group.clone()).send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::Conflict, Some(409), Some("ADMIN-409-5")));
    legacy.remove_member(group.clone(), account.clone()).send().await.unwrap();
    assert_eq!(members(&world, &client, &group).await, 0);
    legacy.add_member(group.clone(), account).send().await.unwrap();
    legacy.delete_group(group.clone()).force_if_not_empty(true).send().await.unwrap();
    assert_eq!(client.send(&named).await.unwrap().data, []);
});

behaviour!(version_1_invites_users_and_assigns_roles, |simulator| simulator, async |world| {
    let client = world.client();
    let legacy = client.organization(world.org()).legacy();
    let workspaces = client.organization(world.org()).workspaces().search().send().await.unwrap().data;
    let jira = workspaces[0].id.clone();
    let role = RoleAssociation::new(jira.clone(), RoleId::User);
    legacy.invite_user("newcomer@example.com").permission_rule(role.clone()).send().await.unwrap();
    let search = client.organization(world.org()).all_directories().users().search();
    let found = search.emails(["newcomer@example.com"]).resource_ids([jira.clone()]).send().await;
    assert_eq!(found.unwrap().data.len(), 1);

    let group = legacy.create_group("builders").send().await.unwrap().group_id.unwrap();
    let roles = async || {
        let search = api::legacy::SearchGroups::new(world.org())
            .group_ids([group.clone()])
            .expand([V1GroupExpansion::RoleAssignments]);
        let assigned = client.send(&search).await.unwrap().data[0].role_assignments.clone().unwrap();
        assigned.into_iter().map(|it| (it.resource_id.unwrap(), it.role_id.unwrap())).collect::<Vec<_>>()
    };
    let admin = RoleAssociation::new(jira.clone(), RoleId::Admin);
    legacy.assign_group_roles(group.clone(), [role.clone(), admin]).send().await.unwrap();
    assert_eq!(roles().await, [(jira.clone(), RoleId::User), (jira.clone(), RoleId::Admin)]);
    legacy.revoke_group_roles(group.clone(), [role]).send().await.unwrap();
    assert_eq!(roles().await, [(jira, RoleId::Admin)]);
});

behaviour!(each_refusal_of_version_1_has_its_code, |simulator| simulator, async |world| {
    let client = world.client();
    let legacy = client.organization(world.org()).legacy();
    let no_user = (ErrorKind::NotFound, Some(404), Some("ADMIN-404-8"));
    let no_group = (ErrorKind::NotFound, Some(404), Some("ADMIN-404-10"));
    assert_eq!(summary(&legacy.suspend_user("nobody").send().await.unwrap_err()), no_user);
    assert_eq!(summary(&legacy.restore_user("nobody").send().await.unwrap_err()), no_user);
    let error = legacy.remove_user("nobody").send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-4")));
    assert_eq!(summary(&legacy.delete_group("none").send().await.unwrap_err()), no_group);
    assert_eq!(summary(&legacy.add_member("none", "nobody").send().await.unwrap_err()), no_group);
    assert_eq!(summary(&legacy.remove_member("none", "nobody").send().await.unwrap_err()), no_group);
    let role = RoleAssociation::new("none", RoleId::User);
    assert_eq!(
        summary(&legacy.assign_group_roles("none", [role.clone()]).send().await.unwrap_err()),
        no_group
    );
    assert_eq!(
        summary(&legacy.revoke_group_roles("none", [role.clone()]).send().await.unwrap_err()),
        no_group
    );
    let error = legacy.invite_user("new@example.com").permission_rule(role).send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-404-1")));
    let bad = (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-24"));
    assert_eq!(summary(&legacy.invite_user("no address").send().await.unwrap_err()), bad);
    assert_eq!(summary(&legacy.create_group("").send().await.unwrap_err()), bad);
    let unsent = (ErrorKind::InvalidArgument, None, None);
    assert_eq!(summary(&legacy.search_users().limit(10_001).send().await.unwrap_err()), unsent);
    assert_eq!(summary(&legacy.search_groups().limit(1_001).send().await.unwrap_err()), unsent);

    let admins =
        api::legacy::SearchGroups::new(world.org()).group_names(TextFilter::new().eq(["org-admins"]));
    let admins = client.send(&admins).await.unwrap().data[0].id.clone();
    let error = legacy.delete_group(admins).force_if_not_empty(true).send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::Forbidden, Some(403), Some("ADMIN-403-7")));
});

behaviour!(
    version_1_refuses_role_when_licences_are_used_up,
    |simulator| simulator.quirk(Quirk::LicenceLimit),
    async |world| {
        let client = world.client();
        let legacy = client.organization(world.org()).legacy();
        let jira = client.organization(world.org()).workspaces().search().send().await.unwrap().data;
        let group = legacy.create_group("builders").send().await.unwrap().group_id.unwrap();
        let role = RoleAssociation::new(jira[0].id.clone(), RoleId::User);
        let error = legacy.assign_group_roles(group, [role]).send().await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::Conflict, Some(409), Some("ADMIN-409-3")));
    }
);
