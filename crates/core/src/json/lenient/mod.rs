//! Reads JSON of which parts do not fit their types.
//!
//! Decoding is strict first, which is fast. Only where that fails, the same text is read by
//! [`Lenient`]: an optional property that does not fit becomes absent and stays readable as text,
//! and an odd element of a list costs only itself.

mod deserializer;
mod text;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::time::Timestamp;

pub(crate) use deserializer::Lenient;
pub(crate) use text::text;

/// Reads a value leniently.
///
/// # Errors
/// Where `json` is not JSON, or a part that the type requires does not fit.
pub(crate) fn read<'de, T: Deserialize<'de>>(json: &'de str) -> serde_json::Result<T> {
    T::deserialize(Lenient::new(json)?)
}

/// A type of which a property can be.
///
/// The only difference to [`Deserialize`] is that a list drops the elements that do not fit.
pub(crate) trait Property: DeserializeOwned {
    /// Reads a value leniently. Sets `whole` to `false` where elements of a list were dropped.
    ///
    /// # Errors
    /// Where the value does not fit.
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

/// The name by which [`Lenient`] knows a value that gets its text, since its reader decides what
/// to do where it does not fit.
pub(crate) const PROPERTY: &str = "$atlassian_admin::property";
