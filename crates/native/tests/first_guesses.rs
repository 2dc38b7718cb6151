//! First guesses: each line of a test is what a new user wrote before reading the documentation.
//! It compiles, and does what its author meant, against the simulator.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

#[cfg(feature = "test-util")]
use atlassian_admin::Error;
use atlassian_admin::http::{Method, StatusCode};
use atlassian_admin::model::{
    AccountId, EpochMillis, GroupId, Instant, RoleId, ScimFilter, Timestamp, UserStatus,
};
use atlassian_admin::policy::{NeverRetry, RetryPolicy, SafeRetry, Timeouts};
use atlassian_admin::{Client, ClientBuilder, ErrorKind, OrganizationKey, Result, api, model};
use atlassian_admin_simulator::Simulator;
use atlassian_admin_testing::ImmediateTime;
use serde_json::json;

const ANN: &str = "ann@example.com";

#[allow(clippy::unwrap_used, reason = "tests fail loudly")]
fn world() -> (Simulator, Client) {
    let simulator = Simulator::builder(Arc::new(ImmediateTime::default()))
        .accounts(40)
        .user(ANN)
        .in_group("auditors")
        .user("bob@example.com")
        .build()
        .unwrap();
    let client = simulator.client();
    (simulator, client)
}

#[test]
fn client_needs_no_type_annotation() {
    let key = OrganizationKey::new("a-key").unwrap();
    let client = atlassian_admin::client(key).user_agent("reports/1.0").build().unwrap();
    let org = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
    assert_eq!(org.id(), "8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6");
    assert_eq!(org.directory("d-1").id(), "d-1");
}

#[tokio::test]
async fn filters_take_text_lists_sets_iterators_and_bare_numbers() -> Result<()> {
    let (simulator, client) = world();
    let users = client.organization(simulator.org_id()).directory(simulator.directory_id()).users();
    let group = simulator.group_id("auditors").unwrap();
    let account = simulator.account_id(ANN).unwrap();
    let owned = vec![ANN.to_owned()];
    for search in [
        users.search().limit(100).emails([ANN]),
        users.search().emails(vec![ANN]),
        users.search().emails(&owned),
        users.search().emails(owned.clone()),
        users.search().emails(owned.iter().map(String::as_str)),
        users.search().emails(BTreeSet::from([ANN])),
        users.search().account_ids([account.as_str()]),
        users.search().account_ids([&account]),
        users.search().account_ids([account.clone()]),
        users.search().group_ids([&group]),
        users.search().group_ids([group.as_str()]),
        users.search().group_ids(Some(&group)),
        users.search().search_term(ANN).status([UserStatus::Active]),
        users.search().search_term(ANN).status(["active"]),
        users.search().search_term(ANN).status([&UserStatus::Active]),
        users.by_email([ANN]),
    ] {
        let found: Vec<AccountId> = search.all().await?.into_iter().map(|user| user.account_id).collect();
        assert_eq!(found, std::slice::from_ref(&account));
    }
    // One value for a list is refused: `group_ids(&group)`, `status(UserStatus::Active)`. A list is
    // written as one: `group_ids([&group])`.
    Ok(())
}

#[tokio::test]
async fn listing_is_collected_walked_and_asked_for_its_first_item() -> Result<()> {
    let (simulator, client) = world();
    let org = client.organization(simulator.org_id());
    let all = org.all_directories().users().search().limit(10).all().await?;
    let mut walked = Vec::new();
    let mut users = org.all_directories().users().search().limit(10).items();
    while let Some(user) = users.next().await {
        walked.push(user?);
    }
    assert_eq!(walked, all);
    // There is no `first()`: the first item of a walk is.
    let first = org.all_directories().users().search().items().next().await.transpose()?;
    assert_eq!(first.as_ref(), all.first());
    Ok(())
}

#[tokio::test]
async fn single_read_is_awaited_and_has_no_envelope() -> Result<()> {
    let (simulator, client) = world();
    let org = client.organization(simulator.org_id());
    let users = org.directory(simulator.directory_id()).users();
    let account = simulator.account_id(ANN).unwrap();
    assert_eq!(users.get(&account).send().await?.email.as_deref(), Some(ANN));
    assert_eq!(users.get(&account).await?.email.as_deref(), Some(ANN));
    assert_eq!(org.get().await?.id, simulator.org_id());
    Ok(())
}

