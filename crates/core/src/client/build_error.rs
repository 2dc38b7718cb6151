//! Why a client cannot be built.

use super::base_url::BaseUrl;
use super::headers::HeaderError;
use crate::auth::KeyError;

/// Why a client cannot be built: its key, its base URL, a header or the backend.
///
/// ```
/// use atlassian_admin_core::{BuildError, Client, ClientBuilder, OrganizationKey, backend_fn};
/// # use atlassian_admin_core::backend::TransportError;
/// # use atlassian_admin_testing::ImmediateTime as Host;
///
/// fn client(key: &str, base_url: &str) -> Result<Client, BuildError> {
///     let backend = backend_fn(|_| async { Err(TransportError::before_send("offline")) });
///     let key = OrganizationKey::new(key)?;
///     ClientBuilder::new(backend, Host::default(), key).base_url(base_url).build()
/// }
///
/// assert_eq!(
///     client("a-key", "api.atlassian.com").unwrap_err().to_string(),
///     "the base URL cannot be used: it has no scheme or no host; \
///      give one such as https://api.atlassian.com"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildError(Problem);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    Key(KeyError),
    BaseUrl(&'static str),
    Header(HeaderError),
    /// The problem and the remedy.
    Backend(&'static str, &'static str),
}

impl BuildError {
    /// A backend that cannot be set up: the problem, such as "TLS has no root certificates", and
    /// what to do about it.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::BuildError;
    ///
    /// let error = BuildError::backend("TLS has no root certificates", "install the system's");
    /// assert_eq!(
    ///     error.to_string(),
    ///     "the HTTP backend cannot be set up: TLS has no root certificates; install the system's"
    /// );
    /// ```
    #[must_use]
    pub const fn backend(problem: &'static str, remedy: &'static str) -> Self {
        Self(Problem::Backend(problem, remedy))
    }

    pub(super) const fn base_url(problem: &'static str) -> Self {
        Self(Problem::BaseUrl(problem))
    }
}

impl From<KeyError> for BuildError {
    fn from(error: KeyError) -> Self {
        Self(Problem::Key(error))
    }
}

impl From<HeaderError> for BuildError {
    fn from(error: HeaderError) -> Self {
        Self(Problem::Header(error))
    }
}

impl std::fmt::Display for BuildError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Problem::Key(error) => error.fmt(f),
            Problem::BaseUrl(problem) => {
                write!(f, "the base URL cannot be used: {problem}; give one such as {}", BaseUrl::ATLASSIAN)
            }
            Problem::Header(HeaderError { name, problem }) => {
                f.write_str("the header ")?;
                if let Some(name) = name {
                    write!(f, "`{name}` ")?;
                }
                write!(f, "cannot be set: {problem}")
            }
            Problem::Backend(problem, remedy) => {
                write!(f, "the HTTP backend cannot be set up: {problem}; {remedy}")
            }
        }
    }
}

impl std::error::Error for BuildError {}
