//! Responses as they were observed: fixtures of each family, decoded, and pages of the audit log,
//! walked typed and raw, read to the end and polled again.
//!
//! The fixtures are modelled on observed responses, with invented values.
//! `ATLASSIAN_ADMIN_SAMPLES_DIR` may name a folder of real responses of the audit log with the
//! same file names, which are then walked, too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod support;

use atlassian_admin_core::api;
use std::path::{Path, PathBuf};

use atlassian_admin_core::events::Checkpoint;
use atlassian_admin_core::model::{
    AccountStatus, ApplicationStatus, Event, GroupManager, MembershipStatus, PolicyType, UserStatus,
};
use atlassian_admin_core::operation::Endpoint;
use atlassian_admin_core::response::ResponseBody;
use http::StatusCode;
use serde_json::{Value, json};
use support::{client, ok};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn folders() -> Vec<PathBuf> {
    let own = fixtures().join("pollEvents");
    std::env::var_os("ATLASSIAN_ADMIN_SAMPLES_DIR").map(PathBuf::from).into_iter().chain([own]).collect()
}

/// Decodes a fixture of an operation.
fn decoded<E: Endpoint>(name: &str) -> E::Response {
    let body = read(&fixtures().join(E::OPERATION.id), name);
    E::Response::decode(StatusCode::OK, body.as_bytes()).unwrap()
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name))
        .unwrap_or_else(|error| panic!("{}: {error}", folder.join(name).display()))
}

fn items(json: &str) -> Vec<Value> {
    serde_json::from_str::<Value>(json).unwrap()["data"].as_array().unwrap().clone()
}

#[test]
fn organization_has_an_id_that_is_not_a_uuid_and_a_page_without_links() {
    let page = decoded::<api::orgs::List>("page.json");
    let [org] = &page.data[..] else { panic!("{page:?}") };
    assert_eq!(org.id.as_str(), "3f0c1d20-07ab-1c05-kkj4-5b1e9a7d2c66");
    assert_eq!(org.attributes.as_ref().unwrap().name.as_deref(), Some("Lighthouse Cooperative"));
    let related = &org.relationships.as_ref().unwrap().domains.as_ref().unwrap().related;
    assert!(related.as_ref().unwrap().ends_with("-5b1e9a7d2c66/domains"));
    assert_eq!((page.links.next, page.meta.next), (None, None));
}

#[test]
fn managed_account_has_a_date_and_a_next_link_that_is_a_url() {
    let page = decoded::<api::accounts::List>("page.json");
    let [noor, closed] = &page.data[..] else { panic!("{page:?}") };
    assert_eq!(noor.account_id.as_str(), "5e1f0a9bc0ffee00deadbeef");
    assert_eq!(
        (noor.access_billable, noor.last_active.as_ref().unwrap().as_str()),
        (Some(true), "2026-08-03")
    );
    assert_eq!(noor.product_access.as_ref().unwrap()[0].key.as_deref(), Some("jira-software"));
    assert_eq!(closed.account_id.as_str(), "712020:7d0e4b5a-1111-4222-8333-944455566677");
    assert_eq!((&closed.account_status, &closed.email), (&Some(AccountStatus::Closed), &None));
    assert_eq!(closed.product_access.as_deref(), Some(&[][..]));
    assert_eq!(page.meta.total, Some(60));
}