#[tokio::test]
async fn identifiers_are_not_options() -> Result<()> {
    let (simulator, client) = world();
    let org = client.organization(simulator.org_id());
    for directory in org.directories().list().all().await? {
        let directory = org.directory(directory.id);
        for group in directory.groups().search().all().await? {
            for member in directory.groups().members(group.id).all().await? {
                directory.users().get(member.account_id).await?;
            }
        }
    }
    let mut group = atlassian_admin::model::Group::default();
    group.id = "g-1".into();
    assert_eq!(group.id, "g-1");
    Ok(())
}

#[tokio::test]
async fn writes_take_references_and_text() -> Result<()> {
    let (simulator, client) = world();
    let directory = client.organization(simulator.org_id()).directory(simulator.directory_id());
    let (users, groups) = (directory.users(), directory.groups());
    let bob: AccountId = simulator.account_id("bob@example.com").unwrap();
    users.suspend(&bob).await?;
    let text = bob.to_string();
    users.restore(&text).await?;
    users.suspend(bob.as_str()).await?;
    let auditors: GroupId = groups.ensure("auditors").await?;
    groups.add_member(&auditors, &bob).await?;
    groups.remove_member(&auditors, bob.as_str()).await?;
    let error = groups.remove_member(&auditors, &bob).await.unwrap_err();
    assert!(error.is_not_found());
    let create = groups.create("readers");
    create.await?;
    assert_eq!(groups.wait_for_name("readers").await?.name.as_deref(), Some("readers"));
    Ok(())
}

#[test]
fn identifiers_are_text_where_text_is_needed() {
    let id = AccountId::from("712020:ann");
    assert!(id == "712020:ann" && id == *"712020:ann");
    let names = BTreeMap::from([(id.clone(), "Ann")]);
    assert_eq!(names.get("712020:ann"), Some(&"Ann"));
    let text: String = id.into();
    assert_eq!(text, "712020:ann");
    assert_eq!(RoleId::from(&"atlassian/user".to_owned()), RoleId::User);
}

#[tokio::test]
async fn times_are_compared_and_filter_events() -> Result<()> {
    let (simulator, client) = world();
    let [earlier, later] = ["2026-01-01", "2026-01-01T10:00:00.5+0200"].map(Timestamp::from);
    // `earlier < later` is refused: timestamps are equal by text, so they have no order.
    assert!(earlier.instant() < later.instant());
    assert!(
        later.instant() < Some(Instant::from(SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000)))
    );

    let events = client.organization(simulator.org_id()).events();
    let now = simulator.now();
    let day = Duration::from_secs(86_400);
    // Text may not be a time, so `from("2026-01-01")` is refused: convert it.
    let parsed = EpochMillis::try_from(&earlier).unwrap();
    for query in
        [events.query().from(now - 30 * day).to(now), events.query().from(parsed), events.query().from(0)]
    {
        assert!(!query.limit(5).await?.data.is_empty());
    }
    // The log has no `list`: `query` filters it, `poll` reads it in order.
    assert_eq!(events.poll().limit(3).await?.data.len(), 3);
    Ok(())
}

#[cfg(all(feature = "jiff", feature = "chrono", feature = "time"))]
#[test]
fn times_convert_into_those_of_date_libraries() {
    let time = Timestamp::from("1970-01-01T00:00:01Z");
    assert_eq!(EpochMillis::from(jiff::Timestamp::try_from(&time).unwrap()), EpochMillis(1_000));
    assert_eq!(chrono::DateTime::try_from(&time).unwrap().timestamp(), 1);
    assert_eq!(time::OffsetDateTime::try_from(&time).unwrap().unix_timestamp(), 1);
}

#[tokio::test]
async fn optional_arguments_are_set_on_a_value_too() -> Result<()> {
    let (simulator, client) = world();
    // `Search { limit: Some(9), ..Search::new(…) }` is refused, since later versions add arguments:
    // set the field, or use the setter.
    let mut search = api::users::Search::new(simulator.org_id(), simulator.directory_id());
    search.limit = Some(9);
    assert_eq!(search, api::users::Search::new(simulator.org_id(), simulator.directory_id()).limit(9));
    assert_eq!(client.send(&search).await?.data.len(), 9);
    Ok(())
}

