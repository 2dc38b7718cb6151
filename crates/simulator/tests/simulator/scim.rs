//! Provisioning on the wire: its media types, and what its errors look like.

use http::Request;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};

use super::{Answer, Fixture};
use crate::scim_directory::{Directory, user};

/// Sends a request to the directory with its key.
async fn send(fixture: &Fixture, method: &str, resource: &str, media_type: &str, body: &Value) -> Answer {
    let directory = fixture.simulator.directory_id();
    let request = Request::builder()
        .method(method)
        .uri(format!("https://api.atlassian.com/scim/directory/{directory}{resource}"))
        .header(AUTHORIZATION, format!("Bearer {}", fixture.simulator.directory_key()))
        .header(CONTENT_TYPE, media_type)
        .body(if body.is_null() { Default::default() } else { body.to_string().into() });
    fixture.send(request.unwrap()).await
}

#[tokio::test]
async fn both_media_types_are_read_and_one_is_written() {
    let fixture = Fixture::new(|builder| builder);
    for (name, media_type) in [
        ("ada", "application/json"),
        ("eve", "application/scim+json"),
        ("kim", "application/scim+json; charset=utf-8"),
    ] {
        let email = format!("{name}@example.com");
        let user = json!({ "userName": name, "emails": [{ "value": email, "primary": true }] });
        let created = send(&fixture, "POST", "/Users", media_type, &user).await;
        assert_eq!((created.status, created.header("content-type")), (201, Some("application/scim+json")));
        assert_eq!(created.json()["userName"], name);
        let again = send(&fixture, "POST", "/Users", media_type, &user).await;
        assert_eq!((again.status, again.header("content-type")), (409, Some("application/scim+json")));
        assert_eq!(
            again.json(),
            json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
                "status": "409",
                "scimType": "uniqueness",
                "detail": format!("Resource [USER]: with email[{email}] already exists."),
            })
        );
    }
}

#[tokio::test]
async fn page_is_a_list_response() {
    let fixture = Fixture::new(|builder| builder);
    let page =
        send(&fixture, "GET", "/Users?startIndex=0&count=2", "application/json", &Value::Null).await.json();
    assert_eq!(page["schemas"], json!(["urn:ietf:params:scim:api:messages:2.0:ListResponse"]));
    assert_eq!((&page["startIndex"], &page["itemsPerPage"]), (&json!(1), &json!(2)));
    assert_eq!(page["Resources"].as_array().map(Vec::len), Some(2));
    let far = send(&fixture, "GET", "/Users?startIndex=99999", "application/json", &Value::Null).await.json();
    assert_eq!((&far["totalResults"], &far["Resources"]), (&page["totalResults"], &json!([])));
    let bad = send(&fixture, "GET", "/Users?count=some", "application/json", &Value::Null).await;
    assert_eq!((bad.status, &bad.json()["scimType"]), (400, &json!("invalidSyntax")));
}

