//! Every operation by `call`.

use serde_json::Value;

use crate::run::{binary, run};

/// `calls.txt` says literally what must come out, so that a wrong path in the list of operations shows up, too.
#[test]
fn call_makes_the_request_of_every_operation() {
    let calls: Vec<_> = include_str!("calls.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter(|line| cfg!(feature = "legacy") || !line.starts_with("v1"))
        .collect();
    let offered: Value =
        serde_json::from_str(run(&mut binary(&["operations", "--json"])).lines()[0]).unwrap();
    let offered: Vec<_> =
        offered.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect();
    assert_eq!(calls.iter().map(|call| call.split(' ').next().unwrap()).collect::<Vec<_>>(), offered);
    for call in calls {
        let (arguments, request) = call.split_once(" => ").unwrap();
        let (method, path) = request.split_once(' ').unwrap();
        let printed = run(binary(&["call"]).args(arguments.split(' ')).arg("--dry-run"));
        assert_eq!(printed.lines()[0], format!("{method} https://api.atlassian.com{path}"), "{call}");
    }
}
