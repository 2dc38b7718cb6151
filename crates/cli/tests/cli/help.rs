//! Help.

use crate::run::{binary, run};

fn help(arguments: &[&str]) -> String {
    let help = run(binary(arguments).arg("--help"));
    assert_eq!(help.code, Some(0), "{}", help.stderr);
    help.stdout
}

/// The options under a heading, up to the next empty line.
fn section<'a>(help: &'a str, heading: &str) -> Vec<&'a str> {
    let (_, rest) =
        help.split_once(&format!("\n{heading}:\n")).unwrap_or_else(|| panic!("{heading} in {help}"));
    let options = rest.split("\n\n").next().unwrap().lines();
    let option = |line: &'a str| line.trim_start().trim_start_matches("-q, ").split_whitespace().next();
    options.filter_map(option).filter(|word| word.starts_with("--")).collect()
}

#[test]
fn help_is_printed_when_the_command_is_missing() {
    for (arguments, usage) in [
        (&[][..], "Usage: atlassian-admin [OPTIONS] <COMMAND>"),
        (&["events"], "Usage: atlassian-admin events "),
    ] {
        let missing = run(&mut binary(arguments));
        assert_eq!(missing.code, Some(2));
        assert_eq!(missing.stdout, "");
        missing.says(&[usage, "Commands:", "Examples:"]);
    }
}

#[test]
fn help_groups_options_under_headings() {
    let query = help(&["events", "query"]);
    let filters = [
        "--q",
        "--action",
        "--actor",
        "--ip",
        "--product",
        "--location",
        "--city",
        "--country",
        "--from",
        "--to",
    ];
    assert_eq!(section(&query, "Filters"), filters);
    assert_eq!(section(&query, "Output"), ["--format", "--table", "--json", "--csv", "--limit", "--quiet"]);
    assert_eq!(section(&query, "Request"), ["--page-size", "--cursor", "--dry-run"]);
    let export = help(&["events", "export"]);
    assert_eq!(section(&export, "Filters"), ["--from", "--to"]);
    assert_eq!(section(&query, "Connection"), ["--org", "--key-file", "--base-url", "--timeout"]);
    assert_eq!(section(&query, "Try it out"), ["--simulate[=<SEED>]"]);
}

#[test]
fn help_names_the_simulator_last() {
    for command in [&[][..], &["accounts"], &["events", "query"], &["events", "export"], &["call"]] {
        let help = help(command);
        let simulate = help.find("--simulate").unwrap();
        for option in ["--help", "--org", "--quiet"] {
            assert!(help.find(option).unwrap() < simulate, "{option} in {help}");
        }
    }
}

#[test]
fn help_leaves_out_flags_that_the_command_refuses() {
    for command in ["export", "follow"] {
        let help = help(&["events", command]);
        for flag in ["--format", "--json", "--csv", "--table"] {
            assert!(!help.contains(flag), "{flag} in {help}");
        }
    }
    for command in ["operations", "completions", "simulate"] {
        let help = help(&[command]);
        for flag in ["--org", "--key-file", "--base-url", "--timeout", "--simulate"] {
            assert!(!help.contains(flag), "{flag} in {help}");
        }
    }
    for command in [&["domains", "get"][..], &["events", "get"], &["events", "actions"]] {
        let flags = ["--format", "--table", "--json", "--csv", "--quiet"];
        assert_eq!(section(&help(command), "Output"), flags, "{command:?}");
    }
    for command in [&["accounts"][..], &["orgs", "list"], &["users", "search"]] {
        let flags = ["--format", "--table", "--json", "--csv", "--limit", "--quiet"];
        assert_eq!(section(&help(command), "Output"), flags, "{command:?}");
    }
    assert_eq!(section(&help(&["users", "suspend"]), "Output"), ["--quiet"], "nothing to print");
    assert_eq!(section(&help(&[]), "Output"), ["--quiet"]);
}

#[test]
fn help_has_examples() {
    for command in [
        &[][..],
        &["orgs"],
        &["accounts"],
        &["domains"],
        &["events"],
        &["events", "query"],
        &["events", "export"],
        &["events", "follow"],
        &["call"],
        &["operations"],
        &["completions"],
        &["simulate"],
    ] {
        assert!(help(command).contains("\nExamples:\n  atlassian-admin "), "{command:?}");
    }
}
