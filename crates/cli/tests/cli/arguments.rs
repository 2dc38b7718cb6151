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
    for time in ["soon", "2026-13-01", "1779184800", "-1"] {
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
fn numbers_out_of_range_are_refused() {
    for (arguments, words) in [
        (&["events", "export", "--out", "x", "--page-size", "501"][..], "501 is not in 1..=500"),
        (&["events", "export", "--out", "x", "--page-size", "0"], "0 is not in 1..=500"),
        (&["events", "query", "--max", "0"], "0 is not in 1.."),
        (&["events", "follow", "--interval", "0"], "give a number of seconds, such as 30 or 0.5"),
        (&["orgs", "--timeout=-1"], "give a number of seconds"),
        (&["orgs", "--timeout", "-1"], "give a number of seconds"),
        (&["events", "follow", "--interval", "-1"], "give a number of seconds"),
        (&["orgs", "--timeout", "NaN"], "give a number of seconds"),
    ] {
        simulated(arguments).fails(2, &[words, "; see --help"]);
    }
    run(&mut binary(&["orgs", "--simulate=x"])).fails(2, &["'x'", "--simulate[=<SEED>]"]);
}

#[test]
fn error_is_one_line_when_arguments_are_invalid() {
    let line = |arguments: &[&str]| {
        let refused = run(&mut binary(arguments));
        refused.fails(2, &[]);
        refused.stderr
    };
    assert_eq!(
        line(&["orgs", "--jsn"]),
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
    let commands =
        "[subcommands: orgs, accounts, domains, events, call, operations, completions, simulate, help]";
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
         [subcommands: query, export, follow, get, actions, help]; see --help\n"
    );
    // Typed text is escaped in messages.
    assert!(line(&["orgs", "--a\nUsage: \u{1b}[2J"]).starts_with("error: unexpected argument '--a"));
    assert!(line(&["events", "get", "--from=a\n\nb"]).starts_with("error: unexpected argument '--from'"));
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
