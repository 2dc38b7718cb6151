//! Calls by name: their requests, what they refuse, and their listings.

use crate::support::{ImmediateTime, KEY, Reply, Script, client, ok};
use atlassian_admin_core::auth::{CredentialKind, DirectoryKey};
use atlassian_admin_core::page::PageError;
use atlassian_admin_core::schema::Schema;
use atlassian_admin_core::{Client, ClientBuilder, ErrorKind, OPERATIONS, operation};
use serde_json::{Map, Value, json};

fn arguments(json: Value) -> Map<String, Value> {
    let Value::Object(arguments) = json else { panic!("arguments are an object") };
    arguments
}

/// The items of all pages as JSON, the error at the end, and the requests.
async fn walk<K: CredentialKind>(
    client: &Client<K>,
    script: &Script,
    name: &str,
    json: Value,
) -> (Vec<String>, Option<PageError>, Vec<String>) {
    let mut pages = client.pages_untyped(operation(name).unwrap(), arguments(json));
    let (mut items, mut broken) = (Vec::new(), None);
    while let Some(page) = pages.next().await {
        match page {
            Ok(page) => items.extend(page.iter().map(|item| item.json().to_owned())),
            Err(error) => {
                broken = Some(error.page_error().unwrap().clone());
                break;
            }
        }
    }
    let asked = script
        .seen()
        .into_iter()
        .map(|seen| format!("{} {}", seen.line, String::from_utf8(seen.body).unwrap()));
    (items, broken, asked.map(|line| line.replace("https://api.atlassian.com", "")).collect())
}

