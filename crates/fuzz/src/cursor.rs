//! Cursors from any `next` that the server sends: a cursor never becomes a URL.

use atlassian_admin::auth::{CredentialKind, DirectoryKey, KeyKind, OrganizationKey};
use atlassian_admin::operation::{Operation, Paging, RequestParts};
use atlassian_admin::page::{Cursor, cursor_of};
use atlassian_admin::{OPERATIONS, operation};
use serde_json::{Value, json};

use crate::fixtures;
use crate::host::{Script, answer, now};
use crate::input::{choose, chosen};
use crate::sample::arguments;

/// The first byte chooses a listing. The others are a `next`, and a whole page.
pub fn holds(data: &[u8]) {
    let listings = listings();
    let (listing, data) = choose(&listings, data);
    let next = String::from_utf8_lossy(data);
    if let Ok(cursor) = serde_json::from_slice::<Cursor>(data) {
        let written = serde_json::to_string(&cursor).expect("a cursor can be written");
        assert_eq!(serde_json::from_str::<Cursor>(&written).ok(), Some(cursor));
    }
    match cursor_of(Some(&next)) {
        Ok(None) => assert!(next.is_empty(), "only an empty text gives no cursor"),
        Ok(Some(Cursor::Token(token))) => {
            assert!(!token.is_empty());
            // The cursor is unchanged or from the query; of a URL nothing else is used.
            assert!(token == next || next.contains("cursor="), "{token:?}");
        }
        Ok(Some(Cursor::Index(_))) => panic!("a text became a number"),
        Err(_) => {}
    }
    let page = json!({ "data": [{ "id": "i" }], "links": { "next": next } }).to_string();
    walk(listing, page.as_bytes(), cursor_of(Some(&next)).ok().flatten());
    walk(listing, data, None);
}

/// Reads a page, and inspects the request for the next one.
fn walk(listing: &'static Operation, page: &[u8], expected: Option<Cursor>) {
    match listing.auth {
        KeyKind::Directory => walk_as::<DirectoryKey>(listing, page, expected),
        _ => walk_as::<OrganizationKey>(listing, page, expected),
    }
}

fn walk_as<K: CredentialKind>(listing: &'static Operation, page: &[u8], expected: Option<Cursor>) {
    let script = Script::new([answer(200, page)]);
    let mut pages = script.client::<K>().pages_untyped(listing, arguments(listing));
    for _ in 0..2 {
        let _ = now(pages.next());
    }
    let requests = script.take_requests();
    let (first, second) = (&requests[0], requests.get(1));
    for request in &requests {
        assert_eq!(request.uri().scheme_str(), Some("https"));
        assert_eq!(request.uri().authority().map(|host| host.as_str()), Some("api.atlassian.com"));
        assert_eq!((request.method(), request.uri().path()), (first.method(), first.uri().path()));
    }
    let linked = !matches!(listing.paging, Paging::StartIndex | Paging::NestedItems);
    if let (Some(second), Some(expected), true) = (second, expected, linked) {
        let uri = second.uri();
        let parts = RequestParts::parse(listing, uri.path(), uri.query(), second.body()).expect("a request");
        let sent = parts.to_arguments(listing).expect("the request of this listing");
        assert_eq!(sent.get("cursor"), Some(&Value::from(expected.to_string())));
    }
}

fn listings() -> Vec<&'static Operation> {
    OPERATIONS.iter().filter(|operation| operation.paging != Paging::None).collect()
}

/// Each encoding of a cursor, in each kind of listing; and pages.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let nexts = [
        "https://api.atlassian.com/admin/v1/orgs/o/users?limit=20&cursor=a%2Fb%3D%3D",
        "https://attacker.example/?cursor=abc#fragment",
        "https://api.atlassian.com/admin/v1/orgs/o/users",
        "/admin/v1/orgs/o/users?cursor=abc&limit=20",
        "?cursor=https%3A%2F%2Fattacker.example%2F",
        "?cursor=%ff",
        "Qh8E1QpVV00ys/xI7pHI7Q..",
        "\"a\"",
        "7",
        "",
    ]
    .map(str::to_owned);
    let pages = [
        r#"{"data":[{"id":"a"}],"meta":{"next":"a"},"links":{"next":"b"}}"#,
        r#"{"data":{"product_access":[{"id":"j"}]},"links":{"next":"b"}}"#,
        r#"{"totalResults":9,"startIndex":1,"itemsPerPage":1,"Resources":[{"id":"a"}]}"#,
        r#"{"totalResults":18446744073709551615,"startIndex":18446744073709551615,"Resources":[{"id":"a"}]}"#,
    ]
    .map(str::to_owned);
    let listings = listings();
    let place = |name: &str| listings.iter().position(|listing| Some(*listing) == operation(name));
    let mut seeds = Vec::new();
    for name in ["events.poll", "users.search", "users.lastActiveDates", "scim.listUsers"] {
        let place = place(name).unwrap_or_default();
        let texts = nexts.iter().chain(&pages).cloned().chain(fixtures::PAGES.map(str::to_owned));
        seeds.extend(texts.map(|text| chosen(place, text)));
    }
    seeds
}
