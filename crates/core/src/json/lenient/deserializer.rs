//! A deserializer that accepts unambiguous values of other types.

use std::borrow::Cow;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::value::RawValue;
use serde_json::{Error, Result};

use super::PROPERTY;
use super::text::{Whole, boolean, text, whole, without_lone_surrogates};

/// A JSON value to be decoded leniently.
///
/// Strings are accepted for numbers and booleans, and numbers for strings. A lone surrogate becomes
/// U+FFFD. A newtype named [`PROPERTY`] receives the text of its value.
#[derive(Clone, Copy)]
pub(crate) struct Lenient<'de>(&'de str);

impl<'de> Lenient<'de> {
    /// Creates the deserializer of a JSON text.
    ///
    /// # Errors
    /// If `json` is not JSON.
    pub(crate) fn new(json: &'de str) -> Result<Self> {
        serde_json::from_str(json).map(Self::of)
    }

    fn of(json: &'de RawValue) -> Self {
        Self(json.get())
    }

    fn begins_with(self, byte: u8) -> bool {
        self.0.as_bytes().first() == Some(&byte)
    }

    /// Visits the value like the strict deserializer.
    fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match without_lone_surrogates(self.0) {
            Cow::Borrowed(json) => serde_json::Deserializer::from_str(json).deserialize_any(visitor),
            // A reader, because the value cannot borrow from a local text.
            Cow::Owned(json) => {
                serde_json::Deserializer::from_reader(json.as_bytes()).deserialize_any(visitor)
            }
        }
    }

    fn visit_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match text(self.0) {
            Some(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Some(Cow::Owned(text)) => visitor.visit_string(text),
            None => self.visit(visitor),
        }
    }

    fn visit_whole<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match whole(self.0) {
            Some(Whole::Unsigned(number)) => visitor.visit_u64(number),
            Some(Whole::Signed(number)) => visitor.visit_i64(number),
            None => self.visit(visitor),
        }
    }
}

macro_rules! visit {
    ($visit:ident: $($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.$visit(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Lenient<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        // `7.0` is also a whole number.
        if self.begins_with(b'"') { self.visit_text(visitor) } else { self.visit_whole(visitor) }
    }

    visit!(visit_text: deserialize_str deserialize_string deserialize_identifier);
    visit!(visit_whole: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64);
    visit!(visit_whole: deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match boolean(self.0) {
            Some(value) => visitor.visit_bool(value),
            None => self.visit(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.0 == "null" { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value> {
        match name {
            PROPERTY => visitor.visit_borrowed_str(self.0),
            // The reserved name of `RawValue` in `serde_json`.
            name if name.starts_with('$') => {
                serde_json::Deserializer::from_str(self.0).deserialize_newtype_struct(name, visitor)
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if !self.begins_with(b'[') {
            return self.visit(visitor);
        }
        let elements: Vec<&RawValue> = serde_json::from_str(self.0)?;
        visitor.visit_seq(SeqDeserializer::new(elements.into_iter().map(Self::of)))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if !self.begins_with(b'{') {
            return self.visit(visitor);
        }
        let Properties(properties) = serde_json::from_str(self.0)?;
        let properties = properties.into_iter().map(|(name, value)| (Self::of(name), Self::of(value)));
        visitor.visit_map(MapDeserializer::new(properties))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_map(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        serde_json::Deserializer::from_str(self.0).deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

impl<'de> IntoDeserializer<'de, Error> for Lenient<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The properties of an object, in order, with the JSON of their names: a name can contain a lone
/// surrogate.
struct Properties<'de>(Vec<(&'de RawValue, &'de RawValue)>);

impl<'de> Deserialize<'de> for Properties<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Collect;

        impl<'de> Visitor<'de> for Collect {
            type Value = Properties<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(
                self,
                mut map: A,
            ) -> std::result::Result<Properties<'de>, A::Error> {
                let mut properties = Vec::new();
                while let Some(property) = map.next_entry()? {
                    properties.push(property);
                }
                Ok(Properties(properties))
            }
        }

        deserializer.deserialize_map(Collect)
    }
}
