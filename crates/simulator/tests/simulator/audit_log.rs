//! The audit log, while changes are made.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use atlassian_admin_core::backend::HttpRequest;
use atlassian_admin_core::model::Timestamp;
use atlassian_admin_core::url::percent_encode;
use http::header::AUTHORIZATION;
use http::{Method, Request};
use proptest::prelude::*;
use serde_json::{Value, json};

use atlassian_admin_simulator::{Fault, Reply, Simulator};
use atlassian_admin_testing::VirtualTime;

struct Fixture {
    time: VirtualTime,
    simulator: Simulator,
}

impl Fixture {
    fn new(events: u64, per_minute: f64) -> Self {
        let time = VirtualTime::new(drop);
        let simulator = Simulator::builder(Arc::new(time.clone()))
            .events(events)
            .events_per_minute(per_minute)
            .rate_limits(false)
            .build();
        Self { time, simulator }
    }

    /// Makes a change: creates a group of this name.
    fn write(&self, label: &str) {
        let (org, directory) = (self.simulator.org_id(), self.simulator.directory_id());
        let target = format!("/admin/v2/orgs/{org}/directories/{directory}/groups");
        let request = self.request(Method::POST, &target, json!({ "name": label }).to_string());
        assert!(self.send(&request).0 < 300);
    }

    fn request(&self, method: Method, target: &str, body: String) -> HttpRequest {
        Request::builder()
            .method(method)
            .uri(target)
            .header(AUTHORIZATION, format!("Bearer {}", self.simulator.api_key()))
            .body(body.into())
            .unwrap()
    }

    fn send(&self, request: &HttpRequest) -> (u16, Vec<u8>) {
        let Reply::Respond(respond) = self.simulator.respond(request) else { panic!("no response") };
        (respond.status.as_u16(), respond.body.to_vec())
    }

    fn get(&self, resource: &str) -> (u16, Value) {
        let target = format!("/admin/v1/orgs/{}{resource}", self.simulator.org_id());
        let (status, body) = self.send(&self.request(Method::GET, &target, String::new()));
        (status, serde_json::from_slice(&body).unwrap())
    }

