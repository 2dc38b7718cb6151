//! Wrong arguments, and help.

use crate::run::{binary, run, simulated};

#[test]
fn help_lists_the_exit_codes() {
    for argument in ["--help", "-h", "help"] {
        let help = run(&mut binary(&[argument]));
        assert_eq!(help.code, Some(0));
        for line in [
            "  0    done",
            "  2    invalid arguments",
            "  3    refused",
            "  4    partial",
            "  5    unknown",
            "  130  interrupted",
        ] {
            assert!(help.stdout.contains(line), "{line} in {}", help.stdout);
        }
    }
}

#[test]
fn error_gives_examples_when_a_time_is_invalid() {
    for time in ["soon", "2026-13-01", "1779184800", "-1", "9223372036854775807"] {
        for command in [&["events", "query"][..], &["events", "export", "--out", "x"], &["events", "follow"]]
        {
            simulated(&[command, &[&format!("--from={time}")]].concat())
                .fails(2, &["--from", time, "2026-05-19T10:00:00Z", "7d"]);
        }
    }
    simulated(&["events", "query", "--from", "2026-05-02", "--to", "2026-05-01"])
        .fails(2, &["--from is after --to"]);
    simulated(&["events", "export", "--out", "x", "--from", "1d", "--to", "2d"])
        .fails(2, &["--from is after --to"]);
}

#[test]
fn error_names_range_when_a_number_is_outside() {
    let (page, overlap) = ("give a whole number from 1 to 500", "give a whole number from 0 to 15552000");
    let (max, seconds) =
        ("give a whole number from 1 to 4294967295", "greater than 0 and at most 1000000000");
    let seed = "give a whole number from 0 to 18446744073709551615";
    for (arguments, range) in [
        (&["events", "export", "--out", "x", "--page-size"][..], page),
        (&["events", "export", "--out", "x", "--overlap"], overlap),
        (&["events", "follow", "--overlap"], overlap),
        (&["events", "query", "--max"], max),
        (&["events", "follow", "--interval"], seconds),
        (&["orgs", "--timeout"], seconds),
        (&["simulate", "--seed"], seed),
        (&["simulate", "--accounts"], "give a whole number from 0 to 10000000"),
        (&["simulate", "--events"], "give a whole number from 0 to 10000000000"),
        (&["simulate", "--events-per-minute"], "give a number from 0 to 60000"),
        (&["simulate", "--listen"], "give an IP address and a port up to 65535"),
    ] {
        for number in ["99999999999999999999999", "-1", "x", "", "NaN"] {
            let ended = run(binary(&arguments[..arguments.len() - 1])
                .arg(format!("{}={number}", arguments[arguments.len() - 1])));
            ended.fails(2, &[range, "; see --help"]);
            if number == "-1" {
                run(binary(arguments).arg(number)).fails(2, &[range]);
            }
        }
    }
    for number in ["x", "", "-1", "99999999999999999999999"] {
        run(&mut binary(&["orgs", &format!("--simulate={number}")])).fails(2, &[seed, "--simulate[=<SEED>]"]);
    }
    run(&mut binary(&["simulate", "--accounts", "5000000000"])).fails(2, &["from 0 to 10000000;"]);
}

#[test]
fn simulate_refuses_flags_of_clients() {
    for flag in
        ["--simulate", "--simulate=5", "--org=o", "--key-file=k", "--base-url=https://a", "--timeout=5"]
    {
        let name = flag.split('=').next().unwrap();
        for arguments in [["simulate", flag], [flag, "simulate"]] {
            run(&mut binary(&arguments)).fails(2, &[&format!("{name} does not go with simulate: ")]);
        }
    }
}

#[test]
fn error_is_one_line_when_arguments_are_invalid() {
    let line = |arguments: &[&str]| {
        let refused = run(&mut binary(arguments));
        refused.fails(2, &[]);
        refused.stderr
    };
    assert_eq!(
        line(&["operations", "--jsn"]),
        "error: unexpected argument '--jsn' found; tip: a similar argument exists: '--json'; see --help\n"
    );
    assert_eq!(
        line(&["event"]),
        "error: unrecognized subcommand 'event'; tip: a similar subcommand exists: 'events'; see --help\n"
    );
    assert_eq!(
        line(&["events", "export"]),
        "error: the following required arguments were not provided: --out <FILE|->; see --help\n"
    );
    assert_eq!(
        line(&["orgs", "--org"]),
        "error: a value is required for '--org <ID>' but none was supplied; see --help\n"
    );
    assert_eq!(
        line(&["events", "follow", "--out", "x", "--checkpoint", "y"]),
        "error: the argument '--out <FILE>' cannot be used with '--checkpoint <FILE>'; see --help\n"
    );
    let commands = "[subcommands: orgs, accounts, directories, users, groups, roles, domains, policies, workspaces, account, scim, \
         scim-links, legacy, events, call, operations, completions, simulate, help]";
    for arguments in [["--simulate"], ["--quiet"]] {
        assert_eq!(
            line(&arguments),
            format!(
                "error: 'atlassian-admin' requires a subcommand but one was not provided {commands}; see --help\n"
            )
        );
    }
    assert_eq!(
        line(&["events", "--csv"]),
        "error: 'atlassian-admin events' requires a subcommand but one was not provided \
         [subcommands: query, export, follow, poll, get, actions, help]; see --help\n"
    );
    // Typed text is escaped in messages.
    assert!(line(&["call", "--a\nUsage: \u{1b}[2J"]).starts_with("error: unexpected argument '--a"));
    assert!(line(&["events", "follow", "--to=a\n\nb"]).starts_with("error: unexpected argument '--to'"));
}

#[test]
fn base_url_is_refused_when_it_would_expose_the_key() {
    for (url, words) in [
        ("http://api.example.com", "plain http"),
        ("nonsense", "scheme"),
        ("https://user:pass@api.example.com", "password"),
        ("ftp://127.0.0.1", "https"),
    ] {
        let mut orgs = binary(&["orgs", "--base-url", url]);
        run(orgs.env("ATLASSIAN_ADMIN_API_KEY", "key")).fails(2, &[words]);
        let mut orgs = binary(&["orgs"]);
        run(orgs.env("ATLASSIAN_ADMIN_API_KEY", "key").env("ATLASSIAN_ADMIN_BASE_URL", url))
            .fails(2, &[words]);
    }
}

#[test]
fn simulate_ignores_the_environment() {
    let mut orgs = binary(&["accounts", "--simulate"]);
    orgs.env("ATLASSIAN_ADMIN_BASE_URL", "nonsense").env("ATLASSIAN_ADMIN_ORG_ID", "real");
    assert_eq!(run(&mut orgs).lines().len(), 1_000);
}
