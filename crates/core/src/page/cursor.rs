//! The cursor of a page.

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::PageError;
use crate::url::percent_decode;

/// The start of a page: a token or a number, never a URL.
///
/// ```
/// use atlassian_admin_core::page::Cursor;
///
/// // A token from the response of an earlier page, and the 101st item of a SCIM listing.
/// assert_eq!(Cursor::from("c2"), Cursor::Token("c2".into()));
/// assert_eq!(Cursor::Index(101).to_string(), "101");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Cursor {
    /// A token of the server, decoded.
    Token(String),
    /// The number of the first item on the page, counted from 1, in listings of SCIM.
    Index(u64),
}

impl Cursor {
    /// Returns the token, for a listing that continues by tokens.
    pub(crate) fn into_token(self) -> Result<String, PageError> {
        match self {
            Self::Token(token) => Ok(token),
            Self::Index(_) => Err(PageError::WrongCursor),
        }
    }

    /// The cursor as an argument.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Token(token) => token.as_str().into(),
            Self::Index(index) => (*index).into(),
        }
    }

    /// Returns the number, for a listing that continues by numbers.
    pub(crate) fn into_index(self) -> Result<u64, PageError> {
        match self {
            Self::Index(index) => Ok(index),
            Self::Token(_) => Err(PageError::WrongCursor),
        }
    }
}

/// Written by hand: a derived implementation for an untagged enum first buffers the value.
impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;

        impl Visitor<'_> for Read {
            type Value = Cursor;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a cursor")
            }

            fn visit_str<E: de::Error>(self, token: &str) -> Result<Cursor, E> {
                Ok(Cursor::from(token))
            }

            fn visit_u64<E: de::Error>(self, index: u64) -> Result<Cursor, E> {
                Ok(Cursor::Index(index))
            }
        }

        deserializer.deserialize_any(Read)
    }
}

impl From<String> for Cursor {
    fn from(token: String) -> Self {
        Self::Token(token)
    }
}

impl From<&str> for Cursor {
    fn from(token: &str) -> Self {
        Self::Token(token.to_owned())
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Token(token) => f.write_str(token),
            Self::Index(index) => index.fmt(f),
        }
    }
}

/// Reads the cursor of a `next` property in each form that Atlassian uses: an absolute URL, a
/// relative URL, a query (`?cursor=…`), or the bare token. The client never requests the URL,
/// because its host may be foreign.
///
/// ```
/// use atlassian_admin_core::page::{Cursor, PageError, cursor_of};
///
/// let next = "https://api.atlassian.com/admin/v1/orgs?cursor=a%2Fb";
/// assert_eq!(cursor_of(Some(next)), Ok(Some(Cursor::from("a/b"))));
/// assert_eq!(cursor_of(Some("a/b")), Ok(Some(Cursor::from("a/b"))));
/// assert_eq!(cursor_of(None), Ok(None));
/// assert_eq!(cursor_of(Some("/admin/v1/orgs")), Err(PageError::NoCursor));
/// ```
///
/// # Errors
/// [`PageError::NoCursor`] for a URL without a cursor.
pub fn cursor_of(next: Option<&str>) -> Result<Option<Cursor>, PageError> {
    let Some(next) = next.filter(|next| !next.is_empty()) else { return Ok(None) };
    let query = match next.split_once('?') {
        Some((_, query)) => query,
        // A token can contain `=` and `/`, so everything that is not a URL is a token.
        None if next.as_bytes().windows(3).any(|part| part == b"://") || next.starts_with("/admin/") => {
            return Err(PageError::NoCursor);
        }
        None => return Ok(Some(next.into())),
    };
    let query = query.split('#').next().unwrap_or_default();
    let value = query.split('&').find_map(|pair| pair.strip_prefix("cursor=")).ok_or(PageError::NoCursor)?;
    match percent_decode(value) {
        Some(token) if !token.is_empty() => Ok(Some(Cursor::Token(token))),
        _ => Err(PageError::NoCursor),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::percent_encode;
    use proptest::prelude::*;

    fn read(next: &str) -> Result<Option<String>, PageError> {
        cursor_of(Some(next)).map(|cursor| cursor.map(|cursor| cursor.to_string()))
    }

    #[test]
    fn cursor_is_read_in_every_form() {
        for (next, cursor) in [
            ("https://api.atlassian.com/admin/v1/orgs/o/users?cursor=abc", Ok(Some("abc"))),
            (
                "https://api.atlassian.com/admin/v1/orgs/o/users?limit=20&cursor=a%2Fb%3D%3D",
                Ok(Some("a/b==")),
            ),
            ("https://attacker.example/?cursor=abc#fragment", Ok(Some("abc"))),
            ("/admin/v1/orgs/o/users?cursor=abc&limit=20", Ok(Some("abc"))),
            ("?cursor=abc", Ok(Some("abc"))),
            ("Qh8E1QpVV00ys/xI7pHI7Q..", Ok(Some("Qh8E1QpVV00ys/xI7pHI7Q.."))),
            ("ZXhhbXBsZS5jb20+cursor==", Ok(Some("ZXhhbXBsZS5jb20+cursor=="))),
            ("/9j/4AAQSkZJRg==", Ok(Some("/9j/4AAQSkZJRg=="))),
            ("?cursor=a+b", Ok(Some("a+b"))),
            ("", Ok(None)),
            ("https://api.atlassian.com/admin/v1/orgs/o/users", Err(PageError::NoCursor)),
            ("/admin/v1/orgs/o/users", Err(PageError::NoCursor)),
            ("?cursor=", Err(PageError::NoCursor)),
            ("?limit=20", Err(PageError::NoCursor)),
        ] {
            assert_eq!(read(next), cursor.map(|cursor| cursor.map(str::to_owned)), "{next}");
        }
        assert_eq!(cursor_of(None), Ok(None));
    }

    #[test]
    fn cursor_is_refused_by_listing_of_other_kind() {
        let stored = |json: &str| serde_json::from_str::<Cursor>(json).map_err(|error| error.to_string());
        assert_eq!(stored(r#""7""#), Ok(Cursor::Token("7".into())));
        assert_eq!(stored("7"), Ok(Cursor::Index(7)));
        let refused = "invalid type: boolean `true`, expected a cursor at line 1 column 4";
        assert_eq!(stored("true"), Err(refused.into()));

        assert_eq!(Cursor::Index(7).to_string(), "7");
        assert_eq!(Cursor::from(String::from("a")).into_token(), Ok("a".into()));
        assert_eq!(Cursor::from("a").into_index(), Err(PageError::WrongCursor));
        assert_eq!(Cursor::Index(7).into_index(), Ok(7));
        assert_eq!(Cursor::Index(7).into_token(), Err(PageError::WrongCursor));
    }

    proptest! {
        #[test]
        fn token_is_unchanged_in_every_form(token in "[A-Za-z0-9+/=._~-]{1,80}", host in "[a-z]{1,10}") {
            prop_assume!(!token.starts_with("/admin/"));
            let encoded = percent_encode(&token);
            for next in [
                token.clone(),
                format!("?cursor={encoded}"),
                format!("/admin/v1/x?limit=2&cursor={encoded}"),
                format!("https://{host}.example/y?cursor={encoded}&limit=2"),
            ] {
                prop_assert_eq!(read(&next), Ok(Some(token.clone())), "{}", next);
            }
        }

        #[test]
        fn cursor_of_does_not_panic_on_any_text(next in "\\PC*") {
            let _ = read(&next);
        }
    }
}
