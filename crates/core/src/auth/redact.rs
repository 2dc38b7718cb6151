//! Redacts the API key from what a server sends back: SECURITY.md promises that no error contains
//! it, even escaped in nested JSON strings.

use std::borrow::Cow;

use http::HeaderMap;

/// The text that replaces it.
pub(crate) const REDACTED: &str = "(the key)";

/// Replaces the key, as it is or with its characters escaped by JSON. Borrowed if it is not there.
pub(crate) fn redact<'a>(bytes: &'a [u8], key: &str) -> Cow<'a, [u8]> {
    let mut kept = Vec::new();
    let mut unread = bytes;
    let mut rest = bytes;
    while let [_, next @ ..] = rest {
        match strip_escaped_prefix(rest, key.as_bytes()) {
            None => rest = next,
            Some(after) => {
                kept.extend_from_slice(unread.get(..unread.len() - rest.len()).unwrap_or_default());
                kept.extend_from_slice(REDACTED.as_bytes());
                (unread, rest) = (after, after);
            }
        }
    }
    if kept.is_empty() {
        return Cow::Borrowed(bytes);
    }
    kept.extend_from_slice(unread);
    Cow::Owned(kept)
}

/// The most backslashes that are read as one: JSON in a string of JSON in a string of JSON. The
/// bound keeps a body of backslashes linear.
const MAX_ESCAPE_BACKSLASHES: usize = 7;

/// Returns the rest of a text that begins with the key, escaped or not.
fn strip_escaped_prefix<'a>(mut text: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    for wanted in key {
        let slashes = text.iter().take(MAX_ESCAPE_BACKSLASHES).take_while(|byte| **byte == b'\\').count();
        text = match (slashes, text.get(slashes..)?) {
            (1.., [b'u', b'0', b'0', high, low, rest @ ..])
                if code(*high, *low) == Some((*wanted).into()) =>
            {
                rest
            }
            // A backslash of the key itself.
            (1.., _) if *wanted == b'\\' => text.get(1..)?,
            (_, [byte, rest @ ..]) if byte == wanted => rest,
            _ => return None,
        };
    }
    Some(text)
}

/// The value of two hexadecimal digits. No character of a key needs more.
fn code(high: u8, low: u8) -> Option<u32> {
    Some(char::from(high).to_digit(16)? * 16 + char::from(low).to_digit(16)?)
}

/// Whether a text contains the key.
pub(crate) fn contains(text: &[u8], key: &str) -> bool {
    matches!(redact(text, key), Cow::Owned(_))
}

/// Returns the headers, or none at all if one of them contains the key.
pub(crate) fn headers(headers: HeaderMap, key: &str) -> HeaderMap {
    match headers.values().any(|value| contains(value.as_bytes(), key)) {
        true => HeaderMap::new(),
        false => headers,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redact_replaces_every_key_and_nothing_else() {
        let redacted =
            |text: &'static str| String::from_utf8(redact(text.as_bytes(), "kk").into_owned()).unwrap();
        assert_eq!(redacted("kk"), "(the key)");
        assert_eq!(redacted("é kkk kk"), "é (the key)k (the key)");
        assert_eq!(redacted("k k"), "k k");
        assert_eq!(redacted(""), "");
        assert!(contains(b"a kk", "kk") && !contains(b"k k", "kk"));
    }

    #[test]
    fn redact_sees_through_escapes_of_json() {
        for hidden in [
            r"\u0073ecret/\\",
            r"s\u0065\u0063ret\/\\",
            r"\u0073\u0065\u0063\u0072\u0065\u0074\u002F\u005c",
            // JSON in a string of JSON.
            r"\\u0073ecret\\\/\\\\",
        ] {
            let body = format!(r#"{{"a":"b {hidden}","\u0073ecre\u0000":1}}"#);
            let kept = redact(body.as_bytes(), r"secret/\");
            let kept = std::str::from_utf8(&kept).unwrap();
            assert!(kept.starts_with(r#"{"a":"b (the key)"#), "{kept}");
            assert!(kept.ends_with(r#"","\u0073ecre\u0000":1}"#), "{kept}");
        }
        for other in [r"\u1073ecret", r"\u007aecret", r"\u007ecret", r"\u73ecret", r"\s", r"\", r"\u0073"] {
            assert!(!contains(other.as_bytes(), "secret"), "{other}");
        }
    }

    #[test]
    fn redact_is_linear_in_backslashes() {
        let body = vec![b'\\'; 1 << 20];
        assert!(!contains(&body, "secret"));
    }
}
