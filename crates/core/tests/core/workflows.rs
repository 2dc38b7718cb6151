//! Tasks of several operations, where the simulator cannot make another client act in between.

use atlassian_admin_core::ErrorKind;
use atlassian_admin_core::model::{AccountId, GroupId};

use crate::support::{answer, client, ok};

const SEARCH: &str = "POST https://api.atlassian.com/admin/v2/orgs/o-1/directories/d-1/groups/search";
const CREATE: &str = "POST https://api.atlassian.com/admin/v2/orgs/o-1/directories/d-1/groups";

fn page(items: &str) -> String {
    format!(r#"{{"data":[{items}],"links":{{}}}}"#)
}

#[tokio::test]
async fn ensure_returns_group_that_another_client_creates_meanwhile() {
    let (client, script, time) =
        client([ok(page("")), answer(409, ""), ok(page("")), ok(page(r#"{"id":"g-1","name":"Auditors"}"#))]);
    let groups = client.organization("o-1").directory("d-1").groups();
    assert_eq!(groups.ensure("auditors").await.unwrap(), "g-1");
    assert_eq!(script.lines(), [SEARCH, CREATE, SEARCH, SEARCH]);
    assert_eq!(time.sleeps(), [500]);
}

#[tokio::test]
async fn ensure_fails_when_the_creation_is_refused() {
    let (client, script, _) = client([ok(page("")), answer(403, "")]);
    let groups = client.organization("o-1").directory("d-1").groups();
    assert_eq!(groups.ensure("auditors").await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(script.lines(), [SEARCH, CREATE]);
}

#[tokio::test]
async fn ensure_ignores_groups_of_other_names() {
    let other = r#"{"id":"g-2","name":"auditors of finance"}"#;
    let (client, script, _) =
        client([ok(page(other)), answer(201, ""), ok(page(r#"{"id":"g-1","name":"auditors"}"#))]);
    let groups = client.organization("o-1").directory("d-1").groups();
    assert_eq!(groups.ensure("auditors").await.unwrap(), "g-1");
    assert_eq!(script.lines(), [SEARCH, CREATE, SEARCH]);
}

#[tokio::test]
async fn ensure_finds_group_beside_one_without_identifier() {
    let (client, script, _) = client([ok(page(r#"{"name":"Auditors"},{"id":"g-1","name":"auditors"}"#))]);
    let groups = client.organization("o-1").directory("d-1").groups();
    assert_eq!(groups.ensure("auditors").await.unwrap(), "g-1");
    assert_eq!(script.lines(), [SEARCH]);
}

#[tokio::test]
async fn ensure_creates_nothing_when_a_group_cannot_be_read() {
    let (client, script, _) = client([ok(page(r#"{"id":"g-2","name":"others"},{"name":"auditors"}"#))]);
    let groups = client.organization("o-1").directory("d-1").groups();
    let error = groups.ensure("auditors").await.unwrap_err();
    assert_eq!((error.kind(), error.item_json()), (ErrorKind::Decode, Some(r#"{"name":"auditors"}"#)));
    assert_eq!(script.lines(), [SEARCH]);
}

#[tokio::test]
async fn empty_identifier_is_refused_before_sending() {
    let (client, script, _) = client([]);
    let groups = client.organization("o-1").directory("d-1").groups();
    let error = groups.remove_member(GroupId::default(), AccountId::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert_eq!(script.lines(), [""; 0]);
}
