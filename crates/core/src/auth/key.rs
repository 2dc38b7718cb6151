//! The keys as values, and where a client gets the text of its key.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use zeroize::Zeroizing;

use super::{KeyKind, Secret};
use crate::input::{self, InputError};

/// A kind of key, as a type. Each operation takes one kind, and a client holds one kind, so that
/// the wrong key never leaves for an operation: it does not compile.
///
/// ```compile_fail
/// # use atlassian_admin_core::{Client, Error, OrganizationKey, api};
/// async fn wrong(client: Client<OrganizationKey>) -> Result<(), Error> {
///     client.send(&api::scim::GetUser::new("directory", "user")).await?; // takes a directory key
///     Ok(())
/// }
/// ```
pub trait CredentialKind: sealed::Sealed + Clone + fmt::Debug + Send + Sync + 'static {
    /// The same as data.
    const KIND: KeyKind;

    /// Creates a key, in code that is generic over the kind. See [`OrganizationKey::new`].
    ///
    /// # Errors
    /// [`KeyError`] if the text cannot be such a key.
    fn new(text: impl Into<String>) -> Result<Self, KeyError> {
        checked(Self::KIND, text.into()).map(|secret| Self::of(sealed::Source::Fixed(secret)))
    }

    /// No key of one's own, in code that is generic over the kind. See
    /// [`OrganizationKey::from_gateway`].
    #[must_use]
    fn from_gateway() -> Self {
        Self::of(sealed::Source::Gateway)
    }

    /// A key that a provider returns, in code that is generic over the kind. See
    /// [`OrganizationKey::provided_by`].
    #[must_use]
    fn provided_by<F, S, E>(provider: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<S, E>> + Send + 'static,
        S: Into<Secret>,
        E: Into<Box<dyn Error + Send + Sync>>,
    {
        Self::of(sealed::Source::Provider(Arc::new(move || {
            let key = provider();
            Box::pin(async move { key.await.map(Into::into).map_err(Into::into) })
        })))
    }
}

pub(crate) mod sealed {
    use super::{Arc, BoxFuture, Failed, Secret};

    pub trait Sealed: Sized {
        fn of(source: Source) -> Self;
        fn into_source(self) -> Source;
    }

    /// Where a client gets its key.
    #[derive(Clone)]
    pub enum Source {
        /// The gateway adds the key.
        Gateway,
        Fixed(Secret),
        /// Asked for each request.
        Provider(Arc<Provider>),
    }

    pub type Provider = dyn Fn() -> BoxFuture<'static, Result<Secret, Failed>> + Send + Sync;

    /// Without the key. A provider may print anything.
    impl std::fmt::Debug for Source {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(match self {
                Self::Gateway => "(from the gateway)",
                Self::Fixed(_) => "(…)",
                Self::Provider(_) => "(from a provider)",
            })
        }
    }
}

pub(crate) use sealed::Source as KeySource;

/// Returns where a client gets this key.
pub(crate) fn into_source<K: CredentialKind>(key: K) -> KeySource {
    key.into_source()
}

