//! Path templates such as `/admin/v1/orgs/{orgId}`. The client expands them, and the simulator
//! matches them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All characters except the unreserved ones of RFC 3986, so that a value cannot leave its segment
/// of a path or query.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Percent-encodes one path segment, query name or query value.
#[must_use]
pub fn percent_encode(text: &str) -> impl std::fmt::Display + '_ {
    utf8_percent_encode(text, RESERVED)
}

/// Decodes percent-escapes. `None` if the result is not UTF-8.
#[must_use]
pub fn percent_decode(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// Why a template cannot be expanded.
///
/// # Examples
/// ```
/// use atlassian_admin_core::url::{PathError, expand};
///
/// let path = expand("/orgs/{orgId}", |_| Some(".."));
/// assert_eq!(path, Err(PathError::Unusable("orgId".into())));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathError {
    /// The value of a variable is missing.
    Missing(String),
    /// The value of a variable is empty, `.` or `..`, so it would not stay in its segment.
    Unusable(String),
}

/// Replaces each `{name}` of a template with its value, encoded as one segment.
///
/// ```
/// use atlassian_admin_core::url::expand;
/// let path = expand("/orgs/{orgId}/users", |name| (name == "orgId").then_some("a/b"));
/// assert_eq!(path, Ok("/orgs/a%2Fb/users".into()));
/// ```
///
/// # Errors
/// [`PathError::Unusable`] for a value that a server or proxy may resolve away (empty, `.`, `..`),
/// and [`PathError::Missing`] for a variable without a value.
pub fn expand<'a>(template: &str, value: impl Fn(&str) -> Option<&'a str>) -> Result<String, PathError> {
    let mut path = String::with_capacity(template.len() + 40);
    for segment in template.split('/').skip(1) {
        path.push('/');
        match variable(segment) {
            None => path.push_str(segment),
            Some(name) => match value(name) {
                None => return Err(PathError::Missing(name.to_owned())),
                Some("" | "." | "..") => return Err(PathError::Unusable(name.to_owned())),
                Some(value) => path.extend(utf8_percent_encode(value, RESERVED)),
            },
        }
    }
    Ok(path)
}

/// Returns the decoded values of a template's variables in a path. `None` if the path does not
/// match the template.
#[must_use]
pub fn match_path<'t>(template: &'t str, path: &str) -> Option<Vec<(&'t str, String)>> {
    let mut segments = path.split('/');
    let mut values = Vec::new();
    for expected in template.split('/') {
        let segment = segments.next()?;
        match variable(expected) {
            None if segment == expected => {}
            None => return None,
            Some(name) => match percent_decode(segment)?.as_str() {
                "" | "." | ".." => return None,
                value => values.push((name, value.to_owned())),
            },
        }
    }
    segments.next().is_none().then_some(values)
}

/// The names of a template's variables, in order.
pub fn variables(template: &str) -> impl Iterator<Item = &str> {
    template.split('/').filter_map(variable)
}

/// The name of the variable that a segment of a template is.
pub(crate) fn variable(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OPERATIONS;
    use proptest::prelude::*;

    const TEMPLATE: &str = "/orgs/{orgId}/users/{userId}/roles";

    fn expanded(org: &str, user: &str) -> Result<String, PathError> {
        expand(TEMPLATE, |name| Some(if name == "orgId" { org } else { user }))
    }

    #[test]
    fn expand_keeps_hostile_id_in_its_segment() {
        assert_eq!(
            expanded("../../x?y=#%", "712020:é/ü").unwrap(),
            "/orgs/..%2F..%2Fx%3Fy%3D%23%25/users/712020%3A%C3%A9%2F%C3%BC/roles"
        );
    }

    #[test]
    fn expand_refuses_segments_that_a_proxy_would_resolve() {
        for id in ["", ".", ".."] {
            assert_eq!(expanded("o", id), Err(PathError::Unusable("userId".into())), "{id:?}");
        }
        assert_eq!(expand(TEMPLATE, |_| None), Err(PathError::Missing("orgId".into())));
    }

    #[test]
    fn match_path_accepts_only_paths_of_its_template() {
        let matched = match_path(TEMPLATE, "/orgs/a%2Fb/users/712020:c/roles");
        assert_eq!(matched, Some(vec![("orgId", "a/b".into()), ("userId", "712020:c".into())]));
        for other in [
            "/orgs/a/users/b",
            "/orgs/a/users/b/roles/c",
            "/orgs//users/b/roles",
            "/orgs/%2e%2e/users/b/roles",
            "/directories/a/users/b/roles",
        ] {
            assert_eq!(match_path(TEMPLATE, other), None, "{other}");
        }
    }

    #[test]
    fn variables_are_in_order_of_template() {
        assert_eq!(variables(TEMPLATE).collect::<Vec<_>>(), ["orgId", "userId"]);
        assert_eq!(variables("/orgs/{open/closed}").count(), 0);
    }

    proptest! {
        #[test]
        fn match_path_inverts_expand(
            operation in proptest::sample::select(OPERATIONS),
            texts in proptest::array::uniform4("(?s).*"),
        ) {
            let template = operation.path;
            let given: Vec<_> = variables(template).zip(texts).collect();
            let value = |name: &str| given.iter().find(|(it, _)| *it == name).map(|(_, text)| text.as_str());
            match expand(template, value) {
                Ok(path) => {
                    prop_assert!(path.is_ascii() && !path.contains(['?', '#', '\\', ' ']), "{path}");
                    prop_assert_eq!(match_path(template, &path), Some(given));
                }
                Err(PathError::Unusable(name)) => prop_assert!(matches!(value(&name), Some("" | "." | ".."))),
                Err(error) => prop_assert!(false, "{error:?}"),
            }
        }

        #[test]
        fn expand_inverts_match_path(org in "([a-z%./]|%[0-9A-Fa-f]{2}|\\PC){1,8}") {
            if let Some(values) = match_path(TEMPLATE, &format!("/orgs/{org}/users/u/roles")) {
                let path = expanded(&values[0].1, &values[1].1).unwrap();
                prop_assert_eq!(match_path(TEMPLATE, &path), Some(values));
            }
        }
    }
}
