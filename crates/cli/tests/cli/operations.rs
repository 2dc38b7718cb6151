//! The commands of operations: flags, formats, limits, help and completion. `tests/calls.rs` runs
//! the command of each operation.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::run::{Ended, binary, run, simulated};

/// Prints the request of a command of organization `o`, without a key.
fn dry_run(arguments: &[&str]) -> Ended {
    run(binary(arguments).args(["--org=o", "--dry-run"]))
}

/// The line of a request, and its body.
fn request(ended: &Ended) -> (String, Value) {
    let line = ended.lines()[0].replace("https://api.atlassian.com", "");
    let body = ended.stdout.split_once("\n\n").map(|(_, body)| serde_json::from_str(body).unwrap());
    (line, body.unwrap_or_default())
}

fn error(arguments: &[&str]) -> String {
    let refused = run(&mut binary(arguments));
    refused.fails(2, &[]);
    assert_eq!(refused.stdout, "");
    refused.stderr
}

#[test]
fn flags_become_arguments_of_their_kind() {
    let search = dry_run(&[
        "users",
        "search",
        "--directory=d",
        "--status=active,suspended",
        "--status=for_deletion",
        "--email-domains=example.com",
        "--email-domain=example.org",
        "--mfa-enabled=false",
        "--sort-by=field=nick_name,direction=asc",
        "--page-size=7",
        "--limit=3",
    ]);
    assert_eq!(
        request(&search),
        (
            "POST /admin/v2/orgs/o/directories/d/users/search".to_owned(),
            json!({
                "status": ["active", "suspended", "for_deletion"],
                "emailDomains": ["example.com", "example.org"],
                "mfaEnabled": false,
                "sortBy": [{ "field": "nick_name", "direction": "asc" }],
                "limit": 7,
            })
        )
    );
    assert_eq!(request(&dry_run(&["users", "search", "--mfa-enabled"])).1, json!({ "mfaEnabled": true }));
    let groups = dry_run(&["groups", "list", "--counts-include-users", "--counts-include-resources=false"]);
    let counts = "%7B%22includeResources%22%3Afalse%2C%22includeUsers%22%3Atrue%7D";
    assert_eq!(request(&groups).0, format!("GET /admin/v2/orgs/o/directories/-/groups?counts={counts}"));
    let removed = dry_run(&["groups", "remove-member", "g", "a", "--directory=d"]);
    assert_eq!(
        request(&removed).0,
        "DELETE /admin/v2/orgs/o/directories/d/groups/g/memberships/a".to_owned()
    );
}

#[test]
fn data_is_read_from_flag_file_and_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("group.json");
    let group = r#"{"displayName":"Travellers"}"#;
    fs::write(&file, format!("\u{feff}{group}\r\n")).unwrap();
    let command = |data: &str| {
        let mut command = binary(&["scim", "create-group", "--directory=d", "--dry-run", "--data", data]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().unwrap();
        process.stdin.take().unwrap().write_all(group.as_bytes()).unwrap();
        Ended::of(process.wait_with_output().unwrap())
    };
    for data in [group, &format!("@{}", file.display()), "-"] {
        let sent = request(&command(data));
        assert_eq!(
            sent,
            ("POST /scim/directory/d/Groups".to_owned(), json!({ "displayName": "Travellers" }))
        );
    }
    let missing = folder.path().join("missing.json");
    command(&format!("@{}", missing.display()))
        .fails(2, &[&format!("--data: cannot read {}: No such file", missing.display())]);
}

#[test]
fn directory_is_that_of_the_flag_or_the_environment() {
    let created = |arguments: &[&str], variable: Option<&str>| {
        let mut command = binary(&["groups", "create", "--name=x", "--org=o", "--dry-run"]);
        run(command.args(arguments).envs(variable.map(|id| ("ATLASSIAN_ADMIN_DIRECTORY_ID", id))))
    };
    let line = |directory: &str| format!("POST /admin/v2/orgs/o/directories/{directory}/groups");
    assert_eq!(request(&created(&[], Some("d-env"))).0, line("d-env"));
    assert_eq!(request(&created(&["--directory=d"], Some("d-env"))).0, line("d"));
    assert_eq!(
        created(&[], None).stderr,
        "error: groups create: --directory is missing\n\
         cause: the operation is for one directory\n\
         hint:  give --directory ID, or set ATLASSIAN_ADMIN_DIRECTORY_ID; `atlassian-admin directories list` prints the identifiers\n"
    );
}

