//! Indents JSON for people: the same text, with white space between its tokens.

use serde::de::IgnoredAny;

const INDENT: usize = 2;

/// Maximum indentation level: otherwise white space grows with the square of the text.
const MAX_LEVEL: usize = 40;

/// Indents JSON. The digits of numbers and the escapes of strings are kept, and so is text that is
/// not JSON.
pub(crate) fn indent(json: &str) -> String {
    if serde_json::from_str::<IgnoredAny>(json).is_err() {
        return json.to_owned();
    }
    let mut text = String::with_capacity(json.len() * 2);
    let mut depth = 0;
    let mut tokens = Tokens(json).peekable();
    while let Some(token) = tokens.next() {
        text.push_str(token);
        match token {
            "{" | "[" => {
                // An empty object or list is printed on one line.
                if let Some(close) = tokens.next_if(|next| matches!(*next, "}" | "]")) {
                    text.push_str(close);
                } else {
                    depth += 1;
                    line(&mut text, depth);
                }
            }
            "," => line(&mut text, depth),
            ":" => text.push(' '),
            _ => {}
        }
        if tokens.peek().is_some_and(|next| matches!(*next, "}" | "]")) {
            depth = depth.saturating_sub(1);
            line(&mut text, depth);
        }
    }
    text
}

fn line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', depth.min(MAX_LEVEL) * INDENT));
}

/// The tokens of valid JSON.
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.0.trim_ascii_start();
        let length = match rest.bytes().next()? {
            b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
            b'"' => string(rest),
            _ => rest
                .find(|next: char| ",:]}".contains(next) || next.is_ascii_whitespace())
                .unwrap_or(rest.len()),
        };
        let (token, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some(token)
    }
}

/// Returns the length of the string at the start, with its quotes.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn indent_keeps_tokens_unchanged() {
        let json = r#"{"a":[1.0,12345678901234567890.10,{}], "b" : "\u00e9,{\"" ,"c":[],"d":null}"#;
        let indented = r#"{
  "a": [
    1.0,
    12345678901234567890.10,
    {}
  ],
  "b": "\u00e9,{\"",
  "c": [],
  "d": null
}"#;
        assert_eq!(indent(json), indented);
    }

    #[test]
    fn indent_keeps_text_that_is_not_json() {
        for text in ["<html>{\"a\":1}", "{\"a\":", "not, JSON"] {
            assert_eq!(indent(text), text);
        }
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<Option<bool>>().prop_map(|value| json!(value)),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from)
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::btree_map(any::<String>(), inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        /// serde_json's own formatter agrees if numbers have their shortest form.
        #[test]
        fn indent_agrees_with_serde_json(value in values()) {
            prop_assert_eq!(indent(&value.to_string()), serde_json::to_string_pretty(&value).unwrap());
        }
    }
}
