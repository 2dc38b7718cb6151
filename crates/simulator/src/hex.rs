//! Numbers as hexadecimal digits and as UUIDs.

/// The bits of a UUID that are free beside its version and variant.
const FREE: u32 = 122;

/// Writes 122 bits as a UUID of version 4; higher bits are ignored.
pub(crate) fn uuid(bits: u128) -> String {
    let bits = bits & ((1 << FREE) - 1);
    let (high, middle, low) = (bits >> 74, (bits >> 62) & 0xfff, bits & ((1 << 62) - 1));
    let number = high << 80 | 4 << 76 | middle << 64 | 1 << 63 | low;
    let mut text = String::with_capacity(36);
    for (shift, digits) in [(96, 8), (80, 4), (64, 4), (48, 4), (0, 12)] {
        if !text.is_empty() {
            text.push('-');
        }
        push_hex(&mut text, number >> shift, digits);
    }
    text
}

/// Appends the lowest `digits` hexadecimal digits. Each event has a hundred, and `format!` takes
/// ten times as long.
pub(crate) fn push_hex(text: &mut String, number: u128, digits: u32) {
    for digit in (0..digits).rev() {
        let nibble = (number >> (4 * digit)) & 0xf;
        text.extend(u32::try_from(nibble).ok().and_then(|nibble| char::from_digit(nibble, 16)));
    }
}

/// Reads back what [`uuid`] wrote; `None` for any other text.
pub(crate) fn uuid_bits(text: &str) -> Option<u128> {
    let hex: String = text.split('-').collect();
    if hex.len() != 32 || !hex.is_ascii() {
        return None;
    }
    let number = u128::from_str_radix(&hex, 16).ok()?;
    let (high, middle, low) = (number >> 80, (number >> 64) & 0xfff, number & ((1 << 62) - 1));
    let bits = high << 74 | middle << 62 | low;
    (uuid(bits) == text).then_some(bits)
}

/// Whether a text has the form of a UUID.
pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|digit| digit.is_ascii_hexdigit()))
}
