//! Looks for a canary in texts: for the key and the e-mail address of the tests, which both hold
//! this word and nothing else does.
#![allow(dead_code, reason = "each test file uses its part")]

use std::sync::LazyLock;

pub const WORD: &str = "canary";
pub const EMAIL: &str = "canary@example.com";

/// The form in which the text holds the word, if it does: as it is, or in any encoding that a text
/// meets on its way.
pub fn found(text: &str) -> Option<&'static str> {
    static FORMS: LazyLock<Vec<String>> = LazyLock::new(|| forms(WORD));
    let text = text.to_ascii_lowercase();
    FORMS.iter().find(|form| text.contains(*form)).map(String::as_str)
}

/// Fails where the text holds the word.
#[track_caller]
pub fn assert_clean(text: &str, place: impl std::fmt::Display) {
    if let Some(form) = found(text) {
        panic!("{place} shows the canary, as {form:?}:\n{text}");
    }
}

/// The word as it is, with each letter escaped for a URL or for JSON, as bytes in decimal and in
/// hexadecimal, and in base64.
fn forms(word: &str) -> Vec<String> {
    let each =
        |form: fn(u8) -> String, between: &str| word.bytes().map(form).collect::<Vec<_>>().join(between);
    let mut forms = vec![
        word.to_owned(),
        each(|byte| format!("%{byte:02x}"), ""),
        each(|byte| format!("\\u{byte:04x}"), ""),
        each(|byte| format!("\\x{byte:02x}"), ""),
        each(|byte| byte.to_string(), ","),
        each(|byte| byte.to_string(), ", "),
        each(|byte| format!("{byte:02x}"), ""),
        each(|byte| format!("{byte:02x}"), " "),
    ];
    forms.extend((0..3).map(|before| base64(word.as_bytes(), before)));
    forms.iter().map(|form| form.to_ascii_lowercase()).collect()
}

/// The characters of base64 that depend on the bytes alone, wherever in a longer text they are:
/// `before` bytes after a multiple of three.
fn base64(bytes: &[u8], before: usize) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = std::iter::repeat_n(&0, before)
        .chain(bytes)
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .collect();
    let whole = bits.chunks_exact(6).skip((before * 8).div_ceil(6));
    whole.map(|six| char::from(LETTERS[six.iter().fold(0, |sum, bit| sum * 2 + usize::from(*bit))])).collect()
}

#[test]
fn canary_is_found_in_every_form() {
    for text in [
        "a canary-key",
        "?q=CANARY%40example.com",
        "%63%61%6E%61%72%79",
        r#""\u0063\u0061\u006e\u0061\u0072\u0079""#,
        "[99, 97, 110, 97, 114, 121]",
        "Buffer 63 61 6e 61 72 79",
        // `canary`, `:canary` and `a:canary`, each followed by more.
        "Y2FuYXJ5LWtleQ==",
        "OmNhbmFyeS1rZXk=",
        "YTpjYW5hcnkta2V5",
    ] {
        assert!(found(text).is_some(), "{text}");
    }
    assert_eq!(found("can ary, Y2Fu, 99, 97, 110"), None);
}
