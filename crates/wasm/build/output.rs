//! Numbers and strings in the table's format.

/// The bytes written so far.
#[derive(Default)]
pub(crate) struct Output(Vec<u8>);

impl Output {
    /// Writes a number: seven bits per byte, the lowest first; the eighth bit is set if another
    /// byte follows.
    pub(crate) fn number(&mut self, mut number: usize) {
        while number > 0x7f {
            self.0.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Every string once, by its index.
#[derive(Default)]
pub(crate) struct Texts(Vec<&'static str>);

impl Texts {
    /// Returns the index of a string.
    pub(crate) fn index(&mut self, text: &'static str) -> usize {
        self.0.iter().position(|known| *known == text).unwrap_or_else(|| {
            self.0.push(text);
            self.0.len() - 1
        })
    }

    /// Writes their count, the length of each, and all of them joined.
    pub(crate) fn write(self) -> Vec<u8> {
        let mut output = Output::default();
        output.number(self.0.len());
        self.0.iter().for_each(|text| output.number(text.len()));
        [output.into_bytes(), self.0.concat().into_bytes()].concat()
    }
}
