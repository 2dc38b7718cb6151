//! The many shapes of Atlassian's error bodies, read into one.

use serde_json::Value;

use crate::json::{Json, whole};

/// What the server said about an error, in whichever shape it said it.
///
/// Read from: the `errors[]` envelope, one such error bare, the gateway's `{code, message}`, the routing layer's
/// `{timestamp, path, status, error, message, requestId}`, user management's `{key, context, errorKey, errorDetail}`, SCIM's
/// error and its Java form, and `{error, traceId}`. Any other body (HTML, text, `{}`, nothing) leaves all members empty.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiError {
    /// The error's own identifier.
    pub id: Option<String>,
    /// `ADMIN-404-1`, `forbidden.insufficientScope`, SCIM's `uniqueness`. The list is open.
    pub code: Option<String>,
    /// The error in a few words.
    pub title: Option<String>,
    /// The error in a sentence. It may hold personal data.
    pub detail: Option<String>,
    /// The request's trace identifier.
    pub trace_id: Option<String>,
    /// The scopes of which the key needs one.
    pub acceptable_scopes: Vec<String>,
}

impl std::fmt::Debug for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Titles and details quote e-mail addresses.
        f.debug_struct("ApiError")
            .field("code", &self.code.as_deref().filter(|code| is_code(code)))
            .finish_non_exhaustive()
    }
}

/// The most bytes that are read of an unsuccessful answer. Errors have a few hundred; as values, what is longer could be of any size.
const LONGEST: usize = 256 * 1024;

/// Whether a text of the server's is short and plain enough to be shown: a code or an identifier, not a sentence or an address.
pub(super) fn is_code(text: &str) -> bool {
    text.len() <= 80 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

impl ApiError {
    pub(super) fn parse(body: &[u8], json: Json) -> Self {
        if body.len() > LONGEST {
            return Self::default();
        }
        let Some(body) = (json.read)(body) else { return Self::default() };
        match body.get("errors").and_then(Value::as_array).and_then(|errors| errors.first()) {
            Some(first) => Self::of(first),
            None => Self::of(&body),
        }
    }

    /// All shapes at once: their members differ in name, and no name means two things.
    fn of(error: &Value) -> Self {
        let first = |names: &[&str]| names.iter().find_map(|name| text(error.get(*name)?));
        // User management repeats the context as an object where others have a sentence.
        let context =
            ["context", "errorDetail"].iter().filter_map(|name| error.get(*name)).find(|it| it.is_object());
        let context = context.unwrap_or(&Value::Null);
        let context_text = |name: &str| context.get(name).and_then(text);
        Self {
            id: first(&["id"]),
            // The gateway's `code` is the status again; its meaning is in `message`.
            code: first(&["key", "errorKey", "scimType", "scimErrorType"])
                .or_else(|| error.get("code").and_then(Value::as_str).map(str::to_owned)),
            title: first(&["title", "error"]),
            detail: first(&["detail", "message", "errorDetail", "localizedMessage"])
                .or_else(|| context_text("message")),
            trace_id: first(&["traceId", "requestId"]),
            acceptable_scopes: context
                .get("acceptableScopes")
                .and_then(Value::as_array)
                .map(|scopes| scopes.iter().filter_map(text).collect())
                .unwrap_or_default(),
        }
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => whole(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(body: &str) -> [Option<String>; 5] {
        let error = ApiError::parse(body.as_bytes(), Json::SERDE);
        [error.id, error.code, error.title, error.detail, error.trace_id]
    }

    fn said(texts: [&str; 5]) -> [Option<String>; 5] {
        texts.map(|text| (!text.is_empty()).then(|| text.to_owned()))
    }

    #[test]
    fn every_shape_is_read() {
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
            ("gateway", r#"{"code":401,"message":"Unauthorized"}"#, ["", "", "", "Unauthorized", ""]),
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
            ("HTML", "<html><body>404</body></html>", ["", "", "", "", ""]),
            ("nothing", "", ["", "", "", "", ""]),
            ("an empty object", "{}", ["", "", "", "", ""]),
            ("an empty envelope", r#"{"errors":[]}"#, ["", "", "", "", ""]),
            ("something else", "[1,null]", ["", "", "", "", ""]),
            ("a number for a text", r#"{"id":7,"title":7.5}"#, ["7", "", "", "", ""]),
            ("an empty text before another", r#"{"title":"","error":"Bad"}"#, ["", "", "Bad", "", ""]),
        ] {
            assert_eq!(parse(body), said(expected), "{shape}");
        }
    }

    #[test]
    fn what_is_too_long_for_an_error_is_not_read() {
        let code = |length: usize| {
            let start = r#"{"code":"ADMIN-1"}"#;
            let body = format!("{start}{}", " ".repeat(length - start.len()));
            ApiError::parse(body.as_bytes(), Json::SERDE).code
        };
        assert_eq!(code(262_144).as_deref(), Some("ADMIN-1"));
        assert_eq!(code(262_145), None);
    }

    #[test]
    fn a_code_is_short_and_plain() {
        for code in ["ADMIN-UAM-404-1", "forbidden.insufficient_scope", "urn:a:b", &"a".repeat(80)] {
            assert!(is_code(code), "{code}");
        }
        for text in ["No user", "canary@example.com", "a/b", "é", &"a".repeat(81)] {
            assert!(!is_code(text), "{text}");
        }
    }

    #[test]
    fn the_scopes_that_would_do_are_kept() {
        let body = r#"{"key":"forbidden.insufficientScope","context":{"message":"m","acceptableScopes":["manage:org","x"]}}"#;
        assert_eq!(ApiError::parse(body.as_bytes(), Json::SERDE).acceptable_scopes, ["manage:org", "x"]);
    }

    #[test]
    fn debug_shows_codes_and_no_sentences() {
        let body = br#"{"code":"ADMIN-1","title":"canary@example.com","detail":"canary"}"#;
        assert_eq!(
            format!("{:?}", ApiError::parse(body, Json::SERDE)),
            r#"ApiError { code: Some("ADMIN-1"), .. }"#
        );
    }
}
