//! Single values: ids and names.

use super::InputError;

/// Returns the text without white space and invisible characters around it.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(is_invisible)
}

/// Returns the id that a text means: [`trimmed`], without quotes or hidden characters.
///
/// # Errors
/// [`InputError`] for any other text, which no id contains.
pub fn id(text: &str) -> Result<&str, InputError> {
    let id = visible(text)?;
    if id.starts_with(is_quote) || id.ends_with(is_quote) {
        return Err(InputError::Quoted);
    }
    if id.contains(|character| character != ' ' && is_invisible(character)) {
        return Err(InputError::Invisible);
    }
    Ok(id)
}

/// Returns the name that a text means: [`trimmed`], and not in quotes. Quotes within it stay.
///
/// # Errors
/// [`InputError`] for a text in quotes or with control characters inside.
pub fn name(text: &str) -> Result<&str, InputError> {
    let name = visible(text)?;
    let inner = name.strip_prefix(is_quote).and_then(|rest| rest.strip_suffix(is_quote));
    if inner.is_some_and(|inner| !inner.contains(is_quote)) {
        return Err(InputError::Quoted);
    }
    if name.contains(|character: char| character.is_control() || character == '\u{feff}') {
        return Err(InputError::Invisible);
    }
    Ok(name)
}

fn visible(text: &str) -> Result<&str, InputError> {
    let visible = trimmed(text);
    if visible.is_empty() {
        return Err(InputError::Empty);
    }
    // UTF-16 that a program decoded as another encoding.
    if visible.contains('\0') {
        return Err(InputError::Utf16);
    }
    Ok(visible)
}

/// Whether a character shows nothing: white space, a control character, a byte order mark, a mark
/// that joins, separates or directs text.
fn is_invisible(character: char) -> bool {
    // Most ids are ASCII.
    if character.is_ascii() {
        return character.is_ascii_whitespace() || character.is_ascii_control();
    }
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether a character is a quote, as shells, programs and word processors write them.
pub(crate) fn is_quote(character: char) -> bool {
    matches!(character, '"' | '\'' | '`' | '«' | '»' | '\u{2018}'..='\u{201f}' | '‹' | '›' | '＂' | '＇')
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Texts that copying leaves around a value, and that are removed.
    pub(crate) const DIRT: [&str; 12] = [
        " ", "\t", "\r", "\n", "\r\n", "\u{feff}", "\u{a0}", "\u{200b}", "\u{2028}", "\u{3000}", "\u{200e}",
        "\0",
    ];

    /// Quotes that copying leaves around a value.
    pub(crate) const QUOTES: [(&str, &str); 8] =
        [("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("＂", "＂")];

    #[test]
    fn id_refuses_text_that_is_not_one() {
        for (text, problem) in [
            ("", InputError::Empty),
            ("\u{feff} \r\n", InputError::Empty),
            ("\"o-1\"", InputError::Quoted),
            ("o-1'", InputError::Quoted),
            ("o-1\r\no-2", InputError::Invisible),
            ("o-\u{feff}1", InputError::Invisible),
            ("o\0-\x001", InputError::Utf16),
        ] {
            assert_eq!(id(text), Err(problem), "{text:?}");
        }
    }

    #[test]
    fn name_keeps_quotes_and_spaces_inside() {
        for text in
            ["site admins", "the \"A\" team", "\"A\" and \"B\"", "O'Neill", "devs'", "\u{645}\u{200c}\u{62a}"]
        {
            assert_eq!(name(text), Ok(text));
        }
        for (text, problem) in [
            (" \r", InputError::Empty),
            ("\"devs\"", InputError::Quoted),
            ("“devs”\r", InputError::Quoted),
            ("devs\r\nops", InputError::Invisible),
            ("d\0e\0v", InputError::Utf16),
        ] {
            assert_eq!(name(text), Err(problem), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn id_and_name_drop_dirt_around_a_clean_value(
            clean in "[a-zA-Z0-9][a-zA-Z0-9:/._-]{0,20}",
            before in proptest::collection::vec(proptest::sample::select(&DIRT[..]), 0..4),
            after in proptest::collection::vec(proptest::sample::select(&DIRT[..]), 0..4),
        ) {
            let text = [before.concat(), clean.clone(), after.concat()].concat();
            prop_assert_eq!(id(&text), Ok(clean.as_str()));
            prop_assert_eq!(name(&text), Ok(clean.as_str()));
        }

        #[test]
        fn id_is_visible_at_both_ends(text in "\\PC{0,6}[a-c\"'\r\u{feff}]{0,3}.{0,6}") {
            if let Ok(id) = id(&text) {
                prop_assert_eq!(super::id(id), Ok(id));
                prop_assert!(!id.is_empty() && text.contains(id));
                let is_clean = |end: Option<char>| end.is_some_and(|end| !is_quote(end) && !is_invisible(end));
                prop_assert!(is_clean(id.chars().next()) && is_clean(id.chars().last()));
            }
        }
    }
}
