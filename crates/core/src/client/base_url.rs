//! Where the API is.

use http::Uri;
use http::uri::PathAndQuery;

/// The configured host and path prefix; every request goes there and nowhere else.
#[derive(Debug, Clone)]
pub(super) struct BaseUrl(String);

impl BaseUrl {
    pub(super) const ATLASSIAN: &'static str = "https://api.atlassian.com";

    pub(super) fn parse(text: &str) -> Result<Self, BaseUrlError> {
        let wrong = |problem| BaseUrlError { problem };
        let uri: Uri = text.trim().parse().map_err(|_| wrong("it is no URL"))?;
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
        Ok(Self([scheme, "://", authority, path.trim_end_matches('/')].concat()))
    }

    /// The host, and the port if there is one.
    pub(super) fn host(&self) -> &str {
        self.0.split('/').nth(2).unwrap_or_default()
    }

    /// The absolute URL of a path and query.
    pub(super) fn join(&self, path_and_query: &str) -> String {
        [&self.0, path_and_query].concat()
    }
}

/// Whether it is an address such as `127.0.0.1`. The reader of all addresses would be more code than the rest of this.
fn is_loopback(host: &str) -> bool {
    let is_byte = |part: &str| is_number(part) && part.parse::<u8>().is_ok();
    host.starts_with("127.") && host.split('.').count() == 4 && host.split('.').all(is_byte)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A base URL that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BaseUrlError {
    problem: &'static str,
}

impl std::fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the base URL cannot be used: {}; give one such as {}", self.problem, BaseUrl::ATLASSIAN)
    }
}

impl std::error::Error for BaseUrlError {}

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
    fn only_safe_places_are_accepted() {
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
            ("", "it is no URL"),
        ] {
            assert!(join(base).unwrap_err().to_string().contains(problem), "{base}");
        }
    }
}
