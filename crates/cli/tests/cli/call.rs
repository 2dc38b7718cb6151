//! `call`, `operations` and `completions`.

use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::run::{Ended, binary, run, signal, simulated};
use crate::server::Server;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn call_accepts_both_names_and_both_forms_of_arguments() {
    let by_name = simulated(&["call", "events.query", "limit=2", "action=user_login"]);
    let by_id = simulated(&["call", "getEvents", "--json", r#"{"limit":2,"action":"user_login"}"#]);
    assert_eq!(by_name.lines(), by_id.lines());
    let page = parsed(by_name.lines()[0]);
    let actions: Vec<_> =
        page["data"].as_array().unwrap().iter().map(|event| &event["attributes"]["action"]).collect();
    assert_eq!(actions, ["user_login", "user_login"]);
}

#[test]
fn call_refuses_argument_of_a_file_that_is_typed_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("arguments.json");
    std::fs::write(&file, r#"{"limit":7,"orgId":"o"}"#).unwrap();
    let file = format!("@{}", file.display());
    let call = |typed: &str| run(&mut binary(&["call", "events.query", typed, "--dry-run", "--json", &file]));
    call("limit=3").fails(2, &["limit: is given in --json as well: leave one of them out"]);
    let printed = call("action=user_login");
    let target = "/admin/v1/orgs/o/events?action=user_login&limit=7";
    assert_eq!(printed.lines()[0], format!("GET https://api.atlassian.com{target}"));
}

#[test]
fn call_names_file_of_arguments_that_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    let [missing, broken] = ["missing.json", "broken.json"].map(|name| folder.path().join(name));
    std::fs::write(&broken, "{").unwrap();
    let call = |from: &str| run(&mut binary(&["call", "events.query", "--dry-run", "--json", from]));
    let at = |path: &std::path::Path| format!("@{}", path.display());
    call(&at(&missing)).fails(2, &[&format!("--json: cannot read {}: No such file", missing.display())]);
    call(&at(folder.path())).fails(2, &[&format!("cannot read {}: Is a dir", folder.path().display())]);
    call(&at(&broken))
        .fails(2, &[&format!("--json: {}: must be one JSON", broken.display()), "ends too early"]);
    call("-").fails(2, &["--json: standard input: must be one JSON", "ends too early"]);
}

#[test]
fn call_refuses_empty_filters() {
    for filter in ["searchTerm=", "emailDomains=", "status=", r#"emails:=["a@example.com",""]"#, "emails:=[]"]
    {
        let refused = simulated(&["call", "users.search", filter, "--unchecked"]);
        refused.fails(2, &["users.search: an argument cannot be sent: ", "must not be empty"]);
        assert_eq!(refused.stdout, "");
    }
}

#[test]
fn dry_run_prints_request_without_key() {
    let printed = run(&mut binary(&[
        "call",
        "users.search",
        "emailDomains=example.com",
        "emailDomains=example.org",
        "mfaEnabled=false",
        r#"sortBy:=[{"field":"nick_name","direction":"asc"}]"#,
        "--dry-run",
        "--org",
        "a/b?c",
        "--base-url",
        "https://gateway.example/api",
    ]));
    let lines = printed.lines();
    assert_eq!(
        lines[0],
        "POST https://gateway.example/api/admin/v2/orgs/a%2Fb%3Fc/directories/-/users/search"
    );
    assert_eq!(
        *lines.last().unwrap(),
        r#"{"emailDomains":["example.com","example.org"],"mfaEnabled":false,"sortBy":[{"direction":"asc","field":"nick_name"}]}"#
    );
    assert!(!printed.stdout.to_lowercase().contains("authorization"), "{}", printed.stdout);
}

#[test]
fn call_all_prints_the_items_of_all_pages() {
    let accounts = simulated(&["call", "accounts.list", "--all"]);
    assert_eq!(accounts.lines().len(), 1_000);
    assert_eq!(accounts.stdout, simulated(&["accounts", "list"]).stdout);
    simulated(&["call", "orgs.get", "--all"]).fails(2, &["orgs.get is not a listing"]);
}

#[test]
fn error_suggests_the_nearest_name_when_one_is_unknown() {
    for (arguments, words) in [
        (&["user.search"][..], &["unknown operation \"user.search\"", "did you mean users.search"][..]),
        (
            &["users.search", "emialDomains=x"],
            &["emialDomains: unknown argument: did you mean emailDomains?"],
        ),
        (
            &["users.search", "status=actve"],
            &["status[0]: \"actve\" is not a known value: did you mean active?", "--unchecked"],
        ),
        (
            &["users.search", r#"sortBy:=[{"feild":"nick_name","direction":"asc"}]"#],
            &["sortBy[0].feild: unknown argument: did you mean field?", "sortBy[0].field: must be given"],
        ),
        (&["users.search", r#"emails:="x""#], &["emails: must be a list"]),
        (&["users.search", "limit=101"], &["limit: must be 1 to 100, not 101"]),
        (
            &["users.search", r#"accountIds:=["a","b","c","d","e","f","g","h","i","j","k"]"#],
            &["accountIds: must be 1 to 10 items per request, not 11"],
        ),
        (&["users.search", "limit=99999999999999999999"], &["limit: must be a whole number from 1 to 100"]),
        (&["users.search", "limit:=1e30"], &["limit: must be a whole number from 1 to 100"]),
        (&["users.search", "=x"], &["\"=x\" has an empty name before `=`: give KEY=VALUE"]),
        (&["users.search", "--json", r#"{"":1}"#], &["\"\": an argument needs a name"]),
        (&["groups.create"], &["name: must be given", "see `operations groups.create`"]),
        (
            &["groups.create", "name=x", "directoryId=-"],
            &["directoryId: must be one directory's id", "directories.list"],
        ),
        (&["orgs.get", "orgId=.."], &["orgId: must not be empty, \".\" or \"..\""]),
    ] {
        let ended = simulated(&[&["call"], arguments].concat());
        ended.fails(2, words);
    }
    let sent = simulated(&["call", "events.query", "product=novel", "--unchecked", "limit=1"]);
    assert_eq!(parsed(sent.lines()[0])["data"], json!([]));
}

#[test]
fn call_requires_ids_that_it_cannot_find() {
    // The reason is the dry run, whether or not there is a key.
    run(binary(&["call", "orgs.get", "--dry-run"]).env("ATLASSIAN_ADMIN_API_KEY", "canary-key"))
        .fails(2, &["--dry-run sends nothing, so it cannot look up the organization: give --org ID"]);
    run(&mut binary(&["call", "groups.create", "name=x", "--dry-run", "--org", "o"]))
        .fails(2, &["directoryId: must be given", "ATLASSIAN_ADMIN_DIRECTORY_ID"]);
    let mut command = binary(&["call", "groups.create", "name=x", "--dry-run", "--org", "o"]);
    let printed = run(command.env("ATLASSIAN_ADMIN_DIRECTORY_ID", "d"));
    assert_eq!(printed.lines()[0], "POST https://api.atlassian.com/admin/v2/orgs/o/directories/d/groups");
}

#[test]
fn error_is_one_line_when_the_api_refuses() {
    let refused = simulated(&["call", "events.get", "eventId=nothing", "--quiet"]);
    refused.fails(3, &["events.get", "404", "ADMIN-404-4"]);
}

#[test]
fn note_names_date_and_replacement_of_operation_that_stops() {
    let note = "note: events.get stops on 2026-12-21; use events.query or events.poll instead";
    for arguments in [&["call", "events.get", "eventId=nothing"][..], &["events", "get", "nothing"]] {
        // The note uses the embedded simulator's clock, which is a day before the date.
        let noted = simulated(arguments);
        assert_eq!((noted.code, noted.stdout.as_str()), (Some(3), ""));
        let lines: Vec<_> = noted.stderr.lines().collect();
        assert_eq!(lines[0], note);
        assert!(lines[1].starts_with("error: events.get: not found"), "{}", lines[1]);
        assert!(!lines[1..].iter().any(|line| line.contains("announced to stop")), "{lines:?}");
        simulated(&[arguments, &["--quiet"]].concat()).fails(3, &["ADMIN-404-4"]);
    }
    let noted = simulated(&["call", "users.list", "limit=1"]);
    assert_eq!(noted.lines().len(), 1);
    assert_eq!(noted.stderr, "note: users.list stops on 2027-06-30; use users.search instead\n");
}

#[test]
fn error_names_replacement_of_operation_that_has_stopped() {
    let gone = "the operation was announced to stop on 2026-12-21 and may be gone: use events.query or events.poll instead";
    for (now, quirk, code, words) in [
        ("2026-12-20T23:00:00Z", "retired-operations", 3, &["ADMIN-404-4"][..]),
        ("2026-12-21T00:00:00Z", "retired-operations", 3, &["HTTP 410", gone]),
        // The event may be missing anyway.
        ("2026-12-21T00:00:00Z", "read-lag", 3, &["ADMIN-404-4", gone]),
    ] {
        let server = Server::start(&["--now", now, "--quirk", quirk]);
        let org = server.get("orgId");
        let refused = run(&mut server.client(&["events", "get", "nothing", "--org", org, "--quiet"]));
        refused.fails(code, words);
        assert_eq!(refused.stderr.contains(gone), words.contains(&gone), "{now} {quirk}: {}", refused.stderr);
    }
}

#[test]
fn operations_prints_table_and_json() {
    let listed = parsed(run(&mut binary(&["operations", "--json"])).lines()[0]);
    let ids: Vec<_> = listed.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect();
    assert_eq!(ids, atlassian_admin::OPERATIONS.iter().map(|operation| operation.id).collect::<Vec<_>>());
    let query = listed.as_array().unwrap().iter().find(|entry| entry["id"] == "getEvents").unwrap();
    let mut query = query.clone();
    let arguments = query.as_object_mut().unwrap().remove("arguments").unwrap();
    assert_eq!(
        arguments.as_array().unwrap().last().unwrap(),
        &json!({
            "name": "limit", "in": "query", "required": false, "kind": "a whole number",
            "docs": "The maximum number of events on a page.", "minimum": 1, "maximum": 500, "default": 30,
        })
    );
    assert_eq!(
        query,
        json!({
            "id": "getEvents", "group": "events", "name": "query", "command": "events query", "method": "GET",
            "path": "/admin/v1/orgs/{orgId}/events", "scopes": ["read:events:admin"], "success": [200],
            "stability": "stable", "until": null, "replacement": null, "key": "organization API key",
        })
    );
    let get = listed.as_array().unwrap().iter().find(|entry| entry["id"] == "getEventById").unwrap();
    assert_eq!(
        [&get["stability"], &get["until"], &get["replacement"]],
        [&json!("deprecated"), &json!("2026-12-21"), &json!(["events.query", "events.poll"])]
    );
    let details = run(&mut binary(&["operations", "events.get"]));
    for words in ["stop", "on 2026-12-21; ", "use events.query or events.poll instead\n"] {
        assert!(details.stdout.contains(words), "{}", details.stdout);
    }
    let help = run(&mut binary(&["events", "get", "--help"]));
    let words = help.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("announced to stop on 2026-12-21: use `events query` or `events poll`"),
        "{words}"
    );
    let table = run(&mut binary(&["operations"]));
    assert_eq!(table.lines().len(), listed.as_array().unwrap().len() + 1, "a header, and a line each");
    let details = run(&mut binary(&["operations", "users.search"]));
    assert!(details.stdout.contains("  status (list of text, in the body): Only users with one of these statuses. At most 4 items.\n      known: active, suspended,"), "{}", details.stdout);
    let create = run(&mut binary(&["operations", "policies.create"]));
    for line in [
        "\n    data.attributes (object with type, name, ",
        "\n    data.attributes.rule (",
        "\n    data.attributes.status (text): ",
    ] {
        assert!(create.stdout.contains(line), "{line} in {}", create.stdout);
    }
    run(&mut binary(&["operations", "nothing"])).fails(2, &["unknown operation \"nothing\""]);
}

#[test]
fn completions_contain_names_of_operations() {
    // The fish generator does not complete values of positional arguments.
    for (shell, word) in [("bash", "users.search"), ("zsh", "users.search"), ("fish", "operations")] {
        let script = run(&mut binary(&["completions", shell]));
        assert_eq!(script.code, Some(0));
        assert!(script.stdout.contains(word), "{shell}");
    }
}

#[test]
fn write_without_response_body_reports_success() {
    let server = Server::start(&[]);
    let directory = format!("directoryId={}", server.get("directoryId"));
    let call = |name: &str, more: &[&str]| {
        run(server.client(&["call", "groups.create", &directory, &format!("name={name}")]).args(more))
    };
    let created = call("Pilots", &[]);
    assert!(created.lines().is_empty());
    assert_eq!(created.stderr, "groups.create: done (HTTP 201)\n");
    assert_eq!(call("Captains", &["--quiet"]).stderr, "");
    assert_eq!(run(&mut server.client(&["call", "orgs.list"])).stderr, "");
}

#[test]
fn outcome_is_unknown_when_the_response_to_a_write_is_lost() {
    let server = Server::start(&["--fault", "lost:operation=createGroup"]);
    let directory = format!("directoryId={}", server.get("directoryId"));
    let ended = run(&mut server.client(&["call", "groups.create", &directory, "name=Pilots"]));
    ended.fails(5, &["the change may or may not have been made", "look whether the change was made"]);
    assert_eq!(ended.stdout, "");
}

#[test]
fn outcome_is_unknown_when_a_write_is_interrupted_and_not_a_read() {
    for (call, message) in [
        (
            ["call", "users.suspend", "directoryId=d", "accountId=a"].as_slice(),
            "the outcome of the write is unknown",
        ),
        (&["call", "orgs.get"], "nothing was changed"),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut command = binary(call);
        command
            .env("ATLASSIAN_ADMIN_BASE_URL", format!("http://{}", listener.local_addr().unwrap()))
            .env("ATLASSIAN_ADMIN_API_KEY", "canary-key")
            .env("ATLASSIAN_ADMIN_ORG_ID", "o-1");
        let process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // The request is sent, and no response arrives.
        let (mut socket, _) = listener.accept().unwrap();
        assert_eq!(socket.read(&mut [0; 4]).unwrap(), 4);
        signal("INT", process.id());
        Ended::of(process.wait_with_output().unwrap()).fails(130, &[message]);
    }
}

/// Invites a user, gets this response, and prints the result to `stdout`.
fn invited(status: &str, stdout: Stdio) -> Ended {
    invited_with(status, r#"{"data":[]}"#, stdout)
}

fn invited_with(status: &str, body: &str, stdout: Stdio) -> Ended {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut command = binary(&["call", "users.invite", "emails=a@example.com"]);
    command
        .env("ATLASSIAN_ADMIN_BASE_URL", format!("http://{}", listener.local_addr().unwrap()))
        .env("ATLASSIAN_ADMIN_API_KEY", "canary-key")
        .env("ATLASSIAN_ADMIN_ORG_ID", "o-1");
    let mut process = command.stdout(stdout).stderr(Stdio::piped()).spawn().unwrap();
    // If it is a pipe, nothing reads it.
    drop(process.stdout.take());
    let (mut socket, _) = listener.accept().unwrap();
    let mut request = Vec::new();
    while !request.ends_with(b"}") {
        let mut chunk = [0; 1024];
        let read = socket.read(&mut chunk).unwrap();
        request.extend(&chunk[..read]);
    }
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
    socket.write_all((head + body).as_bytes()).unwrap();
    Ended::of(process.wait_with_output().unwrap())
}

#[test]
fn invitation_fails_when_assignments_fail_whatever_the_status() {
    let person = |parts: &str| format!(r#"{{"results":[{{"roleAssignmentResult":[{parts}]}}]}}"#);
    let (given, refused) = (r#"{"status":"INVITED"}"#, r#"{"status":"ERROR","statusReason":"no free seat"}"#);
    let body = |people: &[String]| format!(r#"{{"data":[{}]}}"#, people.join(","));
    for status in ["200 OK", "206 Partial Content"] {
        let nobody = body(&[person(refused), person(refused)]);
        let ended = invited_with(status, &nobody, Stdio::null());
        ended.fails(3, &["users.invite: every role and group was refused: no free seat"]);
        for some in [[person(given), person(refused)], [person(given), person(&[given, refused].join(","))]] {
            let ended = invited_with(status, &body(&some), Stdio::null());
            ended.fails(4, &["users.invite: 1 assignment was refused: no free seat"]);
        }
    }
    assert_eq!(invited_with("200 OK", &body(&[person(given)]), Stdio::null()).code, Some(0));
}

#[test]
fn error_reports_the_write_when_its_response_cannot_be_printed() {
    let full = || Stdio::from(File::create("/dev/full").unwrap());
    invited("200 OK", full()).fails(
        4,
        &["the write succeeded (HTTP 200), so do not repeat it", "cannot be printed: No space left"],
    );
    assert_eq!(invited("200 OK", Stdio::piped()).code, Some(0), "the reader has had enough");
    invited("206 Partial Content", Stdio::null()).fails(
        4,
        &["a part of the write failed (206): the response says which, by the status of each result"],
    );
    for stdout in [full(), Stdio::piped()] {
        let words = ["a part of the write failed (206): the response, which says which, cannot be printed"];
        invited("206 Partial Content", stdout).fails(4, &words);
    }
}
