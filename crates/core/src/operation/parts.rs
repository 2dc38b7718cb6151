//! The parts of a request, between the flat arguments of a call and the bytes on the wire.

use serde_json::{Map, Number, Value};

use super::clean::{clean, holds_no_comma};
use super::{BodyPart, Location, Operation, Param, QueryStyle, Segment};
use crate::json::{Json, problem, whole};
use crate::model::DirectoryId;
use crate::schema::Schema;
use crate::time::EpochMillis;
use crate::url::{self, PathError, percent_encode};

/// What varies in a request: its path, its query and its body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestParts {
    /// The path, each variable one encoded segment.
    pub path: String,
    /// The query, in the operation's order.
    pub query: Vec<QueryPair>,
    /// The body, where the operation has one: an object unless it is a whole document of another
    /// type.
    pub body: Option<Value>,
    /// The path template of a raw request; otherwise it is the operation's.
    pub(crate) template: Option<Box<str>>,
}

/// An argument in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryPair {
    /// Its name.
    pub name: String,
    /// Its values: several for a list.
    pub values: Vec<String>,
    /// How it is written.
    pub style: QueryStyle,
}

/// How lists are written for which Atlassian documents commas.
///
/// # Examples
/// ```
/// use atlassian_admin_core::operation::ListStyle;
/// use atlassian_admin_core::{Client, ClientBuilder, BuildError};
///
/// fn build(builder: ClientBuilder) -> Result<Client, BuildError> {
///     builder.list_style(ListStyle::RepeatedKeys).build()
/// }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ListStyle {
    /// As documented: `actor=a,b`.
    #[default]
    AsDocumented,
    /// Each with its own key, `actor=a&actor=b`, should a server not split the commas.
    RepeatedKeys,
}

impl RequestParts {
    /// Makes the parts of a call out of its flat arguments. Ids and names are cleaned; see
    /// [`crate::input`].
    ///
    /// # Errors
    /// [`ArgumentError`] naming an argument that is unknown, missing, of another type, out of its
    /// [`Bounds`](super::Bounds), or an id or a name that cannot be cleaned, such as one in
    /// quotes.
    pub fn from_arguments(
        operation: &Operation,
        arguments: Map<String, Value>,
    ) -> Result<Self, ArgumentError> {
        Self::of_arguments(operation, arguments, Json::SERDE)
    }

    /// The same, where the host says how JSON is written.
    pub(crate) fn of_arguments(
        operation: &Operation,
        mut arguments: Map<String, Value>,
        json: Json,
    ) -> Result<Self, ArgumentError> {
        if let Some(name) = arguments.keys().find(|name| operation.param(name).is_none()) {
            let known: Vec<_> = operation.params.iter().map(|param| param.name).collect();
            return Err(ArgumentError::new(name, format!("{} takes {}", operation.id, known.join(", "))));
        }
        clean(&mut arguments)?;
        if let Some(param) = operation.params.iter().find(|param| {
            param.location == Location::Path(Segment::Directory)
                && arguments.get(param.name).and_then(Value::as_str) == Some(DirectoryId::EVERY)
        }) {
            return Err(ArgumentError::new(
                param.name,
                "must be one directory's id, and not `-` (all of them): `directories.list` shows the ids",
            ));
        }
        let name_of = |wire: &str| operation.wire_param(wire).map_or("", |param| param.name);
        let path = url::expand(operation.path, |wire| arguments.get(name_of(wire)).and_then(Value::as_str));
        let path = path.map_err(|error| match error {
            PathError::Missing(wire) => ArgumentError::new(name_of(&wire), "must be given, as text"),
            PathError::Unusable(wire) => {
                ArgumentError::new(name_of(&wire), "must not be empty, \".\" or \"..\"")
            }
        })?;
        let mut query = Vec::new();
        // Operations that declare a body always send one, `{}` if empty: some servers reject a
        // missing body.
        let mut body =
            operation.params.iter().any(|param| param.location.is_body()).then(|| Value::Object(Map::new()));
        for param in operation.params.iter().filter(|param| !param.location.is_path()) {
            let is_question = operation.reads || param.location.is_query();
            let value = match arguments.get(param.name) {
                None | Some(Value::Null) if param.required => {
                    return Err(ArgumentError::new(param.name, "must be given"));
                }
                // The first page has no cursor.
                Some(Value::Null)
                    if operation.paging.convention().is_some_and(|it| it.argument == param.name) =>
                {
                    continue;
                }
                // In the body of a change they may clear what is there.
                Some(value) if is_question && is_empty_filter(value) => {
                    return Err(ArgumentError::new(param.name, "must not be empty or null: leave it out"));
                }
                None => continue,
                Some(value) => value,
            };
            if let Some(problem) = param.out_of_bounds(value) {
                return Err(ArgumentError::new(param.name, problem));
            }
            match (param.location, &mut body) {
                (Location::Body(BodyPart::Whole), body) => *body = Some(value.clone()),
                (Location::Body(BodyPart::Property), Some(Value::Object(members))) => {
                    members.insert(param.wire.to_owned(), value.clone());
                }
                (Location::Query(style), _) => {
                    let values = texts(value, param, style, json)
                        .map_err(|problem| ArgumentError::new(param.name, problem))?;
                    query.push(QueryPair { name: param.wire.to_owned(), values, style });
                }
                (Location::Body(BodyPart::Property) | Location::Path(_), _) => {}
            }
        }
        refuse_reversed(&query)?;
        Ok(Self { path, query, body, template: None })
    }

