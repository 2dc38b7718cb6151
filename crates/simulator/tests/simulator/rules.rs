//! The rules of the organization, on the wire, as the table of `rules.txt` states them.

use std::collections::BTreeMap;
use std::time::Duration;

use atlassian_admin_simulator::{Scenario, SimulatorBuilder};
use http::Request;
use http::header::AUTHORIZATION;
use serde_json::{Value, json};

use crate::Fixture;

/// A section of the table on its way: the organization, and the texts that its rows name.
struct Run {
    fixture: Fixture,
    names: BTreeMap<String, String>,
}

#[tokio::test]
async fn every_rule_of_the_table_holds() {
    let mut broken = Vec::new();
    for section in include_str!("rules.txt").split("\n# ").skip(1) {
        let (title, rows) = section.split_once('\n').unwrap();
        if !title.starts_with("Version 1") || cfg!(feature = "legacy") {
            let given = rows.strip_prefix("given ").map(|rest| rest.split_once('\n').unwrap());
            let (given, rows) = given.unwrap_or(("", rows));
            let mut run = Run::begin(given).await;
            for row in rows.lines().filter(|row| !row.is_empty()) {
                if let Err(problem) = run.row(row).await {
                    broken.push(format!("{title}: {row}: {problem}"));
                    break;
                }
            }
            run.check_actions().await;
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Applies a setting of a simulator; what is not one is a step of the scenario.
fn set(builder: SimulatorBuilder, item: &str) -> SimulatorBuilder {
    match item.split_once(' ') {
        Some(("accounts", count)) => builder.accounts(count.parse().unwrap()),
        Some(("groups", count)) => builder.groups(count.parse().unwrap()),
        Some(("directories", count)) => builder.directories(count.parse().unwrap()),
        Some(("quirk", name)) => builder.quirk(name.parse().unwrap()),
        _ => builder,
    }
}

fn step(scenario: Scenario, item: &str) -> Scenario {
    match item.split(' ').collect::<Vec<_>>().as_slice() {
        ["user", name] => scenario.user(format!("{name}@example.com")),
        ["synced", name] => scenario.provisioned_user(format!("{name}@example.com")),
        ["group", name] => scenario.group(*name),
        ["in", group] => scenario.in_group(*group),
        ["directory", number] => scenario.in_directory(number.parse().unwrap()),
        ["role", role, resource] => scenario.with_role(format!("atlassian/{role}").as_str(), *resource),
        ["token", label] => scenario.with_token(*label),
        ["deleted"] => scenario.for_deletion(),
        ["removed"] => scenario.removed(),
        _ => scenario,
    }
}

impl Run {
    async fn begin(given: &str) -> Self {
        let set_all = |builder: SimulatorBuilder| given.split(", ").fold(builder, set);
        let fixture = Fixture::new(|builder| set_all(builder.accounts(0).events(0).rate_limits(false)));
        fixture.simulator.arrange(&given.split(", ").fold(Scenario::new(), step)).unwrap();
        let org = fixture.simulator.org_id().to_string();
        let mut names =
            BTreeMap::from([("organization".to_owned(), format!("ari:cloud:platform::org/{org}"))]);
        for (number, id) in fixture.simulator.directory_ids().iter().enumerate() {
            names.insert(format!("directory{number}"), id.to_string());
        }
        names.insert("org".to_owned(), org);
        let mut run = Self { fixture, names };
        let workspaces = run.send("POST", "workspaces", "{}").await.1;
        for workspace in workspaces["data"].as_array().unwrap() {
            let [site, product] = ["name", "typeKey"].map(|it| workspace["attributes"][it].as_str().unwrap());
            let name = format!("{product}{}", site.trim_start_matches("example-corp"));
            run.names.insert(name, workspace["id"].as_str().unwrap().to_owned());
        }
        run
    }

    /// A row: a wait, or a request and what its response holds.
    async fn row(&mut self, row: &str) -> Result<(), String> {
        if let Some(millis) = row.strip_prefix("wait ") {
            self.fixture.time.advance(Duration::from_millis(millis.parse().unwrap()));
            return Ok(());
        }
        let (request, expected) = row.split_once(" -> ").ok_or("no response is expected")?;
        let request = self.filled_in(request);
        let mut parts = request.splitn(3, ' ');
        let mut part = || parts.next().unwrap_or_default();
        let (status, body) = self.send(part(), part(), part()).await;
        let fail = |what: &str| Err(format!("{what}, not {status} {body}"));
        for expected in expected.split(", ").map(|text| self.filled_in(text)).collect::<Vec<_>>() {
            if let Some((name, pointer)) = expected.split_once(":=") {
                let value =
                    body.pointer(pointer).and_then(Value::as_str).ok_or(format!("{pointer}: {body}"))?;
                self.names.insert(name.to_owned(), value.to_owned());
            } else if let Some((pointer, value)) = expected.split_once('=') {
                let found = body.pointer(pointer).unwrap_or(&Value::Null);
                if *found != serde_json::from_str::<Value>(value).unwrap_or_else(|_| json!(value)) {
                    return fail(&format!("{expected}, but {found}"));
                }
            } else if expected != status.to_string() {
                let mut codes = ["/errors/0/code", "/code", "/scimType", "/key"].into_iter();
                if codes.find_map(|place| body.pointer(place)) != Some(&json!(expected)) {
                    return fail(&expected);
                }
            }
        }
        Ok(())
    }

    /// Checks that the catalogue of event actions has every action of the log.
    async fn check_actions(&self) {
        let known = self.send("GET", "v1/event-actions", "").await.1["data"].take();
        let known: Vec<_> = known.as_array().unwrap().iter().map(|action| &action["id"]).collect();
        for change in self.fixture.simulator.changes() {
            assert!(known.contains(&&json!(change.action)), "{}", change.action);
        }
    }

    /// Sends a request to a shortened path.
    async fn send(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        let (org, simulator) = (self.names["org"].as_str(), &self.fixture.simulator);
        let (start, rest) = path.split_once('/').unwrap_or((path, ""));
        let path = match start {
            "v1" => format!("/admin/v1/orgs/{org}/{rest}"),
            "links" => format!("/admin/user-provisioning/v1/org/{org}/{rest}"),
            "all" => format!("/admin/v2/orgs/{org}/directories/-/{rest}"),
            "own" => format!("/admin/v2/orgs/{org}/directories/{}/{rest}", simulator.directory_id()),
            "scim" => format!("/scim/directory/{}/{rest}", simulator.directory_id()),
            "account" => format!("/users/{rest}"),
            _ => format!("/admin/v2/orgs/{org}/{path}"),
        };
        let key = if start == "scim" { simulator.directory_key() } else { simulator.api_key() };
        let request = Request::builder().method(method).uri(path);
        let request = request.header(AUTHORIZATION, format!("Bearer {key}")).body(body.to_owned().into());
        let response = self.fixture.send(request.unwrap()).await;
        (response.status, if response.text.is_empty() { Value::Null } else { response.json() })
    }

    /// The text with what `<name>` means: a kept value, an account, a group, or `<x*9>`.
    fn filled_in(&self, text: &str) -> String {
        let mut parts = text.split('<');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('>').unwrap();
            let simulator = &self.fixture.simulator;
            let account = || simulator.account_id(&format!("{name}@example.com")).map(|id| id.to_string());
            let group = || simulator.group_id(name).map(|id| id.to_string());
            let repeated = || name.split_once('*').map(|(text, times)| text.repeat(times.parse().unwrap()));
            let known = self.names.get(name).cloned().or_else(account).or_else(group).or_else(repeated);
            filled += &known.unwrap_or_else(|| panic!("nothing is called {name}"));
            filled += rest;
        }
        filled
    }
}