#[tokio::test]
async fn untyped_response_is_unchanged() {
    let (client, script, _) = client([ok(r#"{"data": {"id":"o","n": 1.50}}"#)]);
    let (status, body) = client
        .send_untyped(operation("orgs.get").unwrap(), arguments(json!({ "orgId": "o/1" })))
        .await
        .unwrap();
    assert_eq!((status.as_u16(), &*body.bytes()), (200, &br#"{"data": {"id":"o","n": 1.50}}"#[..]));
    assert_eq!(script.lines(), ["GET https://api.atlassian.com/admin/v1/orgs/o%2F1"]);
}

#[tokio::test]
async fn url_that_is_too_long_is_refused_by_name_of_argument() {
    let (client, script, _) = client([]);
    let long = "x".repeat(70_000);
    for (name, json, place) in [
        ("orgs.get", json!({ "orgId": long }), "path"),
        ("events.query", json!({ "orgId": "o", "q": long, "action": "a" }), "q"),
        ("events.query", json!({ "orgId": "o", "cursor": long }), "cursor"),
    ] {
        let error = client.send_untyped(operation(name).unwrap(), arguments(json)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert_eq!(
            error.to_string(),
            format!(
                "{name}: an argument cannot be sent: {place}: is too long: a URL has less than 65,535 bytes"
            )
        );
    }
    assert_eq!(script.lines(), [""; 0]);
}

#[tokio::test]
async fn truncated_body_is_requested_again() {
    let (client, script, _) = client([ok(r#"{"data":{"#), ok(r#"{"data":{}}"#)]);
    let get = operation("orgs.get").unwrap();
    let (_, body) = client.send_untyped(get, arguments(json!({ "orgId": "o" }))).await.unwrap();
    assert_eq!((&*body.bytes(), script.left()), (&br#"{"data":{}}"#[..], 0));
}

#[tokio::test]
async fn null_is_sent_in_a_body_and_omitted_from_a_query() {
    let (client, ..) = client([]);
    let preview = |name: &str, json| {
        let preview = client.preview(operation(name).unwrap(), arguments(json)).unwrap();
        (
            preview.uri().to_string().replace("https://api.atlassian.com", ""),
            String::from_utf8(preview.into_body().into()).unwrap(),
        )
    };
    assert_eq!(
        preview("account.updateProfile", json!({ "accountId": "a", "nickname": null })),
        ("/users/a/manage/profile".into(), r#"{"nickname":null}"#.into())
    );
    assert_eq!(preview("orgs.list", json!({ "cursor": null })), ("/admin/v1/orgs".into(), String::new()));
}

#[tokio::test]
async fn write_to_all_directories_is_refused() {
    let (client, ..) = client([]);
    for (name, json, argument) in [
        ("users.suspend", json!({ "orgId": "o", "directoryId": "-", "accountId": "a" }), "directoryId"),
        (
            "scimLinks.unlink",
            json!({ "orgId": "o", "scimDirectoryId": "-", "scimUserId": "u" }),
            "scimDirectoryId",
        ),
        ("scim.listUsers", json!({ "directoryId": "-" }), "directoryId"),
    ] {
        let error = client.preview(operation(name).unwrap(), arguments(json)).unwrap_err();
        assert!(error.to_string().contains(&format!("{argument}: must be one directory's id")), "{error}");
    }
}

#[tokio::test]
async fn call_with_other_kind_of_key_is_not_sent() {
    let (client, script, _) = client([]);
    let error = client
        .send_untyped(operation("scim.listUsers").unwrap(), arguments(json!({ "directoryId": "d" })))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.to_string().contains("takes the directory (SCIM) key"), "{error}");
    assert_eq!(script.lines(), [""; 0]);
}

#[tokio::test]
async fn preview_is_the_request_without_the_key() {
    let (client, script, _) = client([]);
    let preview = client
        .preview(
            operation("groups.create").unwrap(),
            arguments(json!({ "orgId": "o", "directoryId": "d", "name": "n" })),
        )
        .unwrap();
    assert_eq!(preview.uri(), "https://api.atlassian.com/admin/v2/orgs/o/directories/d/groups");
    assert_eq!((preview.method().as_str(), &preview.body()[..]), ("POST", &br#"{"name":"n"}"#[..]));
    assert!(!format!("{preview:?}").contains(KEY));
    assert_eq!(script.lines(), [""; 0]);
}

#[tokio::test]
async fn time_is_sent_as_milliseconds() {
    let (client, ..) = client([]);
    let preview = |from: Value| {
        client.preview(operation("events.query").unwrap(), arguments(json!({ "orgId": "o", "from": from })))
    };
    for from in [json!(1_779_184_800_000_i64), json!("1779184800000"), json!("2026-05-19T10:00:00Z")] {
        assert_eq!(preview(from).unwrap().uri().query(), Some("from=1779184800000"));
    }
    let error = preview(json!("soon")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.to_string().contains("from: must be a time: epoch milliseconds, or ISO 8601"), "{error}");
}

fn two_pages() -> [Reply; 2] {
    [ok(r#"{"data":[1],"links":{"next":"?cursor=c%2B"}}"#), ok(r#"{"data":[2, 3],"links":{}}"#)]
}

fn directory_client(replies: impl IntoIterator<Item = Reply>) -> (Client<DirectoryKey>, Script) {
    let script = Script::new(replies);
    let key = DirectoryKey::new("directory-key").unwrap();
    let client = ClientBuilder::new(script.clone(), ImmediateTime::default(), key).build().unwrap();
    (client, script)
}

#[tokio::test]
async fn listing_continues_with_cursor_in_query() {
    let (client, script, _) = client(two_pages());
    let (items, error, asked) = walk(&client, &script, "accounts.list", json!({ "orgId": "o" })).await;
    assert_eq!((items, error), (["1", "2", "3"].map(str::to_owned).to_vec(), None));
    assert_eq!(asked, ["GET /admin/v1/orgs/o/users ", "GET /admin/v1/orgs/o/users?cursor=c%2B "]);
}

#[tokio::test]
async fn listing_continues_with_cursor_in_body() {
    let (client, script, _) = client(two_pages());
    let search = json!({ "orgId": "o", "directoryId": "-", "limit": 2 });
    let (_, _, asked) = walk(&client, &script, "users.search", search).await;
    let line = "POST /admin/v2/orgs/o/directories/-/users/search";
    assert_eq!(asked, [format!(r#"{line} {{"limit":2}}"#), format!(r#"{line} {{"cursor":"c+","limit":2}}"#)]);
}

#[tokio::test]
async fn listing_continues_with_cursor_alone_in_body() {
    let (client, script, _) = client(two_pages());
    let (_, _, asked) =
        walk(&client, &script, "workspaces.search", json!({ "orgId": "o", "limit": 2 })).await;
    let line = "POST /admin/v2/orgs/o/workspaces";
    assert_eq!(asked, [format!(r#"{line} {{"limit":2}}"#), format!(r#"{line} {{"cursor":"c+"}}"#)]);
}

#[tokio::test]
async fn listing_has_its_items_in_an_object() {
    let (client, script, _) = client([
        ok(r#"{"data":{"product_access":[1,2]},"links":{"next":"?cursor=c"}}"#),
        ok(r#"{"data":{"product_access":[3]},"links":{}}"#),
    ]);
    let dates = json!({ "orgId": "o", "accountId": "a" });
    let (items, _, asked) = walk(&client, &script, "users.lastActive", dates).await;
    assert_eq!(items, ["1", "2", "3"]);
    let line = "GET /admin/v1/orgs/o/directory/users/a/last-active-dates";
    assert_eq!(asked, [format!("{line} "), format!("{line}?cursor=c ")]);
}

#[tokio::test]
async fn listing_continues_with_number_of_next_item() {
    let (directory, script) = directory_client([
        ok(r#"{"totalResults":3,"startIndex":1,"Resources":[1,2]}"#),
        ok(r#"{"totalResults":3,"startIndex":3,"Resources":[3]}"#),
    ]);
    let (items, _, asked) =
        walk(&directory, &script, "scim.listUsers", json!({ "directoryId": "d", "count": 2 })).await;
    assert_eq!(items, ["1", "2", "3"]);
    assert_eq!(
        asked,
        ["GET /scim/directory/d/Users?count=2 ", "GET /scim/directory/d/Users?startIndex=3&count=2 "]
    );
}

#[tokio::test]
async fn counted_listing_continues_when_its_total_contradicts_its_items() {
    let (directory, script) = directory_client([
        ok(r#"{"totalResults":0,"resources":[1,2]}"#),
        ok(r#"{"totalResults":1,"Resources":[3]}"#),
        ok(r#"{"totalResults":0,"Resources":[]}"#),
    ]);
    let (items, broken, asked) =
        walk(&directory, &script, "scim.listUsers", json!({ "directoryId": "d" })).await;
    assert_eq!((items, broken), (["1", "2", "3"].map(str::to_owned).to_vec(), None));
    let line = "GET /scim/directory/d/Users";
    assert_eq!(asked, [format!("{line} "), format!("{line}?startIndex=3 "), format!("{line}?startIndex=4 ")]);
}

#[tokio::test]
async fn listing_that_cannot_continue_is_an_error_after_its_items() {
    let looping = |next: &str| ok(format!(r#"{{"data":[1],"links":{{"next":"{next}"}}}}"#));
    for (replies, items, broken) in [
        (vec![looping("a"), looping("a")], 2, PageError::Loop),
        (vec![looping("https://elsewhere.example/?page=2")], 1, PageError::NoCursor),
    ] as [(Vec<Reply>, usize, PageError); 2]
    {
        let (client, script, _) = client(replies);
        let (found, error, _) = walk(&client, &script, "accounts.list", json!({ "orgId": "o" })).await;
        assert_eq!((found.len(), error), (items, Some(broken)));
    }
}

#[tokio::test]
async fn walk_over_operation_without_pages_is_refused_before_request() {
    let (client, script, _) = client([]);
    let (items, error, asked) = walk(&client, &script, "orgs.get", json!({ "orgId": "o" })).await;
    assert_eq!((items, error, asked), (vec![], Some(PageError::NotAListing), vec![]));
}

#[test]
fn each_listing_declares_cursor_argument_of_its_convention() {
    for listing in OPERATIONS {
        if let Some(convention) = listing.paging.convention() {
            let is_number = listing.param(convention.argument).map(|param| param.schema == Schema::Integer);
            assert_eq!(is_number, Some(convention.is_number), "{}", listing.id);
        }
    }
}
