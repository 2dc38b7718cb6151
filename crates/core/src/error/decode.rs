//! JSON that does not fit its type, and where.

use serde::Deserialize;
use serde_json::error::Category;

use super::redact;
use crate::lenient::{self, Lenient};

/// JSON that does not fit its type. It names the place, never the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    problem: String,
    garbled: bool,
}

impl DecodeError {
    /// Something of another kind than expected, at `path`. `problem` is shown: it must not hold the value.
    #[must_use]
    pub fn new(path: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { path: path.into(), problem: problem.into(), garbled: false }
    }

    /// No JSON at all.
    #[must_use]
    pub fn garbled(problem: impl Into<String>) -> Self {
        Self { path: ".".into(), problem: problem.into(), garbled: true }
    }

    /// The path of the first member that does not fit: `data[3].id`, or `.` for the whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Puts other words in the place of the key, which may be the name of a member.
    pub(super) fn forget(&mut self, key: &str) {
        if redact::has(self.path.as_bytes(), key) {
            self.path = redact::THE_KEY.to_owned();
        }
    }

    /// Whether the text is no JSON at all: cut off, or another thing altogether.
    #[must_use]
    pub fn is_garbled(&self) -> bool {
        self.garbled
    }
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "at {}: {}", self.path, self.problem)
    }
}

impl std::error::Error for DecodeError {}

pub(crate) fn decode_slice<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, DecodeError> {
    decode(text_of(json)?)
}

/// The text of a body that is safe to decode.
///
/// # Errors
/// Where it is not UTF-8, or would take a large multiple of its memory as values.
pub(crate) fn text_of(json: &[u8]) -> Result<&str, DecodeError> {
    // One check of the whole page is cheaper than one of each string: 15 to 19 % of a walk.
    let json = std::str::from_utf8(json).map_err(|error| DecodeError {
        path: ".".into(),
        problem: format!("no UTF-8 at byte {}", error.valid_up_to()),
        garbled: true,
    })?;
    if is_dense(json.as_bytes()) {
        return Err(DecodeError::new(".", "holds more values than answers of its length do"));
    }
    Ok(json)
}

/// What is shorter is read whatever it holds.
const ROOMY: usize = 1 << 20;

/// How many bytes of text a value takes at the least, on average, and an object. In real answers it is twice as many.
const VALUE: usize = 8;
const OBJECT: usize = 16;

/// Whether a text holds so many values that they would take a large multiple of its memory: an empty object is two bytes here, and some
/// hundred as a model.
fn is_dense(json: &[u8]) -> bool {
    if json.len() <= ROOMY {
        return false;
    }
    let count = |wanted: u8| json.iter().filter(|byte| **byte == wanted).count();
    if count(b',') * VALUE + count(b'[') * VALUE + count(b'{') * OBJECT <= json.len() {
        return false;
    }
    // Some of these may stand in texts, where they weigh nothing.
    let (mut in_string, mut escaped) = (false, false);
    let weight = |byte: &u8| {
        if in_string {
            in_string = *byte != b'"' || escaped;
            escaped = *byte == b'\\' && !escaped;
            return 0;
        }
        in_string = *byte == b'"';
        match byte {
            b',' | b'[' => VALUE,
            b'{' => OBJECT,
            _ => 0,
        }
    };
    json.iter().map(weight).sum::<usize>() > json.len()
}

/// Reads a value: strictly, and leniently where that fails.
pub(crate) fn decode<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, DecodeError> {
    // The path is found by reading again, and only on failure: keeping track of it would cost half as much again as decoding.
    serde_json::from_str(json).or_else(|_| lenient::read(json)).map_err(|_| locate::<T>(json))
}

#[cold]
fn locate<'a, T: Deserialize<'a>>(json: &'a str) -> DecodeError {
    let at = |path: String, error: &serde_json::Error| DecodeError {
        path,
        problem: problem(error),
        garbled: error.classify() != Category::Data,
    };
    let whole = match Lenient::new(json) {
        Ok(value) => match serde_path_to_error::deserialize::<_, T>(value) {
            Err(error) => return at(error.path().to_string(), error.inner()),
            // It was read in vain before, so this does not happen.
            Ok(_) => return DecodeError::new(".", "does not fit"),
        },
        Err(error) => error,
    };
    match serde_path_to_error::deserialize::<_, T>(&mut serde_json::Deserializer::from_str(json)) {
        Ok(_) => DecodeError::garbled("there is text after the JSON value"),
        // A part that does not fit comes before the place where the JSON is malformed.
        Err(error) if error.inner().classify() == Category::Data => at(".".into(), &whole),
        Err(error) => at(error.path().to_string(), error.inner()),
    }
}

