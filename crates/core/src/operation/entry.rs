//! An operation as data.

use serde_json::{Map, Value};

use super::parts::is_empty_filter;
use super::{Bounds, Retirement};
use crate::auth::KeyKind;
use crate::page::Paging;
use crate::schema::{Schema, Violation, doc};

/// One method and path of the API, with everything that a client, a simulator or a document
/// generator needs.
///
/// # Examples
/// ```
/// use atlassian_admin_core::operation::{Limit, Method};
///
/// let query = atlassian_admin_core::operation("events.query").expect("it is in the list");
/// assert_eq!((query.id, query.method), ("getEvents", Method::Get));
/// assert!(query.reads && query.idempotent);
/// assert_eq!(query.limit.map(|limit| limit.per_minute), Some(10));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Operation {
    /// The identifier in Atlassian's document, or ours where it has none: `getEvents`.
    pub id: &'static str,
    /// The group that clients offer it under: `events`.
    pub group: &'static str,
    /// Its name in the group: `query`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template, from the host's root.
    pub path: &'static str,
    /// Its arguments: those of the path first, in the order of the path.
    pub params: &'static [Param],
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// The paragraphs that follow the summary, in rustdoc's Markdown.
    pub details: &'static str,
    /// The URL of Atlassian's documentation.
    pub docs: &'static str,
    /// The documented statuses of success.
    pub success: &'static [u16],
    /// How long it can be relied on.
    pub stability: Stability,
    /// Whether repeating it has the same effect as doing it once, so that it may be sent again
    /// when the outcome is unknown.
    pub idempotent: bool,
    /// Whether it only reads, whatever its method.
    pub reads: bool,
    /// The kind of key that it takes.
    pub auth: KeyKind,
    /// How its listing goes on.
    pub paging: Paging,
    /// Its documented rate limit.
    pub limit: Option<Limit>,
    /// The scopes that a scoped key needs.
    pub scopes: &'static [&'static str],
}

impl Operation {
    /// An operation with the defaults of its method: a GET may be sent again, and 200 is success.
    #[must_use]
    pub const fn new(
        method: Method,
        id: &'static str,
        group: &'static str,
        name: &'static str,
        path: &'static str,
    ) -> Self {
        Self {
            id,
            group,
            name,
            method,
            path,
            params: &[],
            summary: "",
            details: "",
            docs: "",
            success: &[200],
            stability: Stability::Stable,
            idempotent: matches!(method, Method::Get | Method::Head),
            reads: matches!(method, Method::Get | Method::Head),
            auth: KeyKind::Organization,
            paging: Paging::None,
            limit: None,
            scopes: &[],
        }
    }

    /// The same with Atlassian's page about it.
    #[must_use]
    pub const fn docs(self, docs: &'static str) -> Self {
        Self { docs: doc(docs), ..self }
    }

    /// The same, safe to send again though it writes.
    #[must_use]
    pub const fn idempotent(self) -> Self {
        Self { idempotent: true, ..self }
    }

    /// The same, which only reads though its method is not GET; so it may be sent again.
    #[must_use]
    pub const fn reads(self) -> Self {
        Self { reads: true, idempotent: true, ..self }
    }

    /// The same, which changes something though its method is GET.
    #[must_use]
    pub const fn writes(self) -> Self {
        Self { reads: false, idempotent: false, ..self }
    }

    /// The same with the kind of key that it takes.
    #[must_use]
    pub const fn auth(self, auth: KeyKind) -> Self {
        Self { auth, ..self }
    }

    /// The same, documented as experimental.
    #[must_use]
    pub const fn experimental(self) -> Self {
        Self { stability: Stability::Experimental, ..self }
    }

    /// The same, announced to stop.
    #[must_use]
    pub const fn deprecated(self, retirement: Retirement) -> Self {
        Self { stability: Stability::Deprecated(retirement), ..self }
    }

    /// The announcement that the operation stops, if there is one.
    #[must_use]
    pub const fn retirement(&self) -> Option<Retirement> {
        match self.stability {
            Stability::Deprecated(retirement) => Some(retirement),
            _ => None,
        }
    }

