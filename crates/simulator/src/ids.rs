//! Identifiers that look random and still lead back to the index they were made of, so that get-by-id needs no table.

use crate::hash::{Draw, Subject, mix, unmix};

/// The bits of a UUID that are free beside its version and variant.
const FREE: u32 = 122;

/// Writes 122 bits as a UUID of version 4; higher bits are ignored.
pub(crate) fn uuid(bits: u128) -> String {
    let bits = bits & ((1 << FREE) - 1);
    let (high, middle, low) = (bits >> 74, (bits >> 62) & 0xfff, bits & ((1 << 62) - 1));
    let number = high << 80 | 4 << 76 | middle << 64 | 1 << 63 | low;
    let mut text = String::with_capacity(36);
    for (shift, digits) in [(96, 8), (80, 4), (64, 4), (48, 4), (0, 12)] {
        if !text.is_empty() {
            text.push('-');
        }
        push_hex(&mut text, number >> shift, digits);
    }
    text
}

/// Appends the lowest `digits` hexadecimal digits. Each event has a hundred, and `format!` takes ten times as long.
pub(crate) fn push_hex(text: &mut String, number: u128, digits: u32) {
    for digit in (0..digits).rev() {
        let nibble = (number >> (4 * digit)) & 0xf;
        text.extend(u32::try_from(nibble).ok().and_then(|nibble| char::from_digit(nibble, 16)));
    }
}

/// Reads back what [`uuid`] wrote; `None` for any other text.
fn bits_of(text: &str) -> Option<u128> {
    let hex: String = text.split('-').collect();
    if hex.len() != 32 || !hex.is_ascii() {
        return None;
    }
    let number = u128::from_str_radix(&hex, 16).ok()?;
    let (high, middle, low) = (number >> 80, (number >> 64) & 0xfff, number & ((1 << 62) - 1));
    let bits = high << 74 | middle << 62 | low;
    (uuid(bits) == text).then_some(bits)
}

/// Whether a text has the form of a UUID.
pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// A family of identifiers: one seed, one subject.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IdSpace {
    key: u64,
    check: u64,
}

impl IdSpace {
    pub(crate) fn new(seed: u64, subject: Subject) -> Self {
        let mut draw = Draw::new(seed, subject, 0);
        Self { key: draw.next(), check: draw.next() }
    }

    fn sealed(self, index: u64) -> (u64, u64) {
        let hidden = mix(index ^ self.key);
        (hidden, mix(hidden ^ self.check))
    }

    /// The index as a UUID: 64 bits hide it, 58 tell a real identifier from an invented one.
    pub(crate) fn to_uuid(self, index: u64) -> String {
        let (hidden, check) = self.sealed(index);
        uuid(u128::from(hidden) << 58 | u128::from(check >> 6))
    }

    pub(crate) fn index_of_uuid(self, text: &str) -> Option<u64> {
        let index = unmix(u64::try_from(bits_of(text)? >> 58).ok()?) ^ self.key;
        (self.to_uuid(index) == text).then_some(index)
    }

    /// The index as 24 hexadecimal digits, as old account identifiers are.
    pub(crate) fn to_hex24(self, index: u64) -> String {
        let (hidden, check) = self.sealed(index);
        format!("{hidden:016x}{:08x}", check >> 32)
    }

    pub(crate) fn index_of_hex24(self, text: &str) -> Option<u64> {
        let index = unmix(u64::from_str_radix(text.get(..16)?, 16).ok()?) ^ self.key;
        (self.to_hex24(index) == text).then_some(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_identifier_leads_back_to_its_index(seed in any::<u64>(), index in any::<u64>()) {
            let space = IdSpace::new(seed, Subject::EventId);
            let id = space.to_uuid(index);
            prop_assert_eq!(id.len(), 36);
            prop_assert_eq!(&id[14..15], "4");
            prop_assert!("89ab".contains(&id[19..20]));
            prop_assert_eq!(space.index_of_uuid(&id), Some(index));
            prop_assert_eq!(space.index_of_hex24(&space.to_hex24(index)), Some(index));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC{0,40}") {
            let space = IdSpace::new(1, Subject::EventId);
            prop_assert_eq!(space.index_of_uuid(&text), None);
            prop_assert_eq!(space.index_of_hex24(&text), None);
        }
    }

    #[test]
    fn an_invented_identifier_leads_nowhere() {
        let space = IdSpace::new(1, Subject::EventId);
        for text in [
            "",
            "x",
            "00000000-0000-4000-8000-000000000000",
            &space.to_uuid(1).to_uppercase(),
            &"é".repeat(16),
        ] {
            assert_eq!(space.index_of_uuid(text), None, "{text}");
        }
        assert_eq!(IdSpace::new(2, Subject::EventId).index_of_uuid(&space.to_uuid(1)), None, "another seed");
    }
}
