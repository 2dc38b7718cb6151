//! The original JSON of an item, decoded on demand.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::lenient::Property;
use super::{DecodeError, decode};

/// JSON as the server sent it, which is expected to be a `T` and is decoded on demand.
///
/// It keeps unknown properties, number formats and the order of properties. Copying a page of raw
/// items into a file takes a fraction of the time of decoding it.
///
/// ```
/// use atlassian_admin_core::{Raw, model::Event};
/// let raw: Raw<Event> = serde_json::from_str(r#"{"id":"e1","novel":1.50}"#)?;
/// assert_eq!(raw.json(), r#"{"id":"e1","novel":1.50}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Raw<T>(Box<RawValue>, PhantomData<fn() -> T>);

impl<T> Raw<T> {
    /// The original text: valid JSON, possibly of several lines.
    #[must_use]
    pub fn json(&self) -> &str {
        self.0.get()
    }

    pub(crate) fn into_json(self) -> Box<str> {
        self.0.into()
    }

    /// The original text on one line, as NDJSON requires. White space between tokens is removed if
    /// the text has a line break.
    #[must_use]
    pub fn one_line(&self) -> Cow<'_, str> {
        let json = self.json();
        if !json.bytes().any(|byte| matches!(byte, b'\n' | b'\r')) {
            return Cow::Borrowed(json);
        }
        let (mut in_string, mut escaped) = (false, false);
        let kept = |&character: &char| {
            if in_string {
                in_string = character != '"' || escaped;
                escaped = character == '\\' && !escaped;
                return true;
            }
            in_string = character == '"';
            !character.is_ascii_whitespace()
        };
        Cow::Owned(json.chars().filter(kept).collect())
    }

    /// Returns the same text, to be decoded as another type.
    #[must_use]
    pub fn cast<U>(self) -> Raw<U> {
        Raw(self.0, PhantomData)
    }

    /// Decodes the item.
    ///
    /// Decoding is lenient: in a type of [`model`](crate::model), a malformed optional property is
    /// absent, and a lone surrogate becomes U+FFFD. The original text does not change.
    ///
    /// # Errors
    /// [`DecodeError`] with the path of the first property that is missing or malformed.
    pub fn decode(&self) -> Result<T, DecodeError>
    where
        T: DeserializeOwned,
    {
        decode(self.json())
    }

    /// Decodes the item as a type of the caller, which can borrow from the text.
    ///
    /// A malformed property is an error. Strings are accepted for numbers and booleans, and numbers
    /// for strings.
    ///
    /// # Errors
    /// [`DecodeError`] with the path of the first property that is missing or malformed.
    pub fn decode_as<'a, U: Deserialize<'a>>(&'a self) -> Result<U, DecodeError> {
        decode(self.json())
    }

    /// Encodes a value.
    ///
    /// # Errors
    /// If JSON cannot represent the value, for example a map with keys that are not strings.
    pub fn encode(value: &T) -> Result<Self, serde_json::Error>
    where
        T: Serialize,
    {
        serde_json::value::to_raw_value(value).map(|json| Self(json, PhantomData))
    }
}

impl<T> Property for Raw<T> {}

impl<T> Clone for Raw<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T> Default for Raw<T> {
    fn default() -> Self {
        Self(RawValue::NULL.to_owned(), PhantomData)
    }
}

impl<T> std::fmt::Debug for Raw<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Raw").field(&self.json()).finish()
    }
}

impl<T> PartialEq for Raw<T> {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

impl<T> Serialize for Raw<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Raw<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::deserialize(deserializer).map(|json| Self(json, PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    #[test]
    fn one_line_removes_only_white_space_between_tokens() {
        let raw: Raw<Value> =
            serde_json::from_str("{ \"a b\" :\r\n [1.50, \"x \\\" \\\\\", 1e2 ]\n}").unwrap();
        assert_eq!(raw.one_line(), r#"{"a b":[1.50,"x \" \\",1e2]}"#);
        let raw: Raw<Value> = serde_json::from_str(r#"{ "a": 1 }"#).unwrap();
        assert_eq!(raw.one_line(), r#"{ "a": 1 }"#, "a single line is unchanged");
    }

    proptest! {
        #[test]
        fn one_line_has_the_same_value(texts in proptest::collection::vec("\\PC*", 0..5)) {
            let value = serde_json::json!({ "texts": texts });
            let raw: Raw<Value> = serde_json::from_str(&serde_json::to_string_pretty(&value).unwrap()).unwrap();
            let line = raw.one_line();
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(serde_json::from_str::<Value>(&line).unwrap(), value);
        }
    }
}
