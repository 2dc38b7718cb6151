//! Escapes the server's text for terminals.
//!
//! Users of an organization write its names and messages: an escape sequence in them could clear
//! the screen or fake its content, and so could a mark that reverses the direction of writing.

use std::borrow::Cow;
use std::fmt::Display;

/// Returns one line without control characters: white space becomes a space, other control
/// characters become a replacement character.
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

/// Returns the same JSON value with its control characters as escapes.
pub(crate) fn json(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        // In JSON, such characters only occur in strings, where an escape has the same meaning.
        // White space also occurs between tokens, but no string contains it unescaped.
        match character {
            '\n' => safe.push('\n'),
            '\t' | '\r' => safe.push(' '),
            character if is_unsafe(character) => safe.push_str(&format!("\\u{:04x}", u32::from(character))),
            character => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

/// Returns the operating system's message without its number, which only programs need:
/// `No such file or directory`.
pub(crate) fn system(error: &impl Display) -> String {
    let text = error.to_string();
    let number = |rest: &&str| rest.strip_suffix(')').is_some_and(|rest| rest.parse::<i32>().is_ok());
    match text.rsplit_once(" (os error ").filter(|(_, rest)| number(rest)) {
        Some((message, _)) => message.trim_end_matches('.').to_owned(),
        None => text,
    }
}

fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_replaces_control_characters() {
        assert_eq!(line("Ann\u{1b}[2J\nBob\u{9b}1m \u{202e}x"), "Ann�[2J Bob�1m �x");
        assert!(matches!(line("Zoë 東京 🙂"), Cow::Borrowed(_)));
    }

    /// Both replace characters one by one, so all characters cover all texts.
    #[test]
    fn line_and_json_hold_no_unsafe_character() {
        let all: String = ('\0'..=char::MAX).collect();
        let shown = line(&all);
        assert!(!shown.chars().any(is_unsafe));
        assert_eq!(shown.chars().count(), all.chars().count());
        let escaped = serde_json::to_string(&all).unwrap();
        let shown = json(&escaped);
        assert!(!shown.chars().any(is_unsafe));
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), all);
    }

    #[test]
    fn system_leaves_out_the_number_of_an_error() {
        let error = std::io::Error::from_raw_os_error(2);
        assert!(error.to_string().ends_with(" (os error 2)"));
        assert!(!system(&error).contains('('), "{error}");
        assert_eq!(system(&"it (os error x)"), "it (os error x)");
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
