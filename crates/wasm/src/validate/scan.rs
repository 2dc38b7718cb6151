//! A scanner over the bytes of JSON.

/// The remaining bytes of JSON.
pub(super) struct Scan<'j>(&'j [u8]);

impl<'j> Scan<'j> {
    /// Creates a scanner at the beginning, after a byte order mark.
    pub(super) fn new(json: &'j [u8]) -> Self {
        Self(json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json))
    }

    /// Returns the current byte; 0 at the end.
    #[inline(always)]
    fn here(&self) -> u8 {
        self.0.first().copied().unwrap_or_default()
    }

    /// Skips the current byte, which was read before.
    #[inline(always)]
    pub(super) fn enter(&mut self) {
        self.0 = self.0.get(1..).unwrap_or_default();
    }

    /// Skips white space and returns the current byte; 0 at the end.
    #[inline(always)]
    pub(super) fn peek(&mut self) -> u8 {
        // Between values, no other bytes are in this range.
        while matches!(self.here(), 1..=b' ') {
            self.enter();
        }
        self.here()
    }

    /// Moves to the first byte of the next item of an array or object and returns it; at the
    /// closing bracket, skips it and returns 0.
    pub(super) fn next_item(&mut self) -> u8 {
        let mut next = self.peek();
        if next == b',' {
            self.enter();
            next = self.peek();
        }
        if matches!(next, b']' | b'}') {
            self.enter();
            return 0;
        }
        next
    }

    /// Moves to the value of an object's next property and returns the property's name in quotes;
    /// at the end, skips the closing brace.
    pub(super) fn next_member(&mut self) -> Option<&'j [u8]> {
        if self.next_item() != b'"' {
            return None;
        }
        let name = self.text();
        if self.peek() == b':' {
            self.enter();
        }
        Some(name)
    }

    /// Skips the current value and returns it.
    pub(super) fn skip(&mut self) -> &'j [u8] {
        match self.here() {
            b'"' => self.text(),
            b'[' | b'{' => self.nested(),
            _ => self.word(),
        }
    }

    /// Skips an array or object. Takes constant stack space at any depth.
    fn nested(&mut self) -> &'j [u8] {
        let start = self.0;
        let mut depth = 0_u32;
        loop {
            match self.here() {
                b'"' => {
                    self.text();
                    continue;
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth -= 1,
                // Other bytes within an array or object do not matter.
                _ => {}
            }
            self.enter();
            if depth == 0 || self.0.is_empty() {
                return self.since(start);
            }
        }
    }

    /// Skips a number or a literal, and at least one byte, so that every loop ends.
    fn word(&mut self) -> &'j [u8] {
        let is_of_word =
            |byte: &u8| matches!(byte, b'-' | b'+' | b'.' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z');
        let start = self.0;
        self.enter();
        while self.0.first().is_some_and(is_of_word) {
            self.enter();
        }
        self.since(start)
    }

    /// Skips a string. Most of a response is strings, so most time is spent here.
    pub(super) fn text(&mut self) -> &'j [u8] {
        let start = self.0;
        self.enter();
        loop {
            let end = from_end(self.0);
            // The byte after a backslash does not end the string.
            if let [b'\\', _, rest @ ..] = end {
                self.0 = rest;
                continue;
            }
            self.0 = end.get(1..).unwrap_or_default();
            return self.since(start);
        }
    }

    /// Returns the bytes from `start` to the current position.
    fn since(&self, start: &'j [u8]) -> &'j [u8] {
        start.get(..start.len() - self.0.len()).unwrap_or_default()
    }
}

/// Returns the rest of a string from the next quote or backslash on.
fn from_end(text: &[u8]) -> &[u8] {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    // If one of the eight bytes is `byte`, the lowest set bit is the highest bit of the first such
    // byte.
    let has = |eight: u64, byte: u8| {
        let differs = eight ^ (ONES * u64::from(byte));
        differs.wrapping_sub(ONES) & !differs
    };
    let mut text = text;
    while let Some((eight, rest)) = text.split_first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        let ends = (has(eight, b'"') | has(eight, b'\\')) & (ONES << 7);
        if ends != 0 {
            return text.get(ends.trailing_zeros() as usize / 8..).unwrap_or_default();
        }
        text = rest;
    }
    let end = text.iter().position(|byte| matches!(byte, b'"' | b'\\'));
    text.get(end.unwrap_or(text.len())..).unwrap_or_default()
}
