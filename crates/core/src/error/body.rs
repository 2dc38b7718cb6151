//! The many shapes of Atlassian's error bodies, read into one.

use serde_json::{Map, Value};

use super::excerpt::is_blank;
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
/// At most 100 errors are kept, and at most 4,000 characters of each text. Blank texts count as
/// absent.
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
    /// The number of further errors in the response, which are not kept in `others`.
    pub omitted: usize,
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
const MAX_ERROR_BODY_BYTES: usize = 256 * 1024;

/// The most errors that are kept of one response.
const MOST: usize = 100;

/// The most characters that are kept of a text.
const MAX_TEXT_CHARS: usize = 4_000;

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
    "messages",
    "invalid-params",
    "invalidParams",
    "invalid_params",
];

/// The properties that add to the detail as texts. They may hold several errors, too.
const MORE: &[&str] = &["reason", "details"];

/// The properties that only errors have.
const ERRORS: &[&str] = &["errors", "Errors", "errorMessages", "error", "errorKey"];

/// The properties that name the field which an error is about.
const FIELDS: &[&str] = &["field", "property", "loc", "path", "parameter", "pointer", "header"];

/// Whether a text of the server's is short and plain enough to be shown: a code or an identifier,
/// not a sentence or an address.
pub(crate) fn is_code(text: &str) -> bool {
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
        let mut reader = Reader { status, found: Vec::new(), omitted: 0 };
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

    /// Puts the words that stand around an error before its own, each once.
    fn introduce(&mut self, title: Option<String>, detail: Option<String>) {
        let title = if self.title.is_none() {
            self.title = title;
            None
        } else {
            title
        };
        for words in [detail, title].into_iter().flatten() {
            let own = self.detail.take();
            let is_known = self.title.as_ref() == Some(&words)
                || own.as_ref().is_some_and(|own| own.as_bytes().starts_with(words.as_bytes()));
            self.detail = match own {
                own if is_known => own,
                Some(own) => Some(after(Some(words), &own)),
                None => Some(words),
            };
        }
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
    omitted: usize,
}

impl Reader<'_> {
    /// Reads an error, several, or a text. `place` names the field that they are about.
    fn read(&mut self, value: &Value, place: &str, depth: u8) {
        if depth > DEEPEST {
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
        let mut own = self.own(members, depth);
        let mut texts = Vec::new();
        more(members, &mut texts, depth);
        for text in texts {
            if ![&own.code, &own.title, &own.detail].into_iter().flatten().any(|said| *said == text) {
                own.detail = Some(after(own.detail.take(), &text));
            }
        }
        let place = within(place, &field(members).unwrap_or_default());
        let before = self.found.len();
        self.lists(members, &place, depth);
        // Without a code, the words around the errors introduce the first of them.
        if own.code.is_none()
            && let Some(first) = self.found.iter_mut().skip(before).find(|error| error.has_words())
        {
            first.introduce(own.title.take(), own.detail.take());
        }
        self.keep(before, own, &place);
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
                .map(|scopes| scopes.iter().filter_map(text).take(MOST).collect())
                .unwrap_or_default(),
            ..ApiError::default()
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
        for name in NESTED.iter().chain(MORE).filter(|_| depth < DEEPEST) {
            match members.get(*name) {
                Some(Value::Object(fields)) if MORE.contains(name) => self.fields(fields, place, depth + 1),
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
        // A sentence is about a field of that name.
        let is_coded = own.code.as_deref().is_some_and(is_code)
            && (own.title.is_some() || own.detail.is_some() || members.len() == 1);
        if is_coded
            || ["message", "detail"].iter().any(|name| members.get(*name).is_some_and(Value::is_string))
        {
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
            error.detail = Some(clipped(&match error.detail {
                Some(detail) => [place, ": ", &detail].concat(),
                None => place.to_owned(),
            }));
        }
        // User management says the same twice.
        if error != ApiError::default() && !self.found.contains(&error) {
            self.found.insert(at, error);
        }
        if self.found.len() > MOST {
            let last = self.found.pop();
            self.omitted += usize::from(last.is_some_and(|error| error.has_words()));
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
        first.omitted = self.omitted;
        first
    }
}

/// Collects the texts that add to the detail of an error, each once.
fn more(members: &Map<String, Value>, texts: &mut Vec<String>, depth: u8) {
    for text in MORE.iter().filter_map(|name| joined(members.get(*name)?, "; ")) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    for name in NESTED.iter().filter(|_| depth < DEEPEST) {
        if let Some(Value::Object(members)) = members.get(*name) {
            more(members, texts, depth + 1);
        }
    }
}

/// The field that an error is about.
fn field(members: &Map<String, Value>) -> Option<String> {
    let named = FIELDS.iter().find_map(|name| match (*name, members.get(*name)?) {
        // As a text it is the path of the request.
        ("path", Value::String(_)) => None,
        // `/data/name`, or `#/data/name` as a part of a URL.
        ("pointer", value) => {
            let text = text(value)?;
            let path = text.chars().skip_while(|mark| matches!(mark, '#' | '/'));
            Some(path.map(|mark| if mark == '/' { '.' } else { mark }).collect())
        }
        (_, value) => joined(value, "."),
    });
    named.or_else(|| match (members.get("source"), members.get("reason")) {
        (Some(Value::Object(source)), _) => field(source),
        // A parameter of a problem (RFC 7807).
        (_, Some(Value::String(_))) => text(members.get("name")?),
        _ => None,
    })
}

fn value(body: &[u8], json: Json) -> Option<Value> {
    if body.len() > MAX_ERROR_BODY_BYTES { None } else { (json.read)(body) }
}

/// The place of a field within another.
fn within(place: &str, field: &str) -> String {
    let dot = if place.is_empty() || field.is_empty() { "" } else { "." };
    [place, dot, field].concat()
}

/// A text after others.
fn after(others: Option<String>, text: &str) -> String {
    match others {
        Some(others) => clipped(&[&others, "; ", text].concat()),
        None => text.to_owned(),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.chars().all(is_blank) => Some(clipped(text)),
        Value::Number(number) => whole(number),
        _ => None,
    }
}

/// A text, or a list of texts as one.
fn joined(value: &Value, separator: &str) -> Option<String> {
    let Value::Array(items) = value else { return text(value) };
    let texts: Vec<_> = items.iter().filter_map(text).take(MOST).collect();
    (!texts.is_empty()).then(|| clipped(&texts.join(separator)))
}

fn clipped(text: &str) -> String {
    text.chars().take(MAX_TEXT_CHARS).collect()
}

#[cfg(test)]
mod tests;
