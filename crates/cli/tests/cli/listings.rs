//! Listings, single items, and their failures.

use serde_json::Value;

use crate::run::{binary, id, run, simulated};
use crate::server::{Server, refusing_host};

#[test]
fn get_prints_an_item_of_the_listing() {
    let domains = simulated(&["domains", "list"]);
    let domain = domains.lines()[0];
    assert_eq!(simulated(&["domains", "get", &id(domain)]).lines(), [domain]);
    let event = simulated(&["events", "query", "--max", "1"]);
    assert_eq!(id(simulated(&["events", "get", &id(event.lines()[0])]).lines()[0]), id(event.lines()[0]));
}

/// Whether a filter selects an event.
type Selects<'a> = &'a dyn Fn(&Value) -> bool;

#[test]
fn query_prints_exactly_the_events_that_a_filter_selects() {
    let server = Server::start(&["--accounts", "60", "--events", "1200"]);
    let query = |arguments: &[&str]| -> Vec<Value> {
        let ended = run(server.client(&["events", "query"]).args(arguments));
        ended.lines().into_iter().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let attribute = |event: &Value, path: &str| {
        event["attributes"].pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let all = query(&[]);
    assert_eq!(all.len(), 1_200);
    assert_eq!(query(&["--max", "7"]), all[..7]);
    assert_eq!(query(&["--max", "501"]), all[..501], "more than a page");
    let actor = attribute(&all[0], "/actor/id");
    let filters: [(&[&str], Selects<'_>); 6] = [
        (&["--city", "Austin"], &|event| attribute(event, "/location/city") == "Austin"),
        (&["--location", "Austin,United States"], &|event| attribute(event, "/location/city") == "Austin"),
        (&["--country", "United States"], &|event| {
            attribute(event, "/location/countryName") == "United States"
        }),
        (&["--action", "user_login"], &|event| attribute(event, "/action") == "user_login"),
        (&["--product", "jira,loom"], &|event| {
            ["jira_", "loom_"].iter().any(|product| attribute(event, "/action").starts_with(product))
        }),
        (&["--actor", &actor, "--actor", "nobody"], &|event| attribute(event, "/actor/id") == actor),
    ];
    for (arguments, selects) in filters {
        let expected: Vec<_> = all.iter().filter(|event| selects(event)).cloned().collect();
        assert!(!expected.is_empty() && expected.len() < all.len(), "{arguments:?}");
        assert!(query(arguments) == expected, "{arguments:?}");
    }
}

#[test]
fn query_counts_a_window_back_from_the_simulated_time() {
    let query = |arguments: &[&str]| simulated(&[&["events", "query", "--from", "2h"], arguments].concat());
    let recent = query(&[]);
    let count = recent.lines().len();
    assert!((1..1_000).contains(&count), "{count}");
    let newest = simulated(&["events", "query", "--max", &count.to_string()]);
    assert_eq!(recent.stdout, newest.stdout);
}

#[test]
fn error_prints_response_when_item_does_not_exist() {
    let missing = simulated(&["events", "get", "no-such-event", "--quiet"]);
    missing.fails(3, &["HTTP 404", "ADMIN-404", "the server says: ", "trace "]);
    simulated(&["events", "get", "..", "--quiet"]).fails(2, &["eventId"]);
    simulated(&["domains", "get", ""]).fails(2, &["domainId"]);
    simulated(&["accounts", "--org", "another"]).fails(3, &["HTTP 4"]);
}

#[test]
fn listing_prints_earlier_items_when_a_later_page_fails() {
    let server = Server::start(&["--fault", "wrong-type:operation=getUsers,skip=1"]);
    for form in ["--json", "--csv", "--table"] {
        let server = if form == "--json" {
            &server
        } else {
            &Server::start(&["--fault", "wrong-type:operation=getUsers,skip=1"])
        };
        let failed = run(&mut server.client(&["accounts", form]));
        failed.fails(4, &["items were printed", "accounts.list"]);
        assert!(failed.stdout.lines().count() > 1);
    }
}

#[test]
fn command_uses_the_only_organization_when_none_is_named() {
    let server = Server::start(&[]);
    assert_eq!(run(&mut server.client(&["domains"])).lines().len(), 3);
    let scoped = Server::start(&["--quirk", "scoped-key"]);
    run(&mut scoped.client(&["domains"])).fails(2, &["can access no organization", "--org ID"]);
    assert_eq!(
        run(scoped.client(&["domains"]).env("ATLASSIAN_ADMIN_ORG_ID", scoped.get("orgId"))).lines().len(),
        3
    );
}

#[test]
fn error_names_its_cause_when_connection_is_refused() {
    let (_socket, host) = refusing_host();
    let mut orgs = binary(&["orgs", "--timeout", "0.3"]);
    orgs.env("ATLASSIAN_ADMIN_BASE_URL", format!("http://{host}")).env("ATLASSIAN_ADMIN_API_KEY", "key");
    run(&mut orgs).fails(3, &["orgs.list: no complete response arrived", "onnection refused"]);
}

#[test]
fn error_names_proxy_variable_when_its_address_is_not_a_url() {
    let mut orgs = binary(&["orgs"]);
    orgs.env("ATLASSIAN_ADMIN_API_KEY", "key").env("HTTPS_PROXY", "http://[proxy");
    run(&mut orgs).fails(
        2,
        &["the HTTP backend cannot be set up: the address of the proxy is not a URL", "HTTPS_PROXY"],
    );
}

#[test]
fn error_names_the_wait_when_it_exceeds_the_timeout() {
    let server = Server::start(&["--fault", "429:retry-after=3600"]);
    run(&mut server.client(&["orgs", "list"]))
        .fails(3, &["too many requests (HTTP 429)", "the next request is allowed in 3600 s"]);
}
