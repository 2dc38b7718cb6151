//! The macros of the wire types: identifiers, open string enums, and objects that keep unknown
//! properties.
//!
//! Each macro expands to plain Rust that could have been written by hand.

/// Defines an opaque identifier: a string newtype, so that identifiers cannot be confused. The
/// default is empty, for models of tests.
macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Returns the identifier as Atlassian writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        /// Removes surrounding white space and invisible characters.
        impl From<String> for $name {
            fn from(text: String) -> Self {
                match $crate::input::trimmed(&text) {
                    id if id.len() == text.len() => Self(text),
                    id => Self(id.to_owned()),
                }
            }
        }

        /// Removes surrounding white space and invisible characters.
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self($crate::input::trimmed(text).to_owned())
            }
        }

        impl From<&String> for $name {
            fn from(text: &String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl From<&Self> for $name {
            fn from(id: &Self) -> Self {
                id.clone()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl $crate::json::lenient::Property for $name {}

        impl $crate::argument::Single for $name {}

        impl $crate::schema::HasSchema for $name {
            const SCHEMA: $crate::schema::Schema = $crate::schema::Schema::Text;
        }
    };
}

/// Defines an open string enum: the documented values, and `Other` for future values.
macro_rules! string_enum {
    (
        #[doc = $summary:literal]
        $(#[doc = $docs:literal])*
        $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $wire:literal),* $(,)? }
    ) => {
        #[doc = $summary]
        $(#[doc = $docs])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* #[doc = concat!("\n\n`", $wire, "` on the wire.")] $variant,)*
            /// An unknown value, kept as received.
            Other(String),
        }

        impl $name {
            /// The known values in their wire format.
            pub const KNOWN: &'static [&'static str] = &[$($wire),*];

            /// Returns the value in its wire format.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($wire => Self::$variant,)*
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl From<&String> for $name {
            fn from(text: &String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl From<&Self> for $name {
            fn from(value: &Self) -> Self {
                value.clone()
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::Other(String::new())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::model::FromStr::default())
            }
        }

        impl $crate::json::lenient::Property for $name {}

        impl $crate::argument::Single for $name {}

        impl $crate::schema::HasSchema for $name {
            const SCHEMA: $crate::schema::Schema = {
                use $crate::schema::{EnumSchema, Schema};
                const ENUM: EnumSchema = EnumSchema::new(
                    stringify!($name),
                    concat!($summary $(, "\n", $docs)*),
                    $name::KNOWN,
                );
                Schema::Enum(&ENUM)
            };
        }
    };
}

/// Defines a JSON object. A response without a `required` property is an error. An `optional`
/// property is `None` if it is absent, `null` or of another type. Properties without a field are
/// kept unchanged in `extra`.
macro_rules! object {
    (
        #[doc = $summary:literal]
        $(#[doc = $docs:literal])*
        $name:ident $(<$generic:ident>)? {
            $(required { $(
                #[doc = $required_doc:literal] $(#[doc = $required_docs:literal])*
                $required:ident: $required_type:ty = $required_wire:literal
            ),* $(,)? })?
            $(optional { $(
                #[doc = $optional_doc:literal] $(#[doc = $optional_docs:literal])*
                $optional:ident: $optional_type:ty = $optional_wire:literal
            ),* $(,)? })?
        }
    ) => {
        #[doc = $summary]
        $(#[doc = $docs])*
        #[derive(Debug, Clone, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $name $(<$generic>)? {
            $($(
                #[doc = $required_doc] $(#[doc = $required_docs])*
                pub $required: $required_type,
            )*)?
            $($(
                #[doc = $optional_doc] $(#[doc = $optional_docs])*
                pub $optional: Option<$optional_type>,
            )*)?
            /// Unknown properties, and properties of undocumented types, kept as received.
            pub extra: $crate::model::Extra,
        }

        impl $(<$generic: serde::de::DeserializeOwned>)? $crate::json::lenient::Property for $name $(<$generic>)? {}

        impl $(<$generic>)? $crate::argument::Single for $name $(<$generic>)? {}

        impl $(<$generic: $crate::schema::HasSchema>)? $crate::schema::HasSchema for $name $(<$generic>)? {
            const SCHEMA: $crate::schema::Schema = {
                use $crate::schema::{Schema, ObjectSchema};
                let of: Option<&'static Schema> = None;
                $(let of = { let _ = of; Some(&<$generic as $crate::schema::HasSchema>::SCHEMA) };)?
                Schema::Object(&ObjectSchema::new(stringify!($name), of, concat!($summary $(, "\n", $docs)*), || {
                    use $crate::schema::Property;
                    const {
                        &[
                            $($(Property::new(
                                $required_wire,
                                <$required_type as $crate::schema::HasSchema>::SCHEMA,
                                true,
                                concat!($required_doc $(, $required_docs)*),
                            ),)*)?
                            $($(Property::new(
                                $optional_wire,
                                <$optional_type as $crate::schema::HasSchema>::SCHEMA,
                                false,
                                concat!($optional_doc $(, $optional_docs)*),
                            ),)*)?
                        ]
                    }
                }))
            };
        }

        impl $(<$generic: serde::Serialize>)? serde::Serialize for $name $(<$generic>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $($(map.serialize_entry($required_wire, &self.$required)?;)*)?
                $($(if let Some(value) = &self.$optional {
                    map.serialize_entry($optional_wire, value)?;
                })*)?
                self.extra.serialize_into(&mut map, |name| match name {
                    $($($required_wire => true,)*)?
                    $($($optional_wire => self.$optional.is_some(),)*)?
                    _ => false,
                })?;
                map.end()
            }
        }

        impl<'de $(, $generic: serde::Deserialize<'de>)?> serde::Deserialize<'de> for $name $(<$generic>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[allow(non_camel_case_types)]
                enum Property { $($($required,)*)? $($($optional,)*)? Unknown(Box<str>) }

                impl From<&str> for Property {
                    fn from(name: &str) -> Self {
                        match name {
                            $($($required_wire => Self::$required,)*)?
                            $($($optional_wire => Self::$optional,)*)?
                            unknown => Self::Unknown(unknown.into()),
                        }
                    }
                }

                struct Visitor $(<$generic>)? (std::marker::PhantomData<fn() -> $name $(<$generic>)?>);

                impl<'de $(, $generic: serde::Deserialize<'de>)?> serde::de::Visitor<'de> for Visitor $(<$generic>)? {
                    type Value = $name $(<$generic>)?;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                        $($(let mut $required: Option<$required_type> = None;)*)?
                        $($(let mut $optional: Option<$optional_type> = None;)*)?
                        let mut extra = $crate::model::Extra::default();
                        while let Some(member) = map.next_key_seed($crate::model::FromStr::<Property>::default())? {
                            match member {
                                $($(Property::$required => $required = Some(map.next_value()?),)*)?
                                $($(Property::$optional => {
                                    $optional = map.next_value_seed($crate::model::Optional::<$optional_type>::new(
                                        $optional_wire,
                                        &mut extra,
                                    ))?;
                                })*)?
                                Property::Unknown(name) => extra.push(name, map.next_value()?),
                            }
                        }
                        Ok($name {
                            $($($required: $required
                                .ok_or_else(|| <A::Error as serde::de::Error>::missing_field($required_wire))?,)*)?
                            $($($optional,)*)?
                            extra,
                        })
                    }
                }

                deserializer.deserialize_map(Visitor(std::marker::PhantomData))
            }
        }
    };
}

