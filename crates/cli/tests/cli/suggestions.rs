//! Names that are misspelled, or typed as in other programs, are refused with a suggestion.

use crate::run::{binary, run};

#[test]
fn unknown_quirk_or_fault_is_refused_with_nearest() {
    for (arguments, words) in [
        (["simulate", "--quirk=bare-curser"], "did you mean bare-cursor"),
        (["simulate", "--fault=truncated-jsn"], "did you mean truncated-json"),
        (["simulate", "--fault=dely:ms=5"], "did you mean delay"),
    ] {
        run(&mut binary(&arguments)).fails(2, &[words]);
    }
}

#[test]
fn error_suggests_command_when_operation_is_typed_as_documented() {
    for (typed, words) in [
        ("users.search limit=2", "unknown command 'users.search': did you mean `users search`?"),
        ("searchDirectoryUsers", "unknown command 'searchDirectoryUsers': did you mean `users search`?"),
        ("users listRoles x", "unknown command 'listRoles': did you mean `users list-roles`?"),
        ("--org o policies add_resource", "did you mean `policies add-resource`?"),
        ("scimLinks get", "unknown command 'scimLinks': did you mean `scim-links`?"),
        ("policy create", "a similar subcommand exists: 'policies'"),
        ("group add-member", "a similar subcommand exists: 'groups'"),
        ("groups serch", "a similar subcommand exists: 'search'"),
        ("domain", "a similar subcommand exists: 'domains'"),
    ] {
        let typed: Vec<_> = typed.split(' ').collect();
        run(&mut binary(&typed)).fails(2, &[words, "; see --help"]);
    }
}

#[test]
fn error_suggests_argument_when_call_is_given_an_option() {
    for (typed, words) in [
        ("groups.list --max 3", "unexpected argument '--max' found: did you mean limit=N?"),
        ("users.search --limit=3", "`users search --limit N` prints the first N of all pages"),
        ("groups.list --table", "call prints the JSON of the response; `groups list` prints tables and CSV"),
        ("groups.list --csv", "call prints the JSON of the response"),
        ("users.search --email-domains example.com", "KEY=VALUE: did you mean emailDomains=VALUE?"),
        ("users.search --stats active", "did you mean status=VALUE?"),
    ] {
        let typed: Vec<_> = ["call"].into_iter().chain(typed.split(' ')).collect();
        run(&mut binary(&typed)).fails(2, &[words, "; see --help"]);
    }
}

#[test]
fn operations_lists_a_group() {
    let all = run(&mut binary(&["operations"]));
    let group = run(&mut binary(&["operations", "users"]));
    let expected = all.lines().iter().filter(|line| line.starts_with(" users.")).count();
    assert!(expected > 5);
    assert_eq!(group.lines().len(), expected + 1, "{}", group.stdout);
    let json = run(&mut binary(&["operations", "users", "--json"]));
    let json: serde_json::Value = serde_json::from_str(json.lines()[0]).unwrap();
    assert_eq!(json.as_array().unwrap().len(), expected);
    assert_eq!(run(&mut binary(&["operations", "workspaces"])).lines().len(), 2, "a group of one is a table");
    for (name, words) in [
        ("policy", "unknown operation or group \"policy\": did you mean policies?"),
        ("user.search", "did you mean users.search"),
        ("nothing", "unknown operation \"nothing\""),
    ] {
        run(&mut binary(&["operations", name])).fails(2, &[words]);
    }
}