    fn now(&self) -> i64 {
        i64::try_from(self.simulator.now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
    }

    fn truth(&self) -> Vec<String> {
        self.simulator.visible_event_ids().map(|id| id.to_string()).collect()
    }

    /// The events of a listing's first page.
    fn list(&self, resource: &str) -> Vec<Value> {
        let (status, body) = self.get(resource);
        assert_eq!(status, 200, "{body}");
        body["data"].as_array().unwrap().clone()
    }
}

fn id(event: &Value) -> String {
    event["id"].as_str().unwrap().to_owned()
}

#[test]
fn write_is_logged_with_all_properties_of_an_event() {
    let fixture = Fixture::new(10, 0.0);
    fixture.write("night shift");
    let event = fixture.list("/events-stream?limit=11").pop().unwrap();
    assert_eq!(fixture.truth().last(), Some(&id(&event)));
    assert_eq!(
        event.to_string(),
        serde_json::from_str::<Value>(&fixture.simulator.event_json(10)).unwrap().to_string()
    );
    let attributes = &event["attributes"];
    assert_eq!(attributes["action"], "group_created");
    assert_eq!(attributes["time"], "2026-01-02T00:00:00.000Z");
    assert_eq!(attributes["processedAt"], "2026-01-02T00:00:00.000Z");
    let group = fixture.simulator.changes().pop().unwrap().objects.remove(0);
    assert_eq!(
        attributes["context"][0],
        json!({ "id": group, "type": "groups", "attributes": { "name": "night shift" } })
    );
    assert_eq!(attributes["context"][1]["type"], "sites");
    assert_eq!(attributes["context"][2], Value::Null);
    let accounts = fixture.list("/users");
    assert!(accounts.iter().any(|account| account["account_id"] == attributes["actor"]["id"]));
    assert_eq!(attributes["actor"]["auth"]["authType"], "api-token");
    assert_eq!(attributes["container"][0]["id"], fixture.simulator.org_id().as_str());
    assert!(attributes["location"]["ip"].is_string());
    let actor = attributes["actor"]["name"].as_str().unwrap();
    assert_eq!(event["message"]["content"], format!("{actor} created the group night shift"));
    let (status, mut single) = fixture.get(&format!("/events/{}", id(&event)));
    assert_eq!((status, &single["data"]["attributes"]["processedAt"]), (200, &Value::Null));
    single["data"]["attributes"]["processedAt"] = attributes["processedAt"].clone();
    assert_eq!(single["data"], event);
}

#[test]
fn logged_writes_are_found_by_every_filter() {
    let fixture = Fixture::new(300, 0.0);
    let newest = |resource: &str| fixture.list(resource).first().map(id);
    fixture.time.advance(Duration::from_secs(5));
    fixture.write("night shift");
    let event = fixture.list("/events?limit=1").pop().unwrap();
    let change = fixture.truth().pop();
    assert_eq!(Some(id(&event)), change);
    let actor = event["attributes"]["actor"]["id"].as_str().unwrap();
    let ip = event["attributes"]["location"]["ip"].as_str().unwrap();
    let city = event["attributes"]["location"]["city"].as_str().unwrap().replace(' ', "%20");
    let name = event["attributes"]["actor"]["name"].as_str().unwrap();
    let name = percent_encode(name);
    let now = fixture.now();
    for found in [
        "q=NIGHT".to_owned(),
        format!("q={name}"),
        "action=group_created".to_owned(),
        format!("actor={actor}"),
        format!("ip={ip}"),
        format!("location=%5B%7B%22city%22:%22{city}%22%7D%5D"),
        format!("from={now}"),
        format!("from={now}&to={now}"),
    ] {
        assert_eq!(newest(&format!("/events?{found}")), change, "{found}");
    }
    for missed in [
        "q=day-shift".to_owned(),
        "action=group_deleted".to_owned(),
        "actor=712020:nobody".to_owned(),
        "ip=192.0.2.0".to_owned(),
        "location=%5B%7B%22city%22:%22Nowhere%22%7D%5D".to_owned(),
        "product=jira".to_owned(),
        format!("to={}", now - 1),
        format!("from={}", now + 1),
    ] {
        assert_ne!(newest(&format!("/events?{missed}")), change, "{missed}");
    }
    assert_eq!(fixture.list(&format!("/events-stream?from={now}")).len(), 1);
    assert_eq!(fixture.list(&format!("/events-stream?from={}", now + 1)).len(), 0);
}

#[test]
fn simultaneous_writes_are_processed_one_after_the_other() {
    let fixture = Fixture::new(3, 60_000.0);
    fixture.time.advance(Duration::from_millis(4));
    for number in 0..4 {
        fixture.write(&number.to_string());
    }
    let events = fixture.list("/events-stream");
    let time = |event: &Value, name: &str| {
        Timestamp::from(event["attributes"][name].as_str().unwrap()).millis().unwrap() - fixture.now()
    };
    let processed: Vec<_> = events.iter().map(|event| time(event, "processedAt")).collect();
    assert_eq!(
        processed[3..],
        [-3, -2, -1, 0, 0, 1, 1, 2, 2, 3, 3],
        "the other events go on, each first in its millisecond"
    );
    let changes = [7, 9, 11, 13].map(|place| &events[place]);
    let actor = changes[0]["attributes"]["actor"]["name"].as_str().unwrap();
    let messages = changes.map(|event| event["message"]["content"].as_str().unwrap().to_owned());
    assert_eq!(messages, ["0", "1", "2", "3"].map(|number| format!("{} created the group {number}", actor)));
    assert_eq!(changes.map(|event| time(event, "time")), [0; 4]);
}

#[test]
fn read_logs_nothing() {
    let fixture = Fixture::new(30, 0.0);
    for resource in ["", "/users", "/domains", "/events", "/events-stream", "/event-actions"] {
        assert_eq!(fixture.get(resource).0, 200);
    }
    assert_eq!(fixture.truth().len(), 30);
}

#[test]
fn logged_write_becomes_visible_late_like_other_events() {
    let fixture = Fixture::new(3, 0.0);
    fixture.simulator.set_faults(vec!["late:every=2,by=30".parse::<Fault>().unwrap()]);
    fixture.write("late");
    assert_eq!(fixture.truth().len(), 3);
    assert_eq!(fixture.list("/events-stream").len(), 3);
    fixture.time.advance(Duration::from_secs(30));
    assert_eq!(fixture.list("/events-stream").len(), 4);
}

/// What may happen while a client follows the log.
#[derive(Debug, Clone)]
enum Step {
    Write,
    Advance(u64),
    Poll(u32),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::Write),
        (0_u64..3).prop_map(Step::Advance),
        (0_u64..300).prop_map(Step::Advance),
        (1_u32..20).prop_map(Step::Poll),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn follower_sees_each_event_once_and_in_order(
        events in 0_u64..40,
        per_minute in prop_oneof![Just(0.0), 1.0..600.0, Just(60_000.0)],
        steps in proptest::collection::vec(step(), 0..60),
    ) {
        let fixture = Fixture::new(events, per_minute);
        let (mut seen, mut cursor, mut written) = (Vec::new(), None::<String>, 0);
        let mut poll = |limit: u32| {
            let from = cursor.as_deref().map(|cursor| {
                format!("&cursor={}", percent_encode(cursor))
            });
            let (status, body) =
                fixture.get(&format!("/events-stream?limit={limit}{}", from.unwrap_or_default()));
            assert_eq!(status, 200);
            cursor = body["meta"]["next"].as_str().map(str::to_owned);
            let page = body["data"].as_array().unwrap().clone();
            seen.extend(page.iter().map(id));
            page.len()
        };
        for step in steps {
            match step {
                Step::Write => {
                    fixture.write(&written.to_string());
                    written += 1;
                }
                Step::Advance(millis) => fixture.time.advance(Duration::from_millis(millis)),
                Step::Poll(limit) => {
                    poll(limit);
                }
            }
        }
        while poll(500) > 0 {}
        let truth = fixture.truth();
        prop_assert_eq!(&seen, &truth);
        prop_assert_eq!(fixture.simulator.changes().len(), written);
        for (position, id) in truth.iter().enumerate().rev().take(20) {
            prop_assert_eq!(fixture.get(&format!("/events/{id}")).0, 200);
            prop_assert!(fixture.simulator.event_json(position as u64).contains(id));
        }
        let listed: BTreeSet<_> = fixture.list("/events?limit=500").iter().map(id).collect();
        prop_assert_eq!(listed.len(), truth.len().min(500));
        prop_assert!(truth.len() > 500 || listed == truth.into_iter().collect());
    }
}