#[test]
fn limit_bounds_items_of_all_pages_and_page_size_those_of_a_request() {
    let all = simulated(&["users", "search", "--page-size=100"]);
    let all = all.lines();
    assert!(all.len() > 900, "{}", all.len());
    // The last page is not a whole one.
    for (limit, page_size) in [("1", "100"), ("7", "3"), ("150", "100"), ("5000", "100")] {
        let limited =
            simulated(&["users", "search", &format!("--limit={limit}"), &format!("--page-size={page_size}")]);
        let expected = &all[..all.len().min(limit.parse().unwrap())];
        assert_eq!(limited.lines(), expected, "{limit} {page_size}");
    }
    simulated(&["users", "search", "--limit=0"]).fails(2, &["give a whole number from 1 to 4294967295"]);
    simulated(&["users", "get", "a", "--limit=1"]).fails(2, &["unknown flag --limit"]);
}

#[test]
fn listing_is_printed_in_each_format() {
    let search = |form: &str| simulated(&["users", "search", "--limit=2", &format!("--format={form}")]);
    let lines = search("ndjson");
    let lines = lines.lines();
    assert_eq!(search("json").stdout, format!("[\n{},\n{}\n]\n", lines[0], lines[1]));
    let users: Vec<Value> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();

    let table = search("table");
    let heads = table.lines()[0].split("  ").map(str::trim).filter(|head| !head.is_empty());
    assert_eq!(
        heads.collect::<Vec<_>>(),
        ["ACCOUNT ID", "NAME", "EMAIL", "STATUS", "ACCOUNT TYPE", "ACCOUNT STATUS"]
    );
    let csv = search("csv");
    let mut reader = csv::Reader::from_reader(csv.stdout.as_bytes());
    let header = reader.headers().unwrap().clone();
    assert_eq!(header.iter().take(4).collect::<Vec<_>>(), ["accountId", "name", "email", "status"]);
    assert!(header.iter().any(|name| name == "counts.resources") && header.len() > 15, "{header:?}");
    for (row, user) in reader.records().map(Result::unwrap).zip(&users) {
        for (name, cell) in header.iter().zip(&row) {
            let value = user.pointer(&format!("/{}", name.replace('.', "/")));
            let text = match value {
                None | Some(Value::Null) => String::new(),
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
            };
            assert_eq!(cell, text, "{name}");
        }
    }
    let empty = |form: &str| {
        simulated(&["users", "search", "--search-term=nobody-has-it", &format!("--format={form}")]).stdout
    };
    assert_eq!([empty("ndjson"), empty("json")], ["", "[]\n"]);
    assert_eq!(empty("csv").lines().count(), 1, "the header");
}

#[test]
fn single_result_is_printed_without_its_envelope() {
    let count = |form: &str| simulated(&["users", "count", &format!("--format={form}")]).stdout;
    let number = serde_json::from_str::<Value>(&count("json")).unwrap()["count"].to_string();
    assert_eq!(count("ndjson"), format!("{{\"count\":{number}}}\n"));
    assert_eq!(count("table"), format!(" count  {number}\n"));
    assert_eq!(count("csv"), format!("count\n{number}\n"));

    let group = simulated(&["groups", "search", "--limit=1"]);
    let group: Value = serde_json::from_str(group.lines()[0]).unwrap();
    let read = simulated(&["groups", "get", group["id"].as_str().unwrap()]);
    assert_eq!(serde_json::from_str::<Value>(&read.stdout).unwrap()["name"], group["name"]);
    // Without a schema, the properties are those of the response.
    let config = simulated(&["scim", "service-provider-config", "--table"]);
    assert!(config.lines().contains(&" filter.maxResults         1000"), "{}", config.stdout);
}

