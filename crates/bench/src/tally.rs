//! The count and the checksum of a walk, by which all walkers are seen to read the same items.

/// The number of items of a walk, and a checksum of the fields that every walker reads.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// How many items were read.
    pub items: u64,
    /// The checksum of the items, in order.
    pub checksum: u64,
}

impl Tally {
    /// Adds one item: three of its strings, and the length of its lists. This takes a few hundred
    /// instructions, where decoding takes tens of thousands.
    pub fn add(&mut self, id: &str, time: &str, text: &str, listed: usize) {
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
