//! The base URL of the API.

use http::Uri;
use http::uri::PathAndQuery;

use super::BuildError;
use crate::input;

/// The configured host and path prefix; every request goes there and nowhere else.
#[derive(Debug, Clone)]
pub(super) struct BaseUrl(String);

impl BaseUrl {
    pub(super) const ATLASSIAN: &'static str = "https://api.atlassian.com";

    pub(super) fn parse(text: &str) -> Result<Self, BuildError> {
        let wrong = BuildError::base_url;
        let text = input::trimmed(text);
        if text.starts_with(input::is_quote) || text.ends_with(input::is_quote) {
            return Err(wrong("it is in quotes"));
        }
        let uri: Uri = text.parse().map_err(|_| wrong("it is not a URL"))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(wrong("it has no scheme or no host"));
        };
        let authority = authority.as_str();
        if authority.contains('@') {
            return Err(wrong("it holds a user name or password"));
        }
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if is_number(port) => host,
            _ => authority,
        };
        let loopback = host == "localhost" || host == "[::1]" || is_loopback(host);
        match scheme {
            "https" => {}
            "http" if loopback => {}
            "http" => {
                return Err(wrong("plain http would show the key to the network; only loopback may use it"));
            }
            _ => return Err(wrong("its scheme is not https")),
        }
        if text.contains(['?', '#']) {
            return Err(wrong("it holds a query or fragment"));
        }
        let path = uri.path_and_query().map_or("", PathAndQuery::as_str);
        Ok(Self([scheme, "://", authority, prefix(path)].concat()))
    }

    /// The host, and the port if there is one.
    pub(super) fn host(&self) -> &str {
        self.0.split('/').nth(2).unwrap_or_default()
    }

    /// Returns the absolute URL of a path and query.
    pub(super) fn join(&self, path_and_query: &str) -> String {
        [&self.0, path_and_query].concat()
    }
}

/// Returns the prefix of a base URL's path that precedes the operations' own paths.
///
/// Users copy `https://api.atlassian.com/admin/v1` from examples. The operations' paths begin with
/// `/admin`, `/scim` or `/users`, so without this step `/admin` would appear twice and the server
/// would return 404.
fn prefix(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    let mut start = 0;
    for segment in path.split('/') {
        let rest = path.get(start + segment.len()..).unwrap_or_default().trim_start_matches('/');
        let next = rest.split('/').next().unwrap_or_default();
        let is_own = match segment {
            "admin" => matches!(next, "" | "v1" | "v2" | "user-provisioning"),
            "scim" => matches!(next, "" | "directory"),
            "users" => next.is_empty(),
            _ => false,
        };
        if is_own {
            return path.get(..start).unwrap_or_default().trim_end_matches('/');
        }
        start += segment.len() + 1;
    }
    path
}

/// Whether the host is a loopback IPv4 address such as `127.0.0.1`. Parsing any IP address would
/// take more code than the rest of this file.
fn is_loopback(host: &str) -> bool {
    let is_byte = |part: &str| is_number(part) && part.parse::<u8>().is_ok();
    host.starts_with("127.") && host.split('.').count() == 4 && host.split('.').all(is_byte)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_is_without_scheme_and_path() {
        for (base, host) in [
            ("https://api.atlassian.com", "api.atlassian.com"),
            ("https://admin.atlassian.com/gateway/api/", "admin.atlassian.com"),
            ("http://127.0.0.1:8080/a", "127.0.0.1:8080"),
            ("http://[::1]:8080", "[::1]:8080"),
        ] {
            assert_eq!(BaseUrl::parse(base).unwrap().host(), host);
        }
    }

    #[test]
    fn base_url_drops_the_path_that_operations_add() {
        for host in ["https://api.atlassian.com", "http://127.0.0.1:8080", "https://gateway.example/x/api"] {
            for own in [
                "",
                "/",
                "//",
                "/admin",
                "/admin/",
                "//admin//",
                "/admin/v1",
                "/admin/v1/",
                "/admin/v2",
                "/admin/v1/orgs",
                "/admin/v2/orgs/o-1/",
                "/admin/user-provisioning",
                "/scim",
                "/scim/",
                "/scim/directory",
                "/scim/directory/d-1",
                "/users",
                "/users/",
            ] {
                for (before, after) in [("", ""), ("\u{feff} ", "\r\n")] {
                    let base = BaseUrl::parse(&[before, host, own, after].concat()).unwrap();
                    assert_eq!(base.join("/admin/v1/orgs"), [host, "/admin/v1/orgs"].concat(), "{host}{own}");
                }
            }
        }
    }

    #[test]
    fn base_url_keeps_a_gateways_prefix() {
        for base in [
            "https://admin.atlassian.com/gateway/api",
            "https://gateway.example/administration",
            "https://gateway.example/admin-api",
            "https://gateway.example/admin/atlassian",
            "https://gateway.example/users/atlassian",
            "https://gateway.example/scim/atlassian",
        ] {
            assert_eq!(BaseUrl::parse(base).unwrap().join("/x"), [base, "/x"].concat());
        }
    }

    #[test]
    fn prefix_is_empty_for_the_path_of_every_operation() {
        for operation in crate::OPERATIONS {
            let (fixed, _) = operation.path.split_once('{').unwrap_or((operation.path, ""));
            assert_eq!(prefix(fixed), "", "{fixed}");
        }
    }

    #[test]
    fn parse_accepts_safe_urls_only() {
        let join = |base: &str| BaseUrl::parse(base).map(|base| base.join("/admin/v1/orgs"));
        for (base, url) in [
            ("https://api.atlassian.com", "https://api.atlassian.com/admin/v1/orgs"),
            (
                "https://admin.atlassian.com/gateway/api/\n",
                "https://admin.atlassian.com/gateway/api/admin/v1/orgs",
            ),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/admin/v1/orgs"),
            ("http://localhost/", "http://localhost/admin/v1/orgs"),
            ("http://[::1]:1", "http://[::1]:1/admin/v1/orgs"),
            ("http://[::1]", "http://[::1]/admin/v1/orgs"),
        ] {
            assert_eq!(join(base).as_deref(), Ok(url));
        }
        for (base, problem) in [
            ("http://api.atlassian.com", "plain http would show the key to the network"),
            ("http://127.0.0.1:80@attacker.example", "it holds a user name or password"),
            ("http://[::1]:1@attacker.example", "it holds a user name or password"),
            ("http://localhost.attacker.example:80", "plain http would show the key to the network"),
            ("http://127.+0.0.1", "plain http would show the key to the network"),
            ("http://127.0.0.1.1", "plain http would show the key to the network"),
            ("http://10.0.0.1", "plain http would show the key to the network"),
            ("http://127.0.0.256", "plain http would show the key to the network"),
            ("http://127.0.0.1.attacker.example", "plain http would show the key to the network"),
            ("ftp://api.atlassian.com", "its scheme is not https"),
            ("https://user:secret@api.atlassian.com", "it holds a user name or password"),
            ("https://api.atlassian.com/?a=b", "it holds a query or fragment"),
            ("api.atlassian.com", "it has no scheme or no host"),
            ("", "it is not a URL"),
            ("\"https://api.atlassian.com\"", "it is in quotes"),
            ("“https://api.atlassian.com”", "it is in quotes"),
            ("https://api.atlassian.com/admin'", "it is in quotes"),
            ("https://api.atlassian.com/\r/admin", "it is not a URL"),
        ] {
            assert!(join(base).unwrap_err().to_string().contains(problem), "{base}");
        }
    }
}
