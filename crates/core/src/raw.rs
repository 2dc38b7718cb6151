//! An item's original JSON text with a typed view on demand.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::error::{DecodeError, decode};

/// JSON text as the server sent it, known to hold a `T` but not yet read as one.
///
/// Nothing is lost: unknown members, number formats and member order stay. Copying a page of raw items into a file costs a
/// fraction of decoding it.
///
/// ```
/// use atlassian_admin_core::{Raw, model::Event};
/// let raw: Raw<Event> = serde_json::from_str(r#"{"id":"e1","novel":1.50}"#)?;
/// assert_eq!(raw.json(), r#"{"id":"e1","novel":1.50}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Raw<T>(Box<RawValue>, PhantomData<fn() -> T>);

impl<T> Raw<T> {
    /// The original text; valid JSON, possibly over several lines.
    #[must_use]
    pub fn json(&self) -> &str {
        self.0.get()
    }

    /// The same text, to be read as another type.
    #[must_use]
    pub fn cast<U>(self) -> Raw<U> {
        Raw(self.0, PhantomData)
    }

    /// Reads the item as a `T`.
    ///
    /// # Errors
    /// [`DecodeError`] with the path of the first member that does not fit.
    pub fn decode(&self) -> Result<T, DecodeError>
    where
        T: DeserializeOwned,
    {
        decode(self.json())
    }

    /// Reads the item as a type of the caller's, which may borrow from the text.
    ///
    /// # Errors
    /// [`DecodeError`] with the path of the first member that does not fit.
    pub fn decode_as<'a, U: Deserialize<'a>>(&'a self) -> Result<U, DecodeError> {
        decode(self.json())
    }

    /// Writes `value` as JSON.
    ///
    /// # Errors
    /// Where `value` cannot be written as JSON, such as a map whose keys are no strings.
    pub fn encode(value: &T) -> Result<Self, serde_json::Error>
    where
        T: Serialize,
    {
        serde_json::value::to_raw_value(value).map(|json| Self(json, PhantomData))
    }
}

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