    /// The largest part of the URL in bytes: the name of an argument in the query, or `path`.
    pub(crate) fn longest(&self) -> &str {
        let length = |pair: &QueryPair| pair.values.iter().map(String::len).sum::<usize>();
        let longest = self.query.iter().max_by_key(|pair| length(pair));
        longest.filter(|pair| length(pair) > self.path.len()).map_or("path", |pair| &pair.name)
    }

    /// Reads the flat arguments back.
    ///
    /// # Errors
    /// [`ArgumentError`] naming an argument that is of another type or out of its
    /// [`Bounds`](super::Bounds), or where the path is not the operation's.
    pub fn to_arguments(&self, operation: &Operation) -> Result<Map<String, Value>, ArgumentError> {
        let values = url::match_path(operation.path, &self.path)
            .ok_or_else(|| ArgumentError::new("path", format!("is not {}", operation.path)))?;
        let name_of = |wire: &str| operation.wire_param(wire).map_or(wire, |param| param.name).to_owned();
        let mut arguments: Map<String, Value> =
            values.into_iter().map(|(wire, value)| (name_of(wire), Value::String(value))).collect();
        for pair in &self.query {
            // Unknown names are ignored, as the real API does.
            if let Some((param, _)) = in_query(operation, &pair.name) {
                let value =
                    typed(&pair.values, param).map_err(|problem| ArgumentError::new(param.name, problem))?;
                arguments.insert(param.name.to_owned(), value);
            }
        }
        match &self.body {
            Some(document)
                if operation
                    .param("body")
                    .is_some_and(|param| param.location == Location::Body(BodyPart::Whole)) =>
            {
                arguments.insert("body".to_owned(), document.clone());
            }
            // Unknown properties are ignored, as unknown names are.
            Some(Value::Object(members)) => {
                let known = |wire: &str| {
                    operation
                        .wire_param(wire)
                        .filter(|param| param.location == Location::Body(BodyPart::Property))
                };
                arguments.extend(members.iter().filter_map(|(wire, value)| {
                    known(wire).map(|param| (param.name.to_owned(), value.clone()))
                }));
            }
            Some(Value::Null) | None => {}
            Some(_) => return Err(ArgumentError::new("body", "must be an object")),
        }
        for param in operation.params {
            let problem = arguments.get(param.name).and_then(|value| param.out_of_bounds(value));
            if let Some(problem) = problem {
                return Err(ArgumentError::new(param.name, problem));
            }
        }
        Ok(arguments)
    }

    /// The path and query as they go into the request line.
    #[must_use]
    pub fn path_and_query(&self, lists: ListStyle) -> String {
        let mut target = self.path.clone();
        let mut separator = '?';
        for pair in &self.query {
            let mut push = |value: String| {
                target.push(separator);
                target.push_str(&percent_encode(&pair.name).to_string());
                target.push('=');
                target.push_str(&value);
                separator = '&';
            };
            let values = pair.values.iter().map(|value| percent_encode(value).to_string());
            if pair.style == QueryStyle::Comma && lists == ListStyle::AsDocumented {
                push(values.collect::<Vec<_>>().join(","));
            } else {
                values.for_each(&mut push);
            }
        }
        target
    }

    /// Reads a request's path, query and body for an operation; both ways of writing a list are
    /// understood, unless its commas could belong to the values.
    ///
    /// # Errors
    /// [`ArgumentError`] if an escape is not UTF-8, or the body is not JSON.
    pub fn parse(
        operation: &Operation,
        path: &str,
        query: Option<&str>,
        body: &[u8],
    ) -> Result<Self, ArgumentError> {
        let mut pairs: Vec<QueryPair> = Vec::new();
        for pair in query.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let decode = |text: &str| {
                url::percent_decode(&text.replace('+', " "))
                    .ok_or_else(|| ArgumentError::new(name, "is not UTF-8"))
            };
            let name = decode(name)?;
            let declared = in_query(operation, &name);
            let style = declared.map_or(QueryStyle::Plain, |(_, style)| style);
            let values: Vec<String> = match declared.map(Separator::of) {
                Some(Separator::Comma) => value.split(',').map(decode).collect::<Result<_, _>>()?,
                Some(Separator::AnyComma) => decode(value)?.split(',').map(str::to_owned).collect(),
                Some(Separator::None) | None => vec![decode(value)?],
            };
            match pairs.iter_mut().find(|pair| pair.name == name) {
                Some(pair) => pair.values.extend(values),
                None => pairs.push(QueryPair { name, values, style }),
            }
        }
        let body = match body {
            [] => None,
            json => Some(
                serde_json::from_slice(json).map_err(|error| ArgumentError::new("body", problem(&error)))?,
            ),
        };
        Ok(Self { path: path.to_owned(), query: pairs, body, template: None })
    }
}

