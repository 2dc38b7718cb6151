//! What every walker counts, so that all of them can be seen to have read the same.

/// The items of a walk: how many there are, and a sum over what every walker reads of them.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) items: u64,
    pub(crate) checksum: u64,
}

impl Tally {
    /// Adds one item: three of its texts, and how many things are listed in it. It costs a few hundred instructions where decoding
    /// costs tens of thousands.
    pub(crate) fn add(&mut self, id: &str, time: &str, text: &str, listed: usize) {
        self.items += 1;
        let item = [id, time, text]
            .into_iter()
            .fold(listed as u64, |sum, text| sum.wrapping_mul(31).wrapping_add(fold(text)));
        self.checksum = self.checksum.wrapping_mul(31).wrapping_add(item);
    }
}

fn fold(text: &str) -> u64 {
    let words = text.as_bytes().chunks(8).map(|chunk| {
        let mut word = [0; 8];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        u64::from_le_bytes(word)
    });
    words.fold(text.len() as u64, |sum, word| sum.wrapping_mul(0x0100_0000_01b3).wrapping_add(word))
}
