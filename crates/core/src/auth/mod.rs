//! Keys, and which operation takes which.

pub(crate) mod redact;

use std::marker::PhantomData;

use bytes::Bytes;
use http::HeaderValue;
use zeroize::Zeroizing;

use crate::input::{self, InputError};

/// A secret text: never shown, and wiped from memory when dropped.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Keeps `text` secret from here on.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The text itself, to hand it on. Do not log it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The `Authorization` header's value, marked as sensitive; `None` where a header cannot hold
    /// the text.
    pub(crate) fn bearer(&self) -> Option<HeaderValue> {
        // One piece of memory of the right size, which is wiped when the request is dropped.
        let mut text = Zeroizing::new(Vec::with_capacity("Bearer ".len() + self.0.len()));
        text.extend_from_slice(b"Bearer ");
        text.extend_from_slice(self.0.as_bytes());
        let mut value = HeaderValue::from_maybe_shared(Bytes::from_owner(text)).ok()?;
        value.set_sensitive(true);
        Some(value)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The kinds of keys, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyKind {
    /// An [`OrganizationKey`].
    Organization,
    /// A [`DirectoryKey`].
    Directory,
}

impl KeyKind {
    /// What people call such a key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Organization => "organization API key",
            Self::Directory => "directory (SCIM) key",
        }
    }
}

impl std::fmt::Display for KeyKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// A kind of key, as a type. Each operation takes one kind, and a client holds one kind, so that
/// the wrong key never leaves for an operation: it does not compile.
///
/// ```compile_fail
/// # use atlassian_admin_core::{Client, Error, api, auth::OrganizationKey};
/// async fn wrong(client: Client<OrganizationKey>) -> Result<(), Error> {
///     client.send(&api::scim::GetUser::new("directory", "user")).await?; // takes a directory key
///     Ok(())
/// }
/// ```
pub trait CredentialKind: sealed::Sealed + std::fmt::Debug + Send + Sync + 'static {
    /// The same as data.
    const KIND: KeyKind;
}

/// The key of an organization's administration, made at admin.atlassian.com under "API keys".
#[derive(Debug)]
pub enum OrganizationKey {}

impl CredentialKind for OrganizationKey {
    const KIND: KeyKind = KeyKind::Organization;
}

/// The key of one directory, made where an identity provider is connected to it. It provisions
/// users by SCIM, and nothing else.
#[derive(Debug)]
pub enum DirectoryKey {}

impl CredentialKind for DirectoryKey {
    const KIND: KeyKind = KeyKind::Directory;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::OrganizationKey {}
    impl Sealed for super::DirectoryKey {}
}

/// How a client proves who it is: a key of kind `K`, or nothing.
#[derive(Debug)]
pub struct Credentials<K> {
    key: Option<Secret>,
    kind: PhantomData<fn() -> K>,
}

impl<K: CredentialKind> Credentials<K> {
    /// A key, sent as a bearer token to the configured host and to no other.
    ///
    /// White space, line breaks and a byte order mark around it are removed: key files have them.
    ///
    /// # Errors
    /// [`KeyError`] where the text cannot be such a key, for example because it is in quotes.
    pub fn key(text: impl Into<String>) -> Result<Self, KeyError> {
        let text = Zeroizing::new(text.into());
        let key = input::trimmed(&text);
        if let Some(problem) = problem_of(key) {
            return Err(KeyError { kind: K::KIND, problem });
        }
        Ok(Self { key: Some(Secret::new(key)), kind: PhantomData })
    }

    /// No key: for callers behind a gateway that adds one.
    #[must_use]
    pub const fn none() -> Self {
        Self { key: None, kind: PhantomData }
    }

    pub(crate) fn into_secret(self) -> Option<Secret> {
        self.key
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
}

/// A text that cannot be a key. It does not hold the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyError {
    kind: KeyKind,
    problem: Problem,
}

impl std::fmt::Display for KeyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "this is not a valid {}: it ", self.kind)?;
        match self.problem {
            Problem::Input(problem) => write!(f, "{problem}")?,
            Problem::Scheme => f.write_str("begins with `Bearer`: remove that word")?,
            Problem::Characters => f.write_str("holds spaces, line breaks or characters that no key has")?,
        }
        match self.problem {
            Problem::Input(InputError::Empty) | Problem::Characters => {
                f.write_str("; copy the key again from where it was made")
            }
            _ => Ok(()),
        }
    }
}

impl std::error::Error for KeyError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{DIRT, QUOTES};

    #[test]
    fn a_key_is_trimmed_and_never_shown() {
        let credentials = Credentials::<OrganizationKey>::key(" canary-key\r\n").unwrap();
        assert!(!format!("{credentials:?}").contains("canary"));
        let header = credentials.into_secret().unwrap().bearer().unwrap();
        assert_eq!(header.as_bytes(), b"Bearer canary-key");
        assert!(!format!("{header:?}").contains("canary"));
    }

    #[test]
    fn the_text_of_a_key_is_handed_on_whole() {
        assert_eq!(Secret::new("canary-key").expose(), "canary-key");
        assert!(Secret::new("canary\nkey").bearer().is_none(), "no header can hold it");
        assert!(Credentials::<OrganizationKey>::none().into_secret().is_none());
    }

    #[test]
    fn each_kind_of_key_has_its_name() {
        let refusal = Credentials::<DirectoryKey>::key("").unwrap_err().to_string();
        assert_eq!(
            refusal,
            "this is not a valid directory (SCIM) key: it is empty; copy the key again from where it was made"
        );
        assert_eq!(KeyKind::Organization.to_string(), "organization API key");
    }

    #[test]
    fn a_key_is_wiped_when_it_is_dropped() {
        fn is_wiped(_: &impl zeroize::ZeroizeOnDrop) {}
        let Secret(text) = Secret::new("canary-key");
        is_wiped(&text);
    }

    #[test]
    fn key_drops_dirt_and_refuses_quotes() {
        let sent = |text: &str| {
            let header = Credentials::<OrganizationKey>::key(text)?.into_secret().unwrap().bearer().unwrap();
            Ok::<_, KeyError>(header.to_str().unwrap().to_owned())
        };
        for dirt in DIRT {
            assert_eq!(sent(&[dirt, "a-key", dirt].concat()).unwrap(), "Bearer a-key", "{dirt:?}");
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
    fn what_cannot_be_a_key_is_refused_without_repeating_it() {
        for text in
            ["", "  \n", "canary key", "canary\nkey", "canaryé", "'canary'", "c\0anary", "bearer canary"]
        {
            let error = Credentials::<OrganizationKey>::key(text).unwrap_err();
            assert!(
                error.to_string().starts_with("this is not a valid organization API key: it "),
                "{error}"
            );
            assert!(!format!("{error:?}{error}").contains("canary"));
        }
    }
}
