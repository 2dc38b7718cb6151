//! Strings, numbers and booleans of JSON, also if one is written as another.

use std::borrow::Cow;

/// The replacement of a lone surrogate: the escape of U+FFFD, which has the same length.
const REPLACEMENT: &str = "\\ufffd";

/// Replaces each escape of a lone surrogate in a JSON text: a Rust string cannot contain one.
pub(super) fn without_lone_surrogates(json: &str) -> Cow<'_, str> {
    if !json.contains("\\u") {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len());
    let mut rest = json;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        // The length of the escape after the backslash: a pair, one unit, or one character.
        let (length, lone) =
            match (unit(escape), escape.get(5..).and_then(|next| unit(next.strip_prefix('\\')?))) {
                (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (11, false),
                (Some(0xd800..=0xdfff), _) => (5, true),
                _ => (escape.chars().next().map_or(0, char::len_utf8), false),
            };
        let (escaped, after) = escape.split_at_checked(length).unwrap_or((escape, ""));
        if lone {
            text.push_str(REPLACEMENT);
        } else {
            text.push('\\');
            text.push_str(escaped);
        }
        rest = after;
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// Parses the code unit of an escape, which begins after the backslash: `ud800`.
fn unit(escape: &str) -> Option<u32> {
    u32::from_str_radix(escape.strip_prefix('u')?.get(..4)?, 16).ok()
}

/// Returns the text of a JSON value: the content of a string, or a number as text.
pub(crate) fn text(json: &str) -> Option<Cow<'_, str>> {
    match json.as_bytes().first()? {
        b'"' => match without_lone_surrogates(json) {
            Cow::Borrowed(json) => borrowed(json),
            Cow::Owned(json) => serde_json::from_str(&json).ok().map(Cow::Owned),
        },
        b'-' | b'0'..=b'9' => Some(Cow::Borrowed(json)),
        _ => None,
    }
}

/// Returns the content of a string, borrowed if it has no escapes.
fn borrowed(json: &str) -> Option<Cow<'_, str>> {
    let inner = json.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        return serde_json::from_str(json).ok().map(Cow::Owned);
    }
    Some(Cow::Borrowed(inner))
}

/// Returns the whole number of a JSON value: `7`, `7.0`, `"7"`.
pub(super) fn whole(json: &str) -> Option<Whole> {
    let text = text(json)?;
    // The fraction of a whole number has only zeros.
    let digits = match text.split_once('.') {
        Some((digits, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => digits,
        Some(_) => return None,
        None => &*text,
    };
    let is_number = digits.strip_prefix('-').unwrap_or(digits).bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return None;
    }
    digits.parse().map(Whole::Unsigned).or_else(|_| digits.parse().map(Whole::Signed)).ok()
}

/// A whole number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Whole {
    Unsigned(u64),
    Signed(i64),
}

/// Returns the boolean of a JSON value: `true`, `"true"`, `"True"`.
pub(super) fn boolean(json: &str) -> Option<bool> {
    let text = json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).unwrap_or(json);
    match text {
        text if text.eq_ignore_ascii_case("true") => Some(true),
        text if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_replaces_only_lone_surrogates() {
        for (json, expected) in [
            (r#""\ud800""#, r#""\ufffd""#),
            (r#""\uDC00x""#, r#""\ufffdx""#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\ud83d\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#),
            (r#""\ud83d\n\ude00""#, r#""\ufffd\n\ufffd""#),
            (r#""\\ud800""#, r#""\\ud800""#),
            (r#""\\\ud800\u00e9é""#, r#""\\\ufffd\u00e9é""#),
            (r#"["\ud800",{"\udfff":1}]"#, r#"["\ufffd",{"\ufffd":1}]"#),
        ] {
            assert_eq!(without_lone_surrogates(json), expected);
        }
    }

    #[test]
    fn whole_reads_integer_in_every_form() {
        for (json, expected) in [
            ("7", Some(Whole::Unsigned(7))),
            ("-1", Some(Whole::Signed(-1))),
            ("1.0", Some(Whole::Unsigned(1))),
            (r#""12""#, Some(Whole::Unsigned(12))),
            (r#""1.00""#, Some(Whole::Unsigned(1))),
            ("18446744073709551615", Some(Whole::Unsigned(u64::MAX))),
            ("1.5", None),
            ("1e2", None),
            (r#""""#, None),
            (r#"" 7""#, None),
            (r#""+7""#, None),
            ("true", None),
            ("[7]", None),
        ] {
            assert_eq!(whole(json), expected, "{json}");
        }
    }

    proptest! {
        #[test]
        fn text_of_string_equals_value_of_serde(string in "\\PC*|[\u{0}-\u{20}\"\\\\]*") {
            let json = serde_json::to_string(&string).unwrap();
            prop_assert_eq!(text(&json).unwrap(), string);
        }

        #[test]
        fn text_decodes_any_units_as_utf16(units in proptest::collection::vec(0xd7f0_u16..0xe010, 0..8)) {
            let json = format!("\"{}\"", units.iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>());
            prop_assert_eq!(text(&json).unwrap(), String::from_utf16_lossy(&units));
        }
    }
}
