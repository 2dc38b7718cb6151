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
    #[inline(always)]
    fn here(&self) -> u8 {
        self.json.get(self.at).copied().unwrap_or_default()
    }

    /// The first byte of what comes next, behind white space; 0 at the end.
    #[inline(always)]
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

    /// Goes behind a text. Most of a page is texts, so this is where the time goes.
    fn skip_text(&mut self) {
        self.at += 1;
        while let Some(rest) = self.json.get(self.at..) {
            self.at += plain(rest);
            match self.here() {
                b'\\' => self.at += 2,
                _ => {
                    self.at += 1;
                    return;
                }
            }
        }
    }
}

/// How many bytes there are before the next quote or backslash.
fn plain(text: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    // Not zero where one of the eight bytes is `byte`.
    let has = |eight: u64, byte: u64| {
        let differs = eight ^ (ONES * byte);
        differs.wrapping_sub(ONES) & !differs & (ONES << 7)
    };
    let mut length = 0;
    let (eights, _) = text.as_chunks();
    for eight in eights {
        let eight = u64::from_le_bytes(*eight);
        if has(eight, u64::from(b'"')) | has(eight, u64::from(b'\\')) != 0 {
            break;
        }
        length += 8;
    }
    let rest = text.get(length..).unwrap_or_default();
    length + rest.iter().position(|byte| matches!(byte, b'"' | b'\\')).unwrap_or(rest.len())
}