    /// The same with the scopes that a scoped key needs.
    #[must_use]
    pub const fn scopes(self, scopes: &'static [&'static str]) -> Self {
        Self { scopes, ..self }
    }

    /// The same as a listing.
    #[must_use]
    pub const fn paged(self, paging: Paging) -> Self {
        Self { paging, ..self }
    }

    /// The same with other statuses of success.
    #[must_use]
    pub const fn success(self, success: &'static [u16]) -> Self {
        Self { success, ..self }
    }

    /// The same with a documented rate limit, shared by the operations of one `family`.
    #[must_use]
    pub const fn per_minute(self, family: &'static str, requests: u32) -> Self {
        Self { limit: Some(Limit { family, per_minute: requests }), ..self }
    }

    /// The same with what the struct of its arguments declares.
    #[must_use]
    pub const fn declared(
        self,
        summary: &'static str,
        details: &'static str,
        params: &'static [Param],
    ) -> Self {
        Self { summary: doc(summary), details: doc(details), params, ..self }
    }

    /// Its group and name as the command line and JavaScript write them: `scimLinks.get`.
    #[must_use]
    pub fn dotted(&self) -> String {
        format!("{}.{}", camel_case(self.group), camel_case(self.name))
    }

    /// What messages call it: its group and name, or the method and path template of a raw request.
    pub(crate) fn title(&self, template: Option<&str>) -> String {
        match template {
            None => self.dotted(),
            Some(template) => [self.method.as_str(), " ", template].concat(),
        }
    }

    /// The places of the flat `arguments` that are not as the operation declares them: unknown,
    /// missing, of another type, or out of bounds.
    #[must_use]
    pub fn violations(&self, arguments: &Map<String, Value>) -> Vec<Violation> {
        let known = || self.params.iter().map(|param| param.name).collect();
        let mut violations: Vec<_> = arguments
            .keys()
            .filter(|name| self.param(name).is_none())
            .map(|name| Violation::UnknownProperty { at: name.clone(), known: known() })
            .collect();
        for param in self.params {
            match arguments.get(param.name) {
                None | Some(Value::Null) if param.required => {
                    violations.push(Violation::Missing { at: param.name.to_owned() });
                }
                None | Some(Value::Null) => {}
                Some(value) => {
                    violations.extend(param.schema.violations(value, param.name));
                    // An empty filter has a message of its own, which says to leave it out.
                    let problem =
                        param.out_of_bounds(value).filter(|_| param.required || !is_empty_filter(value));
                    violations.extend(
                        problem.map(|problem| Violation::OutOfBounds { at: param.name.to_owned(), problem }),
                    );
                }
            }
        }
        violations
    }

    /// The argument of this name.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&'static Param> {
        self.params.iter().find(|param| param.name == name)
    }

    /// The argument of this name on the wire.
    #[must_use]
    pub fn wire_param(&self, wire: &str) -> Option<&'static Param> {
        self.params.iter().find(|param| param.wire == wire)
    }
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut name, word| {
        let mut letters = word.chars();
        name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        name.push_str(letters.as_str());
        name
    })
}

/// The HTTP methods that the API uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Reads the head of a response. No listed operation uses it, raw requests can.
    Head,
    /// Creates, searches or acts.
    Post,
    /// Replaces.
    Put,
    /// Changes.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// The method's name: `GET`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Head => Self::HEAD,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Patch => Self::PATCH,
            Method::Delete => Self::DELETE,
        }
    }
}

/// How long an operation can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stability {
    /// Documented without reservation.
    Stable,
    /// Documented as experimental: it may change.
    Experimental,
    /// Announced to stop.
    Deprecated(Retirement),
}

/// A documented rate limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The operations with the same family share one limit.
    pub family: &'static str,
    /// The most requests in a minute.
    pub per_minute: u32,
}

/// An argument of an operation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Param {
    /// Its name, the same in all operations: `accountId`.
    pub name: &'static str,
    /// Its name on the wire, in the path template, the query or the body: `userId`.
    pub wire: &'static str,
    /// Its location in the request.
    pub location: Location,
    /// What it holds.
    pub schema: Schema,
    /// Whether the call cannot be made without it.
    pub required: bool,
    /// What it means.
    pub docs: &'static str,
    /// How large its value, or how long its list, may be.
    pub bounds: Option<Bounds>,
}

/// The location of an argument in a request, and its format there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// In the path.
    Path(Segment),
    /// In the query.
    Query(QueryStyle),
    /// In the body.
    Body(BodyPart),
}

impl Location {
    /// Whether the argument is in the path.
    #[must_use]
    pub const fn is_path(self) -> bool {
        matches!(self, Self::Path(_))
    }

    /// Whether the argument is in the query.
    #[must_use]
    pub const fn is_query(self) -> bool {
        matches!(self, Self::Query(_))
    }

