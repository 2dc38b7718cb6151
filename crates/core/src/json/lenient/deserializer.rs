//! A deserializer that reads what has one reading, whatever its type.

use std::borrow::Cow;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::value::RawValue;
use serde_json::{Error, Result};

use super::PROPERTY;
use super::text::{Whole, text, truth, whole, without_lone_surrogates};

/// A JSON value to be read leniently.
///
/// Numbers and booleans may be texts, and texts numbers; a lone surrogate is U+FFFD. A property
/// that its reader marks as one gets its text, so that it can be left out where it does not fit.
#[derive(Clone, Copy)]
pub(crate) struct Lenient<'de>(&'de str);

impl<'de> Lenient<'de> {
    /// The value of a JSON text.
    ///
    /// # Errors
    /// Where `json` is not JSON.
    pub(crate) fn new(json: &'de str) -> Result<Self> {
        serde_json::from_str(json).map(Self::of)
    }

    fn of(json: &'de RawValue) -> Self {
        Self(json.get())
    }

    fn begins_with(self, byte: u8) -> bool {
        self.0.as_bytes().first() == Some(&byte)
    }

    /// Visits the value as the strict deserializer does.
    fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match without_lone_surrogates(self.0) {
            Cow::Borrowed(json) => serde_json::Deserializer::from_str(json).deserialize_any(visitor),
            // A reader, since what is read cannot borrow from a text that lives only here.
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
        // `7.0` is a whole number, too.
        if self.begins_with(b'"') { self.visit_text(visitor) } else { self.visit_whole(visitor) }
    }

    visit!(visit_text: deserialize_str deserialize_string deserialize_identifier);
    visit!(visit_whole: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64);
    visit!(visit_whole: deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match truth(self.0) {
            Some(truth) => visitor.visit_bool(truth),
            None => self.visit(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.0 == "null" { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value> {
        match name {
            PROPERTY => visitor.visit_borrowed_str(self.0),
            // A name that `serde_json` keeps to itself: that of `RawValue`.
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
        let Members(members) = serde_json::from_str(self.0)?;
        let members = members.into_iter().map(|(name, value)| (Self::of(name), Self::of(value)));
        visitor.visit_map(MapDeserializer::new(members))
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

/// The members of an object, in order, with their names as they came: a name may hold a lone
/// surrogate.
struct Members<'de>(Vec<(&'de RawValue, &'de RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Collect;

        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Collect)
    }
}
