//! Raw requests: those of a path template that a caller gives.

use serde_json::Value;

use super::{ArgumentError, Method, Operation, QueryPair, RequestParts};
use crate::input;
use crate::url::{self, PathError};

/// The operations of raw requests: one for each method, and for writes one more that is idempotent.
pub(crate) static RAW: [Operation; 10] = [
    raw(Method::Get),
    raw(Method::Head),
    raw(Method::Post),
    raw(Method::Put),
    raw(Method::Patch),
    raw(Method::Delete),
    raw(Method::Post).idempotent(),
    raw(Method::Put).idempotent(),
    raw(Method::Patch).idempotent(),
    raw(Method::Delete).idempotent(),
];

/// The path is empty: it is different in each request.
const fn raw(method: Method) -> Operation {
    Operation::new(method, "request", "raw", "request", "")
}

impl RequestParts {
    /// Makes the parts of a raw request. The arguments are those of the path; they are cleaned as
    /// ids are.
    ///
    /// # Errors
    /// [`ArgumentError`] for a path that could leave the base URL, and for an argument that is
    /// missing, that the path does not name, or that would not stay in its segment.
    pub(crate) fn raw(
        template: &str,
        arguments: &[(String, String)],
        query: Vec<QueryPair>,
        body: Option<Value>,
    ) -> Result<Self, ArgumentError> {
        let mut clean = Vec::with_capacity(arguments.len());
        for (name, value) in arguments {
            if url::variables(template).all(|variable| variable != name) {
                return Err(ArgumentError::new(name, "has no place in the path: write it there as `{name}`"));
            }
            let value = input::id(value).map_err(|problem| ArgumentError::new(name, problem.to_string()))?;
            clean.push((name, value));
        }
        let value = |name: &str| clean.iter().rfind(|(it, _)| *it == name).map(|(_, value)| *value);
        let path = url::expand(template, value).map_err(|error| match error {
            PathError::Missing(name) => ArgumentError::new(name, "must be given"),
            PathError::Unusable(name) => ArgumentError::new(name, "must not be empty, \".\" or \"..\""),
        })?;
        Ok(Self { path, query, body, template: None })
    }
}

/// Checks that a path template stays below the base URL, and holds nothing but fixed segments and
/// `{name}`. The problem does not repeat the template.
pub(crate) fn check_template(template: &str) -> Result<(), ArgumentError> {
    let wrong = |problem| Err(ArgumentError::new("path", problem));
    let Some(path) = template.strip_prefix('/') else {
        return wrong("must begin with `/`: the client adds the base URL");
    };
    for segment in path.split('/') {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
        match url::variable(segment).unwrap_or(segment) {
            "" | "." | ".." => return wrong("must not have a segment that is empty, \".\" or \"..\""),
            text if text.bytes().all(is_plain) => {}
            _ => {
                return wrong(
                    "has a character that belongs into no path: give values with `arg`, and a query with `query`",
                );
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn path(template: &str, arguments: &[(&str, &str)]) -> Result<String, String> {
        let arguments: Vec<_> =
            arguments.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        check_template(template).map_err(|error| error.to_string())?;
        let parts = RequestParts::raw(template, &arguments, Vec::new(), None);
        parts.map(|parts| parts.path).map_err(|error| error.to_string())
    }

    #[test]
    fn arguments_are_encoded_as_one_segment() {
        let template = "/admin/v9/orgs/{orgId}/things/{id}";
        for (id, encoded) in
            [("a/b", "a%2Fb"), (" a?b#c\n", "a%3Fb%23c"), ("%2e%2e", "%252e%252e"), ("-", "-")]
        {
            assert_eq!(
                path(template, &[("orgId", "o"), ("id", id)]),
                Ok(["/admin/v9/orgs/o/things/", encoded].concat())
            );
        }
        assert_eq!(path("/a/{b}/{b}", &[("b", "1"), ("b", "2")]), Ok("/a/2/2".into()));
        assert_eq!(path("/a", &[]), Ok("/a".into()));
    }

    #[test]
    fn arguments_without_place_or_value_are_refused() {
        for (arguments, problem) in [
            (&[][..], "id: must be given"),
            (&[("id", "..")], "id: must not be empty, \".\" or \"..\""),
            (&[("id", "\"a\"")], "id: is in quotes: remove them"),
            (&[("id", "")], "id: is empty"),
            (&[("id", "a"), ("other", "b")], "other: has no place in the path: write it there as `{name}`"),
        ] {
            assert_eq!(path("/things/{id}", arguments).unwrap_err(), problem);
        }
    }

    #[test]
    fn template_that_leaves_the_base_url_is_refused() {
        let dots = "path: must not have a segment that is empty, \".\" or \"..\"";
        let start = "path: must begin with `/`: the client adds the base URL";
        let character = "path: has a character that belongs into no path: give values with `arg`, and a query with `query`";
        for (template, problem) in [
            ("", start),
            ("admin/v1/orgs", start),
            ("https://attacker.example/admin", start),
            ("//attacker.example/admin", dots),
            ("/", dots),
            ("/admin/", dots),
            ("/admin/../users", dots),
            ("/admin/..", dots),
            ("/./admin", dots),
            ("/{}", dots),
            ("/{..}", dots),
            ("/admin/%2e%2e/users", character),
            ("/admin\\..\\users", character),
            ("/admin?a=b", character),
            ("/admin#a", character),
            ("/admin/a b", character),
            ("/users/ann@example.com", character),
            ("/admin/\u{e9}", character),
            ("/admin/x{id}", character),
            ("/admin/{id", character),
            ("/admin/{a}{b}", character),
        ] {
            assert_eq!(path(template, &[]).unwrap_err(), problem, "{template}");
        }
    }

    proptest! {
        /// Of all templates and values that are accepted.
        #[test]
        fn path_keeps_the_segments_of_its_template(
            template in "(/(\\PC{0,3}|[a-z.%]{0,4}|\\{id\\}|\\.\\.)){0,4}",
            id in "\\PC{0,4}|[./%\\\\?#]{0,4}",
        ) {
            if let Ok(path) = path(&template, &[("id", &id)]) {
                prop_assert!(path.starts_with('/'));
                prop_assert_eq!(path.split('/').count(), template.split('/').count());
                prop_assert!(path.split('/').skip(1).all(|segment| !matches!(segment, "" | "." | "..")));
                let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-._~%".contains(c);
                prop_assert!(path.chars().all(is_plain), "{}", path);
            }
        }
    }
}
