//! JSON properties without a field in a type, kept as received.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use serde::ser::SerializeMap;
use serde_json::value::RawValue;

/// The JSON properties of an object without a field in its type, with their original text.
///
/// These are unknown properties, and known properties whose value has another type than
/// documented: their field is then `None`. If some elements of a list have another type, the whole
/// list is here, and its field holds the other elements.
///
/// Serialization includes these properties, so a read followed by a write loses nothing. If a
/// field has a value, the value takes precedence over the text here.
///
/// # Examples
/// ```
/// use atlassian_admin_core::model::Group;
///
/// let group: Group = serde_json::from_str(r#"{"id":"g-1","novel":1.50}"#)?;
/// assert_eq!(group.extra.get("novel"), Some("1.50"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
#[allow(clippy::box_collection, reason = "nearly always empty: one word in each object instead of three")]
pub struct Extra(Option<Box<Vec<Property>>>);

/// The name and JSON text of a property.
type Property = (Box<str>, Box<RawValue>);

impl Extra {
    /// Returns the JSON text of a property.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(member, _)| *member == name).map(|(_, json)| json)
    }

    /// Iterates over the names and JSON texts, in the received order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|members| members.iter()).map(|(name, json)| (&**name, json.get()))
    }

    /// Returns whether every property has a field in the type.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn push(&mut self, name: Box<str>, json: Box<RawValue>) {
        self.0.get_or_insert_default().push((name, json));
    }

    /// Removes the properties with these names.
    pub(crate) fn without(mut self, names: &[&str]) -> Self {
        if let Some(members) = &mut self.0 {
            members.retain(|(name, _)| !names.contains(&&**name));
        }
        self.0 = self.0.filter(|members| !members.is_empty());
        self
    }

    /// Serializes the properties that are not `written` yet.
    pub(crate) fn serialize_into<M: SerializeMap>(
        &self,
        map: &mut M,
        written: impl Fn(&str) -> bool,
    ) -> Result<(), M::Error> {
        self.0
            .iter()
            .flat_map(|members| members.iter())
            .filter(|(name, _)| !written(name))
            .try_for_each(|(name, json)| map.serialize_entry(name, json))
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

/// Deserializes a string into a type that implements `From<&str>`, without allocating the string.
pub(crate) struct FromStr<N>(PhantomData<N>);

impl<N> Default for FromStr<N> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<'de, N: for<'a> From<&'a str>> DeserializeSeed<'de> for FromStr<N> {
    type Value = N;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<N, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<N: for<'a> From<&'a str>> Visitor<'_> for FromStr<N> {
    type Value = N;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<N, E> {
        Ok(N::from(name))
    }
}
