//! The many shapes of Atlassian's error bodies, read into one.

use serde_json::{Map, Value};

use crate::json::{Json, whole};

/// What the server said about an error, in whichever shape it said it.
///
/// Read from: the `errors[]` envelope, one such error bare, a bare list of errors or texts, the
/// gateway's `{code, message}`, the routing layer's `{timestamp, path, status, error, message,
/// requestId}`, user management's `{key, context, errorKey, errorDetail}`, SCIM's error and its
/// Java form, `{error, traceId}`, `{error, error_description}`, `errorMessages`, `errors` as texts
/// or as a map from field to texts, `detail`, `error` or `message` as an object or a list, a JSON
/// string, and plain text. Any other body leaves all members empty: then
/// [`Error::detail`](crate::Error::detail) has an excerpt of it.
///
/// At most 100 errors are kept, and at most 4,000 characters of each text.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiError {
    /// The error's own identifier.
    pub id: Option<String>,
    /// `ADMIN-404-1`, `forbidden.insufficientScope`, SCIM's `uniqueness`. The list is open. The
    /// status repeated is not a code.
    pub code: Option<String>,
    /// The error in a few words.
    pub title: Option<String>,
    /// The error in a sentence, after the name of the field that it is about, if there is one. It
    /// may hold personal data.
    pub detail: Option<String>,
    /// The request's trace identifier.
    pub trace_id: Option<String>,
    /// The scopes of which the key needs one.
    pub acceptable_scopes: Vec<String>,
    /// The other errors of the same response, where there are several; theirs is empty.
    pub others: Vec<ApiError>,
}

impl std::fmt::Debug for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Titles and details quote e-mail addresses.
        f.debug_struct("ApiError")
            .field("code", &self.code.as_deref().filter(|code| is_code(code)))
            .finish_non_exhaustive()
    }
}

/// The longest error body that is read as JSON, in bytes. Errors have a few hundred; as values, a
/// longer one could be of any size.
const LONGEST: usize = 256 * 1024;

/// The most errors that are kept of one response.
const MOST: usize = 100;

/// The most characters that are kept of a text.
const LONGEST_TEXT: usize = 4_000;

/// How deeply errors are searched for within errors.
const DEEPEST: u8 = 6;

/// The properties that hold a code, a title or a detail, the best first. No name means two things.
const CODES: &[&str] = &["key", "errorKey", "scimType", "scimErrorType", "code", "errorCode", "error_code"];
const TITLES: &[&str] = &["title", "error"];
const DETAILS: &[&str] = &[
    "detail",
    "message",
    "errorDetail",
    "localizedMessage",
    "error_description",
    "description",
    "errorMessage",
    "error_message",
    "msg",
    "Message",
];

/// The properties that may be an object with the properties above, or a list of errors. User
/// management repeats the context as `errorDetail`, where others have a sentence.
const NESTED: &[&str] = &["context", "errorDetail", "error", "detail", "message", "extensions"];

/// The properties that hold several errors: as a list, or as a map from field to texts.
const LISTS: &[&str] = &[
    "errorMessages",
    "errors",
    "Errors",
    "errorCodes",
    "fieldViolations",
    "violations",
    "reason",
    "details",
    "messages",
];

/// The properties that only errors have.
const ERRORS: &[&str] = &["errors", "Errors", "errorMessages", "error", "errorKey"];

/// The properties that name the field which an error is about.
const FIELDS: &[&str] = &["field", "property", "loc", "path"];

/// Whether a text of the server's is short and plain enough to be shown: a code or an identifier, not a sentence or an address.
pub(super) fn is_code(text: &str) -> bool {
    text.len() <= 80 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

impl ApiError {
    /// Reads the body of a response with this status, as text. `None` where it is not JSON.
    pub(super) fn parse(body: &[u8], status: &str, json: Json) -> Option<Self> {
        Some(Self::of(&value(body, json)?, status))
    }

    /// The same of a response that should have been a success: `None` unless it has what nothing
    /// but an error has.
    pub(super) fn parse_success(body: &[u8], status: &str, json: Json) -> Option<Self> {
        let value = value(body, json)?;
        let has = |name: &&str| value.get(*name).is_some_and(|value| !value.is_null());
        ERRORS.iter().any(has).then(|| Self::of(&value, status))
    }

    fn of(value: &Value, status: &str) -> Self {
        let mut reader = Reader { status, found: Vec::new() };
        reader.read(value, "", 0);
        reader.first()
    }

    /// An error in plain words.
    pub(super) fn plain(detail: String) -> Self {
        Self { detail: Some(detail), ..Self::default() }
    }

    pub(super) fn has_words(&self) -> bool {
        self.code.is_some() || self.title.is_some() || self.detail.is_some()
    }

    /// Takes from another what this one lacks.
    fn fill(&mut self, other: Self) {
        let lacking = [
            (&mut self.id, other.id),
            (&mut self.code, other.code),
            (&mut self.title, other.title),
            (&mut self.detail, other.detail),
            (&mut self.trace_id, other.trace_id),
        ];
        for (own, other) in lacking {
            if own.is_none() {
                *own = other;
            }
        }
        if self.acceptable_scopes.is_empty() {
            self.acceptable_scopes = other.acceptable_scopes;
        }
    }
}

/// Collects the errors of a body.
struct Reader<'a> {
    status: &'a str,
    found: Vec<ApiError>,
}

