//! Models: whatever is read is written back, known or not.

use atlassian_admin_core::model::{
    Account, AccountStatus, ClaimStatus, Domain, Event, EventActions, One, Org,
};
use atlassian_admin_core::page::LinkedPage;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 8.0)),
        "\\PC*".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("\\PC{0,6}", inner, 0..4)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// Adds the given members to every object within, as a server with a newer version of the API
/// would.
fn enriched(value: &Value, news: &Map<String, Value>) -> Value {
    match value {
        Value::Object(members) => {
            let known = members.iter().map(|(name, value)| {
                // Free-form places are kept as text, and need no members of ours.
                (
                    name.clone(),
                    if name == "attributes" && !value["freeForm"].is_null() {
                        value.clone()
                    } else {
                        enriched(value, news)
                    },
                )
            });
            news.clone().into_iter().chain(known).collect()
        }
        Value::Array(items) => items.iter().map(|item| enriched(item, news)).collect(),
        other => other.clone(),
    }
}

fn assert_kept<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(
    json: &Value,
) -> Result<(), TestCaseError> {
    let read: T =
        serde_json::from_str(&json.to_string()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let written = serde_json::to_string(&read).unwrap();
    prop_assert_eq!(&serde_json::from_str::<Value>(&written).unwrap(), json);
    prop_assert_eq!(serde_json::from_str::<T>(&written).unwrap(), read);
    Ok(())
}

fn event() -> Value {
    json!({
        "id": "e", "type": "events", "links": { "self": "s", "alt": "a" },
        "message": { "content": "c", "format": "simple" },
        "attributes": {
            "time": "2026-03-02T08:00:05Z", "processedAt": "2026-03-02T08:00:06.000Z", "action": "user_login",
            "actor": {
                "id": "a", "name": "n", "email": "Atlassian app", "picture": "p", "links": {},
                "auth": { "authType": "session", "tokenId": "t", "tokenLabel": "l" },
                "app": { "id": "i", "type": "t", "attributes": { "freeForm": [1.0, 1e3] } },
                "onBehalfOf": { "id": "b", "name": "n", "email": "e" },
            },
            "context": [{ "id": "c", "type": "sites", "attributes": { "freeForm": {} }, "links": { "alt": "x" } }],
            "container": [],
            "location": { "ip": "", "geo": "EU", "countryName": "c", "regionName": "r", "city": "" },
        },
    })
}

proptest! {
    #[test]
    fn unknown_properties_are_kept_at_every_level(news in proptest::collection::btree_map("new[A-Z][a-z]{1,6}", anything(), 0..3)) {
        let news: Map<String, Value> = news.into_iter().collect();
        let account = json!({
            "account_id": "a", "account_type": "robot", "account_status": "active", "name": "n", "picture": "p", "email": "e",
            "access_billable": false, "last_active": "2026-01-01", "links": { "self": "s" },
            "product_access": [{ "key": "jira-software", "name": "Jira", "url": "u", "last_active": "" }],
        });
        let domain = json!({
            "id": "d", "type": "domains", "links": { "self": "s" },
            "attributes": { "name": "example.com", "claim": { "type": "carrier-pigeon", "status": "verified" } },
        });
        let org = json!({
            "id": "o", "type": "orgs", "attributes": { "name": "n" }, "links": { "self": "s" },
            "relationships": { "domains": { "links": { "related": "r" } }, "users": { "links": { "related": "r" } } },
        });
        let actions = json!({ "data": [{ "id": "user_login", "type": "event-actions",
            "attributes": { "displayName": "d", "groupDisplayName": "g" } }] });
        assert_kept::<Event>(&enriched(&event(), &news))?;
        assert_kept::<Account>(&enriched(&account, &news))?;
        assert_kept::<Domain>(&enriched(&domain, &news))?;
        assert_kept::<One<Org>>(&enriched(&json!({ "data": org }), &news))?;
        assert_kept::<EventActions>(&enriched(&actions, &news))?;
    }
}

#[test]
fn unknown_numbers_keep_every_digit() {
    let json =
        r#"{"id":"e","novel":12345678901234567890.50,"attributes":{"actor":{"id":"a","rank":1.0e-2}}}"#;
    let event: Event = serde_json::from_str(json).unwrap();
    assert_eq!(event.extra.get("novel"), Some("12345678901234567890.50"));
    assert_eq!(
        serde_json::to_string(&event).unwrap(),
        r#"{"id":"e","attributes":{"actor":{"id":"a","rank":1.0e-2}},"novel":12345678901234567890.50}"#
    );
}

#[test]
fn null_is_read_as_absent() {
    let account: Account = serde_json::from_value(json!({
        "account_id": "a", "last_active": null, "access_billable": null, "product_access": null, "account_status": null,
    }))
    .unwrap();
    assert_eq!(account, serde_json::from_value(json!({ "account_id": "a" })).unwrap());
    assert_eq!(account.last_active, None);
}

#[test]
fn enum_keeps_unknown_value() {
    assert_eq!(AccountStatus::from("active"), AccountStatus::Active);
    assert_eq!(
        serde_json::from_str::<ClaimStatus>("\"paused\"").unwrap(),
        ClaimStatus::Other("paused".into())
    );
    assert_eq!(serde_json::to_string(&ClaimStatus::Other("paused".into())).unwrap(), "\"paused\"");
}

#[test]
fn page_keeps_links_and_meta() {
    let page = json!({ "data": [event()], "links": { "self": "s", "prev": "p", "next": "n" }, "meta": { "next": "n", "page_size": 1, "total": 7 } });
    let read: LinkedPage<Event> = serde_json::from_str(&page.to_string()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), page);
}
