//! Numbers and texts, as the table holds them.

/// What is written, from its beginning on.
#[derive(Default)]
pub(crate) struct Output(Vec<u8>);

impl Output {
    /// A number: seven bits in each byte, the lowest first; the eighth says that there are more.
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

/// Every text once, by its place.
#[derive(Default)]
pub(crate) struct Texts(Vec<&'static str>);

impl Texts {
    /// The place of a text.
    pub(crate) fn place(&mut self, text: &'static str) -> usize {
        self.0.iter().position(|known| *known == text).unwrap_or_else(|| {
            self.0.push(text);
            self.0.len() - 1
        })
    }

    /// How many there are, how long each is, and all of them in one piece.
    pub(crate) fn write(self) -> Vec<u8> {
        let mut output = Output::default();
        output.number(self.0.len());
        self.0.iter().for_each(|text| output.number(text.len()));
        [output.into_bytes(), self.0.concat().into_bytes()].concat()
    }
}