impl Reader<'_> {
    /// Reads an error, several, or a text. `place` names the field that they are about.
    fn read(&mut self, value: &Value, place: &str, depth: u8) {
        if depth > DEEPEST || self.found.len() >= MOST {
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.read(item, place, depth + 1)),
            Value::Object(members) => self.object(members, place, depth),
            value => {
                let at = self.found.len();
                self.keep(at, ApiError { detail: text(value), ..ApiError::default() }, place);
            }
        }
    }

    fn object(&mut self, members: &Map<String, Value>, place: &str, depth: u8) {
        let own = self.own(members, depth);
        let field = FIELDS.iter().find_map(|name| match (*name, members.get(*name)?) {
            // As a text it is the path of the request.
            ("path", Value::String(_)) => None,
            (_, value) => joined(value, "."),
        });
        let place = within(place, field.as_deref().unwrap_or_default());
        let before = self.found.len();
        self.lists(members, &place, depth);
        // Without a code, the words around the errors only introduce them.
        let at = if own.code.is_some() { before } else { self.found.len() };
        self.keep(at, own, &place);
    }

    /// What an object says itself, with the objects in it that say more about the same error.
    fn own(&self, members: &Map<String, Value>, depth: u8) -> ApiError {
        let first = |names: &[&str]| names.iter().find_map(|name| joined(members.get(*name)?, "; "));
        let code = |name: &&str| text(members.get(*name)?).filter(|code| code != self.status);
        let scopes = members.get("acceptableScopes").and_then(Value::as_array);
        let mut own = ApiError {
            id: first(&["id"]),
            // The gateway's `code` is the status again; its meaning is in `message`.
            code: CODES.iter().find_map(code),
            title: first(TITLES),
            detail: first(DETAILS),
            trace_id: first(&["traceId", "requestId"]),
            acceptable_scopes: scopes
                .map(|scopes| scopes.iter().filter_map(text).collect())
                .unwrap_or_default(),
            others: Vec::new(),
        };
        for name in NESTED.iter().filter(|_| depth < DEEPEST) {
            if let Some(Value::Object(members)) = members.get(*name) {
                own.fill(self.own(members, depth + 1));
            }
        }
        own
    }

    /// Reads the several errors that an object holds.
    fn lists(&mut self, members: &Map<String, Value>, place: &str, depth: u8) {
        for name in LISTS {
            match members.get(*name) {
                Some(Value::Object(fields)) => self.fields(fields, place, depth + 1),
                Some(value) => self.read(value, place, depth + 1),
                None => {}
            }
        }
        for name in NESTED.iter().filter(|_| depth < DEEPEST) {
            match members.get(*name) {
                Some(Value::Object(members)) => self.lists(members, place, depth + 1),
                // Texts in a list are one detail.
                Some(Value::Array(items)) => {
                    for item in items.iter().filter(|item| item.is_object()) {
                        self.read(item, place, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    /// Reads a map from field to errors, or an error where a list of them is expected.
    fn fields(&mut self, members: &Map<String, Value>, place: &str, depth: u8) {
        if depth > DEEPEST {
            return;
        }
        let own = self.own(members, depth);
        if own.code.is_some() && (own.detail.is_some() || members.len() == 1) {
            return self.object(members, place, depth);
        }
        for (name, value) in members {
            let place = within(place, name);
            match value {
                Value::Object(members) => self.fields(members, &place, depth + 1),
                value => self.read(value, &place, depth + 1),
            }
        }
    }

    fn keep(&mut self, at: usize, mut error: ApiError, place: &str) {
        if error.has_words() && !place.is_empty() {
            error.detail = Some(match error.detail {
                Some(detail) => [place, ": ", &detail].concat(),
                None => place.to_owned(),
            });
        }
        // User management says the same twice.
        if error != ApiError::default() && !self.found.contains(&error) {
            self.found.insert(at, error);
        }
    }

    /// The first error with words, which has the others.
    fn first(self) -> ApiError {
        let (mut said, silent): (Vec<_>, Vec<_>) = self.found.into_iter().partition(ApiError::has_words);
        let mut first = if said.is_empty() { ApiError::default() } else { said.remove(0) };
        for mut other in silent {
            // An envelope around several errors names their trace, and no error of them.
            if first.has_words() {
                other.id = None;
            }
            first.fill(other);
        }
        if first.trace_id.is_none() {
            first.trace_id = said.iter_mut().find_map(|other| other.trace_id.take());
        }
        first.others = said;
        first
    }
}

fn value(body: &[u8], json: Json) -> Option<Value> {
    if body.len() > LONGEST { None } else { (json.read)(body) }
}

/// The place of a field within another.
fn within(place: &str, field: &str) -> String {
    let dot = if place.is_empty() || field.is_empty() { "" } else { "." };
    [place, dot, field].concat()
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.chars().take(LONGEST_TEXT).collect()),
        Value::Number(number) => whole(number),
        _ => None,
    }
}

/// A text, or a list of texts as one.
fn joined(value: &Value, separator: &str) -> Option<String> {
    let Value::Array(items) = value else { return text(value) };
    let texts: Vec<_> = items.iter().filter_map(text).take(MOST).collect();
    (!texts.is_empty()).then(|| texts.join(separator))
}

#[cfg(test)]
mod tests {
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
    fn every_error_of_several_is_kept() {
        for (body, expected) in [
            (
                r#"{"errors":[{"code":"ADMIN-1","title":"t1","detail":"d1"},{"code":"ADMIN-3","title":"t2"},{}]}"#,
                &["ADMIN-1|t1|d1", "ADMIN-3|t2|"][..],
            ),
            (r#"[{"code":"A","detail":"a"},"b",{"message":"c"},null]"#, &["A||a", "||b", "||c"]),
            (r#"{"errors":["a","b"]}"#, &["||a", "||b"]),
            (r#"{"errors":"a"}"#, &["||a"]),
            (r#"{"errorMessages":["a"],"errors":{"name":"b"}}"#, &["||a", "||name: b"]),
            (
                r#"{"errors":{"name":["a","b"],"size":{"max":"c"}}}"#,
                &["||name: a", "||name: b", "||size.max: c"],
            ),
            (r#"{"errors":{"code":"X","message":"m"}}"#, &["X||m"]),
            (r#"{"message":"Invalid","errors":{"name":["a"]}}"#, &["||name: a", "||Invalid"]),
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
        assert_eq!(all(&many.to_string()).others.len(), 99);
        let long = all(&format!(r#"{{"detail":"{}"}}"#, "é".repeat(5_000)));
        assert_eq!(long.detail.unwrap(), "é".repeat(4_000));
        let deep = r#"{"error":{"errors":["#.repeat(20) + r#""x""# + &"]}}".repeat(20);
        assert_eq!(each(&deep), ["||"]);
    }

    #[test]
    fn success_is_taken_for_an_error_only_if_nothing_else_could_be() {
        let parse = |body: &str| ApiError::parse_success(body.as_bytes(), "200", Json::SERDE);
        assert_eq!(parse(r#"{"errors":[{"code":"X"}]}"#).unwrap().code.as_deref(), Some("X"));
        for body in
            [r#"{"title":"Engineer","id":"1","message":"x"}"#, r#"{"error":null,"title":"x"}"#, "x", "[]"]
        {
            assert_eq!(parse(body), None, "{body}");
        }
    }

    #[test]
    fn what_is_too_long_for_an_error_is_not_read() {
        let code = |length: usize| {
            let start = r#"{"code":"ADMIN-1"}"#;
            let body = format!("{start}{}", " ".repeat(length - start.len()));
            all(&body).code
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
        assert_eq!(all(body).acceptable_scopes, ["manage:org", "x"]);
    }

    #[test]
    fn debug_shows_codes_and_no_sentences() {
        let body =
            r#"{"errors":[{"code":"ADMIN-1","title":"canary@example.com","detail":"canary"},"canary"]}"#;
        assert_eq!(format!("{:?}", all(body)), r#"ApiError { code: Some("ADMIN-1"), .. }"#);
    }
}