#[test]
fn write_without_result_prints_nothing() {
    for form in [&[][..], &["--json"], &["--csv"], &["--table"]] {
        let created = simulated(&[&["groups", "create", "--name=Pilots"], form].concat());
        assert_eq!((created.code, created.stdout.as_str()), (Some(0), ""), "{created:?}");
        assert_eq!(created.stderr, "groups.create: done (HTTP 201)\n");
    }
    assert_eq!(simulated(&["groups", "create", "--name=Pilots", "--quiet"]).stderr, "");
}

#[test]
fn group_alone_is_its_listing() {
    for group in ["directories", "policies"] {
        assert_eq!(simulated(&[group]).stdout, simulated(&[group, "list"]).stdout);
    }
    let one = simulated(&["accounts", "--limit=1", "--csv"]);
    assert_eq!(one.lines().len(), 2);
    let before = simulated(&["accounts", "--limit=1", "list"]);
    before.fails(2, &["--limit does not go before `list`: give it after `accounts list`"]);
    run(&mut binary(&["users"])).says(&["Usage: atlassian-admin users [OPTIONS] <COMMAND>"]);
}

#[test]
fn error_names_flag_cause_and_remedy() {
    let help = "`atlassian-admin users search --help`";
    for (arguments, lines) in [
        (
            &["users", "search", "--stats=active"][..],
            &[
                "error: users search: unknown flag --stats",
                "cause: the command has no flag of this name",
                &format!("hint:  did you mean --status? {help} lists its flags"),
            ][..],
        ),
        (
            &["users", "search", "--status=actve"],
            &[
                "error: users search: --status cannot be \"actve\"",
                "cause: the known values are active, suspended, not_invited, deactivated, for_deletion",
                "hint:  did you mean active? --unchecked sends the value as it is",
            ],
        ),
        (
            &["users", "search", "--page-size=101"],
            &[
                "error: users search: --page-size must be 1 to 100",
                "cause: the value is 101",
                &format!("hint:  {help} describes its flags"),
            ],
        ),
        (
            &["users", "search", "--mfa-enabled=maybe"],
            &[
                "error: users search: --mfa-enabled cannot take this value",
                "cause: the value must be true or false",
                &format!("hint:  {help} describes its flags"),
            ],
        ),
        (
            &["users", "search", "--sort-by=feild=nick_name"],
            &[
                "error: users search: --sort-by has an unknown property \"feild\"",
                "cause: its properties are field, direction",
                &format!("hint:  did you mean field? {help} describes its flags"),
            ],
        ),
        (
            &["users", "suspend"],
            &[
                "error: users suspend: <ACCOUNT_ID> is missing",
                "cause: the operation cannot be called without it",
                "hint:  give `atlassian-admin users suspend <ACCOUNT_ID> --directory <ID>`",
            ],
        ),
        (
            &["users", "suspend", "ann@example.com", "--org=o", "--directory=d"],
            &[
                "error: users suspend: <ACCOUNT_ID> must be an identifier",
                "cause: the value is an e-mail address",
                "hint:  `atlassian-admin users search --email ADDRESS` prints the account's identifier",
            ],
        ),
        (
            &["policies", "create", r#"--data={"type":"policy","attributes":{"type":"hipaa","nam":"x"}}"#],
            &[
                "error: policies create: attributes.nam in --data is not known",
                "cause: the known properties are type, name, status, rule, resources",
                "hint:  did you mean name? --unchecked sends it as it is",
            ],
        ),
        (
            &["policies", "create", r#"--data={"type":"policy"}"#],
            &[
                "error: policies create: attributes in --data is missing",
                "cause: it is not complete without it",
                "hint:  `atlassian-admin policies create --help` describes its flags",
            ],
        ),
        (
            &["policies", "create", "--data={"],
            &[
                "error: policies create: --data must be JSON",
                "cause: it ends too early, at line 1 column 1",
                "hint:  give JSON, @FILE to read it from a file, or - for standard input",
            ],
        ),
    ] {
        // What was typed is checked before a key is needed.
        let arguments = [arguments, &["--dry-run"]].concat();
        assert_eq!(error(&arguments).lines().collect::<Vec<_>>(), lines, "{arguments:?}");
    }
    let left_over = error(&["users", "suspend", "a", "ann@example.com"]);
    assert!(!left_over.contains("ann@"), "{left_over}");
}

#[test]
fn unchecked_sends_what_this_version_does_not_know() {
    let novel = dry_run(&["users", "search", "--status=novel", "--account-id=a@b", "--unchecked"]);
    assert_eq!(request(&novel).1, json!({ "accountIds": ["a@b"], "status": ["novel"] }));
}

#[test]
fn query_sends_its_filters() {
    let query = dry_run(&[
        "events",
        "query",
        "--q=log in",
        "--from=1779184800000",
        "--to=1779184800001",
        "--action=user_login",
        "--actor=a,b",
        "--product=jira",
        "--location=Austin,United States",
        "--cursor=c",
    ]);
    let location = "%5B%7B%22city%22%3A%22Austin%22%2C%22countryName%22%3A%22United%20States%22%7D%5D";
    assert_eq!(
        request(&query).0,
        format!(
            "GET /admin/v1/orgs/o/events?cursor=c&q=log%20in&from=1779184800000&to=1779184800001&action=user_login&actor=a,b&product=jira&location={location}&limit=500"
        )
    );
    for (flags, limit) in [(&["--limit=7"][..], 7), (&["--max=7"], 7), (&["--limit=7", "--page-size=3"], 3)] {
        let query = dry_run(&[&["events", "query"], flags].concat());
        assert_eq!(request(&query).0, format!("GET /admin/v1/orgs/o/events?limit={limit}"));
    }
}

#[test]
fn help_of_operation_has_its_documentation() {
    let help = run(&mut binary(&["users", "last-active", "--help"]));
    let (own, _) = help.stdout.split_once("\nConnection:").unwrap();
    assert_eq!(
        own,
        "\
Show when an account was last active in each of its products

An account is active if its user views a web page of the product for at least two seconds. The data
can be a day old. Products that the account never used have no entry. The rate limit is 200 requests
per minute for the whole organization: for many users, use `users search` with `expand` set to
`productAccess`, which returns 100 users per request.

Rate limit: 200 requests per minute
Documentation:
https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get

Usage: atlassian-admin users last-active [OPTIONS] <ACCOUNT_ID>

Arguments:
  <ACCOUNT_ID>  The account. `users search` returns its identifier

Options:
  -h, --help  Print help

Request:
      --cursor <CURSOR>  The cursor of the page to start with
      --dry-run          Print the request and send nothing; needs no key
      --unchecked        Send values that this version does not know

Output:
      --format <FORMAT>  How to print: a table, one JSON document, one JSON object a line (ndjson),
                         or CSV [default: table on a terminal, otherwise ndjson] [possible values:
                         table, json, ndjson, csv]
      --table            The same as --format table
      --json             The same as --format json: the original JSON, of all items in one list
      --csv              The same as --format csv
      --limit <N>        Maximum number of items to print, of all pages [default: all]
  -q, --quiet            Print no progress, notes or summary
"
    );
    assert!(help.stdout.ends_with("\nExamples:\n  atlassian-admin users last-active ACCOUNT_ID\n"));
}

#[test]
fn completions_contain_commands_flags_and_values() {
    for shell in ["bash", "zsh", "fish"] {
        let script = run(&mut binary(&["completions", shell])).stdout;
        for word in ["add-resource", "email-domain", "not_invited", "ndjson"] {
            assert!(script.contains(word), "{word} in {shell}");
        }
    }
}

#[test]
fn operations_names_the_commands() {
    let listed = run(&mut binary(&["operations", "policies"]));
    assert!(listed.stdout.contains(" policies.addResource     policies add-resource "), "{}", listed.stdout);
    let details = run(&mut binary(&["operations", "policies.addResource"]));
    assert!(
        details.stdout.contains("\ncommand: atlassian-admin policies add-resource "),
        "{}",
        details.stdout
    );
}
