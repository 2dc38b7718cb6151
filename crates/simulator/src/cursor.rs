//! Cursors: a position as opaque text. They hold all they need, so the simulator remembers none,
//! and a changed one is refused.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::rng::{Rng, Subject, mix};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CHECK: usize = 8;

/// Writes a position of the listing `operation`.
pub(crate) fn encode(seed: u64, operation: &str, position: &impl Serialize) -> String {
    let mut text = serde_json::to_vec(position).unwrap_or_default();
    // Always `==` at the end: clients that do not encode cursors are to be found out. White space
    // is harmless in JSON.
    while (CHECK + text.len()) % 3 != 1 {
        text.push(b' ');
    }
    let check = checksum(seed, operation, &text);
    let mut bytes = check.to_be_bytes().to_vec();
    bytes.extend(masked(seed, check, &text));
    base64(&bytes)
}

/// Reads a position; `None` for what [`encode`] did not write for this seed and operation.
pub(crate) fn decode<T: DeserializeOwned>(seed: u64, operation: &str, cursor: &str) -> Option<T> {
    let bytes = unbase64(cursor)?;
    let (check, text) = bytes.split_first_chunk::<CHECK>()?;
    let check = u64::from_be_bytes(*check);
    let text = masked(seed, check, text);
    if check != checksum(seed, operation, &text) {
        return None;
    }
    serde_json::from_slice(&text).ok()
}

fn checksum(seed: u64, operation: &str, text: &[u8]) -> u64 {
    let start = Rng::new(seed, Subject::Cursor, 0).next();
    operation
        .bytes()
        .chain([0])
        .chain(text.iter().copied())
        .fold(start, |sum, byte| mix(sum ^ u64::from(byte)).wrapping_add(1))
}

/// Hides the text, and shows it again.
fn masked(seed: u64, check: u64, text: &[u8]) -> Vec<u8> {
    let mut rng = Rng::new(seed, Subject::Cursor, check);
    let mut mask = std::iter::repeat_with(move || rng.next().to_be_bytes()).flatten();
    text.iter().map(|byte| byte ^ mask.next().unwrap_or_default()).collect()
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0_u32, |group, place| {
            group << 8 | u32::from(chunk.get(place).copied().unwrap_or_default())
        });
        for place in 0..4 {
            let digit = (group >> (18 - 6 * place)) & 63;
            let digit = ALPHABET.get(digit as usize).filter(|_| place <= chunk.len());
            text.push(digit.map_or('=', |digit| char::from(*digit)));
        }
    }
    text
}

fn unbase64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for chunk in text.trim_end_matches('=').as_bytes().chunks(4) {
        let mut group = 0_u32;
        for place in 0..4 {
            let digit = match chunk.get(place) {
                Some(digit) => ALPHABET.iter().position(|other| other == digit)?,
                None => 0,
            };
            group = group << 6 | u32::try_from(digit).ok()?;
        }
        let [_, decoded @ ..] = group.to_be_bytes();
        bytes.extend(decoded.iter().take(chunk.len() * 6 / 8));
    }
    // A position has only one text: any other was changed on its way.
    (base64(&bytes) == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_position_comes_back(seed in any::<u64>(), index in any::<u64>(), from in any::<Option<i64>>(), text in "\\PC*") {
            let position = (index, from, text);
            let cursor = encode(seed, "getUsers", &position);
            prop_assert!(cursor.ends_with("=="));
            prop_assert_eq!(decode(seed, "getUsers", &cursor), Some(position));
            prop_assert_eq!(decode::<(u64, Option<i64>, String)>(seed, "getDomains", &cursor), None);
            prop_assert_eq!(decode::<(u64, Option<i64>, String)>(seed.wrapping_add(1), "getUsers", &cursor), None);
        }

        #[test]
        fn a_changed_cursor_is_refused(index in any::<u64>(), place in 0_usize..20, to in "[A-Za-z0-9+/]") {
            let cursor = encode(1, "getUsers", &index);
            let mut changed = cursor.clone();
            changed.replace_range(place..=place, &to);
            prop_assume!(changed != cursor);
            prop_assert_eq!(decode::<u64>(1, "getUsers", &changed), None);
        }

        #[test]
        fn any_text_is_read_without_a_panic(cursor in "\\PC*") {
            prop_assert_eq!(decode::<u64>(1, "getUsers", &cursor), None);
        }
    }

    #[test]
    fn base64_is_the_usual_one() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
            assert_eq!(unbase64(text).as_deref(), Some(bytes.as_bytes()));
        }
    }
}