/// The error of a key provider.
type Failed = Box<dyn Error + Send + Sync>;

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident: $kind:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// It is sent as a bearer token to the configured host and to no other. It is never
        /// printed, and it is wiped from memory when the last client that uses it is dropped.
        ///
        /// # Examples
        /// ```
        #[doc = concat!("use atlassian_admin_core::auth::", stringify!($name), ";")]
        ///
        #[doc = concat!("let key = ", stringify!($name), "::new(\" the-key\\n\")?; // as in a file")]
        #[doc = concat!("assert_eq!(format!(\"{key:?}\"), \"", stringify!($name), "(…)\");")]
        /// # Ok::<(), atlassian_admin_core::auth::KeyError>(())
        /// ```
        #[derive(Clone)]
        pub struct $name(KeySource);

        impl $name {
            /// Creates a key from its text.
            ///
            /// White space, line breaks and a byte order mark around it are removed: key files have
            /// them.
            ///
            /// # Errors
            /// [`KeyError`] if the text cannot be such a key, for example because it is in quotes.
            ///
            /// # Examples
            /// ```
            #[doc = concat!("use atlassian_admin_core::auth::", stringify!($name), ";")]
            ///
            #[doc = concat!("let error = ", stringify!($name), "::new(\"'the-key'\").unwrap_err();")]
            /// assert!(error.to_string().ends_with("it is in quotes: remove them"));
            /// ```
            pub fn new(text: impl Into<String>) -> Result<Self, KeyError> {
                CredentialKind::new(text)
            }

            /// Reads a key from an environment variable.
            ///
            /// # Errors
            /// [`KeyError`] if the variable is not set, or if its text cannot be such a key.
            ///
            /// # Examples
            /// ```
            #[doc = concat!("use atlassian_admin_core::auth::", stringify!($name), ";")]
            ///
            #[doc = concat!("let error = ", stringify!($name), "::from_env(\"NOT_SET_HERE\").unwrap_err();")]
            /// assert!(error.to_string().contains("variable NOT_SET_HERE is not set"));
            /// ```
            pub fn from_env(variable: &str) -> Result<Self, KeyError> {
                from_env(variable)
            }

            /// No key of one's own: requests have no `Authorization`, because a gateway adds it.
            ///
            /// # Examples
            /// ```
            #[doc = concat!("use atlassian_admin_core::auth::", stringify!($name), ";")]
            ///
            #[doc = concat!("let key = ", stringify!($name), "::from_gateway();")]
            /// ```
            #[must_use]
            pub fn from_gateway() -> Self {
                CredentialKind::from_gateway()
            }

            /// A key that `provider` returns anew for each request, so that a client survives the
            /// rotation of its key.
            ///
            /// The client calls it before each attempt, once the rate limiter admits the request,
            /// and waits for it within the time-out of an attempt. A provider that takes long
            /// should keep the key in memory. The rate limiter counts the requests of all keys of
            /// one provider together.
            ///
            /// If it fails, the call fails with
            /// [`ErrorKind::KeyUnavailable`](crate::ErrorKind::KeyUnavailable); nothing was sent.
            /// The texts of that error omit those of the provider, which may contain secrets:
            /// [`Error::key_provider_error`](crate::Error::key_provider_error) returns them.
            ///
            /// # Examples
            /// ```
            #[doc = concat!("use atlassian_admin_core::auth::", stringify!($name), ";")]
            ///
            #[doc = concat!("let key = ", stringify!($name), "::provided_by(|| async {")]
            ///     std::fs::read_to_string("/run/secrets/atlassian-key")
            /// });
            #[doc = concat!("assert_eq!(format!(\"{key:?}\"), \"", stringify!($name), "(from a provider)\");")]
            /// ```
            #[must_use]
            pub fn provided_by<F, S, E>(provider: impl Fn() -> F + Send + Sync + 'static) -> Self
            where
                F: Future<Output = Result<S, E>> + Send + 'static,
                S: Into<Secret>,
                E: Into<Box<dyn Error + Send + Sync>>,
            {
                CredentialKind::provided_by(provider)
            }
        }

        impl sealed::Sealed for $name {
            fn of(source: KeySource) -> Self {
                Self(source)
            }

            fn into_source(self) -> KeySource {
                self.0
            }
        }

        impl CredentialKind for $name {
            const KIND: KeyKind = KeyKind::$kind;
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "{:?}"), self.0)
            }
        }
    )+};
}

keys! {
    /// The key of an organization's administration, made at admin.atlassian.com under "API keys".
    OrganizationKey: Organization;
    /// The key of one directory, made where an identity provider is connected to it. It provisions
    /// users by SCIM, and nothing else.
    DirectoryKey: Directory;
}

fn from_env<K: CredentialKind>(variable: &str) -> Result<K, KeyError> {
    let problem = match std::env::var(variable) {
        Ok(text) => match K::new(text) {
            Ok(key) => return Ok(key),
            Err(error) => error.problem,
        },
        Err(std::env::VarError::NotPresent) => Problem::NotSet,
        Err(std::env::VarError::NotUnicode(_)) => Problem::NotUnicode,
    };
    Err(KeyError { kind: K::KIND, problem, variable: Some(shown(variable).into()) })
}

/// The name of a variable, unless it may be a key that was given by mistake.
fn shown(variable: &str) -> &str {
    let is_name = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    if variable.bytes().all(is_name) { variable } else { "(not the name of one)" }
}

/// Checks the text of a key and cleans it.
pub(crate) fn checked(kind: KeyKind, text: impl Into<String>) -> Result<Secret, KeyError> {
    let text = Zeroizing::new(text.into());
    let key = input::trimmed(&text);
    match problem_of(key) {
        None => Ok(Secret::new(key)),
        Some(problem) => Err(KeyError { kind, problem, variable: None }),
    }
}

/// Returns why a trimmed text cannot be a key.
fn problem_of(key: &str) -> Option<Problem> {
    match input::id(key) {
        Ok(_) | Err(InputError::Invisible) => {}
        Err(problem) => return Some(Problem::Input(problem)),
    }
    if key.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("bearer ")) {
        return Some(Problem::Scheme);
    }
    if key.contains(input::is_quote) {
        return Some(Problem::Input(InputError::Quoted));
    }
    (!key.bytes().all(|byte| byte.is_ascii_graphic())).then_some(Problem::Characters)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    Input(InputError),
    /// The scheme of the `Authorization` header precedes it.
    Scheme,
    Characters,
    /// The environment variable is not set, or not UTF-8.
    NotSet,
    NotUnicode,
}

