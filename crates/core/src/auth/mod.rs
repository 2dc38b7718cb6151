//! Keys, and which operation takes which.

mod key;
pub(crate) mod redact;

use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;
use zeroize::Zeroizing;

pub use key::{CredentialKind, DirectoryKey, KeyError, OrganizationKey};
pub(crate) use key::{KeyFailure, KeySource, checked, into_source};

/// A secret text: never shown, and wiped from memory when its last clone is dropped.
///
/// # Examples
/// ```
/// use atlassian_admin_core::auth::Secret;
///
/// let secret = Secret::new("the-key");
/// assert_eq!(format!("{secret:?}"), "Secret(…)");
/// assert_eq!(secret.expose(), "the-key");
/// ```
#[derive(Clone)]
pub struct Secret(Arc<Zeroizing<String>>);

impl Secret {
    /// Keeps `text` secret from here on.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(Arc::new(Zeroizing::new(text.into())))
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

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_holds_the_whole_secret_and_is_never_printed() {
        assert_eq!(Secret::new("canary-key").expose(), "canary-key");
        let header = Secret::from("canary-key").bearer().unwrap();
        assert_eq!(header.as_bytes(), b"Bearer canary-key");
        assert!(!format!("{header:?}").contains("canary"));
        assert!(Secret::new("canary\nkey").bearer().is_none(), "no header can hold it");
    }

    #[test]
    fn key_kind_displays_its_name() {
        assert_eq!(KeyKind::Organization.to_string(), "organization API key");
        assert_eq!(KeyKind::Directory.to_string(), "directory (SCIM) key");
    }

    #[test]
    fn key_is_wiped_when_it_is_dropped() {
        fn is_wiped(_: &impl zeroize::ZeroizeOnDrop) {}
        let Secret(text) = Secret::new("canary-key");
        is_wiped(&*text);
    }
}
