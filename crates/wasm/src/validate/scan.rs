//! Going through the bytes of JSON.

/// What is left of the bytes of JSON.
pub(super) struct Scan<'j>(&'j [u8]);

impl<'j> Scan<'j> {
    /// The beginning. A mark of the order of bytes is no part of the JSON.
    pub(super) fn new(json: &'j [u8]) -> Self {
        Self(json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json))
    }

    /// The byte here; 0 at the end.
    #[inline(always)]
    fn here(&self) -> u8 {
        self.0.first().copied().unwrap_or_default()
    }

    /// Goes behind a byte that was seen.
    #[inline(always)]
    pub(super) fn enter(&mut self) {
        self.0 = self.0.get(1..).unwrap_or_default();
    }

    /// The first byte of what comes next, behind white space; 0 at the end.
    #[inline(always)]
    pub(super) fn peek(&mut self) -> u8 {
        // Between values there are no other letters so low.
        while matches!(self.here(), 1..=b' ') {
            self.enter();
        }
        self.here()
    }

    /// Goes to the first byte of the next item of a list or of an object, which is the result; or behind the end, which is 0.
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

    /// Goes to the value of an object's next member, whose name is the result, in quotes; or behind the object's end.
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

    /// Goes behind the value here, which is the result.
    pub(super) fn skip(&mut self) -> &'j [u8] {
        match self.here() {
            b'"' => self.text(),
            b'[' | b'{' => self.nested(),
            _ => self.word(),
        }
    }

    /// Goes behind a list or an object. However deep it is, it takes no more stack.
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
                // What else stands within a list or an object does not matter.
                _ => {}
            }
            self.enter();
            if depth == 0 || self.0.is_empty() {
                return self.since(start);
            }
        }
    }

    /// Goes behind a number or a literal, and behind a byte in any case: whoever goes on comes to the end.
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

    /// Goes behind a text. Most of a page is texts, so this is where the time goes.
    pub(super) fn text(&mut self) -> &'j [u8] {
        let start = self.0;
        self.enter();
        loop {
            let end = from_end(self.0);
            // The letter behind a backslash ends nothing.
            if let [b'\\', _, rest @ ..] = end {
                self.0 = rest;
                continue;
            }
            self.0 = end.get(1..).unwrap_or_default();
            return self.since(start);
        }
    }

    /// What stands between there and here.
    fn since(&self, start: &'j [u8]) -> &'j [u8] {
        start.get(..start.len() - self.0.len()).unwrap_or_default()
    }
}

/// The rest of a text from the next quote or backslash on.
fn from_end(text: &[u8]) -> &[u8] {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    // Where one of the eight bytes is `byte`, the highest bit of the first such is the lowest bit of these.
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
