//! An operation as data.

/// One method and path of the API, with all that a client, a simulator or a document generator needs to know of it.
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
    /// Atlassian's page about it.
    pub docs: &'static str,
    /// The documented statuses of success.
    pub success: &'static [u16],
    /// How long it can be relied on.
    pub stability: Stability,
    /// The identifier of the operation to use instead.
    pub replacement: Option<&'static str>,
    /// Whether doing it twice is the same as doing it once, so that it may be sent again after an ambiguous failure.
    pub idempotent: bool,
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
            docs: "",
            success: &[200],
            stability: Stability::Stable,
            replacement: None,
            idempotent: matches!(method, Method::Get),
            paging: Paging::None,
            limit: None,
            scopes: &[],
        }
    }

    /// The same with Atlassian's page about it.
    #[must_use]
    pub const fn docs(self, docs: &'static str) -> Self {
        Self { docs, ..self }
    }

    /// The same, safe to send again though it writes.
    #[must_use]
    pub const fn idempotent(self) -> Self {
        Self { idempotent: true, ..self }
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
    pub const fn declared(self, summary: &'static str, params: &'static [Param]) -> Self {
        Self { summary, params, ..self }
    }

    /// The argument of this name.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&'static Param> {
        self.params.iter().find(|param| param.name == name)
    }
}

/// The HTTP methods that the API uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
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
    /// Announced to stop working on the given date (`2026-06-30`).
    Deprecated(&'static str),
}

/// How a listing goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Paging {
    /// It is no listing.
    None,
    /// By the query parameter `cursor`, until a page names no next one.
    QueryCursor,
    /// By the query parameter `cursor`, and its last page may name a next one all the same: a page without items is the end.
    Endless,
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
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it stands in the request.
    pub location: Location,
    /// What it holds.
    pub kind: Kind,
    /// Whether the call cannot be made without it.
    pub required: bool,
    /// What it means.
    pub docs: &'static str,
}

/// Where an argument stands in a request, and how it is written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// In the path, as one segment.
    Path,
    /// In the query, as `limit=50`.
    Plain,
    /// In the query, a list as `actor=a,b`.
    Comma,
    /// In the query, a list as `actor=a&actor=b`.
    Repeat,
    /// In the query, a structure as JSON text.
    Json,
    /// In the body, as a member of its object.
    Member,
    /// In the body, as the whole of it.
    Document,
}

impl Location {
    /// Whether it is the query.
    #[must_use]
    pub const fn is_query(self) -> bool {
        matches!(self, Self::Plain | Self::Comma | Self::Repeat | Self::Json)
    }

    /// Whether it is the body.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Member | Self::Document)
    }
}

/// What an argument holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A point in time, sent as epoch milliseconds.
    Time,
    /// One of these values, or one that Atlassian has added since.
    Enum(&'static [&'static str]),
    /// Several of a kind.
    List(&'static Kind),
    /// A structure.
    Json,
}

/// A type that an argument can have.
pub trait Argument {
    /// What it holds, for the callers that have no types.
    const KIND: Kind;
}

impl Argument for String {
    const KIND: Kind = Kind::Text;
}

impl Argument for u32 {
    const KIND: Kind = Kind::Integer;
}

impl Argument for bool {
    const KIND: Kind = Kind::Boolean;
}

impl<T: Argument> Argument for Vec<T> {
    const KIND: Kind = match &T::KIND {
        // A list of structures is written as a whole, as JSON.
        Kind::Json => Kind::Json,
        kind => Kind::List(kind),
    };
}
