//! Users of a directory: found, counted, read, suspended, restored and removed.

use std::collections::BTreeSet;

use atlassian_admin::ErrorKind;
use atlassian_admin::api::users::{UserExpansion, UserSort, UserSortField};
use atlassian_admin::model::{
    AccountClaim, AccountStatus, DirectoryUser, MembershipStatus, RoleId, SortOrder, UserStatus,
};
use atlassian_admin_simulator::Scenario;
use futures_util::TryStreamExt;

use crate::behaviour;
use crate::support::{found, groups_of, ids, summary};

/// Whether a user matches a filter.
type Fits<'a> = &'a dyn Fn(&DirectoryUser) -> bool;

behaviour!(
    #[allow(deprecated)]
    search_listing_count_and_statistics_agree,
    |simulator| simulator,
    async |world| {
        let users = world.client().organization(world.org()).all_directories().users();
        let searched = found(users.search()).await;
        let unique: BTreeSet<_> = ids(&searched).into_iter().collect();
        assert_eq!((searched.len(), unique.len()), (250, 250));
        let listed: Vec<_> = users.list().limit(7).pages().items().try_collect().await.unwrap();
        assert_eq!(ids(&listed), ids(&searched));
        assert_eq!(users.count().send().await.unwrap().count, 250);
        let stats = users.stats().send().await.unwrap();
        let by_status = stats.account_status.unwrap();
        assert_eq!(by_status.iter().filter_map(|entry| entry.count).sum::<u64>(), 250);
        for entry in by_status {
            let status = entry.status.unwrap();
            let expected =
                searched.iter().filter(|user| user.account_status.as_ref() == Some(&status)).count();
            assert_eq!(entry.count, Some(expected as u64), "{status}");
        }
        for entry in stats.roles.unwrap() {
            let role = entry.role_id.unwrap();
            let counted = users.count().role_ids([role.clone()]).send().await.unwrap().count;
            assert_eq!(entry.count, Some(counted), "{role}");
        }
        let names: Vec<_> = searched.iter().map(|user| user.nickname.clone().unwrap()).collect();
        assert!(names.is_sorted());
        let last = [UserSort::new(UserSortField::Nickname, SortOrder::Descending)];
        let mut backwards = ids(&found(users.search().sort_by(last.clone())).await);
        let listed: Vec<_> =
            users.list().sort_by(last).limit(50).pages().items().try_collect().await.unwrap();
        assert_eq!(ids(&listed), backwards);
        backwards.reverse();
        assert_eq!(backwards, ids(&searched));
    }
);

