//! Cursors: a position as opaque text. They hold all they need, so the simulator remembers none,
//! and a changed one is refused.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::rng::{Rng, Subject, mix};

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
    BASE64_STANDARD.encode(bytes)
}

/// Reads a position; `None` for what [`encode`] did not write for this seed and operation.
pub(crate) fn decode<T: DeserializeOwned>(seed: u64, operation: &str, cursor: &str) -> Option<T> {
    // A position has only one text: any other was changed on its way.
    let bytes = BASE64_STANDARD.decode(cursor).ok()?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn cursor_decodes_for_its_seed_and_listing_alone(seed in any::<u64>(), index in any::<u64>(), from in any::<Option<i64>>(), text in "\\PC*") {
            let position = (index, from, text);
            let cursor = encode(seed, "getUsers", &position);
            prop_assert!(cursor.ends_with("=="));
            prop_assert_eq!(decode::<u64>(seed, "getUsers", &position.2), None);
            prop_assert_eq!(decode(seed, "getUsers", &cursor), Some(position));
            prop_assert_eq!(decode::<(u64, Option<i64>, String)>(seed, "getDomains", &cursor), None);
            prop_assert_eq!(decode::<(u64, Option<i64>, String)>(seed.wrapping_add(1), "getUsers", &cursor), None);
        }

        #[test]
        fn modified_cursor_is_refused(index in any::<u64>(), place in 0_usize..20, to in "[A-Za-z0-9+/]") {
            let cursor = encode(1, "getUsers", &index);
            let mut changed = cursor.clone();
            changed.replace_range(place..=place, &to);
            prop_assume!(changed != cursor);
            prop_assert_eq!(decode::<u64>(1, "getUsers", &changed), None);
        }
    }
}
