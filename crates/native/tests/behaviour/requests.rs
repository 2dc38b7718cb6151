//! Requests as callers write them: natural arguments, awaiting, walks without an extension trait.

use std::collections::{BTreeMap, BTreeSet};

use atlassian_admin::model::AccountId;

use crate::behaviour;
use crate::support::{found, ids};

behaviour!(search_accepts_any_list_of_convertible_values, |simulator| simulator, async |world| {
    let client = world.client();
    let directory = client.organization(world.org()).directory(world.simulator.directory_id());
    let search = || directory.users().search();
    let (account, group) = world.ann_and_reviewers();
    directory.groups().add_member(&group, &account).await.unwrap();
    let (email, id) = ("ann@example.com".to_owned(), account.as_str());
    for search in [
        search().emails(["ann@example.com"]),
        search().emails(vec!["ann@example.com"]),
        search().emails(BTreeSet::from(["ann@example.com"])),
        search().emails([email.clone()].into_iter().filter(|email| email.contains('@'))),
        search().emails(std::iter::once(&email)),
        search().account_ids([id]),
        search().account_ids([&account]),
        search().account_ids(vec![id.to_owned()]),
        search().group_ids([&group]).emails([email.as_str()]),
    ] {
        assert_eq!(ids(&found(search).await), [id]);
    }
});

behaviour!(write_takes_references_and_is_awaited, |simulator| simulator, async |world| {
    let client = world.client();
    let directory = client.organization(world.org()).directory(world.simulator.directory_id());
    let (account, _) = world.ann_and_reviewers();
    let (id, text) = (&account, account.as_str().to_owned());
    directory.users().suspend(id).await.unwrap();
    directory.users().restore(&text).await.unwrap();
    directory.users().suspend(text.as_str()).await.unwrap();
    assert_eq!(world.last_actions(3).await, ["user_suspended", "user_restored", "user_suspended"]);
});

behaviour!(listing_is_read_item_by_item_or_as_a_whole, |simulator| simulator.accounts(30), async |world| {
    let client = world.client();
    let directory = client.organization(world.org()).directory(world.simulator.directory_id());
    let search = || directory.users().search().limit(7);
    let all = search().all().await.unwrap();
    let (mut items, mut walked) = (search().items(), Vec::new());
    while let Some(user) = items.next().await {
        walked.push(user.unwrap());
    }
    assert!(all.len() > 14, "several pages: {}", all.len());
    assert_eq!(ids(&all), ids(&walked));
    assert_eq!(ids(&all), ids(&found(directory.users().search()).await));
    let missing = directory.users().search().directory_ids(["no-directory"]).all().await.unwrap();
    assert!(missing.is_empty());
});

#[test]
fn identifiers_compare_borrow_and_convert_as_text() {
    let id = AccountId::from("557058:a");
    assert!(id == "557058:a" && id == *"557058:a" && id != "557058:b");
    let names = BTreeMap::from([(id.clone(), "Ann")]);
    assert_eq!(names.get("557058:a"), Some(&"Ann"));
    assert_eq!(String::from(AccountId::from(&id)), "557058:a");
    assert_eq!(AccountId::from(&String::from("557058:a")), id);
}
