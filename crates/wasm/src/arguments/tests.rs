use super::*;

fn refused(name: &str, arguments: &str) -> String {
    match prepare(name, arguments, Json::SERDE) {
        Ok(_) => String::new(),
        Err(misuse) => misuse.to_string(),
    }
}

#[test]
fn prepare_reports_all_wrong_arguments_at_once() {
    for (name, arguments, problem) in [
        ("orgs.get", r#"{"orgId":"o"}"#, ""),
        ("orgs.gett", "{}", "unknown operation"),
        ("orgs.get", "[]", "orgs.get: takes an object of arguments"),
        ("orgs.get", r#"{"orgId":null}"#, "orgs.get: orgId: must be given"),
        (
            "orgs.get",
            r#"{"orgId":7,"na\"me":1}"#,
            "orgs.get: orgId: must be text; na\"me: is not known here; known are orgId",
        ),
        (
            "events.poll",
            r#"{"orgId":"o","from":"soon","to":"2026-05-19T10:23Z","limit":1.5,"sortOrder":"new","cursor":null}"#,
            "events.poll: from: must be a time: epoch milliseconds, or ISO 8601; limit: must be a whole number",
        ),
        (
            "scim.createUser",
            r#"{"directoryId":"d","body":{"emails":[{"value":"a"},{"vaule":1}]}}"#,
            "scim.createUser: body.emails[1].vaule: is not known here; known are value, type, primary",
        ),
    ] {
        assert_eq!(refused(name, arguments), problem, "{arguments}");
    }
}
