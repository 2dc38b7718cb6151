//! Groups: found, counted, read, created, filled, emptied and deleted.

use std::time::Duration;

use atlassian_admin::api::groups::{GroupCountsAsked, GroupExpansion, GroupSort, GroupSortField};
use atlassian_admin::model::{Group, GroupId, GroupManager, GroupType, RoleId, SortOrder};
use atlassian_admin::{ErrorKind, Runtime};
use atlassian_admin_simulator::Quirk;
use futures_util::TryStreamExt;

use crate::behaviour;
use crate::support::{found, groups, groups_of, ids, summary};

behaviour!(
    #[allow(deprecated)]
    search_listing_count_and_statistics_agree,
    |simulator| simulator,
    async |world| {
        let every = world.client().organization(world.org()).all_directories();
        let searched = groups(every.groups().search()).await;
        assert_eq!(searched.len(), 24);
        assert!(searched.iter().all(|group| group.counts.is_none()));
        let listed: Vec<_> = every.groups().list().limit(7).pages().items().try_collect().await.unwrap();
        assert_eq!(listed, searched);
        assert_eq!(every.groups().count().send().await.unwrap().count, 24);
        let stats = every.groups().stats().send().await.unwrap();
        let synced = searched.iter().filter(|group| group.external_synced == Some(true)).count() as u64;
        let totals = stats.totals.unwrap();
        assert_eq!((totals.all, totals.synced, totals.managed), (Some(24), Some(synced), Some(24 - synced)));
        let is_team = |group: &&Group| group.managed_by == Some(GroupManager::TeamMembers);
        let teams = searched.iter().filter(is_team).count() as u64;
        let types = stats.types.unwrap().into_iter().map(|entry| (entry.kind.unwrap(), entry.count.unwrap()));
        let expected =
            [(GroupType::Group, 16 - teams), (GroupType::Team, teams), (GroupType::UserbaseGroup, 8)];
        assert_eq!((types.collect::<Vec<_>>(), teams > 0), (expected.to_vec(), true));
        for group in &searched {
            let (synced, access) = (group.external_synced.unwrap(), group.management_access.clone().unwrap());
            assert_eq!(synced, group.managed_by == Some(GroupManager::External));
            assert_eq!((access.modifiable, access.deletable.unwrap() && synced), (Some(!synced), false));
        }

        let last = [GroupSort::new(GroupSortField::Name, SortOrder::Descending)];
        let counts = [GroupExpansion::UserCounts, GroupExpansion::ResourceCounts];
        let search = every.groups().search().sort_by(last.clone()).expand(counts).limit(100);
        let mut searched_back = search.send().await.unwrap().data;
        let counts = GroupCountsAsked::new().include_users(true).include_resources(true);
        let list = every.groups().list().sort_by(last).counts(counts).limit(100);
        assert_eq!(list.send().await.unwrap().data, searched_back);
        for group in &searched_back {
            let id = group.id.clone();
            assert_eq!(&every.groups().get(id.clone()).send().await.unwrap(), group);
            let counts = group.counts.clone().unwrap();
            let members = every.users().count().group_ids([id.clone()]).send().await.unwrap().count;
            assert_eq!(counts.users, Some(members), "{:?}", group.name);
            let roles: Vec<_> = every.groups().list_roles(id).pages().items().try_collect().await.unwrap();
            assert_eq!(counts.resources, Some(roles.len() as u64), "{:?}", group.name);
        }
        searched_back.reverse();
        searched_back.iter_mut().for_each(|group| group.counts = None);
        assert_eq!(searched_back, searched);
    }
);