behaviour!(search_applies_every_filter_of_users, |simulator| simulator.directories(2), async |world| {
    let organization = world.client().organization(world.org());
    let users = organization.all_directories().users();
    let search = || users.search();
    let all = found(search().expand([UserExpansion::Groups, UserExpansion::PlatformRoles])).await;
    let sample =
        all.iter().find(|user| user.groups.as_ref().is_some_and(|groups| !groups.is_empty())).unwrap();
    let (account, email) = (sample.account_id.clone(), sample.email.clone().unwrap());
    let group = sample.groups.as_ref().unwrap()[0].id.clone();
    let has_group = |user: &DirectoryUser| user.groups.iter().flatten().any(|other| other.id == group);
    let domain = email.split_once('@').unwrap().1.to_owned();
    let filters: [(&str, _, Fits<'_>); 10] = [
        ("accountIds", search().account_ids([account.clone()]), &|user| user.account_id == account),
        ("emails", search().emails([email.to_uppercase()]), &|user| user.email.as_ref() == Some(&email)),
        ("emailDomains", search().email_domains([domain.clone()]), &|user| {
            user.email.as_ref().unwrap().ends_with(&format!("@{domain}"))
        }),
        ("status", search().status([UserStatus::Suspended]), &|user| {
            user.status == Some(UserStatus::Suspended)
        }),
        ("accountStatus", search().account_status([AccountStatus::Inactive]), &|user| {
            user.account_status == Some(AccountStatus::Inactive)
        }),
        ("membershipStatus", search().membership_status([MembershipStatus::NoMembership]), &|user| {
            user.membership_status == Some(MembershipStatus::NoMembership)
        }),
        ("mfaEnabled", search().mfa_enabled(true), &|user| user.mfa_enabled == Some(true)),
        ("groupIds", search().group_ids([group.clone()]), &has_group),
        ("roleIds", search().role_ids([RoleId::OrgAdmin]), &|user| {
            user.platform_roles.as_ref().unwrap().contains(&RoleId::OrgAdmin)
        }),
        ("searchTerm", search().search_term(email.to_uppercase()), &|user| {
            user.email.as_ref() == Some(&email)
        }),
    ];
    for (filter, search, fits) in filters {
        let expected: Vec<_> = ids(&all.iter().filter(|user| fits(user)).cloned().collect::<Vec<_>>());
        assert!(!expected.is_empty(), "{filter} selects some users");
        assert_eq!(ids(&found(search).await), expected, "{filter}");
    }
    assert_eq!(found(search().claim_status(AccountClaim::Managed)).await.len(), 250);
    for nothing in [
        search().claim_status(AccountClaim::Unmanaged),
        search().account_ids(["nothing"]),
        search().group_ids(["nothing"]),
        search().resource_ids(["nothing"]),
    ] {
        assert_eq!(found(nothing).await, []);
    }

    // A role and a resource together: the role on the resource.
    let with_products = found(search().expand([UserExpansion::ProductAccess])).await;
    let product = with_products.iter().find_map(|user| user.product_access.as_ref()?.first()?.id.clone());
    let product = product.unwrap();
    let uses = |user: &&DirectoryUser| {
        user.product_access.iter().flatten().any(|access| access.id.as_ref() == Some(&product))
    };
    let expected: Vec<_> = with_products.iter().filter(uses).cloned().collect();
    assert!(expected.len() > 1 && expected.len() < 250, "{}", expected.len());
    let users_of = search().resource_ids([product.clone()]).role_ids([RoleId::User]);
    assert_eq!(ids(&found(users_of).await), ids(&expected));

    // A user outside of all directories is in none of them.
    let directories = organization.directories().list().send().await.unwrap().data;
    let one = directories[1].id.clone();
    let there = found(organization.directory(one.clone()).users().search()).await;
    assert_eq!(ids(&found(search().directory_ids([one])).await), ids(&there));
    assert!(there.len() > 90 && there.len() < 126, "about half: {}", there.len());
    assert!(there.iter().all(|user| user.membership_status != Some(MembershipStatus::NoMembership)));
});

behaviour!(cursor_overrides_all_other_arguments, |simulator| simulator, async |world| {
    let users = world.client().organization(world.org()).all_directories().users();
    let all = ids(&found(users.search().mfa_enabled(true)).await);
    let first = users.search().mfa_enabled(true).limit(10).send().await.unwrap();
    let cursor = first.links.next.unwrap();
    let second = users.search().mfa_enabled(false).limit(3).cursor(cursor).send().await.unwrap();
    assert_eq!(ids(&second.data), all[10..20]);
    let error = users.search().cursor("made up").send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-1")));
});

behaviour!(
    #[allow(deprecated)]
    search_refuses_invalid_arguments,
    |simulator| simulator,
    async |world| {
        let organization = world.client().organization(world.org());
        let users = organization.all_directories().users();
        let bad = (ErrorKind::BadRequest, Some(400), Some("ADMIN-UAM-400-1"));
        for wrong in [
            users.search().search_term("a").emails(["ada@example.com"]),
            users.search().status([UserStatus::Other("novel".into())]),
            users.search().expand([UserExpansion::Other("novel".into())]),
        ] {
            assert_eq!(summary(&wrong.send().await.unwrap_err()), bad, "{:?}", wrong.call());
        }
        let unsent = (ErrorKind::InvalidArgument, None, None);
        assert_eq!(
            summary(&users.search().sort_by(Vec::<UserSort>::new()).send().await.unwrap_err()),
            unsent
        );
        assert_eq!(summary(&users.search().limit(101).send().await.unwrap_err()), unsent);
        let eleven = || (0..11).map(|index| index.to_string()).collect::<Vec<_>>();
        assert_eq!(summary(&users.list().account_ids(eleven()).send().await.unwrap_err()), unsent);
        assert_eq!(summary(&users.count().account_ids(eleven()).send().await.unwrap_err()), unsent);

        let nowhere = organization.directory("nowhere").users();
        let missing = (ErrorKind::NotFound, Some(404), Some("ADMIN-UAM-404-1"));
        assert_eq!(summary(&nowhere.search().send().await.unwrap_err()), missing);
        assert_eq!(summary(&nowhere.list().send().await.unwrap_err()), missing);
        assert_eq!(summary(&nowhere.count().send().await.unwrap_err()), missing);
        assert_eq!(summary(&nowhere.stats().send().await.unwrap_err()), missing);
        assert_eq!(summary(&users.get("nobody").send().await.unwrap_err()), missing);
        assert_eq!(summary(&users.list_roles("nobody").send().await.unwrap_err()), missing);
    }
);

behaviour!(search_returns_expanded_details, |simulator| simulator, async |world| {
    let users = world.client().organization(world.org()).all_directories().users();
    let everything = [
        UserExpansion::PlatformRoles,
        UserExpansion::ResourceCounts,
        UserExpansion::ProductAccess,
        UserExpansion::Groups,
    ];
    let plain = users.search().limit(15).send().await.unwrap().data;
    let full = users.search().limit(15).expand(everything).send().await.unwrap().data;
    let with_access = full.iter().filter(|user| !user.product_access.as_ref().unwrap().is_empty());
    assert!(with_access.count() > 7, "most have access to a product");
    assert_eq!((plain.len(), full.len()), (15, 15));
    for (plain, mut full) in plain.into_iter().zip(full) {
        let account = full.account_id.clone();
        let groups = full.groups.take().unwrap().into_iter().filter_map(|group| group.name);
        let mut groups: Vec<_> = groups.collect();
        groups.sort_unstable();
        let every = world.client().organization(world.org()).all_directories();
        assert_eq!(groups_of(every.groups().search(), &account).await, groups);
        full.product_access = None;
        let mut single = users.get(account).send().await.unwrap();
        // Only documented for a single user.
        single.deactivated_on = None;
        assert_eq!(single, full);
        (full.platform_roles, full.counts) = (None, None);
        assert_eq!(plain, full);
    }
});

behaviour!(restore_undoes_suspension, |simulator| simulator, async |world| {
    let directory = world.directory().await;
    let users = directory.users();
    world.arrange(Scenario::new().user("ann@example.com").in_group("reviewers"));
    let account = world.account("ann@example.com");
    let before = users.get(account.clone()).send().await.unwrap();
    let groups = groups_of(directory.groups().search(), &account).await;

    users.suspend(account.clone()).send().await.unwrap();
    let suspended = users.get(account.clone()).send().await.unwrap();
    assert_eq!(suspended.status, Some(UserStatus::Suspended));
    assert_eq!(suspended.account_status, Some(AccountStatus::Active), "the account stays active");
    assert_eq!(groups_of(directory.groups().search(), &account).await, groups);
    users.restore(account.clone()).send().await.unwrap();
    assert_eq!(users.get(account).send().await.unwrap(), before);
    assert_eq!(world.last_actions(2).await, ["user_restored", "user_suspended"]);
});

behaviour!(removed_user_loses_groups_and_roles, |simulator| simulator, async |world| {
    let directory = world.directory().await;
    let users = directory.users();
    let ann = Scenario::new().user("ann@example.com").in_group("reviewers");
    world.arrange(ann.with_role(RoleId::User, "confluence"));
    let account = world.account("ann@example.com");
    let count = users.count().send().await.unwrap().count;
    users.remove(account.clone()).send().await.unwrap();
    assert_eq!(world.last_actions(1).await, ["user_removed"]);
    assert_eq!(users.count().send().await.unwrap().count, count - 1);
    let missing = (ErrorKind::NotFound, Some(404), Some("ADMIN-UAM-404-1"));
    for error in [
        users.get(account.clone()).send().await.map(drop),
        users.remove(account.clone()).send().await,
        users.suspend(account.clone()).send().await,
        users.restore(account.clone()).send().await,
    ] {
        assert_eq!(summary(&error.unwrap_err()), missing);
    }
    let every = world.client().organization(world.org()).all_directories();
    let left = every.users().get(account.clone()).send().await.unwrap();
    assert_eq!(left.status, Some(UserStatus::NotInvited), "the account is still managed");
    assert_eq!(groups_of(every.groups().search(), &account).await, [""; 0]);
    assert_eq!(every.users().list_roles(account).send().await.unwrap().data, []);
});

behaviour!(user_writes_are_refused_with_their_codes, |simulator| simulator, async |world| {
    let directory = world.directory().await;
    let users = directory.users();
    let admin = found(users.search().role_ids([RoleId::OrgAdmin])).await.remove(0).account_id;
    let error = users.suspend(admin).send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-UAM-400-1")));
    let asked = world.statuses().len();
    let every = world.client().organization(world.org()).directory("-");
    let error = every.users().suspend("557058:a").send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::InvalidArgument, None, None));
    assert_eq!(world.statuses().len(), asked, "nothing was sent");
});

