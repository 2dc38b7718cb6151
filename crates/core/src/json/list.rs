//! Lists without pages. A malformed item must not make the other items unreadable.

use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{DeserializeOwned, Deserializer, Error, Visitor};
use serde::ser::{SerializeSeq, Serializer};
use serde::{Deserialize, Serialize};

use super::lenient::{PROPERTY, Property};
use super::{DecodeError, Raw};

/// The maximum number of malformed items in a list: with more, the list is not what was requested.
/// No listing has so many items on a page.
pub(crate) const MOST_MALFORMED: usize = 10_000;

/// An item that cannot be decoded, for example because it has no identifier.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MalformedItem<T> {
    /// Its index among all items of the page or list.
    pub index: usize,
    /// Its original JSON. It may contain personal data, so `Debug` omits it.
    pub raw: Raw<T>,
    /// The error of its decoding.
    pub error: DecodeError,
}

impl<T> MalformedItem<T> {
    pub(crate) fn new(index: usize, raw: Raw<T>, error: DecodeError) -> Self {
        Self { index, raw, error }
    }
}

impl<T> std::fmt::Debug for MalformedItem<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { index, raw: _, error } = self;
        f.debug_struct("MalformedItem").field("index", index).field("error", error).finish_non_exhaustive()
    }
}

/// A list without pages. It dereferences to the items that can be decoded.
///
/// ```
/// use atlassian_admin_core::List;
///
/// let list = List::from(["a", "b"]);
/// assert_eq!((list.len(), list.malformed.len()), (2, 0));
/// assert_eq!(list.into_iter().collect::<Vec<_>>(), ["a", "b"]);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct List<T> {
    /// The items, in order.
    pub items: Vec<T>,
    /// The items that cannot be decoded.
    pub malformed: Vec<MalformedItem<T>>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self { items, malformed: Vec::new() }
    }
}

impl<T, const N: usize> From<[T; N]> for List<T> {
    fn from(items: [T; N]) -> Self {
        Vec::from(items).into()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Vec::from_iter(items).into()
    }
}

/// Whether these are the items, and none is malformed.
impl<T: PartialEq> PartialEq<[T]> for List<T> {
    fn eq(&self, items: &[T]) -> bool {
        self.items == items && self.malformed.is_empty()
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.items.len() + self.malformed.len()))?;
        let (mut items, mut written) = (self.items.iter(), 0);
        for malformed in &self.malformed {
            for item in items.by_ref().take(malformed.index.saturating_sub(written)) {
                list.serialize_element(item)?;
            }
            list.serialize_element(&malformed.raw)?;
            written = malformed.index + 1;
        }
        items.try_for_each(|item| list.serialize_element(item))?;
        list.end()
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(PROPERTY, Read(PhantomData))
    }
}

struct Read<T>(PhantomData<fn() -> T>);

impl<'de, T: DeserializeOwned> Visitor<'de> for Read<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list")
    }

    /// Decodes strictly.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<List<T>, D::Error> {
        Vec::deserialize(deserializer).map(List::from)
    }

    /// Decodes leniently, from the JSON of the list.
    fn visit_borrowed_str<E: Error>(self, json: &'de str) -> Result<List<T>, E> {
        let all: Vec<Raw<T>> = serde_json::from_str(json).map_err(E::custom)?;
        let mut list = List::default();
        for (index, raw) in all.into_iter().enumerate() {
            match raw.decode() {
                Ok(item) => list.items.push(item),
                Err(error) if list.malformed.len() == MOST_MALFORMED => return Err(E::custom(error)),
                Err(error) => list.malformed.push(MalformedItem::new(index, raw, error)),
            }
        }
        Ok(list)
    }
}

impl<T: DeserializeOwned> Property for List<T> {}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::*;
    use crate::model::ApiToken;

    #[test]
    fn malformed_item_is_kept_and_serialized_at_its_index() {
        let json = r#"[{"label":"x"},{"id":"a"},{"id":"b","label":[1]},7,{"id":"c"}]"#;
        let list: List<ApiToken> = decode(json).unwrap();
        assert_eq!(list.iter().map(|token| token.id.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
        let malformed: Vec<_> =
            list.malformed.iter().map(|item| (item.index, item.raw.json(), item.error.to_string())).collect();
        assert_eq!(
            malformed,
            [
                (0, r#"{"label":"x"}"#, "at .: `id` is missing".into()),
                (3, "7", "at .: expected an object".into()),
            ]
        );
        assert_eq!(serde_json::to_string(&list).unwrap(), json);
        assert!(!format!("{:?}", list.malformed).contains("label"));
        assert!(decode::<List<ApiToken>>(r#"{"id":"a"}"#).is_err());
    }
}
