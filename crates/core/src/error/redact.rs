//! What an error keeps of an answer in which the server repeats the key.

use std::borrow::Cow;

/// What stands in its place.
pub(super) const THE_KEY: &str = "(the key)";

/// The bytes without the key, as it is or behind escapes of JSON; borrowed if it is not among them.
///
/// Searched in the plainest way: the standard library's search of texts made the npm package's wasm 9 kB larger.
pub(crate) fn without<'a>(bytes: &'a [u8], key: &str) -> Cow<'a, [u8]> {
    let mut kept = Vec::new();
    let mut unread = bytes;
    let mut rest = bytes;
    while let [_, next @ ..] = rest {
        match after(rest, key.as_bytes()) {
            None => rest = next,
            Some(after) => {
                kept.extend_from_slice(unread.get(..unread.len() - rest.len()).unwrap_or_default());
                kept.extend_from_slice(THE_KEY.as_bytes());
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

/// The most backslashes that are read as one: those of JSON in a text of JSON in a text of JSON. A body of nothing else is no work.
const SLASHES: usize = 7;

/// What comes after the key, where a text begins with it.
fn after<'a>(mut text: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    for wanted in key {
        let slashes = text.iter().take(SLASHES).take_while(|letter| **letter == b'\\').count();
        text = match (slashes, text.get(slashes..)?) {
            (1.., [b'u', b'0', b'0', high, low, rest @ ..])
                if code(*high, *low) == Some((*wanted).into()) =>
            {
                rest
            }
            // A backslash stands for itself.
            (1.., _) if *wanted == b'\\' => text.get(1..)?,
            (_, [letter, rest @ ..]) if letter == wanted => rest,
            _ => return None,
        };
    }
    Some(text)
}

/// What two hexadecimal digits say. A key has no letter that takes more.
fn code(high: u8, low: u8) -> Option<u32> {
    Some(char::from(high).to_digit(16)? * 16 + char::from(low).to_digit(16)?)
}

/// Whether the key is in a text.
pub(super) fn has(text: &[u8], key: &str) -> bool {
    matches!(without(text, key), Cow::Owned(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_and_all_else_stays() {
        let without =
            |text: &'static str| String::from_utf8(without(text.as_bytes(), "kk").into_owned()).unwrap();
        assert_eq!(without("kk"), "(the key)");
        assert_eq!(without("é kkk kk"), "é (the key)k (the key)");
        assert_eq!(without("k k"), "k k");
        assert_eq!(without(""), "");
        assert!(has(b"a kk", "kk") && !has(b"k k", "kk"));
    }

    #[test]
    fn escapes_of_json_hide_no_key() {
        for hidden in [
            r"\u0073ecret/\\",
            r"s\u0065\u0063ret\/\\",
            r"\u0073\u0065\u0063\u0072\u0065\u0074\u002F\u005c",
            // JSON in a text of JSON.
            r"\\u0073ecret\\\/\\\\",
        ] {
            let told = format!(r#"{{"a":"b {hidden}","\u0073ecre\u0000":1}}"#);
            let kept = without(told.as_bytes(), r"secret/\");
            let kept = std::str::from_utf8(&kept).unwrap();
            assert!(kept.starts_with(r#"{"a":"b (the key)"#), "{kept}");
            assert!(kept.ends_with(r#"","\u0073ecre\u0000":1}"#), "{kept}");
        }
        for other in [r"\u1073ecret", r"\u007aecret", r"\u007ecret", r"\u73ecret", r"\s", r"\", r"\u0073"] {
            assert!(!has(other.as_bytes(), "secret"), "{other}");
        }
    }

    #[test]
    fn a_body_of_escapes_takes_no_longer_than_another() {
        let body = vec![b'\\'; 1 << 20];
        assert!(!has(&body, "secret"));
    }
}
