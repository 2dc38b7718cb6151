//! The forms of output.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::run::{Ended, binary, run, simulated};

#[test]
fn json_is_the_original_one_object_a_line() {
    let accounts = simulated(&["accounts", "list"]);
    assert_eq!(accounts.lines().len(), 1_000);
    assert_eq!(simulated(&["accounts", "--json"]).stdout, accounts.stdout);
    assert!(
        accounts.lines().iter().all(|line| line.starts_with("{\"account_id\":\"")),
        "members stay in their order"
    );
    assert_eq!(simulated(&["orgs"]).stdout, simulated(&["orgs", "get"]).stdout);
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
    }
}

#[test]
fn tables_line_up() {
    let domains = simulated(&["domains", "--table"]);
    let lines = domains.lines();
    assert!(lines[0].starts_with(" ID  ") && lines[0].contains("  CLAIM STATUS"));
    let column = lines[0].find("NAME").unwrap();
    assert!(lines[1..].iter().all(|line| line[column..].starts_with("example.")), "{}", domains.stdout);
}

#[test]
fn one_form_at_a_time() {
    simulated(&["orgs", "--csv", "--json"]).fails(2, &["--table, --json and --csv"]);
    simulated(&["events", "export", "--out", "-", "--csv"]).fails(2, &["JSON lines alone"]);
}

#[test]
fn a_reader_who_has_had_enough_is_no_error() {
    for form in ["--json", "--csv", "--table"] {
        let mut list = binary(&["events", "query", "--simulate", form]);
        let mut process = list.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        stdout.read_line(&mut String::new()).unwrap();
        drop(stdout);
        let ended = Ended::of(process.wait_with_output().unwrap());
        assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    }
}

#[test]
fn a_full_disk_behind_a_listing_is_an_error() {
    for form in ["--json", "--csv", "--table"] {
        let full = run(binary(&["accounts", "--simulate", form]).stdout(File::create("/dev/full").unwrap()));
        full.fails(4, &["cannot write to standard output", "No space left"]);
    }
}

#[test]
fn flags_of_output_may_stand_before_the_command() {
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
    simulated(&["--csv", "events", "export", "--out", "-"]).fails(2, &["JSON lines alone"]);
    simulated(&["--table", "completions", "bash"]).fails(2, &["--table does not go with this command"]);
    run(&mut binary(&["--csv", "call", "orgs.list"]))
        .fails(2, &["--csv does not go with this command: call "]);
}
