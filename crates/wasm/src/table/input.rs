//! Reading the table's bytes. They are as the build wrote them; what cannot be is read as nothing.

/// What is left to read.
pub(super) struct Input(pub(super) &'static [u8]);

impl Input {
    /// A number: seven bits in each byte, the lowest first; the eighth says that there are more.
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

    /// Several things, behind their count.
    pub(super) fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.number()).map(|_| item(self)).collect()
    }

    /// The value that a number stands for.
    pub(super) fn code<T: Copy>(&mut self, values: &[T]) -> Option<T> {
        values.get(self.number()).copied()
    }

    /// The texts: how long each is, then all in one piece.
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
