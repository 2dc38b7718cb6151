//! Reads the table's bytes. The build wrote them, so impossible bytes are read as nothing instead
//! of reported.

/// The remaining bytes.
pub(super) struct Input(pub(super) &'static [u8]);

impl Input {
    /// Reads a number: seven bits per byte, the lowest first; the eighth bit is set if another
    /// byte follows.
    pub(super) fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
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

    /// Reads the strings: the length of each, then all of them joined.
    pub(super) fn texts(&mut self) -> Vec<&'static str> {
        let lengths = self.list(Self::number);
        lengths.into_iter().map(|length| self.text(length)).collect()
    }

    fn text(&mut self, length: usize) -> &'static str {
        let (text, rest) = self.0.split_at_checked(length).unwrap_or((self.0, &[]));
        self.0 = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }
}
