//! Runs each program as a user would, against a simulated organization.

use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use atlassian_admin::TokioRuntime;
use atlassian_admin::http::Method;
use atlassian_admin_simulator::{LoopbackServer, Scenario, Simulator};
use serde_json::json;

/// A simulated organization on loopback.
struct Organization {
    simulator: Simulator,
    server: LoopbackServer,
}

impl Organization {
    fn start() -> Self {
        let builder = Simulator::builder(Arc::new(TokioRuntime::new())).accounts(40).events(300);
        let simulator = builder.rate_limits(false).build();
        let server = LoopbackServer::start(simulator.clone(), ([127, 0, 0, 1], 0).into()).unwrap();
        Self { simulator, server }
    }

    fn arrange<B>(&self, scenario: &Scenario<B>) {
        self.simulator.arrange(scenario).unwrap();
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).env("ATLASSIAN_ADMIN_API_KEY", self.simulator.api_key());
        command.env("ATLASSIAN_ADMIN_BASE_URL", self.server.base_url());
        command.env("ATLASSIAN_ADMIN_ORG_ID", self.simulator.org_id().as_str());
        command
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Output {
        let output = self.command(program, arguments).output().unwrap();
        let all = [&output.stdout[..], &output.stderr].concat();
        assert!(!String::from_utf8(all).unwrap().contains(self.simulator.api_key()), "it shows the key");
        output
    }

    /// The lines that a program prints.
    fn lines(&self, program: &str, arguments: &[&str]) -> Vec<String> {
        let Output { status, stdout, stderr } = self.run(program, arguments);
        assert!(status.success(), "{}", String::from_utf8(stderr).unwrap());
        String::from_utf8(stdout).unwrap().lines().map(str::to_owned).collect()
    }

