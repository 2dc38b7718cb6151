//! The only random number generator: a hash of (seed, subject, index), so that every item is a pure
//! function of its index.

use crate::hex::{push_hex, uuid};

/// The increment of splitmix64: 2^64 divided by the golden ratio.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Splitmix64's finalizer: a bijection in which every bit of the input reaches every bit of the
/// output.
pub(crate) const fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The inverse of [`mix`].
pub(crate) const fn unmix(mut x: u64) -> u64 {
    x = (x ^ (x >> 31) ^ (x >> 62)).wrapping_mul(0x3196_42b2_d24d_8ec3);
    x = (x ^ (x >> 27) ^ (x >> 54)).wrapping_mul(0x96de_1b17_3f11_9089);
    x ^ (x >> 30) ^ (x >> 60)
}

/// What a random number is for; each subject has its own sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Keys,
    Org,
    Account,
    AccountId,
    Domain,
    DomainId,
    Event,
    EventId,
    Jitter,
    Lag,
    Cursor,
    Trace,
    Fault,
    /// Its number is as it was when 13 had a subject: each organization follows from these numbers.
    Profile = 14,
    ScimId,
    DirectoryId,
    Site,
    Group,
    GroupId,
    Member,
    Grant,
    Policy,
    Token,
    Workspace,
}

/// A sequence of numbers that looks random and is always the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) const fn new(seed: u64, subject: Subject, index: u64) -> Self {
        let stream = mix(seed.wrapping_add((subject as u64 + 1).wrapping_mul(STEP)));
        Self(mix(stream ^ index.wrapping_mul(STEP)))
    }

    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// A number in `0..end`, and 0 where there is none.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(end);
        // The high half of a product of two 64-bit numbers has 64 bits.
        u64::try_from(wide >> 64).unwrap_or_default()
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// A number in `0.0..1.0`.
    pub(crate) fn unit(&mut self) -> f64 {
        // 53 bits are what a float holds exactly.
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of `items`.
    pub(crate) fn pick<T: Copy + Default>(&mut self, items: &[T]) -> T {
        let index = usize::try_from(self.below(items.len() as u64)).unwrap_or_default();
        items.get(index).copied().unwrap_or_default()
    }

    /// Lower-case hexadecimal digits.
    pub(crate) fn hex(&mut self, digits: usize) -> String {
        let mut text = String::with_capacity(digits + 16);
        while text.len() < digits {
            push_hex(&mut text, self.next().into(), 16);
        }
        text.truncate(digits);
        text
    }

    /// A random-looking UUID of version 4.
    pub(crate) fn uuid(&mut self) -> String {
        let (high, low) = (self.next(), self.next());
        uuid(u128::from(high) << 64 | u128::from(low))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    // proptest has a trait of this name.
    use super::Rng;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_stay_below_their_end(seed in any::<u64>(), index in any::<u64>(), end in any::<u64>()) {
            let mut rng = Rng::new(seed, Subject::Event, index);
            prop_assert!(rng.below(end) < end.max(1));
            prop_assert_eq!((rng.below(0), rng.pick::<u8>(&[])), (0, 0), "an empty range gives the default");
            prop_assert!((0.0..1.0).contains(&rng.unit()));
        }
    }
}