behaviour!(
    #[allow(deprecated)]
    search_applies_every_filter_of_groups,
    |simulator| simulator.directories(2),
    async |world| {
        let organization = world.client().organization(world.org());
        let every = organization.all_directories();
        let (all, search) = (groups(every.groups().search()).await, || every.groups().search().limit(100));
        let sample = all[3].clone();
        let (id, name) = (sample.id.clone(), sample.name.clone().unwrap());
        let directory = sample.directory_id.clone().unwrap();
        assert_eq!(search().group_ids([id.clone()]).send().await.unwrap().data, all[3..4]);
        assert_eq!(search().group_names([name.to_uppercase()]).send().await.unwrap().data, all[3..4]);
        assert_eq!(search().group_names([&name[1..]]).send().await.unwrap().data, []);
        let there: Vec<_> =
            all.iter().filter(|group| group.directory_id.as_ref() == Some(&directory)).cloned().collect();
        assert_eq!(search().directory_ids([directory.clone()]).send().await.unwrap().data, there);
        assert_eq!(groups(organization.directory(directory).groups().search()).await, there);
        let admins = search().role_ids([RoleId::OrgAdmin]).send().await.unwrap().data;
        assert!(admins.iter().all(|group| group.name.as_ref().unwrap().starts_with("org-admins")));
        assert_eq!(admins.len(), 2);
        let resource = every.groups().list_roles(admins[0].id.clone()).send().await.unwrap().data;
        let resource = resource[0].resource_id.clone();
        assert_eq!(search().resource_ids([resource.clone()]).send().await.unwrap().data, admins);
        let count = every.groups().count().resource_ids([resource]).search_term("ORG-ADM");
        assert_eq!(count.send().await.unwrap().count, 2);
        let owned = search().resource_owners(["confluence"]).send().await.unwrap().data;
        let mut expected = Vec::new();
        for group in &all {
            let roles = every.groups().list_roles(group.id.clone()).limit(100);
            let roles = roles.send().await.unwrap().data;
            if roles.iter().any(|role| role.resource_owner.as_deref() == Some("confluence")) {
                expected.push(group.clone());
            }
        }
        assert!(!expected.is_empty() && expected.len() < all.len(), "{}", expected.len());
        assert_eq!(owned, expected);
        let list = every.groups().list().resource_owners(["confluence"]).limit(100);
        assert_eq!(list.send().await.unwrap().data, owned);

        let bad = (ErrorKind::BadRequest, Some(400), Some("ADMIN-UAM-400-1"));
        for wrong in [
            search().group_names([name.clone()]).search_term("a"),
            search().group_names([name]).group_ids([id]),
            search().expand([GroupExpansion::Other("novel".into())]),
        ] {
            assert_eq!(summary(&wrong.send().await.unwrap_err()), bad, "{:?}", wrong.call());
        }
        let unsent = (ErrorKind::InvalidArgument, None, None);
        assert_eq!(summary(&search().sort_by(Vec::<GroupSort>::new()).send().await.unwrap_err()), unsent);
        assert_eq!(summary(&search().limit(101).send().await.unwrap_err()), unsent);
        let eleven = || (0..11).map(|index| GroupId::from(index.to_string())).collect::<Vec<_>>();
        assert_eq!(summary(&every.groups().list().group_ids(eleven()).send().await.unwrap_err()), unsent);
        assert_eq!(summary(&every.groups().count().group_ids(eleven()).send().await.unwrap_err()), unsent);
        let nowhere = organization.directory("nowhere").groups();
        let missing = (ErrorKind::NotFound, Some(404), Some("ADMIN-UAM-404-1"));
        assert_eq!(summary(&nowhere.search().send().await.unwrap_err()), missing);
        assert_eq!(summary(&nowhere.list().send().await.unwrap_err()), missing);
        assert_eq!(summary(&nowhere.count().send().await.unwrap_err()), missing);
        assert_eq!(summary(&nowhere.stats().send().await.unwrap_err()), missing);
        assert_eq!(summary(&nowhere.create("auditors").send().await.unwrap_err()), missing);
    }
);

