//! The server's text on a terminal: no part of it moves the cursor, and JSON keeps its value.

use atlassian_admin_cli::fuzzed;
use serde_json::Value;

/// The bytes are the text.
pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let line = fuzzed::line(&text);
    assert!(!line.chars().any(moves), "{line:?}");
    assert_eq!(line.chars().count(), text.chars().count(), "each letter has its place");
    assert_eq!(fuzzed::line(&line), line);
    if let Ok(value) = serde_json::from_str::<Value>(&text) {
        let shown = fuzzed::json(&text);
        // Line breaks between tokens come from the server.
        assert!(!shown.chars().any(|letter| moves(letter) && letter != '\n'), "{shown:?}");
        assert_eq!(serde_json::from_str::<Value>(&shown).ok(), Some(value), "{shown:?}");
    }
}

fn moves(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Escape sequences and marks of direction, as text and in JSON.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    [
        "Ann\u{1b}[2J\nBob\u{9b}1m \u{202e}x",
        "{\t\"a\":\"\u{9b}\u{7f}\u{202e}é\",\r\n\"\u{2028}\":[1,\"\\u001b\"]}",
        "Zoë 東京 🙂",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}