/// What is wrong, without the value: serde's own text repeats it, and it may be personal.
pub(crate) fn problem(error: &serde_json::Error) -> String {
    let place = format!("line {}, column {}", error.line(), error.column());
    match error.classify() {
        Category::Eof => format!("the JSON ends too early, at {place}"),
        Category::Syntax | Category::Io => {
            format!("no valid JSON, at {place}")
        }
        Category::Data => {
            let text = error.to_string();
            let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
            // The value stands before what was expected, and may hold the same words.
            match (missing, text.rsplit_once(", expected ")) {
                (Some(name), _) => format!("`{name}` is missing"),
                (None, Some((_, expected))) => {
                    format!("expected {}", expected.split(" at line ").next().unwrap_or_default())
                }
                (None, None) => format!("does not fit, at {place}"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Raw;
    use crate::model::{Account, Event};
    use crate::paging::LinkedPage;

    fn message<T: for<'a> Deserialize<'a> + std::fmt::Debug>(json: &str) -> String {
        decode::<T>(json).unwrap_err().to_string()
    }

    #[test]
    fn what_is_long_and_holds_next_to_nothing_is_not_read() {
        let list = |item: &str, length: usize| {
            let items = vec![item; length / (item.len() + 1)].join(",");
            decode_slice::<Vec<serde::de::IgnoredAny>>(format!("[{items}]").as_bytes()).map(drop)
        };
        let dense = Err(DecodeError::new(".", "holds more values than answers of its length do"));
        assert_eq!(list("{}", ROOMY / 2), Ok(()), "so little harms nobody");
        let nested = ["[[[[[[[[[[]]]]]]]]]]", r#"{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}"#];
        for item in ["{}", "0", "[]", "true", r#"{"a":[{},{}]}"#].into_iter().chain(nested) {
            assert_eq!(list(item, ROOMY * 2), dense, "{item}");
        }
        for item in [
            r#"{"value":"557058:a","primary":true}"#,
            r#"",,,,{{{{[[[[,,,,""#,
            r#""\\\"{\\\"{{{{{{{{{{{{{{""#,
            r#""\"{{{{{{{{{{{{{{""#,
            "1234567890",
        ] {
            assert_eq!(list(item, ROOMY * 2), Ok(()), "{item}");
        }
    }

    #[test]
    fn members_weigh_as_much_as_items_and_texts_weigh_nothing() {
        let is_read = |json: String| decode_slice::<serde::de::IgnoredAny>(json.as_bytes()).is_ok();
        assert!(!is_read(format!("{{{}\"a\":0}}", r#""a":0,"#.repeat(ROOMY / 4))));
        // As many commas in a text as make the whole just long enough for the numbers before it.
        let numbers = ROOMY / 4;
        let padded = |commas: usize| format!("[{}\"{}\"]", "0,".repeat(numbers), ",".repeat(commas));
        assert!(is_read(padded(6 * numbers + 4)));
        assert!(!is_read(padded(6 * numbers + 3)));
    }

    #[test]
    fn what_is_no_json_at_all_is_told_from_what_does_not_fit() {
        for (json, garbled) in
            [("[\"a\"]", false), ("[7", true), ("<html>", true), ("[7] [8]", true), ("\"\u{fffd}", true)]
        {
            assert_eq!(decode::<Vec<u32>>(json).unwrap_err().is_garbled(), garbled, "{json}");
        }
        assert!(decode_slice::<Vec<u32>>(b"\xff").unwrap_err().is_garbled());
        assert!(DecodeError::garbled("cut off").is_garbled());
        assert!(!DecodeError::new("id", "expected text").is_garbled());
        assert_eq!(message::<Vec<u32>>("[7] [8]"), "at .: there is text after the JSON value");
    }

    #[test]
    fn an_error_names_the_place_and_never_the_value() {
        assert_eq!(
            message::<LinkedPage<Account>>(
                r#"{"data":[{"account_id":"a"},{"name":17,"email":[],"account_id":{"canary":"canary"}}]}"#
            ),
            "at data[1].account_id: expected a string"
        );
        assert_eq!(message::<Vec<u32>>(r#"["hi, expected canary"]"#), "at [0]: expected u32");
        assert_eq!(
            message::<LinkedPage<Event>>(r#"{"data":[{"email":"canary@example.com"}]}"#),
            "at data[0]: `id` is missing"
        );
        assert_eq!(message::<LinkedPage<Raw<Event>>>(r#"{"data":"canary"}"#), "at data: expected a sequence");
        assert_eq!(
            message::<LinkedPage<Event>>(r#"{"data":[{"id":"a"#),
            "at data[0].id: the JSON ends too early, at line 1, column 17"
        );
        assert_eq!(
            message::<LinkedPage<Event>>("<html>canary</html>"),
            "at .: no valid JSON, at line 1, column 1"
        );
        assert_eq!(
            decode_slice::<Event>(b"{\"id\":\"\xff\"}").unwrap_err().to_string(),
            "at .: no UTF-8 at byte 7"
        );
    }
}