#[tokio::test]
async fn scim_filter_is_text() -> Result<()> {
    let (simulator, _) = world();
    let scim = simulator.directory_client().scim(simulator.directory_id());
    assert_eq!(scim.list_users().filter("userName eq \"nobody\"").all().await?, []);
    assert_eq!(scim.list_users().filter(ScimFilter::user_name("nobody")).all().await?, []);
    Ok(())
}

#[tokio::test]
async fn errors_are_made_for_tests_and_ask_what_they_are() {
    let (simulator, client) = world();
    let users = client.organization(simulator.org_id()).directory(simulator.directory_id()).users();
    let error = users.get("nobody").await.unwrap_err();
    assert!(error.is_not_found() && !error.is_retryable());
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert!(error.detail().is_some());
    // `Error::new(kind)` is private: a program's tests build errors with `Error::builder()`.
    #[cfg(feature = "test-util")]
    {
        assert!(Error::builder().status(429).build().is_rate_limited());
        assert!(Error::builder().status(StatusCode::TOO_MANY_REQUESTS).build().is_rate_limited());
        assert!(Error::builder().kind(ErrorKind::Timeout).build().is_retryable());
    }
}

#[test]
fn preview_shows_the_request_that_would_be_sent() -> Result<()> {
    let (simulator, client) = world();
    let (org, directory) = (simulator.org_id(), simulator.directory_id());
    let groups = client.organization(org.clone()).directory(directory).groups();
    let request = groups.create("auditors").preview()?;
    let url = format!("https://api.atlassian.com/admin/v2/orgs/{org}/directories/{directory}/groups");
    assert_eq!((request.method(), request.uri().to_string()), (&Method::POST, url));
    assert_eq!(&request.body()[..], br#"{"name":"auditors"}"#);
    assert!(!request.headers().contains_key("authorization"));
    Ok(())
}

#[tokio::test]
async fn options_are_set_on_one_request_and_on_a_client() -> Result<()> {
    let (simulator, client) = world();
    let orgs = client.orgs();
    let second = Timeouts { total: Some(Duration::from_secs(1)), ..Timeouts::default() };
    let org = |org: model::Org| org.id;
    let expected = [simulator.org_id()];
    for request in [
        orgs.list().with_timeouts(second),
        orgs.list().with_retry(NeverRetry),
        orgs.list().with_retry(SafeRetry.with_attempt_limit(2)),
        orgs.list().with_header("x-correlation-id", "nightly-7"),
        client.with_timeouts(second).orgs().list(),
        client.with_retry(NeverRetry).orgs().list(),
        client.with_header("x-correlation-id", "nightly-7").orgs().list(),
    ] {
        assert_eq!(request.all().await?.into_iter().map(org).collect::<Vec<_>>(), expected);
    }
    let key = || OrganizationKey::new(simulator.api_key()).unwrap();
    let builder = || ClientBuilder::new(simulator.clone(), ImmediateTime::default(), key());
    for client in [
        builder().retry(NeverRetry).build(),
        builder().timeouts(second).build(),
        builder().header("x-correlation-id", "nightly-7").build(),
        builder().user_agent("reports/1.0").build(),
        builder().read_only().build(),
    ] {
        assert_eq!(client.unwrap().organization(simulator.org_id()).get().await?.id, simulator.org_id());
    }
    Ok(())
}

#[tokio::test]
async fn response_comes_with_its_status_and_headers() -> Result<()> {
    let (simulator, client) = world();
    let response = client.organization(simulator.org_id()).get().with_response().await?;
    assert_eq!((response.status, response.value.id), (StatusCode::OK, simulator.org_id()));
    assert_eq!(response.headers["content-type"], "application/json");
    Ok(())
}

#[tokio::test]
async fn path_without_operation_is_requested() -> Result<()> {
    let (simulator, client) = world();
    let request = client.request(Method::GET, "/admin/v1/orgs/{orgId}").arg("orgId", simulator.org_id());
    assert_eq!(request.clone().send().await?["data"]["id"], simulator.org_id().as_str());
    assert_eq!(request.with_retry(NeverRetry).await?["data"]["id"], simulator.org_id().as_str());
    let groups = "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups";
    let create = client
        .request(Method::POST, groups)
        .arg("orgId", simulator.org_id())
        .arg("directoryId", simulator.directory_id())
        .body(json!({ "name": "readers" }));
    assert_eq!(&create.preview()?.body()[..], br#"{"name":"readers"}"#);
    Ok(())
}
