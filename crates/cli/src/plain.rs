//! Text of the server's, made harmless for terminals.
//!
//! Names and messages in an organization are written by its users: an escape sequence in them could clear a screen or show
//! something else than what is there, and so could a mark that reverses the direction of writing.

use std::borrow::Cow;

/// One line without control characters: white space becomes a blank, all else a replacement character.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let safe = |character: char| match character {
        '\n' | '\r' | '\t' => ' ',
        character if is_unsafe(character) => char::REPLACEMENT_CHARACTER,
        character => character,
    };
    Cow::Owned(text.chars().map(safe).collect())
}

/// The same JSON value with its control characters as escapes.
pub(crate) fn json(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        // JSON has such characters in strings alone, where an escape means the same; white space may also stand between tokens, and
        // no string has it as it is.
        match character {
            '\n' => safe.push('\n'),
            '\t' | '\r' => safe.push(' '),
            character if is_unsafe(character) => safe.push_str(&format!("\\u{:04x}", u32::from(character))),
            character => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_a_terminal_that_moves_it() {
        assert_eq!(line("Ann\u{1b}[2J\nBob\u{9b}1m \u{202e}x"), "Ann�[2J Bob�1m �x");
        assert!(matches!(line("Zoë 東京 🙂"), Cow::Borrowed(_)));
    }

    #[test]
    fn escaped_json_holds_the_same_value() {
        let text = "{\t\"a\":\"\u{9b}\u{7f}\u{202e}é\"\r\n}";
        let safe = json(text);
        assert_eq!(safe, "{ \"a\":\"\\u009b\\u007f\\u202eé\" \n}");
        let [before, after] =
            [text, &safe].map(|json| serde_json::from_str::<serde_json::Value>(json).unwrap());
        assert_eq!(before, after);
    }
}
