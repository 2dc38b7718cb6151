//! What an identity provider writes, in the forms that they are known to send.

use http::HeaderMap;
use http::header::ACCEPT;
use serde_json::{Value, json};

use crate::scim_directory::{Directory, user};

const EXTENSION: &str = "urn:ietf:params:scim:schemas:extension:acme:2.0:User";

#[tokio::test]
async fn remove_takes_the_named_members_of_a_group_or_is_refused() {
    let directory = Directory::new();
    for (number, (value, left)) in [
        (r#"[{ "value": "ID" }]"#, Some(2)),
        (r#"{ "value": "ID" }"#, Some(2)),
        (r#"{ "value": "ID", "display": "old name" }"#, Some(2)),
        (r#"{ "members": [{ "value": "ID" }] }"#, Some(2)),
        (r#"{ "members": "ID" }"#, Some(2)),
        (r#""ID""#, Some(2)),
        (r#"["ID"]"#, Some(2)),
        (r#"["ID", { "value": "OTHER" }]"#, Some(1)),
        (r#"{ "Members": [{ "VALUE": "ID", "type": "user" }, { "value": "OTHER" }] }"#, Some(1)),
        (r#"{ "members": ["ID", "OTHER"] }"#, Some(1)),
        (r#"[["ID"]]"#, None),
        (r#"[null, { "value": "ID" }]"#, None),
        (r#"{ "members": { "members": [{ "value": "ID" }] } }"#, None),
        (r#"[{ "display": "ID" }, { "value": "ID" }]"#, None),
        (r#"[{ "value": "ID" }, { "value": "nobody" }]"#, None),
        (r#"["nobody"]"#, None),
        (r#""ID,OTHER""#, None),
        (r#"{ "display": "ID" }"#, None),
        (r#"{}"#, None),
        (r#"[{}]"#, None),
        (r#"[null]"#, None),
        (r#"[]"#, None),
        (r#"null"#, None),
        (r#"true"#, None),
        (r#"{ "members": [] }"#, None),
    ]
    .into_iter()
    .enumerate()
    {
        let (group, ids) = directory.group(&format!("g{number}")).await;
        let before = directory.get(&group).await;
        let value: Value =
            serde_json::from_str(&value.replace("ID", &ids[0]).replace("OTHER", &ids[1])).unwrap();
        let remove = json!({ "op": "Remove", "path": "members", "value": value });
        let answer = directory.patch(&group, &json!([remove])).await;
        match left {
            Some(left) => {
                assert_eq!(answer.status, 200, "{remove}: {}", answer.text);
                assert_eq!(directory.members(&group).await, ids[3 - left..], "{remove}");
            }
            None => {
                assert_eq!(answer.status, 400, "{remove}: {}", answer.text);
                assert!(["noTarget", "invalidValue"].contains(&answer.json()["scimType"].as_str().unwrap()));
                assert_eq!(directory.get(&group).await, before, "{remove}");
            }
        }
    }
}

#[tokio::test]
async fn remove_by_path_takes_one_member_or_all() {
    let directory = Directory::new();
    let (group, ids) = directory.group("g").await;
    let path = |id: &str| format!("members[value eq \"{id}\"]");
    for (remove, status, left) in [
        (json!({ "op": "remove", "path": path(&ids[0]) }), 200, &ids[1..]),
        (json!({ "op": "remove", "path": path(&ids[0]) }), 400, &ids[1..]),
        (json!({ "op": "remove", "path": path(&ids[1].to_uppercase()) }), 400, &ids[1..]),
        (json!({ "op": "remove", "path": path(&ids[1]), "value": [{ "value": ids[2] }] }), 400, &ids[1..]),
        (json!({ "op": "remove", "path": "members.value", "value": ids[1] }), 400, &ids[1..]),
        (json!({ "op": "remove", "path": "members", "values": [{ "value": ids[1] }] }), 400, &ids[1..]),
        (json!({ "op": "remove", "path": "members", "vaule": ids[1], "value": null }), 400, &ids[1..]),
        (json!({ "op": "remove", "path": "members", "value": ids[1], "Value": ids[2] }), 400, &ids[1..]),
        (json!({ "op": "remove", "path": format!("{}.display", path(&ids[1])) }), 400, &ids[1..]),
        (json!({ "op": "remove", "path": format!("{}.$ref", path(&ids[1])) }), 400, &ids[1..]),
        (json!({ "op": "replace", "path": path(&ids[1]), "value": { "display": "x" } }), 400, &ids[1..]),
        (json!({ "op": "add", "path": "members.display", "value": "x" }), 400, &ids[1..]),
        (json!({ "op": "remove", "value": { "members": [{ "value": ids[1] }] } }), 400, &ids[1..]),
        (json!({ "op": "remove", "path": "members" }), 200, &[]),
        (json!({ "op": "remove", "path": "members" }), 400, &[]),
        (json!({ "op": "add", "path": "members", "value": ids[0] }), 200, &ids[..1]),
        (json!({ "op": "add", "path": "members", "value": ["nobody"] }), 400, &ids[..1]),
        (json!({ "op": "add", "value": { "members": [ids[1]] } }), 200, &ids[..2]),
        (json!({ "op": "replace", "path": "members", "value": { "members": [ids[2]] } }), 200, &ids[2..]),
        (json!({ "op": "replace", "path": "members", "value": [] }), 200, &[]),
    ] {
        let answer = directory.patch(&group, &json!([remove])).await;
        assert_eq!(answer.status, status, "{remove}: {}", answer.text);
        assert_eq!(directory.members(&group).await, left, "{remove}");
    }
}

#[tokio::test]
async fn patch_changes_nothing_when_one_operation_is_refused() {
    let directory = Directory::new();
    let (group, ids) = directory.group("g").await;
    let user = directory.user("ada", &json!({ "title": "Countess" })).await;
    let good = [
        (&group, json!({ "op": "remove", "path": "members", "value": ids[0] })),
        (&group, json!({ "op": "replace", "path": "externalId", "value": "x" })),
        (&user, json!({ "op": "replace", "value": { "title": "x", "active": "False" } })),
    ];
    for (resource, good) in &good {
        let before = (directory.get(resource).await, directory.0.get("/events?limit=20").await.json());
        for bad in [
            json!({ "op": "remove", "path": "members", "value": "nobody" }),
            json!({ "op": "remove", "path": "nickName" }),
            json!({ "op": "swap", "path": "title" }),
            json!({ "op": "add", "path": "a b", "value": 1 }),
            json!({ "op": "replace", "path": "active", "value": "perhaps" }),
        ] {
            let answer = directory.patch(resource, &json!([good, bad])).await;
            assert_eq!(answer.status, 400, "{bad}: {}", answer.text);
            let after = (directory.get(resource).await, directory.0.get("/events?limit=20").await.json());
            assert_eq!(after, before, "{bad}");
        }
        assert_eq!(directory.patch(resource, &json!([good])).await.status, 200);
    }
}

#[tokio::test]
async fn text_is_read_as_boolean_by_every_method() {
    let directory = Directory::new();
    for (number, (text, active)) in
        [("True", true), ("true", true), ("TRUE", true), ("False", false), ("FALSE", false)]
            .into_iter()
            .enumerate()
    {
        let name = format!("user{number}");
        let more = json!({ "active": text, "phoneNumbers": [{ "value": "1", "primary": text }] });
        let resource = directory.user(&name, &more).await;
        let read = directory.get(&resource).await;
        assert_eq!((&read["active"], &read["phoneNumbers"][0]["primary"]), (&json!(active), &json!(active)));

        let contrary = if active { "False" } else { "True" };
        let replaced = directory.send("PUT", &resource, &user(&name, &json!({ "active": contrary }))).await;
        assert_eq!(
            (replaced.status, &replaced.json()["active"]),
            (200, &json!(!active)),
            "{}",
            replaced.text
        );
        for operation in [
            json!({ "op": "Replace", "path": "active", "value": text }),
            json!({ "op": "Add", "value": { "Active": text } }),
        ] {
            directory
                .patch(&resource, &json!([{ "op": "replace", "path": "active", "value": !active }]))
                .await;
            let patched = directory.patch(&resource, &json!([operation])).await;
            assert_eq!((patched.status, &patched.json()["active"]), (200, &json!(active)), "{operation}");
        }
    }
    let resource = directory.user("eve", &json!({})).await;
    let path = r#"emails[primary eq "True"].value"#;
    let filtered = directory
        .patch(&resource, &json!([{ "op": "replace", "path": path, "value": "e@example.com" }]))
        .await;
    assert_eq!(filtered.json()["emails"][0]["value"], "e@example.com");
    for bad in [json!("1"), json!(1), json!("yes"), json!(["True"])] {
        let sent = user("max", &json!({ "active": bad }));
        for (method, resource) in [("POST", "/Users"), ("PUT", resource.as_str())] {
            let refused = directory.send(method, resource, &sent).await;
            assert_eq!((refused.status, &refused.json()["scimType"]), (400, &json!("invalidValue")), "{bad}");
        }
    }
}

#[tokio::test]
async fn new_primary_value_demotes_the_old_one() {
    let directory = Directory::new();
    let emails = |user: &Value| -> Vec<_> {
        let emails = user["emails"].as_array().unwrap().iter();
        emails.map(|email| (email["value"].clone(), email["primary"] == true)).collect()
    };
    let (work, home) = (json!("ada@example.com"), json!("home@example.com"));
    let resource = directory.user("ada", &json!({})).await;
    let added = json!({ "value": home, "type": "home", "primary": true });
    let after =
        directory.patch(&resource, &json!([{ "op": "add", "path": "emails", "value": [added] }])).await;
    assert_eq!(emails(&after.json()), [(work.clone(), false), (home.clone(), true)]);
    let path = r#"emails[type eq "work"].primary"#;
    let after =
        directory.patch(&resource, &json!([{ "op": "replace", "path": path, "value": "True" }])).await;
    assert_eq!(emails(&after.json()), [(work.clone(), true), (home.clone(), false)]);

    let two = json!({ "emails": [{ "value": work, "primary": true }, { "value": home, "primary": "true" }] });
    let phones =
        json!({ "phoneNumbers": [{ "value": "1", "primary": true }, { "value": "2", "primary": true }] });
    for more in [two, phones] {
        for (method, resource) in [("POST", "/Users"), ("PUT", resource.as_str())] {
            let refused = directory.send(method, resource, &user("max", &more)).await;
            assert_eq!(
                (refused.status, &refused.json()["scimType"]),
                (400, &json!("invalidValue")),
                "{more}"
            );
        }
    }
}

#[tokio::test]
async fn unknown_extensions_are_kept_under_their_urn() {
    let directory = Directory::new();
    let more = json!({ EXTENSION: { "badge": 7 }, "urn:other:custom": { "x": [1, 2] }, "shoe": 42 });
    let resource = directory.user("ada", &more).await;
    let read = directory.get(&resource).await;
    assert_eq!(
        (&read[EXTENSION], &read["urn:other:custom"], &read["shoe"]),
        (&more[EXTENSION], &more["urn:other:custom"], &json!(42))
    );
    for urn in [EXTENSION, "urn:other:custom"] {
        assert!(read["schemas"].as_array().unwrap().contains(&json!(urn)), "{urn}");
    }
    let enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    let operations = json!([
        { "op": "add", "path": format!("{EXTENSION}:floor"), "value": "3" },
        { "op": "replace", "value": { format!("{EXTENSION}:badge"): 8, "urn:new:2.0:User:tag": "t" } },
        { "op": "add", "path": format!("{enterprise}:department"), "value": "Engines" },
        { "op": "remove", "path": "urn:other:custom:x", "value": [2] },
    ]);
    let after = directory.patch(&resource, &operations).await.json();
    assert_eq!(after[EXTENSION], json!({ "badge": 8, "floor": "3" }));
    assert_eq!(after["urn:new:2.0:User"], json!({ "tag": "t" }));
    assert_eq!(after[enterprise], json!({ "department": "Engines" }));
    assert_eq!(after["urn:other:custom"], json!({ "x": [1] }));
    let listed = |document: &Value, urn: &str| document["schemas"].as_array().unwrap().contains(&json!(urn));
    assert!(listed(&after, "urn:new:2.0:User") && listed(&after, enterprise));
    let chosen = directory.get(&format!("{resource}?attributes={EXTENSION}:floor")).await;
    assert_eq!(chosen[EXTENSION], json!({ "floor": "3" }));
    let after = directory.patch(&resource, &json!([{ "op": "remove", "path": EXTENSION }])).await.json();
    assert!(after.get(EXTENSION).is_none() && !listed(&after, EXTENSION), "{after}");

    let group = json!({ "displayName": "g", "urn:acme:2.0:Group": { "cost": 1 } });
    let created = directory.send("POST", "/Groups", &group).await.json();
    let resource = format!("/Groups/{}", created["id"].as_str().unwrap());
    let add = json!({ "op": "add", "path": "urn:acme:2.0:Group:owner", "value": "ada" });
    directory.patch(&resource, &json!([add])).await;
    let read = directory.get(&resource).await;
    assert_eq!(read["urn:acme:2.0:Group"], json!({ "cost": 1, "owner": "ada" }));
    assert!(listed(&read, "urn:acme:2.0:Group"));
    let refused = directory.send("POST", "/Users", &user("max", &json!({ EXTENSION: "text" }))).await;
    assert_eq!((refused.status, &refused.json()["scimType"]), (400, &json!("invalidValue")));
}

#[tokio::test]
async fn password_is_never_returned() {
    let directory = Directory::new();
    let more = json!({ "password": "not-a-real-one", EXTENSION: { "Password": "not-a-real-one" } });
    let mut seen = vec![directory.send("POST", "/Users", &user("ada", &more)).await.text];
    let id = serde_json::from_str::<Value>(&seen[0]).unwrap()["id"].as_str().unwrap().to_owned();
    let resource = format!("/Users/{id}");
    seen.push(directory.send("PUT", &resource, &user("ada", &more)).await.text);
    for operation in [
        json!({ "op": "replace", "path": "password", "value": "not-a-real-one" }),
        json!({ "op": "add", "value": { "PASSWORD": "not-a-real-one", "title": "x" } }),
        json!({ "op": "add", "path": format!("{EXTENSION}:password"), "value": "not-a-real-one" }),
        json!({ "op": "add", "path": "urn:ietf:params:scim:schemas:core:2.0:User:password", "value": "not-a-real-one" }),
        json!({ "op": "add", "value": { "lockers": [{ "password": "not-a-real-one" }] } }),
    ] {
        let patched = directory.patch(&resource, &json!([operation])).await;
        assert_eq!(patched.status, 200, "{}", patched.text);
        seen.push(patched.text);
    }
    for query in [&resource, "/Users?count=1000", &format!("{resource}?attributes=password")] {
        seen.push(directory.send("GET", query, &Value::Null).await.text);
    }
    let filter = directory.send("GET", "/Users?filter=password%20eq%20%22x%22", &Value::Null).await;
    assert_eq!((filter.status, &filter.json()["scimType"]), (400, &json!("invalidFilter")));
    seen.push(directory.0.get("/events?limit=20").await.text);
    seen.push(format!("{:?}{:?}", directory.0.simulator.requests(), directory.0.simulator.changes()));
    for text in seen {
        assert!(!text.to_lowercase().contains("not-a-real-one"), "{text}");
    }
}

#[tokio::test]
async fn path_is_routed_when_entra_id_appends_scim() {
    let directory = Directory::new();
    let (group, _) = directory.group("g").await;
    let user = directory.user("ada", &json!({})).await;
    for resource in [
        "/Users?count=1",
        "/Groups",
        "/Schemas",
        "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User",
        "/ResourceTypes",
        "/ResourceTypes/User",
        "/ServiceProviderConfig",
        &group,
        &user,
    ] {
        let appended = directory.send("GET", &format!("/scim{resource}"), &Value::Null).await;
        assert_eq!(appended.status, 200, "{resource}");
        assert_eq!(appended.json(), directory.get(resource).await, "{resource}");
    }
    let body = json!({ "op": "replace", "path": "title", "value": "Countess" });
    let patched = directory.patch(&format!("/scim{user}"), &json!([body])).await.json();
    assert_eq!(patched["title"], "Countess");
    let location = patched["meta"]["location"].as_str().unwrap();
    assert!(location.ends_with(&format!("/scim/directory/{}{user}", directory.0.simulator.directory_id())));
    for unknown in ["/scim", "/scim/", "/scim/scim/Users", "/SCIM/Users"] {
        assert_eq!(directory.send("GET", unknown, &Value::Null).await.status, 404, "{unknown}");
    }
}

#[tokio::test]
async fn content_type_follows_accept() {
    let directory = Directory::new();
    let (json, scim) = ("application/json", "application/scim+json");
    for (accepted, expected) in [
        (&[][..], scim),
        (&[""], scim),
        (&["*/*"], scim),
        (&["application/*"], scim),
        (&["text/html"], scim),
        (&["text/*, json"], scim),
        (&[json], json),
        (&["Application/JSON; charset=utf-8"], json),
        (&["application/json, text/plain, */*"], json),
        (&["*/*, application/json"], json),
        (&["application/json;q=0.5, */*"], scim),
        (&["application/json;q=0.9, */*;q=0.8"], json),
        (&["application/json, application/scim+json"], json),
        (&["application/scim+json, application/json"], scim),
        (&[scim, json], scim),
        (&["application/scim+json;q=0.5, application/json;q=0.6"], json),
        (&["application/json;q=0.5, application/scim+json;Q=0.6"], scim),
        (&["application/json;q=0"], scim),
        (&["application/scim+json;q=0, */*"], json),
        (&["application/json;q=0, application/scim+json;q=0"], scim),
        (&["application/json;q=x"], json),
    ] {
        let headers: HeaderMap = accepted.iter().map(|value| (ACCEPT, value.parse().unwrap())).collect();
        for (method, resource, body, status) in [
            ("GET", "/Users?count=1", Value::Null, 200),
            ("GET", "/scim/Schemas", Value::Null, 200),
            ("GET", "/Users/nobody", Value::Null, 404),
            ("POST", "/Users", json!({}), 400),
        ] {
            let answer = directory.send_with(method, resource, &body, headers.clone()).await;
            let expected = (status, Some(expected));
            assert_eq!((answer.status, answer.header("content-type")), expected, "{accepted:?} {resource}");
        }
    }
}

#[tokio::test]
async fn group_has_at_most_35_000_members() {
    let directory = Directory::new();
    let members: Vec<_> = (0..=35_000).map(|number| json!({ "value": number.to_string() })).collect();
    for (members, scim_type) in [(&members[..], "tooMany"), (&members[1..], "invalidValue")] {
        let group = json!({ "displayName": "g", "members": members });
        assert_eq!(directory.send("POST", "/Groups", &group).await.json()["scimType"], scim_type);
    }
}
