//! A guard against JSON that would take far more memory as values than as text.

/// Texts up to this size are never too dense.
const MIN_CHECKED_BYTES: usize = 1 << 20;

/// The minimum number of bytes per value, on average. Real responses have twice as many.
const MIN_BYTES_PER_VALUE: usize = 8;
/// The minimum number of bytes per object, on average.
const MIN_BYTES_PER_OBJECT: usize = 16;

/// Whether the values of a text would need a large multiple of its memory: an empty object has two
/// bytes as text and several hundred as a model.
pub(super) fn is_dense(json: &[u8]) -> bool {
    if json.len() <= MIN_CHECKED_BYTES {
        return false;
    }
    let count = |wanted: u8| json.iter().filter(|byte| **byte == wanted).count();
    if count(b',') * MIN_BYTES_PER_VALUE
        + count(b'[') * MIN_BYTES_PER_VALUE
        + count(b'{') * MIN_BYTES_PER_OBJECT
        <= json.len()
    {
        return false;
    }
    // Bytes inside strings do not count.
    let (mut in_string, mut escaped) = (false, false);
    let weight = |byte: &u8| {
        if in_string {
            in_string = *byte != b'"' || escaped;
            escaped = *byte == b'\\' && !escaped;
            return 0;
        }
        in_string = *byte == b'"';
        match byte {
            b',' | b'[' => MIN_BYTES_PER_VALUE,
            b'{' => MIN_BYTES_PER_OBJECT,
            _ => 0,
        }
    };
    json.iter().map(weight).sum::<usize>() > json.len()
}

#[cfg(test)]
mod tests {
    use super::super::{DecodeError, decode_slice};
    use super::*;

    #[test]
    fn decode_refuses_long_text_of_tiny_values() {
        let list = |item: &str, length: usize| {
            let items = vec![item; length / (item.len() + 1)].join(",");
            decode_slice::<Vec<serde::de::IgnoredAny>>(format!("[{items}]").as_bytes()).map(drop)
        };
        let dense = Err(DecodeError::new(".", "has more values than a response of its length can have"));
        assert_eq!(list("{}", MIN_CHECKED_BYTES / 2), Ok(()), "a small text is harmless");
        let nested = ["[[[[[[[[[[]]]]]]]]]]", r#"{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}"#];
        for item in ["{}", "0", "[]", "true", r#"{"a":[{},{}]}"#].into_iter().chain(nested) {
            assert_eq!(list(item, MIN_CHECKED_BYTES * 2), dense, "{item}");
        }
        for item in [
            r#"{"value":"557058:a","primary":true}"#,
            r#"",,,,{{{{[[[[,,,,""#,
            r#""\\\"{\\\"{{{{{{{{{{{{{{""#,
            r#""\"{{{{{{{{{{{{{{""#,
            "1234567890",
        ] {
            assert_eq!(list(item, MIN_CHECKED_BYTES * 2), Ok(()), "{item}");
        }
    }

    #[test]
    fn density_counts_properties_like_items_and_ignores_strings() {
        let is_read = |json: String| decode_slice::<serde::de::IgnoredAny>(json.as_bytes()).is_ok();
        assert!(!is_read(format!("{{{}\"a\":0}}", r#""a":0,"#.repeat(MIN_CHECKED_BYTES / 4))));
        // As many commas in a string as make the whole just long enough for the numbers before it.
        let numbers = MIN_CHECKED_BYTES / 4;
        let padded = |commas: usize| format!("[{}\"{}\"]", "0,".repeat(numbers), ",".repeat(commas));
        assert!(is_read(padded(6 * numbers + 4)));
        assert!(!is_read(padded(6 * numbers + 3)));
    }
}
