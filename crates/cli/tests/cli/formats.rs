//! The output formats.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::Value;

use crate::run::{Ended, binary, run, simulated};
use crate::server::Server;

#[test]
fn ndjson_output_is_one_original_object_per_line() {
    let accounts = simulated(&["accounts", "list"]);
    assert_eq!(accounts.lines().len(), 1_000);
    assert_eq!(simulated(&["accounts", "--format", "ndjson"]).stdout, accounts.stdout);
    assert!(
        accounts.lines().iter().all(|line| line.starts_with("{\"account_id\":\"")),
        "members stay in their order"
    );
    assert_eq!(simulated(&["orgs"]).stdout, simulated(&["orgs", "get"]).stdout);
}

#[test]
fn json_output_is_one_document() {
    let lines = simulated(&["accounts"]);
    for form in [&["--json"][..], &["--format", "json"], &["--format=json", "--json"]] {
        let listed = simulated(&[&["accounts"], form].concat());
        assert_eq!(listed.stdout, format!("[\n{}\n]\n", lines.lines().join(",\n")), "{form:?}");
    }
    assert_eq!(simulated(&["accounts", "--json", "--limit=1"]).lines().len(), 3);
    assert_eq!(simulated(&["users", "search", "--search-term=nobody-has-it", "--json"]).stdout, "[]\n");
    let single = simulated(&["orgs", "get", "--json"]);
    assert_eq!(single.stdout, simulated(&["orgs", "get"]).stdout);
}

#[test]
fn csv_has_fixed_columns() {
    for (arguments, header) in [
        (&["orgs"][..], "id,name"),
        (
            &["accounts"],
            "account_id,name,email,account_status,account_type,access_billable,last_active,products",
        ),
        (&["domains"], "id,name,claim_type,claim_status"),
        (
            &["events", "query", "--max", "2"],
            "id,time,processed_at,action,actor_id,actor_name,actor_email,ip,city,country,message",
        ),
        (&["events", "actions"], "id,name,group"),
        (&["events", "query", "--q", "nothing-holds-this"], "id,time,"),
    ] {
        let ended = simulated(&[arguments, &["--csv"]].concat());
        assert!(ended.lines()[0].starts_with(header), "{}", ended.stdout);
        // The parser refuses rows of another length than the header's.
        let rows: Vec<_> =
            csv::Reader::from_reader(ended.stdout.as_bytes()).records().map(Result::unwrap).collect();
        let json = simulated(arguments);
        let key = header.split(',').next().unwrap();
        let expected: Vec<_> = json
            .lines()
            .into_iter()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()[key].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(rows.iter().map(|row| &row[0]).collect::<Vec<_>>(), expected, "{arguments:?}");
    }
}

#[test]
fn table_columns_are_aligned() {
    let domains = simulated(&["domains", "--table"]);
    let lines = domains.lines();
    assert!(lines[0].starts_with(" ID  ") && lines[0].contains("  CLAIM STATUS"));
    let column = lines[0].find("NAME").unwrap();
    assert!(lines[1..].iter().all(|line| line[column..].starts_with("example.")), "{}", domains.stdout);
}

#[test]
fn output_formats_exclude_each_other() {
    simulated(&["orgs", "--csv", "--json"]).fails(2, &["--table, --json and --csv"]);
    simulated(&["events", "export", "--out", "-", "--csv"]).fails(2, &["only write JSON lines"]);
}

#[test]
fn listing_succeeds_when_its_reader_leaves_early() {
    // Far more than a pipe buffer holds.
    let server = Server::start(&["--events", "2000"]);
    for form in ["--json", "--csv", "--table"] {
        let mut list = server.client(&["events", "query", form]);
        let mut process = list.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        stdout.read_line(&mut String::new()).unwrap();
        drop(stdout);
        let ended = Ended::of(process.wait_with_output().unwrap());
        assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    }
}

#[test]
fn listing_fails_when_stdout_is_full() {
    for form in ["--json", "--csv", "--table"] {
        let full = run(binary(&["accounts", "--simulate", form]).stdout(File::create("/dev/full").unwrap()));
        full.fails(4, &["cannot write to standard output", "No space left"]);
    }
}

#[test]
fn output_flags_are_accepted_before_the_command() {
    for (typed, same) in [
        (&["--table", "accounts"][..], &["accounts", "--table"][..]),
        (&["--csv", "accounts", "list"], &["accounts", "list", "--csv"]),
        (&["--csv", "events", "query", "--max=3"], &["events", "query", "--max=3", "--csv"]),
        (&["events", "--csv", "query", "--max=3"], &["events", "query", "--max=3", "--csv"]),
        (&["domains", "--table", "list"], &["domains", "list", "--table"]),
        (&["--json", "operations"], &["operations", "--json"]),
    ] {
        let early = simulated(typed);
        assert_eq!(early.lines(), simulated(same).lines(), "{typed:?}");
    }
    simulated(&["--csv", "accounts", "--json"]).fails(2, &["--table, --json and --csv exclude each other"]);
    simulated(&["--csv", "events", "export", "--out", "-"]).fails(2, &["only write JSON lines"]);
    simulated(&["--table", "completions", "bash"]).fails(2, &["--table does not go with this command"]);
    run(&mut binary(&["--csv", "call", "orgs.list"]))
        .fails(2, &["--csv does not go with this command: call "]);
}
