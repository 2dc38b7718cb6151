//! The filters of `events query`: a wrong one is refused, and never matches nothing or everything.

use crate::run::{run, simulated};
use crate::server::Server;

#[test]
fn unknown_action_is_refused_with_nearest() {
    for form in ["--json", "--csv", "--table"] {
        for (action, hint) in [
            ("user_logn", "the audit log has no action \"user_logn\": did you mean user_login"),
            ("USER_LOGIN", "did you mean user_login"),
            ("jira_isue_viewed", "did you mean jira_issue_viewed"),
            ("zzz", "has no action \"zzz\" (`events actions` lists them all)"),
        ] {
            let refused = simulated(&["events", "query", "--action", action, form]);
            refused.fails(2, &["--action: ", hint]);
            assert_eq!(refused.stdout, "");
        }
    }
}

#[test]
fn query_succeeds_when_a_known_action_has_no_events() {
    let empty = simulated(&["events", "query", "--action", "user_login", "--to", "2020-01-01"]);
    assert!(empty.lines().is_empty());
    assert_eq!(empty.stderr, "");
}

#[test]
fn query_prints_a_note_when_the_action_cannot_be_checked() {
    let server = Server::start(&["--fault", "500:operation=getEventActions"]);
    let query = ["events", "query", "--action", "user_logn", "--timeout", "5"];
    let ended = run(&mut server.client(&query));
    assert!(ended.lines().is_empty());
    ended.says(&["note: no event matches; --action cannot be checked: events.actions: "]);
}

#[test]
fn unknown_product_is_refused_with_nearest() {
    let known = "it is not one of bitbucket, confluence, guard_detect, jira, loom";
    for (product, words) in [
        ("jra", "'jra' for '--product <PRODUCT>': "),
        ("jra", ": did you mean jira?"),
        ("Confluence", ": did you mean confluence?"),
        ("jira,lom", "'lom' for "),
        ("jira,lom", ": did you mean loom?"),
        ("zzz", known),
        ("", known),
    ] {
        simulated(&["events", "query", "--product", product]).fails(2, &[words, "; see --help"]);
    }
}

#[test]
fn empty_filter_is_refused() {
    // Without the filter, everything matches.
    for filter in ["--q", "--action", "--city", "--country", "--ip", "--product", "--location"] {
        let refused = simulated(&["events", "query", &format!("{filter}=")]);
        refused.fails(2, &[&format!("{filter} <")]);
        assert_eq!(refused.stdout, "");
    }
}