#[tokio::test]
async fn provisioning_is_recorded_in_the_audit_log() {
    let fixture = Fixture::new(|builder| builder.events(0));
    let user = json!({ "userName": "ada", "emails": [{ "value": "ada@example.com", "primary": true }] });
    let id = send(&fixture, "POST", "/Users", "application/json", &user).await.json()["id"].clone();
    let path = format!("/Users/{}", id.as_str().unwrap());
    let patch = json!({ "Operations": [{ "op": "replace", "path": "title", "value": "Countess" }] });
    send(&fixture, "PATCH", &path, "application/json", &patch).await;
    send(&fixture, "DELETE", &path, "application/json", &Value::Null).await;
    fixture.advance(1);
    let events = fixture.get("/events-stream").await.json();
    let actions: Vec<_> = events["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["attributes"]["action"].clone())
        .collect();
    assert_eq!(actions, ["user_provisioned", "user_synced", "user_deprovisioned"]);
}

/// The changes in the log, the newest first: actions, and the object of each.
async fn sent(fixture: &Fixture) -> Vec<(String, String)> {
    let events = fixture.get("/events?limit=20").await.json()["data"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let attributes = events.iter().map(|event| &event["attributes"]);
    attributes.map(|event| (text(&event["action"]), text(&event["context"][0]["id"]))).collect()
}

#[tokio::test]
async fn log_records_only_the_effects_of_a_write_to_a_user() {
    let fixture = Fixture::new(|builder| builder.events(0).rate_limits(false));
    let user = json!({ "userName": "ada", "emails": [{ "value": "ada@example.com", "primary": true }] });
    let created = send(&fixture, "POST", "/Users", "application/json", &user).await.json();
    let account = &created["urn:scim:schemas:extension:atlassian-external:1.0"]["atlassianAccountId"];
    let resource = format!("/Users/{}", created["id"].as_str().unwrap());
    let with = |name: &str, value: Value| {
        let mut user = user.clone();
        user[name] = value;
        user
    };
    let patch = |changes: Value| json!({ "Operations": changes });
    let set = |name: &str, value: Value| json!({ "op": "replace", "path": name, "value": value });
    let mut expected = vec!["user_provisioned"];
    for (method, body, actions) in [
        ("PATCH", patch(json!([set("active", json!(true)), set("userName", json!("ada"))])), &[][..]),
        ("PUT", user.clone(), &[]),
        ("PATCH", patch(json!([set("active", json!(false))])), &["user_deactivated"]),
        ("PATCH", patch(json!([set("active", json!(false))])), &[]),
        ("PUT", with("active", json!(true)), &["user_activated"]),
        ("PUT", with("active", json!(false)), &["user_deactivated"]),
        (
            "PATCH",
            patch(json!([set("active", json!(true)), set("title", json!("Countess"))])),
            &["user_synced", "user_activated"],
        ),
        ("PATCH", patch(json!([set("title", json!("Countess"))])), &[]),
        ("PUT", user.clone(), &["user_synced"]),
    ] {
        let before = fixture.get("/events?limit=20").await.json();
        let answer = send(&fixture, method, &resource, "application/json", &body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        if actions.is_empty() {
            assert_eq!(fixture.get("/events?limit=20").await.json(), before, "{body}");
        }
        expected.extend(actions);
    }
    let sent = sent(&fixture).await;
    assert!(sent.iter().all(|(_, id)| id == account));
    assert_eq!(sent.iter().rev().map(|(action, _)| action.as_str()).collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn group_is_unchanged_when_a_write_is_refused() {
    let fixture = Fixture::new(|builder| builder);
    let listed = send(&fixture, "GET", "/Groups", "application/json", &Value::Null).await.json();
    let users = send(&fixture, "GET", "/Users?count=100", "application/json", &Value::Null).await.json();
    let group = &listed["Resources"][0];
    let mut members: Vec<_> =
        users["Resources"].as_array().unwrap().iter().map(|user| json!({ "value": user["id"] })).collect();
    members.push(json!({ "value": "nobody-of-this-name" }));
    let path = format!("/Groups/{}", group["id"].as_str().unwrap());
    let before = send(&fixture, "GET", &path, "application/json", &Value::Null).await.json();
    let sent = json!({ "displayName": group["displayName"], "externalId": "new", "members": members });
    let change = json!({ "op": "add", "path": "members", "value": members });
    let rename = json!({ "op": "replace", "path": "displayName", "value": "Renamed" });
    for (method, body) in [("PUT", sent), ("PATCH", json!({ "Operations": [rename, change] }))] {
        let answer = send(&fixture, method, &path, "application/json", &body).await;
        assert_eq!(answer.status, 400, "{method}: {}", answer.text);
        let after = send(&fixture, "GET", &path, "application/json", &Value::Null).await.json();
        assert_eq!(after, before, "{method}: nothing of it was done");
    }
}

#[tokio::test]
async fn filter_finds_users_by_whether_they_are_active() {
    let directory = Directory::new();
    let listed = async |filter: &str| {
        let query = atlassian_admin_core::url::percent_encode(filter).to_string();
        directory.get(&format!("/Users?count=1000&filter={query}")).await
    };
    for (name, active) in [("ada", json!("False")), ("bob", json!(false)), ("eve", json!(true))] {
        directory.user(name, &json!({ "active": active })).await;
    }
    let all = directory.get("/Users?count=1000").await;
    for active in [true, false] {
        let users = all["Resources"].as_array().unwrap().iter().filter(|user| user["active"] == active);
        let expected: Vec<_> = users.cloned().collect();
        let names: Vec<_> = expected.iter().map(|user| user["userName"].clone()).collect();
        assert_eq!(
            ["ada", "bob", "eve"].map(|name| names.contains(&json!(name))),
            [!active, !active, active]
        );
        let text = active.to_string();
        let title = text[..1].to_uppercase() + &text[1..];
        for spelled in
            [text.clone(), title.clone(), text.to_uppercase(), format!("\"{text}\""), format!("\"{title}\"")]
        {
            for filter in [format!("active eq {spelled}"), format!("ACTIVE EQ {spelled}")] {
                let found = listed(&filter).await;
                assert_eq!(found["totalResults"], expected.len(), "{filter}: {found}");
                assert_eq!(found["Resources"], json!(expected), "{filter}");
            }
        }
    }
    for bad in [
        "active eq 1",
        "active eq \"yes\"",
        "active eq null",
        "active ne true",
        "userName eq true",
        "externalId eq False",
        "title eq \"x\"",
        "primary eq true",
    ] {
        assert_eq!(listed(bad).await["scimType"], "invalidFilter", "{bad}");
    }
}

#[tokio::test]
async fn extension_attribute_is_nested_when_its_value_is_an_object() {
    let directory = Directory::new();
    let enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    let manager = format!("{enterprise}:manager");
    let core = "urn:ietf:params:scim:schemas:core:2.0:User";
    let more = json!({ &manager: { "value": "m" } });
    let posted = directory.user("ada", &more).await;
    let put = directory.user("bob", &json!({})).await;
    directory.send("PUT", &put, &user("bob", &more)).await;
    let patched = directory.user("eve", &json!({})).await;
    directory.patch(&patched, &json!([{ "op": "add", "value": more }])).await;
    for resource in [posted, put, patched] {
        let read = directory.get(&resource).await;
        assert_eq!((&read[enterprise], read.get(&manager)), (&json!({ "manager": { "value": "m" } }), None));
        let schemas: Vec<_> =
            read["schemas"].as_array().unwrap().iter().map(|urn| urn.as_str().unwrap()).collect();
        assert!(schemas.contains(&core) && schemas.contains(&enterprise), "{schemas:?}");
        assert!(!schemas.contains(&manager.as_str()), "{schemas:?}");
        let only = directory.get(&format!("{resource}?attributes={manager}.value")).await;
        assert_eq!(only[enterprise], json!({ "manager": { "value": "m" } }));
        let without = directory.get(&format!("{resource}?excludedAttributes={manager}.displayName")).await;
        assert_eq!(without[enterprise], json!({ "manager": { "value": "m" } }));
    }
}
