//! Numbers and strings in the table's format.

use crate::Outcome;

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

/// Every string once, in the order of their first use.
#[derive(Default)]
pub(crate) struct Texts(Vec<&'static str>);

impl Texts {
    /// Returns the number that refers to a string: 0 for a new one, or one more than its index.
    pub(crate) fn reference(&mut self, text: &'static str) -> usize {
        match self.0.iter().position(|known| *known == text) {
            Some(index) => index + 1,
            None => {
                self.0.push(text);
                0
            }
        }
    }

    /// Returns them, one per line.
    pub(crate) fn lines(self) -> Outcome<String> {
        match self.0.iter().find(|text| text.contains('\n')) {
            Some(text) => Err(format!("the table has no way to write the lines of {text:?}").into()),
            None => Ok(self.0.join("\n")),
        }
    }
}
