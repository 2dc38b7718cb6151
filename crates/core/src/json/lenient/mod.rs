//! The lenient decoder, for JSON with malformed parts.
//!
//! Strict decoding is fast and comes first. If it fails, [`Lenient`] decodes the same text: a
//! malformed optional property is absent and stays available as text, and a malformed element of a
//! list is dropped.

mod deserializer;
mod text;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::time::Timestamp;

pub(crate) use deserializer::Lenient;
pub(crate) use text::text;

/// Decodes a value leniently.
///
/// # Errors
/// If `json` is not JSON, or if a required part is malformed.
pub(crate) fn read<'de, T: Deserialize<'de>>(json: &'de str) -> serde_json::Result<T> {
    T::deserialize(Lenient::new(json)?)
}

/// A type of properties.
///
/// It differs from [`Deserialize`] only in lists, which drop malformed elements.
pub(crate) trait Property: DeserializeOwned {
    /// Decodes a value leniently. Sets `whole` to `false` if elements of a list were dropped.
    ///
    /// # Errors
    /// If the value is malformed.
    fn lenient(json: &str, whole: &mut bool) -> serde_json::Result<Self> {
        let _ = whole;
        read(json)
    }
}

impl Property for String {}
impl Property for bool {}
impl Property for u32 {}
impl Property for u64 {}
impl Property for i64 {}
impl Property for serde_json::Value {}
impl Property for Timestamp {}

impl<T: Property> Property for Box<T> {
    fn lenient(json: &str, whole: &mut bool) -> serde_json::Result<Self> {
        T::lenient(json, whole).map(Self::new)
    }
}

impl<T: Property> Property for Vec<T> {
    fn lenient(json: &str, whole: &mut bool) -> serde_json::Result<Self> {
        let elements: Vec<&RawValue> = serde_json::from_str(json)?;
        let count = elements.len();
        let fitting: Self =
            elements.into_iter().filter_map(|element| T::lenient(element.get(), whole).ok()).collect();
        *whole &= fitting.len() == count;
        Ok(fitting)
    }
}

/// The name of a newtype that receives the text of its value from [`Lenient`], because its visitor
/// handles malformed values itself.
pub(crate) const PROPERTY: &str = "$atlassian_admin::property";
