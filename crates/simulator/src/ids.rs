//! Identifiers that look random and still encode the index that they were made from, so that a
//! lookup by identifier needs no table.

use crate::hex::{uuid, uuid_bits};
use crate::rng::{Rng, Subject, mix, unmix};

/// A family of identifiers: one seed, one subject.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IdSpace {
    key: u64,
    check: u64,
}

impl IdSpace {
    pub(crate) fn new(seed: u64, subject: Subject) -> Self {
        let mut rng = Rng::new(seed, subject, 0);
        Self { key: rng.next(), check: rng.next() }
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
        let index = unmix(u64::try_from(uuid_bits(text)? >> 58).ok()?) ^ self.key;
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
        fn identifier_maps_to_its_index_and_no_other_text_does(
            seed in any::<u64>(),
            index in any::<u64>(),
            text in "\\PC{0,40}",
        ) {
            let [space, other, one] = [seed, !seed, 1].map(|seed| IdSpace::new(seed, Subject::EventId));
            let (id, short) = (space.to_uuid(index), space.to_hex24(index));
            prop_assert_eq!((id.len(), &id[14..15]), (36, "4"));
            prop_assert!("89ab".contains(&id[19..20]));
            prop_assert_eq!((space.index_of_uuid(&id), space.index_of_hex24(&short)), (Some(index), Some(index)));
            let nil = "00000000-0000-4000-8000-000000000000";
            for text in [&text, nil, &"é".repeat(16), &one.to_uuid(1).to_uppercase(), &other.to_uuid(index)] {
                prop_assert_eq!((space.index_of_uuid(text), space.index_of_hex24(text)), (None, None), "{}", text);
            }
        }
    }
}