    fn actions(&self) -> Vec<String> {
        self.simulator.changes().into_iter().map(|change| change.action).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unused_licenses_lists_access_before_the_time_and_access_never_used() {
    let organization = Organization::start();
    let report = |since| organization.lines(env!("CARGO_BIN_EXE_unused_licenses"), &[since]);
    let (all, never) = (report("9998-01-01"), report("0001-01-01"));
    assert_eq!(all[0], "email,account,product,lastActive");
    let unused: Vec<_> = all.iter().skip(1).filter(|row| row.ends_with(',')).cloned().collect();
    assert_eq!(never[1..], unused);
    assert!(!unused.is_empty() && unused.len() < all.len() - 1, "access of both kinds");

    let client = organization.simulator.client();
    let org = client.organization(organization.simulator.org_id());
    let mut accesses = 0;
    for directory in org.directories().list().all().await.unwrap() {
        let path = "/admin/v2/orgs/{orgId}/directories/{directoryId}/users/search";
        let search =
            client.request(Method::POST, path).arg("orgId", org.id()).arg("directoryId", directory.id);
        let found = search.body(json!({ "expand": ["productAccess"], "limit": 100 })).await.unwrap();
        assert!(found["links"]["next"].is_null(), "all are on one page");
        let access =
            found["data"].as_array().unwrap().iter().filter_map(|user| user["productAccess"].as_array());
        accesses += access.map(Vec::len).sum::<usize>();
    }
    assert_eq!(accesses, all.len() - 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn offboard_prints_its_steps_and_takes_them_only_when_told_to_apply() {
    let organization = Organization::start();
    organization.arrange(&Scenario::new().user("ann@example.com").in_group("auditors"));
    let (simulator, email) = (&organization.simulator, "ann@example.com");
    let ann = simulator.account_id(email).unwrap().as_str().replace(':', "%3A");
    let group = simulator.group_id("auditors").unwrap();
    let directory = format!("/admin/v2/orgs/{}/directories/{}", simulator.org_id(), simulator.directory_id());
    let steps = [
        format!("POST {directory}/users/{ann}/suspend"),
        format!("DELETE {directory}/groups/{group}/memberships/{ann}"),
    ];
    let offboard = |arguments: &[&str]| organization.lines(env!("CARGO_BIN_EXE_offboard"), arguments);
    assert_eq!(offboard(&[email]), steps.clone().map(|step| format!("would send {step}")));
    assert_eq!(organization.actions(), [""; 0]);

    assert_eq!(offboard(&["--apply", email]), steps.clone().map(|step| format!("done: {step}")));
    assert_eq!(organization.actions(), ["user_suspended", "user_removed_from_group"]);

    let unknown = organization.run(env!("CARGO_BIN_EXE_offboard"), &["--apply", "nobody@example.com"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert_eq!(unknown.stderr, b"failed: nobody has the address nobody@example.com\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn sync_group_creates_the_group_and_sends_only_what_is_missing() {
    let organization = Organization::start();
    organization.arrange(&Scenario::new().user("ann@example.com").user("bob@example.com"));
    let sync = |emails: &[&str]| {
        let arguments = [&["auditors"], emails].concat();
        organization.lines(env!("CARGO_BIN_EXE_sync_group"), &arguments)
    };
    assert_eq!(sync(&["ann@example.com", "bob@example.com"]), ["2 changed, 0 failed, 0 addresses unknown"]);
    assert_eq!(organization.actions(), ["group_created", "user_added_to_group", "user_added_to_group"]);
    assert_eq!(sync(&["ann@example.com", "bob@example.com"]), ["0 changed, 0 failed, 0 addresses unknown"]);
    assert_eq!(sync(&["ann@example.com", "x@example.com"]), ["1 changed, 0 failed, 1 addresses unknown"]);
    assert_eq!(organization.actions()[3..], ["user_removed_from_group"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn follow_organizations_writes_each_event_once_until_it_is_killed() {
    let organization = Organization::start();
    let folder = tempfile::tempdir().unwrap();
    let org_id = organization.simulator.org_id();
    let program = env!("CARGO_BIN_EXE_follow_organizations");
    let mut command = organization.command(program, &[folder.path().to_str().unwrap(), org_id.as_str()]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let line = BufReader::new(child.stdout.take().unwrap()).lines().next().unwrap().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(line, format!("{org_id}: 300 events"));
    let written = std::fs::read_to_string(folder.path().join(format!("{org_id}.ndjson"))).unwrap();
    let mut lines: Vec<_> = written.lines().map(str::to_owned).collect();
    let mut expected: Vec<_> = (0..300).map(|index| organization.simulator.event_json(index)).collect();
    lines.sort();
    expected.sort();
    assert_eq!(lines, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn observe_writes_requests_in_the_span_of_their_caller() {
    let organization = Organization::start();
    let output = organization.run(env!("CARGO_BIN_EXE_observe"), &[]);
    assert_eq!(output.stdout, format!("{}\n", organization.simulator.org_id()).into_bytes());
    let log = String::from_utf8(output.stderr).unwrap();
    let responses: Vec<_> = log.lines().filter(|line| line.contains("response received")).collect();
    let [response] = responses.as_slice() else { panic!("{log}") };
    for part in ["report:call", "operation=\"orgs.list\"", "attempt=1", "status=200"] {
        assert!(response.contains(part), "{part} is not in {response}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn organization_api_prints_status_and_endpoint_of_each_response() {
    let organization = Organization::start();
    let (simulator, base) = (&organization.simulator, organization.server.base_url());
    let org = format!("{base}/admin/v1/orgs/{}", simulator.org_id());
    let run = |arguments: &[&str]| organization.lines(env!("CARGO_BIN_EXE_organization_api"), arguments);
    let heads = |lines: &[String]| -> Vec<String> {
        let endpoints = lines.iter().filter_map(|line| line.strip_prefix("HTTP Endpoint Used "));
        let codes = lines.iter().filter(|line| *line == "Response HTTP Code 200").count();
        let endpoints: Vec<_> =
            endpoints.map(|url| url.split("cursor=").next().unwrap().to_owned()).collect();
        assert_eq!(codes, endpoints.len());
        endpoints
    };

    let orgs = run(&["orgs-list"]);
    assert_eq!(heads(&orgs), [format!("{base}/admin/v1/orgs")]);
    assert!(orgs[2].starts_with(simulator.org_id().as_str()));
    let id = simulator.org_id().to_string();
    assert_eq!(run(&["orgs-get"]), ["Response HTTP Code 200", &format!("HTTP Endpoint Used {org}"), &id]);

    let accounts = run(&["accounts-list"]);
    assert_eq!(heads(&accounts)[0], format!("{org}/users"));
    assert!(accounts.iter().any(|line| line.contains('@')));
    let domains = run(&["domains-list"]);
    assert_eq!(heads(&domains)[0], format!("{org}/domains"));
    let domain = domains.last().unwrap().split(' ').next().unwrap().to_owned();
    let found = run(&["domains-get", &domain]);
    assert_eq!(heads(&found), [format!("{org}/domains/{domain}")]);
    assert_eq!(format!("{domain} {}", found[2]), *domains.last().unwrap());

    let events = run(&["events-query"]);
    assert!(heads(&events)[0].starts_with(&format!("{org}/events?from=")));
    let event = organization.simulator.visible_event_ids().next().unwrap();
    let found = run(&["events-get", event.as_str()]);
    assert_eq!(heads(&found), [format!("{org}/events/{event}")]);
    assert!(found[2].starts_with(event.as_str()));
    assert_eq!(heads(&run(&["events-actions"])), [format!("{org}/event-actions")]);
}
