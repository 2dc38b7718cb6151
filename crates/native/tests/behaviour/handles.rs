//! Operations as methods: the directory of an item, and waiting until a write is visible.

use std::time::Duration;

use atlassian_admin::ErrorKind;
use atlassian_admin::model::RoleId;
use atlassian_admin::workflows::WaitOptions;
use atlassian_admin_simulator::Quirk;

use crate::behaviour;
use crate::support::ids;

behaviour!(directory_is_found_by_its_content, |simulator| simulator, async |world| {
    let client = world.client();
    let organization = client.organization(world.org());
    let (account, group) = world.ann_and_reviewers();
    let id = world.simulator.directory_id();
    assert_eq!(organization.sole_directory().await.unwrap().id().as_str(), id);
    assert_eq!(organization.directory_of_account(account).await.unwrap().id().as_str(), id);
    assert_eq!(organization.directory_of_group(group).await.unwrap().id().as_str(), id);
    for (missing, text) in [
        (
            organization.directory_of_account("712020:nobody").await.unwrap_err(),
            "directories.list: not found: the account has no directory that the key may manage",
        ),
        (
            organization.directory_of_group("no-group").await.unwrap_err(),
            "groups.search: not found: the group has no directory that the key may manage",
        ),
    ] {
        assert!(missing.is_not_found() && missing.directories().is_empty());
        assert_eq!(missing.to_string(), text);
    }
});

behaviour!(
    directory_is_not_guessed_when_there_are_several,
    |simulator| simulator.directories(2),
    async |world| {
        let client = world.client();
        let organization = client.organization(world.org());
        let error = organization.sole_directory().await.unwrap_err();
        assert!(error.is_ambiguous() && error.directories().len() == 2, "{error}");
        assert!(
            error.to_string().starts_with("directories.list: several match: the organization has several")
        );
        assert!(error.to_string().contains(world.simulator.directory_id()), "{error}");
        let (account, _) = world.ann_and_reviewers();
        organization.directory_of_account(account).await.unwrap();
    }
);

behaviour!(write_is_refused_for_all_directories, |simulator| simulator, async |world| {
    let users = world.client().organization(world.org()).directory("-").users();
    let error = users.suspend("712020:somebody").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(world.statuses().is_empty(), "nothing was sent");
});

behaviour!(
    wait_returns_when_the_write_becomes_visible,
    |simulator| simulator.quirk(Quirk::ReadLag),
    async |world| {
        let client = world.client();
        let directory = client.organization(world.org()).directory(world.simulator.directory_id());
        let (account, group) = world.ann_and_reviewers();

        directory.groups().add_member(group.clone(), account.clone()).send().await.unwrap();
        let groups = directory.groups();
        let seen = |options| groups.wait_for_member(group.clone(), account.clone()).with(options);
        let short = WaitOptions { interval: Duration::from_millis(100), timeout: Duration::from_millis(300) };
        let error = seen(short).await.unwrap_err();
        assert!(error.is_timeout() && error.is_retryable());
        assert_eq!(
            error.to_string(),
            "users.search: the change is not visible yet: waited 300 ms; \
         it may still appear: look again later, or wait longer"
        );
        let start = world.simulator.now();
        seen(WaitOptions::MEMBERSHIP).await.unwrap();
        assert_eq!(world.simulator.now().duration_since(start).unwrap(), Duration::from_secs(1));

        let sites = client.organization(world.org()).workspaces().search().send().await.unwrap().data;
        let site = sites[0].id.clone();
        let assign = client.organization(world.org()).roles().assign(account.clone(), RoleId::Admin);
        assign.resource(site.clone()).send().await.unwrap();
        let start = world.simulator.now();
        directory.users().wait_for_role(account, site, RoleId::Admin).await.unwrap();
        assert_eq!(world.simulator.now().duration_since(start).unwrap(), Duration::from_secs(30));
    }
);

behaviour!(new_group_is_found_by_its_name, |simulator| simulator, async |world| {
    let groups = world.client().organization(world.org()).directory(world.simulator.directory_id()).groups();
    groups.create("auditors").send().await.unwrap();
    let group = groups.wait_for_name("auditors").await.unwrap();
    assert_eq!(group.name.as_deref(), Some("auditors"));
    let error = groups.wait_for_name("nobody's").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "groups.search: the change is not visible yet: waited 10 s; \
         it may still appear: look again later, or wait longer"
    );
});

behaviour!(group_is_created_once_by_ensure, |simulator| simulator, async |world| {
    let directory = world.client().organization(world.org()).directory(world.simulator.directory_id());
    let groups = directory.groups();
    let auditors = groups.ensure("auditors").await.unwrap();
    assert_eq!(groups.get(&auditors).await.unwrap().name.as_deref(), Some("auditors"));
    let sent = world.statuses().len();
    assert_eq!(groups.ensure("Auditors").await.unwrap(), auditors, "names have no case");
    assert_eq!(world.statuses().len(), sent + 1, "one search, nothing else");
});

behaviour!(members_and_addresses_are_found_in_one_or_all_directories, |simulator| simulator, async |world| {
    let organization = world.client().organization(world.org());
    let (directory, all) =
        (organization.directory(world.simulator.directory_id()), organization.all_directories());
    let (account, group) = world.ann_and_reviewers();
    directory.groups().add_member(&group, &account).await.unwrap();
    for members in [directory.groups().members(&group), all.groups().members(&group)] {
        assert_eq!(ids(&members.all().await.unwrap()), [account.as_str()]);
    }
    let emails = ["ann@example.com", "missing@example.com"];
    for users in [directory.users().by_email(emails), all.users().by_email(emails)] {
        assert_eq!(ids(&users.all().await.unwrap()), [account.as_str()]);
    }
});