#[tokio::test]
async fn walk_takes_the_cursor_out_of_a_url_and_decodes_it_once() {
    let page = read(&fixtures().join("getUsers"), "page.json");
    let (client, script, _) = client([ok(page), ok(r#"{"data":[]}"#)]);
    let mut pages = client.pages(api::accounts::List::new("o-1"));
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().items.len());
    }
    assert_eq!(sizes, [2, 0]);
    let users = "GET https://api.atlassian.com/admin/v1/orgs/o-1/users";
    assert_eq!(script.lines(), [users.to_owned(), format!("{users}?cursor=cGFnZS8y%2B%3D")]);
}

#[test]
fn suspended_directory_user_has_an_active_account() {
    let page = decoded::<api::users::Search>("page.json");
    let [user] = &page.data[..] else { panic!("{page:?}") };
    assert_eq!(user.account_id, "557058:0b7d3c1e-2222-4333-8444-a55566677788");
    assert_eq!(user.account_status, Some(AccountStatus::Active));
    assert_eq!(user.membership_status, Some(MembershipStatus::Suspended));
    assert_eq!(user.status, Some(UserStatus::Suspended));
    assert_eq!((&user.management_source, &user.department), (&None, &None));
    assert_eq!((user.name.as_deref(), user.mfa_enabled), (Some("Inês Duarte"), Some(false)));
    assert_eq!(user.added_to_org.as_ref().unwrap().millis(), Some(1_762_066_800_123));
    let [jira, confluence] = &user.product_access.as_ref().unwrap()[..] else { panic!("{user:?}") };
    assert_eq!(jira.last_active_timestamp.as_ref().unwrap().as_str(), "2026-07-30T18:20:05Z");
    assert_eq!((confluence.key.as_deref(), &confluence.last_active_timestamp), (Some("confluence"), &None));
    assert_eq!(page.links.next.as_deref(), Some("eyJwYWdlIjoyfQ=="));
}

#[test]
fn group_of_an_identity_provider_cannot_be_modified() {
    let page = decoded::<api::groups::Search>("page.json");
    let [group] = &page.data[..] else { panic!("{page:?}") };
    assert_eq!((group.name.as_deref(), group.description.as_deref()), (Some("keepers"), Some("")));
    assert_eq!((group.external_synced, &group.managed_by), (Some(true), &Some(GroupManager::External)));
    let access = group.management_access.as_ref().unwrap();
    assert_eq!(
        (access.deletable, access.modifiable, access.readable),
        (Some(false), Some(false), Some(true))
    );
    assert_eq!(serde_json::to_value(group).unwrap()["resourceOwners"], json!(["goal"]));
}

#[test]
fn scim_user_has_an_id_of_its_own_beside_the_account_id() {
    let page = decoded::<api::scim::ListUsers>("page.json");
    assert_eq!((page.total_results, page.start_index, page.items_per_page), (Some(1), Some(1), Some(1)));
    let [user] = &page.resources.as_ref().unwrap()[..] else { panic!("{page:?}") };
    assert_eq!(user.id.as_ref().unwrap().as_str(), "9a8b7c6d-5555-4666-8777-d88899900011");
    assert_eq!(user.account_id().unwrap().as_str(), "712020:1c2d3e4f-6666-4777-8888-e99900011122");
    assert_eq!((user.user_name.as_deref(), user.active), (Some("tove@example.com"), Some(false)));
    assert_eq!(user.name.as_ref().unwrap().given_name.as_deref(), Some("Tove"));
    let created = user.meta.as_ref().unwrap().created.as_ref().unwrap();
    assert_eq!(created.millis(), Some(1_767_607_200_000));
}

#[test]
fn profile_keeps_properties_that_no_document_has() {
    let account = decoded::<api::account::GetProfile>("response.json").account;
    assert_eq!(
        (account.nickname.as_deref(), account.zoneinfo.as_deref()),
        (Some("noor"), Some("Asia/Beirut"))
    );
    let json = serde_json::to_value(&account).unwrap();
    assert_eq!(json["extended_profile"], json!({"job_title": "Keeper", "team_type": "Operations"}));
    assert_eq!(json["privacy_settings"], json!({"name": "public"}));
}

#[test]
fn policies_are_read_when_one_is_of_an_unknown_type() {
    let page = decoded::<api::policies::List>("page.json");
    let [offices, phones] = &page.data[..] else { panic!("{page:?}") };
    let attributes = offices.attributes.as_ref().unwrap();
    assert_eq!(attributes.kind, Some(PolicyType::IpAllowlist));
    let rule = attributes.rule.as_ref().unwrap();
    assert_eq!(rule.values.as_deref(), Some(&["198.51.100.0/24".to_owned()][..]));
    let resource = &attributes.resources.as_ref().unwrap()[0];
    assert_eq!(resource.application_status, Some(ApplicationStatus::Applying));
    let kind = phones.attributes.as_ref().unwrap().kind.as_ref().unwrap();
    assert_eq!(kind, &PolicyType::Other("mobile-application-management".to_owned()));
    assert_eq!((page.meta.next, page.meta.page_size), (None, Some(20)));
}

#[test]
fn last_active_dates_are_dates_with_or_without_a_time() {
    let page = decoded::<api::users::LastActive>("response.json");
    let [jira, confluence] = &page.data.product_access[..] else { panic!("{page:?}") };
    assert_eq!(jira.last_active.as_ref().unwrap().as_str(), "2026-08-03");
    assert_eq!(jira.last_active_timestamp, None);
    let time = confluence.last_active_timestamp.as_ref().unwrap();
    assert_eq!(time.millis(), Some(1_785_435_605_000));
    assert_eq!(page.data.added_to_org.unwrap().as_str(), "2025-11-02");
    assert_eq!(page.data.added_to_org_timestamp, None);
}

const WALK: [&str; 3] = ["page-1.json", "page-2.json", "page-3-terminal.json"];

/// Every property that is not `null` remains after decoding into our types and encoding again.
fn assert_lossless(event: &Event, original: &Value) {
    fn without_nulls(value: &Value) -> Value {
        match value {
            Value::Object(properties) => properties
                .iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| (name.clone(), without_nulls(value)))
                .collect(),
            Value::Array(items) => items.iter().map(without_nulls).collect(),
            other => other.clone(),
        }
    }
    assert_eq!(without_nulls(&serde_json::to_value(event).unwrap()), without_nulls(original));
}