behaviour!(last_active_dates_agree_with_the_search, |simulator| simulator, async |world| {
    let organization = world.client().organization(world.org());
    let search = organization.all_directories().users().search().expand([UserExpansion::ProductAccess]);
    let users = search.limit(20).send().await.unwrap().data;
    let mut dates = 0;
    for user in users {
        let account = user.account_id;
        let walk = organization.users().last_active(account).pages().items();
        let used: Vec<_> = walk.try_collect().await.unwrap();
        let seconds = |text: &str| text.split('.').next().unwrap().trim_end_matches('Z').to_owned();
        let listed: BTreeSet<_> = used
            .iter()
            .map(|product| {
                let time = seconds(product.last_active_timestamp.as_ref().unwrap().as_str());
                assert_eq!(product.last_active.as_ref().unwrap().as_str(), &time[..10]);
                (product.id.clone(), time)
            })
            .collect();
        let searched: BTreeSet<_> = user
            .product_access
            .unwrap()
            .into_iter()
            .filter_map(|product| Some((product.id?, seconds(product.last_active_timestamp?.as_str()))))
            .collect();
        if user.membership_status == Some(MembershipStatus::Active) {
            assert!(searched.is_subset(&listed), "{searched:?} of {listed:?}");
        }
        dates += listed.len();
    }
    assert!(dates > 20, "{dates}");
    let error = organization.users().last_active("nobody").send().await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-404-8")));
});