/// Defines a JSON object that callers create: an [`object!`] with a constructor for the required
/// properties and a setter for each optional property.
macro_rules! input {
    (
        #[doc = $summary:literal]
        $(#[doc = $docs:literal])*
        $name:ident {
            $(required { $(
                #[doc = $required_doc:literal] $(#[doc = $required_docs:literal])*
                $required:ident: $required_type:ty = $required_wire:literal
            ),* $(,)? })?
            $(optional { $(
                #[doc = $optional_doc:literal] $(#[doc = $optional_docs:literal])*
                $optional:ident: $optional_type:ty = $optional_wire:literal
            ),* $(,)? })?
        }
    ) => {
        $crate::model::macros::object! {
            #[doc = $summary]
            $(#[doc = $docs])*
            $name {
                $(required { $(
                    #[doc = $required_doc] $(#[doc = $required_docs])*
                    $required: $required_type = $required_wire
                ),* })?
                $(optional { $(
                    #[doc = $optional_doc] $(#[doc = $optional_docs])*
                    $optional: $optional_type = $optional_wire
                ),* })?
            }
        }

        impl $name {
            /// Creates the object with its required properties.
            #[must_use]
            #[allow(clippy::new_without_default, clippy::needless_update)]
            pub fn new($($($required: impl $crate::argument::Argument<$required_type>),*)?) -> Self {
                Self { $($($required: $required.into_argument(),)*)? ..Self::default() }
            }

            $($(
                #[doc = $optional_doc] $(#[doc = $optional_docs])*
                #[must_use]
                pub fn $optional(mut self, value: impl $crate::argument::Argument<$optional_type>) -> Self {
                    self.$optional = Some(value.into_argument());
                    self
                }
            )*)?
        }
    };
}

pub(crate) use {id, input, object, string_enum};
