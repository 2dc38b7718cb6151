//! The text of a file or of standard input.

use super::InputError;

/// Decodes the bytes of a file or of standard input, without a byte order mark.
///
/// # Errors
/// [`InputError::Utf16`] for UTF-16, with or without a byte order mark: PowerShell's `>` writes
/// it. [`InputError::NotUtf8`] for other bytes that are not UTF-8.
pub fn text(bytes: &[u8]) -> Result<&str, InputError> {
    // The texts that programs read begin with an ASCII character, so one byte of the first pair
    // is zero in UTF-16.
    let is_utf16 = match *bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [first, second, ..] => (first == 0) != (second == 0),
        _ => false,
    };
    if is_utf16 {
        return Err(InputError::Utf16);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.trim_start_matches('\u{feff}')),
        Err(error) => Err(InputError::NotUtf8 { at: error.valid_up_to() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_names_encoding_when_it_is_not_utf8() {
        for (bytes, expected) in [
            (&b"{}"[..], Ok("{}")),
            (b"", Ok("")),
            (b"a", Ok("a")),
            (b"\xef\xbb\xbf{}\r\n", Ok("{}\r\n")),
            (b"\xef\xbb\xbf\xef\xbb\xbf{}", Ok("{}")),
            (b"\xff\xfe{\0}\0", Err(InputError::Utf16)),
            (b"\xfe\xff\0{\0}", Err(InputError::Utf16)),
            (b"{\0}\0", Err(InputError::Utf16)),
            (b"\0{\0}", Err(InputError::Utf16)),
            (b"\xff\xfe", Err(InputError::Utf16)),
            (b"ab\xe9cd", Err(InputError::NotUtf8 { at: 2 })),
            (b"\xef\xbb\xbf\xe9", Err(InputError::NotUtf8 { at: 3 })),
        ] {
            assert_eq!(text(bytes), expected, "{bytes:?}");
        }
        assert_eq!(
            InputError::NotUtf8 { at: 2 }.to_string(),
            "is not UTF-8 text (invalid at byte 2): save the file as UTF-8"
        );
    }

    proptest! {
        #[test]
        fn text_decodes_any_utf8_and_names_any_utf16(content in "[!-~][ -~é\n]{1,20}") {
            prop_assert_eq!(text(content.as_bytes()), Ok(content.as_str()));
            for (mark, to_bytes) in [
                ("", u16::to_le_bytes as fn(u16) -> [u8; 2]),
                ("\u{feff}", u16::to_le_bytes),
                ("", u16::to_be_bytes),
                ("\u{feff}", u16::to_be_bytes),
            ] {
                let utf16: Vec<u8> = [mark, &content].concat().encode_utf16().flat_map(to_bytes).collect();
                prop_assert_eq!(text(&utf16), Err(InputError::Utf16));
            }
        }
    }
}