/// A text that cannot be a key. It does not hold the text.
///
/// # Examples
/// ```
/// use atlassian_admin_core::OrganizationKey;
/// use atlassian_admin_core::auth::KeyError;
///
/// let error: KeyError = OrganizationKey::new("\"the-key\"").expect_err("it is in quotes");
/// assert!(error.to_string().ends_with("it is in quotes: remove them"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyError {
    kind: KeyKind,
    problem: Problem,
    /// The environment variable that it was read from.
    variable: Option<Box<str>>,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let variable = self.variable.as_deref().unwrap_or_default();
        if self.problem == Problem::NotSet {
            let kind = self.kind;
            return write!(f, "no {kind}: the environment variable {variable} is not set; set it to the key");
        }
        if self.variable.is_some() {
            write!(f, "the environment variable {variable}: ")?;
        }
        write!(f, "this is not a valid {}: it ", self.kind)?;
        match self.problem {
            Problem::Input(problem) => write!(f, "{problem}")?,
            Problem::Scheme => f.write_str("begins with `Bearer`: remove that word")?,
            Problem::Characters => f.write_str("holds spaces, line breaks or characters that no key has")?,
            Problem::NotSet | Problem::NotUnicode => f.write_str("is not UTF-8 text")?,
        }
        match self.problem {
            Problem::Input(InputError::Empty) | Problem::Characters | Problem::NotUnicode => {
                f.write_str("; copy the key again from where it was made")
            }
            _ => Ok(()),
        }
    }
}

impl Error for KeyError {}

/// Why a request has no key.
pub(crate) enum KeyFailure {
    /// The provider returned a text that cannot be a key.
    Invalid(KeyError),
    /// The provider's own error, whose texts may contain secrets.
    Provider(Failed),
    TimedOut,
}

impl fmt::Display for KeyFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(error) => error.fmt(f),
            Self::Provider(_) => f.write_str("the key provider failed"),
            Self::TimedOut => f.write_str("the key provider did not return in time"),
        }
    }
}

impl fmt::Debug for KeyFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyFailure({self})")
    }
}

impl Error for KeyFailure {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{DIRT, QUOTES};

    /// Returns the text that a client would send.
    fn text_of(key: impl CredentialKind) -> Option<String> {
        match key.into_source() {
            KeySource::Fixed(secret) => Some(secret.expose().to_owned()),
            KeySource::Gateway | KeySource::Provider(_) => None,
        }
    }

    #[test]
    fn key_is_trimmed_and_never_printed() {
        let key = OrganizationKey::new(" canary-key\r\n").unwrap();
        assert_eq!(format!("{key:?}"), "OrganizationKey(…)");
        assert_eq!(text_of(key).as_deref(), Some("canary-key"));
        assert_eq!(text_of(DirectoryKey::from_gateway()), None);
    }

    #[test]
    fn refusal_names_the_kind_of_key() {
        let refusal = DirectoryKey::new("").unwrap_err().to_string();
        assert_eq!(
            refusal,
            "this is not a valid directory (SCIM) key: it is empty; copy the key again from where it was made"
        );
    }

    #[test]
    fn key_drops_dirt_and_refuses_quotes() {
        let sent = |text: &str| OrganizationKey::new(text).map(text_of);
        for dirt in DIRT {
            let text = sent(&[dirt, "a-key", dirt].concat()).unwrap();
            assert_eq!(text.as_deref(), Some("a-key"), "{dirt:?}");
        }
        for (before, after) in QUOTES {
            for text in [
                [before, "a-key", after],
                ["", "a-key", after],
                [before, "a-key", "\r\n"],
                ["K=", before, "a"],
            ] {
                let refused = sent(&text.concat()).unwrap_err().to_string();
                assert_eq!(refused, "this is not a valid organization API key: it is in quotes: remove them");
            }
        }
        for (text, problem) in [
            ("a\0-\0k\0", "it is UTF-16 text: save the file as UTF-8"),
            ("Bearer a-key", "it begins with `Bearer`: remove that word"),
            ("\u{feff}", "it is empty; copy the key again from where it was made"),
        ] {
            assert_eq!(
                sent(text).unwrap_err().to_string(),
                format!("this is not a valid organization API key: {problem}")
            );
        }
    }

    #[test]
    fn refusal_does_not_repeat_the_text() {
        for text in
            ["", "  \n", "canary key", "canary\nkey", "canaryé", "'canary'", "c\0anary", "bearer canary"]
        {
            let error = OrganizationKey::new(text).unwrap_err();
            assert!(
                error.to_string().starts_with("this is not a valid organization API key: it "),
                "{error}"
            );
            assert!(!format!("{error:?}{error}").contains("canary"));
        }
    }

    #[test]
    fn missing_variable_is_named_unless_it_may_be_a_key() {
        for (variable, shown) in [("NOT_SET_7", "NOT_SET_7"), ("canary-key", "(not the name of one)")] {
            let error = OrganizationKey::from_env(variable).unwrap_err();
            assert_eq!(
                error.to_string(),
                format!(
                    "no organization API key: the environment variable {shown} is not set; set it to the key"
                )
            );
            assert!(!format!("{error:?}").contains("canary"));
        }
    }

    #[test]
    fn variable_that_holds_another_text_is_named() {
        // Cargo sets both where it runs tests.
        let error = DirectoryKey::from_env("CARGO_PKG_VERSION_PRE").unwrap_err().to_string();
        assert_eq!(
            error,
            "the environment variable CARGO_PKG_VERSION_PRE: this is not a valid directory (SCIM) key: it is \
             empty; copy the key again from where it was made"
        );
        let name = OrganizationKey::from_env("CARGO_PKG_NAME").unwrap();
        assert_eq!(text_of(name).as_deref(), Some("atlassian-admin-core"));
    }
}