behaviour!(group_is_created_filled_and_deleted, |simulator| simulator, async |world| {
    let directory = world.directory().await;
    let (user, _) = world.ann_and_reviewers();
    directory.groups().create("Auditors").description("Who may look").send().await.unwrap();
    let search = directory.groups().search().group_names(["auditors"]);
    let [group] = search.send().await.unwrap().data.try_into().unwrap();
    assert_eq!(
        (group.name.as_deref(), group.description.as_deref()),
        (Some("Auditors"), Some("Who may look"))
    );
    assert_eq!((group.managed_by, group.external_synced), (Some(GroupManager::Admins), Some(false)));
    let id = group.id;

    directory.groups().add_member(id.clone(), user.clone()).send().await.unwrap();
    directory.groups().add_member(id.clone(), user.clone()).send().await.unwrap();
    assert!(groups_of(directory.groups().search(), &user).await.contains(&"Auditors".to_owned()));
    assert_eq!(
        ids(&found(directory.users().search().group_ids([id.clone()])).await),
        std::slice::from_ref(&user)
    );
    let counts = async || directory.groups().get(id.clone()).send().await.unwrap().counts.unwrap().users;
    assert_eq!(counts().await, Some(1), "twice is once");
    directory.groups().remove_member(id.clone(), user.clone()).send().await.unwrap();
    assert_eq!(counts().await, Some(0));
    let error = directory.groups().remove_member(id.clone(), user.clone()).send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-UAM-404-1")));

    directory.groups().add_member(id.clone(), user.clone()).send().await.unwrap();
    directory.groups().delete(id.clone()).send().await.unwrap();
    assert!(!groups_of(directory.groups().search(), &user).await.contains(&"Auditors".to_owned()));
    let missing = (ErrorKind::NotFound, Some(404), Some("ADMIN-UAM-404-3"));
    assert_eq!(summary(&directory.groups().get(id.clone()).send().await.unwrap_err()), missing);
    assert_eq!(summary(&directory.groups().delete(id.clone()).send().await.unwrap_err()), missing);
    assert_eq!(summary(&directory.groups().list_roles(id.clone()).send().await.unwrap_err()), missing);
    assert_eq!(summary(&directory.groups().add_member(id, user).send().await.unwrap_err()), missing);
    assert_eq!(
        world.last_actions(5).await,
        [
            "group_deleted",
            "user_added_to_group",
            "user_removed_from_group",
            "user_added_to_group",
            "group_created"
        ]
    );
});

behaviour!(group_writes_are_refused_with_their_codes, |simulator| simulator, async |world| {
    let directory = world.directory().await;
    let all = groups(directory.groups().search()).await;
    let (user, own) = world.ann_and_reviewers();
    let events = world.truth().len();
    let error = directory.groups().create("ORG-ADMINS").send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::Conflict, Some(409), Some("ADMIN-UAM-409-2")));
    let error = directory.groups().create("").send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-UAM-400-1")));
    let forbidden = (ErrorKind::Forbidden, Some(403), Some("ADMIN-UAM-403-1"));
    let synced = all.iter().find(|group| group.external_synced == Some(true)).unwrap().id.clone();
    let error = directory.groups().add_member(synced.clone(), user.clone()).send().await.unwrap_err();
    assert_eq!(summary(&error), forbidden);
    let error = directory.groups().remove_member(synced.clone(), user.clone()).send().await.unwrap_err();
    assert_eq!(summary(&error), forbidden);
    assert_eq!(summary(&directory.groups().delete(synced).send().await.unwrap_err()), forbidden);
    for name in ["org-admins", "jira-software-users"] {
        let group = all.iter().find(|group| group.name.as_ref().unwrap().starts_with(name)).unwrap();
        let error = directory.groups().delete(group.id.clone()).send().await.unwrap_err();
        assert_eq!(summary(&error), forbidden, "{name}");
    }
    let error = directory.groups().add_member(own, "nobody").send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-UAM-404-1")));
    assert_eq!(world.truth().len(), events, "what is refused is not in the log");
});

behaviour!(
    codes_distinguish_conflicts_of_members,
    |simulator| simulator.quirk(Quirk::AlreadyMemberConflict).quirk(Quirk::LicenceLimit),
    async |world| {
        let directory = world.directory().await;
        let (user, own) = world.ann_and_reviewers();
        let add = directory.groups().add_member(own, user.clone());
        add.send().await.unwrap();
        let error = add.send().await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::Conflict, Some(409), Some("ADMIN-UAM-409-2")));
        assert!(error.hint().unwrap().contains("nothing is left to do"));

        let all = groups(directory.groups().search()).await;
        let product =
            all.iter().find(|group| group.name.as_ref().unwrap().starts_with("trello-users")).unwrap();
        let add = directory.groups().add_member(product.id.clone(), user);
        let error = add.send().await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::Conflict, Some(409), Some("ADMIN-UAM-409-3")));
    }
);

behaviour!(
    new_member_is_visible_after_read_lag,
    |simulator| simulator.quirk(Quirk::ReadLag),
    async |world| {
        let directory = world.directory().await;
        let (user, own) = world.ann_and_reviewers();
        directory.groups().add_member(own, user.clone()).send().await.unwrap();
        let name = "reviewers".to_owned();
        assert!(!groups_of(directory.groups().search(), &user).await.contains(&name));
        world.time.sleep(Duration::from_secs(1)).await;
        assert!(groups_of(directory.groups().search(), &user).await.contains(&name));
    }
);
