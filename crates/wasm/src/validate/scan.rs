//! Going through the bytes of JSON.

/// A place in the bytes of JSON.
pub(super) struct Scan<'j> {
    json: &'j [u8],
    at: usize,
}

impl<'j> Scan<'j> {
    /// The beginning. A mark of the order of bytes is no part of the JSON.
    pub(super) fn new(json: &'j [u8]) -> Self {
        Self { json: json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json), at: 0 }
    }

    /// The byte here; 0 at the end.
    fn here(&self) -> u8 {
        self.json.get(self.at).copied().unwrap_or_default()
    }

    /// The first byte of what comes next, behind white space; 0 at the end.
    pub(super) fn peek(&mut self) -> u8 {
        while matches!(self.here(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.here()
    }

    /// Goes behind a byte that was seen.
    pub(super) fn enter(&mut self) {
        self.at += 1;
    }

    /// Goes to the next item of a list, or behind its end.
    pub(super) fn next_item(&mut self, is_first: bool) -> bool {
        match self.peek() {
            b']' | b'}' => {
                self.at += 1;
                false
            }
            b',' if !is_first => {
                self.at += 1;
                true
            }
            0 => false,
            _ => is_first,
        }
    }

    /// Goes to the value of an object's next member, whose name is the result, in quotes; or behind the object's end.
    pub(super) fn next_member(&mut self, is_first: bool) -> Option<&'j [u8]> {
        if !self.next_item(is_first) || self.peek() != b'"' {
            return None;
        }
        let name = self.skip();
        if self.peek() == b':' {
            self.at += 1;
        }
        Some(name)
    }

    /// Goes behind the next value, which is the result. However deep it is, it takes no more stack.
    pub(super) fn skip(&mut self) -> &'j [u8] {
        self.peek();
        let start = self.at;
        let mut depth = 0_u32;
        loop {
            match self.here() {
                b'"' => self.skip_text(),
                b'[' | b'{' => {
                    depth += 1;
                    self.at += 1;
                }
                b']' | b'}' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                // What else stands within a list or an object does not matter.
                _ if depth > 0 => self.at += 1,
                _ => self.skip_word(),
            }
            if depth == 0 || self.at >= self.json.len() {
                return self.json.get(start..self.at).unwrap_or_default();
            }
        }
    }

    /// Goes behind a number or a literal.
    fn skip_word(&mut self) {
        while matches!(self.here(), b'-' | b'+' | b'.' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z') {
            self.at += 1;
        }
    }

    /// Goes behind a text.
    fn skip_text(&mut self) {
        loop {
            self.at += 1;
            match self.here() {
                b'\\' => self.at += 1,
                b'"' => {
                    self.at += 1;
                    return;
                }
                0 if self.at >= self.json.len() => return,
                _ => {}
            }
        }
    }
}
