//! Arguments that are wrong, and help.

use crate::run::{binary, run, simulated};

#[test]
fn help_lists_the_exit_codes() {
    for argument in ["--help", "-h", "help"] {
        let help = run(&mut binary(&[argument]));
        assert_eq!(help.code, Some(0));
        for line in
            ["  0    done", "  2    bad arguments", "  3    refused", "  4    partial", "  130  interrupted"]
        {
            assert!(help.stdout.contains(line), "{line} in {}", help.stdout);
        }
    }
}

#[test]
fn times_that_are_none_are_answered_with_examples() {
    for time in ["soon", "2026-13-01", "1779184800", "-1"] {
        for command in [&["events", "query"][..], &["events", "export", "--out", "x"], &["events", "follow"]]
        {
            let refused = simulated(&[command, &[&format!("--from={time}")]].concat());
            assert_eq!(refused.code, Some(2), "{time}");
            refused.says(&["2026-05-19T10:00:00Z", "7d"]);
        }
    }
    simulated(&["events", "query", "--from", "2026-05-02", "--to", "2026-05-01"])
        .fails(2, &["--from is after --to"]);
    simulated(&["events", "export", "--out", "x", "--from", "1d", "--to", "2d"])
        .fails(2, &["--from is after --to"]);
}

#[test]
fn numbers_out_of_range_are_refused() {
    for arguments in [
        &["events", "export", "--out", "x", "--page-size", "501"][..],
        &["events", "export", "--out", "x", "--page-size", "0"],
        &["events", "query", "--max", "0"],
        &["events", "follow", "--interval", "0"],
        &["orgs", "--timeout", "-1"],
        &["orgs", "--timeout", "NaN"],
        &["nonsense"],
        &[],
    ] {
        assert_eq!(simulated(arguments).code, Some(2), "{arguments:?}");
    }
    assert_eq!(run(&mut binary(&["orgs", "--simulate=x"])).code, Some(2));
}

#[test]
fn places_that_would_show_the_key_are_refused() {
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
fn the_simulator_leaves_the_real_environment_alone() {
    let mut orgs = binary(&["accounts", "--simulate"]);
    orgs.env("ATLASSIAN_ADMIN_BASE_URL", "nonsense").env("ATLASSIAN_ADMIN_ORG_ID", "real");
    assert_eq!(run(&mut orgs).lines().len(), 1_000);
}