/// The argument of this name in the query, and its format there.
fn in_query(operation: &Operation, name: &str) -> Option<(&'static Param, QueryStyle)> {
    let param = operation.wire_param(name)?;
    match param.location {
        Location::Query(style) => Some((param, style)),
        Location::Path(_) | Location::Body(_) => None,
    }
}

/// Refuses a time window that ends before it begins: the server responds with an error that does
/// not name the argument, or with an empty page.
fn refuse_reversed(query: &[QueryPair]) -> Result<(), ArgumentError> {
    let millis = |name| {
        let pair = query.iter().find(|pair| pair.name == name)?;
        pair.values.first()?.parse::<i64>().ok()
    };
    match (millis("from"), millis("to")) {
        (Some(from), Some(to)) if to < from => Err(ArgumentError::new("to", "is before `from`")),
        _ => Ok(()),
    }
}

/// Whether a value is an empty filter, or a list with an empty one. An empty filter is an error,
/// never dropped: without the filter the server returns everything.
pub(super) fn is_empty_filter(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty() || items.iter().any(|item| item.as_str() == Some("")),
        _ => false,
    }
}

/// What separates the values of a list within one text of a query. Some clients write commas where
/// repeated keys are documented.
enum Separator {
    /// The comma, unless it is escaped: an escaped one belongs to its value.
    Comma,
    /// The comma, escaped or not: ids and domains contain none.
    AnyComma,
    /// Nothing: any other text may contain a comma.
    None,
}

impl Separator {
    fn of((param, style): (&Param, QueryStyle)) -> Self {
        match (style, param.schema) {
            (QueryStyle::Comma, _) | (QueryStyle::Repeat, Schema::List(Schema::Enum(_))) => Self::Comma,
            (QueryStyle::Repeat, _) if holds_no_comma(param.name) => Self::AnyComma,
            _ => Self::None,
        }
    }
}

/// The texts of an argument's value.
fn texts(value: &Value, param: &Param, style: QueryStyle, json: Json) -> Result<Vec<String>, String> {
    if matches!(param.schema, Schema::Time) {
        // However it was given, it goes out as epoch milliseconds. `to` is inclusive.
        let read = if param.name == "to" { EpochMillis::end_of } else { EpochMillis::of };
        let time = read(value).ok_or_else(|| format!("must be {}", Schema::Time.expectation()))?;
        return Ok(vec![time.0.to_string()]);
    }
    let scalar = |value: &Value| match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => whole(number).ok_or_else(|| "must be a whole number".to_owned()),
        Value::Bool(truth) => Ok(truth.to_string()),
        Value::Object(_) if style == QueryStyle::Repeat => Ok((json.write)(value)),
        _ => Err("must be text, a number or a boolean".to_owned()),
    };
    match (style, value) {
        (QueryStyle::Json, _) => Ok(vec![(json.write)(value)]),
        (QueryStyle::Comma | QueryStyle::Repeat, Value::Array(items)) => items.iter().map(scalar).collect(),
        // One value is a list of one, for the callers that have no types.
        (_, value) => scalar(value).map(|text| vec![text]),
    }
}

/// The value of an argument's texts.
fn typed(texts: &[String], param: &Param) -> Result<Value, String> {
    let last = texts.last().map_or("", String::as_str);
    if param.location == Location::Query(QueryStyle::Json) {
        return serde_json::from_str(last).map_err(|_| "must be JSON".to_owned());
    }
    let one = |schema: &Schema, text: &str| match schema {
        Schema::Integer => text
            .parse::<i64>()
            .map(Number::from)
            .or_else(|_| text.parse::<u64>().map(Number::from))
            .map(Value::Number)
            .map_err(|_| "must be a whole number"),
        Schema::Boolean => text.parse().map(Value::Bool).map_err(|_| "must be true or false"),
        Schema::Object(_) => serde_json::from_str(text).map_err(|_| "must be JSON"),
        _ => Ok(Value::String(text.to_owned())),
    };
    let value = match param.schema {
        Schema::List(schema) => {
            let items = texts.iter().map(|text| one(schema, text)).collect::<Result<Vec<_>, _>>();
            // A list of structures may also come as one JSON text.
            items.map(|items| Value::Array(items.into_iter().flat_map(into_items).collect()))
        }
        schema => one(&schema, last),
    };
    value.map_err(str::to_owned)
}

