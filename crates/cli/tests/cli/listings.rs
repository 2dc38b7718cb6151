//! Listings, single items, and how they fail.

use crate::run::{id, run, simulated};
use crate::server::Server;

#[test]
fn what_is_listed_can_be_read_alone() {
    let domains = simulated(&["domains", "list"]);
    let domain = domains.lines()[0];
    assert_eq!(simulated(&["domains", "get", &id(domain)]).lines(), [domain]);
    let event = simulated(&["events", "query", "--max", "1"]);
    assert_eq!(id(simulated(&["events", "get", &id(event.lines()[0])]).lines()[0]), id(event.lines()[0]));
}

#[test]
fn filters_narrow_and_a_maximum_holds() {
    let count = |arguments: &[&str]| simulated(&[&["events", "query"], arguments].concat()).lines().len();
    assert_eq!(count(&[]), 10_000);
    assert_eq!(count(&["--max", "7"]), 7);
    assert_eq!(count(&["--max", "501"]), 501);
    let city = count(&["--city", "Austin"]);
    assert!(city > 0 && city == count(&["--location", "Austin,United States"]));
    assert!(count(&["--country", "United States"]) > city);
    assert!((1..10_000).contains(&count(&["--action", "user_login"])));
    assert!((1..10_000).contains(&count(&["--product", "jira,loom"])));
    assert!((1..1_000).contains(&count(&["--from", "2h"])));
    let event = simulated(&["events", "query", "--max", "1", "--csv"]);
    let actor = event.lines()[1].split(',').nth(4).unwrap().to_owned();
    assert!((1..1_000).contains(&count(&["--actor", &actor, "--actor", "nobody"])));
}

#[test]
fn what_does_not_exist_is_refused_with_the_servers_words() {
    let missing = simulated(&["events", "get", "no-such-event", "--quiet"]);
    missing.fails(3, &["HTTP 404", "ADMIN-404", "the server says: ", "trace "]);
    simulated(&["events", "get", "..", "--quiet"]).fails(2, &["eventId"]);
    simulated(&["domains", "get", ""]).fails(2, &["domainId"]);
    simulated(&["accounts", "--org", "another"]).fails(3, &["HTTP 4"]);
}

#[test]
fn a_failure_midway_shows_what_came_before() {
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
fn the_only_organization_need_not_be_named() {
    let server = Server::start(&[]);
    assert_eq!(run(&mut server.client(&["domains"])).lines().len(), 3);
    let scoped = Server::start(&["--quirk", "scoped-key"]);
    run(&mut scoped.client(&["domains"])).fails(2, &["sees no organization", "--org ID"]);
    assert_eq!(
        run(scoped.client(&["domains"]).env("ATLASSIAN_ADMIN_ORG_ID", scoped.get("orgId"))).lines().len(),
        3
    );
}

#[test]
fn a_server_that_is_not_there_is_named_by_its_cause() {
    let server = Server::start(&[]);
    let mut orgs = server.client(&["orgs", "--timeout", "0.3"]);
    assert_eq!(server.end("TERM").code, Some(0));
    run(&mut orgs).fails(3, &["orgs.list: no complete answer arrived", "onnection refused"]);
}

#[test]
fn a_wait_that_is_too_long_is_named() {
    let server = Server::start(&["--fault", "429:retry-after=3600"]);
    run(&mut server.client(&["orgs", "list"]))
        .fails(3, &["too many requests (HTTP 429)", "there is room in 3600 s"]);
}