#[tokio::test]
async fn walk_loses_no_item_and_no_property() {
    for folder in folders() {
        let pages = WALK.map(|name| read(&folder, name));
        let expected: Vec<Value> = pages.iter().flat_map(|page| items(page)).collect();

        let (typed, script, _) = client(pages.clone().map(ok));
        let mut walk = typed.pages(api::events::Poll::new("o-1").limit(2));
        let mut events = Vec::new();
        while let Some(page) = walk.next().await {
            let page = page.unwrap();
            assert_eq!(page.malformed.len(), 0);
            events.extend(page.items);
        }
        assert_eq!(events.len(), expected.len());
        for (event, original) in events.iter().zip(&expected) {
            assert_lossless(event, original);
        }
        // The cursors of the pages, decoded once and encoded once.
        let cursor = |line: &String| {
            line.split("cursor=").nth(1).unwrap_or("").trim_end_matches("&limit=2").to_owned()
        };
        let cursors: Vec<_> = script.lines().iter().map(cursor).collect();
        let own = ["", "page%2F2%3D", "page-3"];
        let samples = ["", "cursor-page-2", "cursor-page-3"];
        assert!(cursors == own || cursors == samples, "{cursors:?}");

        let (raw, ..) = client(pages.clone().map(ok));
        let mut walk = raw.pages(api::events::Poll::new("o-1")).raw();
        let mut texts = Vec::new();
        while let Some(page) = walk.next().await {
            texts.extend(page.unwrap().items);
        }
        assert_eq!(
            texts.iter().map(|raw| serde_json::from_str::<Value>(raw.json()).unwrap()).collect::<Vec<_>>(),
            expected
        );
        for text in &texts {
            assert!(
                pages.iter().any(|page| page.contains(text.json())),
                "raw items are the server's own text"
            );
        }
    }
}

#[tokio::test]
async fn feed_ends_at_terminal_page_and_resumes_with_later_polls() {
    for folder in folders() {
        let walk = WALK.map(|name| read(&folder, name));
        let (first, script, _) = client(walk.clone().map(ok));
        let mut feed = first.organization("o-1").event_feed().page_size(2).stream().unwrap();
        let mut ids = Vec::new();
        while let Some(batch) = feed.next().await {
            ids.extend(batch.unwrap().events.iter().map(|event| event.decode().unwrap().id.to_string()));
        }
        let id = |event: &Value| event["id"].as_str().unwrap().to_owned();
        let mut expected: Vec<_> = walk.iter().flat_map(|page| items(page)).map(|event| id(&event)).collect();
        assert_eq!(ids, expected);
        assert_eq!(script.left(), 0);

        // Another process, later: from the last processing time less the overlap, without known
        // events.
        let stored = serde_json::to_string(feed.checkpoint()).unwrap();
        let last = feed.checkpoint().processed_at().unwrap().millis().unwrap();
        let later = [read(&folder, "next-poll.json"), read(&folder, "empty-poll.json")];
        let (second, script, _) = client(later.clone().map(ok));
        for _ in 0..2 {
            let checkpoint = Checkpoint::from_json(&stored).unwrap();
            let mut feed = second.organization("o-1").event_feed().resume(checkpoint).stream().unwrap();
            while let Some(batch) = feed.next().await {
                ids.extend(batch.unwrap().events.iter().map(|event| event.decode().unwrap().id.to_string()));
            }
        }
        expected.extend(items(&later[0]).iter().map(id));
        expected.dedup();
        assert_eq!(ids, expected);
        let from = last - 60_000;
        let request =
            format!("GET https://api.atlassian.com/admin/v1/orgs/o-1/events-stream?from={from}&limit=500");
        assert_eq!(script.lines(), [request.clone(), request]);
    }
}