fn into_items(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        item => vec![item],
    }
}

/// An argument that cannot be encoded or decoded.
///
/// # Examples
/// ```
/// # use atlassian_admin_core::Client;
/// use std::error::Error;
/// use atlassian_admin_core::operation::ArgumentError;
///
/// fn refused_argument(error: &atlassian_admin_core::Error) -> Option<&str> {
///     let error: &ArgumentError = error.source()?.downcast_ref()?;
///     Some(&error.argument)
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArgumentError {
    /// The argument's name on the wire.
    pub argument: String,
    /// The problem. It never contains the value, which may be personal.
    pub problem: String,
}

impl ArgumentError {
    pub(crate) fn new(argument: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { argument: argument.into(), problem: problem.into() }
    }
}

impl std::fmt::Display for ArgumentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.argument, self.problem)
    }
}

impl std::error::Error for ArgumentError {}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::operation::{Endpoint, Method};

    const fn segment(name: &'static str, segment: Segment) -> Param {
        Param {
            name,
            wire: name,
            location: Location::Path(segment),
            schema: Schema::Text,
            required: true,
            docs: "",
            bounds: None,
        }
    }

    /// Takes one directory.
    const ONE: &[Param] = &[segment("directoryId", Segment::Directory), segment("userId", Segment::Value)];
    /// Takes one directory or all.
    const ALL: &[Param] = &[segment("directoryId", Segment::Directories), segment("userId", Segment::Value)];

    fn events_query(arguments: Value) -> Result<String, String> {
        let Value::Object(arguments) = arguments else { panic!("arguments are an object") };
        let parts = RequestParts::from_arguments(&crate::api::events::Query::OPERATION, arguments);
        let target = parts.map(|parts| parts.path_and_query(ListStyle::AsDocumented));
        target.map_err(|error| error.to_string())
    }

    #[test]
    fn window_includes_whole_day_when_to_is_a_date() {
        for (from, to, query) in [
            (json!("2026-05-19"), json!("2026-05-19"), "from=1779148800000&to=1779235199999"),
            (json!("2024-02-29"), json!("2024-02-29\r"), "from=1709164800000&to=1709251199999"),
            (json!(5), json!("2026-05-19T00:00:00Z"), "from=5&to=1779148800000"),
            (json!("5"), json!("1779148800"), "from=5&to=1779148800"),
        ] {
            let target = events_query(json!({ "orgId": "o", "from": from, "to": to }));
            assert_eq!(target, Ok(format!("/admin/v1/orgs/o/events?{query}")));
        }
    }

    #[test]
    fn window_is_refused_when_it_ends_before_it_begins() {
        let refused = events_query(json!({ "orgId": "o", "from": "2026-05-20", "to": "2026-05-19" }));
        assert_eq!(refused, Err("to: is before `from`".to_owned()));
        assert!(events_query(json!({ "orgId": "o", "from": 7, "to": 7 })).is_ok());
    }

    #[test]
    fn hyphen_is_recognized_when_dirt_surrounds_it() {
        assert_eq!(refused(ONE, "-\r\n", "u").as_deref(), Some("directoryId"));
    }

    fn refused(params: &'static [Param], directory: &str, user: &str) -> Option<String> {
        let operation = Operation::new(Method::Post, "id", "group", "name", "/{directoryId}/{userId}");
        let arguments = json!({ "directoryId": directory, "userId": user });
        let Value::Object(arguments) = arguments else { panic!("arguments are an object") };
        RequestParts::from_arguments(&operation.declared("", "", params), arguments)
            .err()
            .map(|error| error.argument)
    }

    #[test]
    fn hyphen_is_refused_when_the_segment_takes_one_directory() {
        assert_eq!(refused(ONE, "-", "u").as_deref(), Some("directoryId"));
        for (params, directory, user) in [(ONE, "d", "-"), (ALL, "-", "u"), (ALL, "d", "-")] {
            assert_eq!(refused(params, directory, user), None);
        }
    }

    #[test]
    fn operation_takes_all_directories_only_when_it_reads() {
        use crate::operations::OPERATIONS;

        let takes_all = |operation: &&Operation| {
            operation.params.iter().any(|param| param.location == Location::Path(Segment::Directories))
        };
        let all: Vec<_> = OPERATIONS.iter().filter(takes_all).collect();
        assert_eq!(all.len(), 12);
        for operation in all {
            assert!(operation.reads && operation.path.starts_with("/admin/v2/"), "{}", operation.id);
        }
    }
}