    /// Whether the argument is in the body.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Body(_))
    }
}

/// A segment of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// An identifier or another value.
    Value,
    /// The identifier of one directory.
    Directory,
    /// The identifier of a directory, or `-` for all directories that the key can manage.
    Directories,
}

/// The format of an argument in the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryStyle {
    /// One value: `limit=50`.
    Plain,
    /// A list as `actor=a,b`.
    Comma,
    /// A list as `actor=a&actor=b`. Items that are structures are written as JSON text.
    Repeat,
    /// A structure as JSON text.
    Json,
}

/// A part of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyPart {
    /// A property of the object.
    Property,
    /// The whole body.
    Whole,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const THING: Operation = Operation::new(Method::Post, "makeThing", "some_things", "make_one", "/things");

    #[test]
    fn builder_sets_each_fact() {
        assert_eq!((THING.reads, THING.idempotent), (false, false));
        assert_eq!((THING.idempotent().reads, THING.idempotent().idempotent), (false, true));
        assert_eq!((THING.reads().reads, THING.reads().idempotent), (true, true));
        let reading = Operation::new(Method::Get, "getThing", "some_things", "get", "/things");
        assert_eq!((reading.reads, reading.idempotent), (true, true));
        assert_eq!((reading.writes().reads, reading.writes().idempotent), (false, false));

        assert_eq!(THING.auth(KeyKind::Directory).auth, KeyKind::Directory);
        assert_eq!(THING.experimental().stability, Stability::Experimental);
        let retirement = Retirement::after("2026-06-30", &["things.make"]);
        let old = THING.deprecated(retirement);
        assert_eq!((old.stability, old.retirement()), (Stability::Deprecated(retirement), Some(retirement)));
        assert_eq!((THING.retirement(), THING.experimental().retirement()), (None, None));
        assert_eq!(THING.scopes(&["read:things"]).scopes, ["read:things"]);
        assert_eq!(THING.paged(Paging::Stream).paging, Paging::Stream);
        assert_eq!(THING.success(&[206]).success, [206]);
        assert_eq!(THING.per_minute("things", 7).limit, Some(Limit { family: "things", per_minute: 7 }));
        assert_eq!(THING.docs("https://example.com").docs, doc("https://example.com"));
        assert_eq!(THING.declared("Makes one.", "At once.", PARAMS).summary, doc("Makes one."));
        assert_eq!(THING.declared("Makes one.", "At once.", PARAMS).details, doc("At once."));
        assert_eq!(THING.declared("Makes one.", "At once.", PARAMS).params, PARAMS);
        assert_eq!(THING.dotted(), "someThings.makeOne");
    }

    #[test]
    fn method_converts_to_its_http_method() {
        for method in [Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete] {
            assert_eq!(http::Method::from(method).as_str(), method.as_str());
        }
        assert_eq!(Method::Delete.as_str(), "DELETE");
    }

    const PARAMS: &[Param] = &[
        Param {
            name: "id",
            wire: "id",
            location: Location::Path(Segment::Value),
            schema: Schema::Text,
            required: true,
            docs: "",
            bounds: None,
        },
        Param {
            name: "limit",
            wire: "limit",
            location: Location::Query(QueryStyle::Plain),
            schema: Schema::Integer,
            required: false,
            docs: "",
            bounds: Some(Bounds::new(1, 5)),
        },
    ];

    #[test]
    fn violations_report_undeclared_arguments() {
        let violations = |arguments: Value| {
            let Value::Object(arguments) = arguments else { panic!("arguments are an object") };
            THING.declared("", "", PARAMS).violations(&arguments)
        };
        assert_eq!(violations(json!({ "id": "a" })), []);
        assert_eq!(violations(json!({ "id": "a", "limit": null })), []);
        for arguments in [json!({}), json!({ "id": null })] {
            assert_eq!(violations(arguments), [Violation::Missing { at: "id".into() }]);
        }
        assert_eq!(
            violations(json!({ "id": "a", "limits": 1 })),
            [Violation::UnknownProperty { at: "limits".into(), known: vec!["id", "limit"] }]
        );
        assert_eq!(
            violations(json!({ "id": "a", "limit": "b" })),
            Schema::Integer.violations(&json!("b"), "limit")
        );
        assert_eq!(Schema::Integer.violations(&json!("b"), "limit").len(), 1);
        let found = violations(json!({ "id": "a", "limit": 6 }));
        let messages: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(messages, ["limit: must be 1 to 5, not 6"]);
    }
}
