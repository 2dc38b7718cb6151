//! Properties that have no place in a type, kept as they came.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use serde::ser::SerializeMap;
use serde_json::value::RawValue;

/// The properties of an object that have no place in its type, with their original JSON text.
///
/// These are the properties that this version does not know, and those of a known name whose value
/// is of another type than documented: their field is then `None`. A list of which some elements
/// do not fit is here as a whole; its field has the elements that do.
///
/// They are written back with the object, so that reading and writing an object erases nothing. A
/// field that has a value takes precedence over the text here.
#[derive(Debug, Clone, Default)]
#[allow(clippy::box_collection, reason = "nearly always empty: one word in each object instead of three")]
pub struct Extra(Option<Box<Vec<Member>>>);

/// Name and JSON text.
type Member = (Box<str>, Box<RawValue>);

impl Extra {
    /// The JSON text of a property.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(member, _)| *member == name).map(|(_, json)| json)
    }

    /// Name and JSON text of each property, in the order of arrival.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|members| members.iter()).map(|(name, json)| (&**name, json.get()))
    }

    /// Whether every property has a place in the type.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn push(&mut self, name: Box<str>, json: Box<RawValue>) {
        self.0.get_or_insert_default().push((name, json));
    }

    /// The same without the properties of these names.
    pub(crate) fn without(mut self, names: &[&str]) -> Self {
        if let Some(members) = &mut self.0 {
            members.retain(|(name, _)| !names.contains(&&**name));
        }
        self.0 = self.0.filter(|members| !members.is_empty());
        self
    }

    /// Writes the properties but for those that are `written` already.
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

/// Reads a string into a type that is made of one, without allocating the string itself.
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
