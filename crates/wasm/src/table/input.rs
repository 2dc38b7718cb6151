//! Reads the table's bytes. The build wrote them, so impossible bytes are read as nothing instead
//! of reported.

use std::str::Split;

/// The remaining bytes, and the strings.
pub(super) struct Input {
    bytes: &'static [u8],
    /// The strings that were not used yet.
    lines: Split<'static, char>,
    /// The strings that were used.
    texts: Vec<&'static str>,
}

impl Input {
    pub(super) fn new(bytes: &'static [u8], texts: &'static str) -> Self {
        Self { bytes, lines: texts.split('\n'), texts: Vec::new() }
    }

    /// Reads a number: seven bits per byte, the lowest first; the eighth bit is set if another
    /// byte follows.
    pub(super) fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
        }
        number
    }

    /// Reads a count and that many items.
    pub(super) fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.number()).map(|_| item(self)).collect()
    }

    /// Reads a number and returns the value that it encodes.
    pub(super) fn code<T: Copy>(&mut self, values: &[T]) -> Option<T> {
        values.get(self.number()).copied()
    }

    /// Reads a string.
    pub(super) fn text(&mut self) -> &'static str {
        let reference = self.number();
        self.text_of(reference)
    }

    /// Reads the name of a property, and whether it is required.
    pub(super) fn name(&mut self) -> (&'static str, bool) {
        let number = self.number();
        (self.text_of(number / 2), number % 2 == 1)
    }

    /// Returns the next new string for 0, or else a string that was used: its index is one less.
    fn text_of(&mut self, reference: usize) -> &'static str {
        match reference.checked_sub(1) {
            Some(index) => self.texts.get(index).copied().unwrap_or_default(),
            None => {
                let text = self.lines.next().unwrap_or_default();
                self.texts.push(text);
                text
            }
        }
    }
}
