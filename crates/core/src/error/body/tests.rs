//! The forms of error bodies, each with its neighbours.

use super::*;

/// The errors of a body with status 400.
fn all(body: &str) -> ApiError {
    ApiError::parse(body.as_bytes(), "400", Json::SERDE).unwrap_or_default()
}

fn parse(body: &str) -> [Option<String>; 5] {
    let error = all(body);
    [error.id, error.code, error.title, error.detail, error.trace_id]
}

fn said(texts: [&str; 5]) -> [Option<String>; 5] {
    texts.map(|text| (!text.is_empty()).then(|| text.to_owned()))
}

#[test]
fn parse_reads_every_form_of_error() {
    for (shape, body, expected) in [
        (
            "envelope",
            r#"{"errors":[{"id":"65e9","code":"ADMIN-UAM-404-1","status":"404","title":"Unknown Resource","detail":"No user"}]}"#,
            ["65e9", "ADMIN-UAM-404-1", "Unknown Resource", "No user", ""],
        ),
        (
            "envelope with an integer status and no detail",
            r#"{"errors":[{"code":"ADMIN-429-1","status":429,"title":"Rate limit exceeded","detail":null}]}"#,
            ["", "ADMIN-429-1", "Rate limit exceeded", "", ""],
        ),
        (
            "one bare error",
            r#"{"id":"1","status":"400","code":"ADMIN-400-4","title":"Bad","detail":"Why"}"#,
            ["1", "ADMIN-400-4", "Bad", "Why", ""],
        ),
        ("gateway", r#"{"code":400,"message":"Unauthorized"}"#, ["", "", "", "Unauthorized", ""]),
        (
            "routing layer",
            r#"{"timestamp":"2026-08-31T15:42:56.847+00:00","path":"/x","status":404,"error":"Not Found","requestId":"e4c","message":"TCS validation failed"}"#,
            ["", "", "Not Found", "TCS validation failed", "e4c"],
        ),
        (
            "user management, detail as text",
            r#"{"key":"accountNotFound","errorKey":"account-not-found","errorDetail":"Error: User account not found"}"#,
            ["", "accountNotFound", "", "Error: User account not found", ""],
        ),
        (
            "user management, detail as an object",
            r#"{"context":null,"errorKey":"forbidden.insufficient-scope","errorDetail":{"message":"Scope missing","acceptableScopes":["manage:org"]}}"#,
            ["", "forbidden.insufficient-scope", "", "Scope missing", ""],
        ),
        (
            "SCIM",
            r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409","scimType":"uniqueness","detail":"Exists"}"#,
            ["", "uniqueness", "", "Exists", ""],
        ),
        (
            "SCIM's Java form",
            r#"{"cause":null,"stackTrace":[],"responseStatus":"BAD_REQUEST","scimErrorType":"invalidSyntax","message":"No","localizedMessage":"No","suppressed":[]}"#,
            ["", "invalidSyntax", "", "No", ""],
        ),
        (
            "error and trace",
            r#"{"error":"Not authorized","traceId":"e40"}"#,
            ["", "", "Not authorized", "", "e40"],
        ),
        (
            "one object within another",
            r#"{"error":{"code":1001,"message":"Nested","traceId":"t"}}"#,
            ["", "1001", "", "Nested", "t"],
        ),
        (
            "detail as an object",
            r#"{"detail":{"message":"No","code":"bad_cursor"}}"#,
            ["", "bad_cursor", "", "No", ""],
        ),
        (
            "message as a list",
            r#"{"message":["a","b"],"statusCode":400,"error":"Bad"}"#,
            ["", "", "Bad", "a; b", ""],
        ),
        (
            "OAuth",
            r#"{"error":"invalid_token","error_description":"Expired"}"#,
            ["", "", "invalid_token", "Expired", ""],
        ),
        ("a text", r#""Invalid cursor""#, ["", "", "", "Invalid cursor", ""]),
        ("the status as a text", r#"{"code":"400","description":"No"}"#, ["", "", "", "No", ""]),
        ("another number", r#"{"code":401,"errorCode":"X"}"#, ["", "401", "", "", ""]),
        (
            "the trace of an envelope",
            r#"{"id":"e","traceId":"t","errors":[{"code":"X"}]}"#,
            ["", "X", "", "", "t"],
        ),
        ("HTML", "<html><body>404</body></html>", ["", "", "", "", ""]),
        ("nothing", "", ["", "", "", "", ""]),
        ("an empty object", "{}", ["", "", "", "", ""]),
        ("an empty envelope", r#"{"errors":[]}"#, ["", "", "", "", ""]),
        ("something else", "[null,true,1.5]", ["", "", "", "", ""]),
        ("a number for a text", r#"{"id":7,"title":7.5}"#, ["7", "", "", "", ""]),
        ("an empty text before another", r#"{"title":"","error":"Bad"}"#, ["", "", "Bad", "", ""]),
    ] {
        assert_eq!(parse(body), said(expected), "{shape}");
    }
}

/// Code, title and detail of each error of a body, as `CODE|title|detail`.
fn each(body: &str) -> Vec<String> {
    let first = all(body);
    let all = std::iter::once(&first).chain(&first.others);
    all.map(|error| {
        let [code, title, detail] =
            [&error.code, &error.title, &error.detail].map(|text| text.clone().unwrap_or_default());
        assert!(first == *error || error.others.is_empty());
        format!("{code}|{title}|{detail}")
    })
    .collect()
}

#[test]
fn parse_keeps_every_error_when_a_body_has_several() {
    for (body, expected) in [
        (
            r#"{"errors":[{"code":"ADMIN-1","title":"t1","detail":"d1"},{"code":"ADMIN-3","title":"t2"},{}]}"#,
            &["ADMIN-1|t1|d1", "ADMIN-3|t2|"][..],
        ),
        (r#"[{"code":"A","detail":"a"},"b",{"message":"c"},null]"#, &["A||a", "||b", "||c"]),
        (r#"{"errors":["a","b"]}"#, &["||a", "||b"]),
        (r#"{"errors":"a"}"#, &["||a"]),
        (r#"{"errorMessages":["a"],"errors":{"name":"b"}}"#, &["||a", "||name: b"]),
        (r#"{"errors":{"name":["a","b"],"size":{"max":"c"}}}"#, &["||name: a", "||name: b", "||size.max: c"]),
        (r#"{"errors":{"code":"X","message":"m"}}"#, &["X||m"]),
        (r#"{"message":"Invalid","errors":{"name":["a"]}}"#, &["||Invalid; name: a"]),
        (
            r#"{"title":"Not valid.","errors":{"name":["required"],"size":["max"]}}"#,
            &["|Not valid.|name: required", "||size: max"],
        ),
        (r#"{"message":"Bad","reason":"r"}"#, &["||Bad; r"]),
        (r#"{"message":"Bad","details":"more"}"#, &["||Bad; more"]),
        (r#"{"message":"Bad","details":["a","b"]}"#, &["||Bad; a; b"]),
        (r#"{"message":"Bad","reason":"Bad"}"#, &["||Bad"]),
        (r#"{"reason":"r"}"#, &["||r"]),
        (r#"{"reason":"r","error":{"message":"m","reason":"r"}}"#, &["||m; r"]),
        (r#"{"message":"Bad","details":[{"message":"a"}]}"#, &["||Bad; a"]),
        (r#"{"error":{"errors":[{"message":"google","reason":"r"}]}}"#, &["||google; r"]),
        (r#"{"error":{"message":"m","errors":[{"message":"m","reason":"r"}]}}"#, &["||m; r"]),
        (r#"{"error":{"status":400,"reason":"Bad","message":"m"}}"#, &["||m; Bad"]),
        (r#"{"errors":{"code":"E1","title":"single object"}}"#, &["E1|single object|"]),
        (r#"{"errors":{"title":"t","detail":"d"}}"#, &["|t|d"]),
        (
            r#"{"errors":{"code":"must be given","title":"is too long"}}"#,
            &["||code: must be given", "||title: is too long"],
        ),
        (r#"{"errors":[{"source":{"parameter":"cursor"},"detail":"bad"}]}"#, &["||cursor: bad"]),
        (r#"{"errors":[{"source":{"pointer":"/data/name"},"detail":"bad"}]}"#, &["||data.name: bad"]),
        (r##"{"errors":[{"pointer":"#/age","detail":"bad"}]}"##, &["||age: bad"]),
        (
            r#"{"title":"t","detail":"d","invalid-params":[{"name":"age","reason":"r"},{"name":"b","reason":"s"}]}"#,
            &["|t|d; age: r", "||b: s"],
        ),
        (r#"{"message":" ","title":"\t","errors":["\u00a0"]}"#, &["||"]),
        (r#"{"message":" ","error":"e"}"#, &["|e|"]),
        (r#"{"code":"V","message":"Invalid","errors":[{"code":"X"}]}"#, &["V||Invalid", "X||"]),
        (r#"{"errors":[{"message":"m","path":["x",0],"extensions":{"code":"X"}}]}"#, &["X||x.0: m"]),
        (r#"{"detail":[{"loc":["query","limit"],"msg":"m"}]}"#, &["||query.limit: m"]),
        (r#"{"errors":[{"field":"name","message":"must be given"}]}"#, &["||name: must be given"]),
        (
            r#"{"key":"fieldConstraintsViolated","context":{"fieldViolations":[{"field":"name","violations":[{"key":"tooLong"}]}]}}"#,
            &["fieldConstraintsViolated||", "tooLong||name"],
        ),
        (
            r#"{"key":"forbidden.action","context":{"allowed":false,"reason":{"key":"administrative"}}}"#,
            &["forbidden.action||", "administrative||"],
        ),
        (
            r#"{"key":"k","context":{"message":"m","errorCodes":[{"code":"X"}]},"errorKey":"k","errorDetail":{"message":"m","errorCodes":[{"code":"X"}]}}"#,
            &["k||m", "X||"],
        ),
        (r#"{"Errors":[{"description":"SCIM 1","code":"400"}]}"#, &["||SCIM 1"]),
        (r#"{"errors":{}}"#, &["||"]),
        (r#"{"foo":{"message":"x"}}"#, &["||"]),
    ] {
        assert_eq!(each(body), expected, "{body}");
    }
}

#[test]
fn errors_are_bounded_in_number_length_and_depth() {
    let many = serde_json::json!({ "errors": (0..1_000).map(|n| n.to_string()).collect::<Vec<_>>() });
    let many = all(&many.to_string());
    assert_eq!((many.others.len(), many.omitted), (99, 900));
    let items: Vec<_> = (0..500).map(|n| serde_json::json!({ "detail": n.to_string() })).collect();
    for (body, first, omitted) in [
        (serde_json::json!({ "traceId": "t", "message": "m", "errors": items }), "m; 0", 401),
        (serde_json::json!({ "traceId": "t", "message": "m", "code": "C", "errors": items }), "m", 401),
    ] {
        let error = all(&body.to_string());
        assert_eq!(error.detail.as_deref(), Some(first));
        assert_eq!(error.trace_id.as_deref(), Some("t"));
        assert_eq!(1 + error.others.len() + error.omitted, 500 + usize::from(error.code.is_some()));
        assert_eq!(error.omitted, omitted);
    }
    let texts = serde_json::json!({ "message": vec!["é".repeat(3_000); 3] });
    assert_eq!(all(&texts.to_string()).detail.unwrap().chars().count(), 4_000);
    let long = all(&format!(r#"{{"detail":"{}"}}"#, "é".repeat(5_000)));
    assert_eq!(long.detail.unwrap(), "é".repeat(4_000));
    let deep = r#"{"error":{"errors":["#.repeat(20) + r#""x""# + &"]}}".repeat(20);
    assert_eq!(each(&deep), ["||"]);
}

#[test]
fn parse_success_reads_only_unambiguous_errors() {
    let parse = |body: &str| ApiError::parse_success(body.as_bytes(), "200", Json::SERDE);
    assert_eq!(parse(r#"{"errors":[{"code":"X"}]}"#).unwrap().code.as_deref(), Some("X"));
    for body in [r#"{"title":"Engineer","id":"1","message":"x"}"#, r#"{"error":null,"title":"x"}"#, "x", "[]"]
    {
        assert_eq!(parse(body), None, "{body}");
    }
}

#[test]
fn parse_ignores_body_when_it_is_longer_than_256_kib() {
    let code = |length: usize| {
        let start = r#"{"code":"ADMIN-1"}"#;
        let body = format!("{start}{}", " ".repeat(length - start.len()));
        all(&body).code
    };
    assert_eq!(code(262_144).as_deref(), Some("ADMIN-1"));
    assert_eq!(code(262_145), None);
}

#[test]
fn is_code_accepts_only_short_plain_text() {
    for code in ["ADMIN-UAM-404-1", "forbidden.insufficient_scope", "urn:a:b", &"a".repeat(80)] {
        assert!(is_code(code), "{code}");
    }
    for text in ["No user", "canary@example.com", "a/b", "é", &"a".repeat(81)] {
        assert!(!is_code(text), "{text}");
    }
}

#[test]
fn parse_keeps_acceptable_scopes() {
    let body = r#"{"key":"forbidden.insufficientScope","context":{"message":"m","acceptableScopes":["manage:org","x"]}}"#;
    assert_eq!(all(body).acceptable_scopes, ["manage:org", "x"]);
}

#[test]
fn debug_prints_codes_and_no_sentences() {
    let body = r#"{"errors":[{"code":"ADMIN-1","title":"canary@example.com","detail":"canary"},"canary"]}"#;
    assert_eq!(format!("{:?}", all(body)), r#"ApiError { code: Some("ADMIN-1"), .. }"#);
}
