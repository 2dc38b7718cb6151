//! What an error keeps of an answer in which the server repeats the key.

use std::borrow::Cow;

/// What stands in its place.
pub(super) const THE_KEY: &str = "(the key)";

/// The bytes without the key; borrowed if it is not among them.
///
/// Searched in the plainest way: the standard library's search of texts made the npm package's wasm 9 kB larger.
pub(crate) fn without<'a>(bytes: &'a [u8], key: &str) -> Cow<'a, [u8]> {
    let key = key.as_bytes();
    let mut kept = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(key.len()).position(|part| part == key) {
        kept.extend_from_slice(rest.get(..at).unwrap_or_default());
        kept.extend_from_slice(THE_KEY.as_bytes());
        rest = rest.get(at + key.len()..).unwrap_or_default();
    }
    if kept.is_empty() {
        return Cow::Borrowed(bytes);
    }
    kept.extend_from_slice(rest);
    Cow::Owned(kept)
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
}
