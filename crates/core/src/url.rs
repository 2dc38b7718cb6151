//! Path templates such as `/admin/v1/orgs/{orgId}`: expanded by the client, matched by the
//! simulator.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but RFC 3986's unreserved characters: no value can leave its place in a path or query.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Percent-encodes one path segment, query name or query value.
#[must_use]
pub fn percent_encode(text: &str) -> impl std::fmt::Display + '_ {
    utf8_percent_encode(text, RESERVED)
}

/// Decodes percent-escapes; `None` where they hold no UTF-8.
#[must_use]
pub fn percent_decode(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// Why a path cannot be made of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathError {
    /// The template names an argument that was not given.
    Missing(String),
    /// An argument that would not stay in its segment, since it is empty, `.` or `..`.
    Unusable(String),
}

/// Puts the value of each `{name}` into the template, as one encoded segment each.
///
/// # Errors
/// [`PathError::Unusable`] for a value that a server or proxy may resolve away (empty, `.`, `..`),
/// [`PathError::Missing`] for none at all.
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

/// Reads the values of a template's variables out of a path, decoded; `None` where the path is not
/// of this template.
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

fn variable(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEMPLATE: &str = "/orgs/{orgId}/users/{userId}/roles";

    fn expanded(org: &str, user: &str) -> Result<String, PathError> {
        expand(TEMPLATE, |name| Some(if name == "orgId" { org } else { user }))
    }

    #[test]
    fn a_hostile_id_stays_in_its_segment() {
        assert_eq!(
            expanded("../../x?y=#%", "712020:é/ü").unwrap(),
            "/orgs/..%2F..%2Fx%3Fy%3D%23%25/users/712020%3A%C3%A9%2F%C3%BC/roles"
        );
    }

    #[test]
    fn what_a_proxy_would_resolve_away_is_refused() {
        for id in ["", ".", ".."] {
            assert_eq!(expanded("o", id), Err(PathError::Unusable("userId".into())), "{id:?}");
        }
        assert_eq!(expand(TEMPLATE, |_| None), Err(PathError::Missing("orgId".into())));
    }

    #[test]
    fn a_template_matches_its_own_paths_only() {
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
    fn a_template_names_its_variables_in_order() {
        assert_eq!(variables(TEMPLATE).collect::<Vec<_>>(), ["orgId", "userId"]);
        assert_eq!(variables("/orgs/{open/closed}").count(), 0);
    }

    proptest! {
        #[test]
        fn match_inverts_expand(org in "\\PC+", user in "(?s).+") {
            match expanded(&org, &user) {
                Ok(path) => {
                    prop_assert!(path.is_ascii() && !path.contains(['?', '#', ' ']));
                    prop_assert_eq!(match_path(TEMPLATE, &path), Some(vec![("orgId", org), ("userId", user)]));
                }
                Err(error) => prop_assert!(
                    matches!(&error, PathError::Unusable(_)) && [&org, &user].iter().any(|id| matches!(id.as_str(), "." | ".."))
                ),
            }
        }
    }
}
