//! Schemas of JSON values, as data: for hosts without Rust types (JavaScript, the command line),
//! for the checks against Atlassian's documents, and for tests that generate values.

mod check;

pub use check::Violation;

use crate::json::{List, Raw};
use crate::time::{EpochMillis, Timestamp};

/// The schema of a JSON value.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Schema {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A point in time, sent as epoch milliseconds.
    Time,
    /// One of these texts, or one that Atlassian has added since.
    Enum(&'static EnumSchema),
    /// A list of values of one schema.
    List(&'static Schema),
    /// An object.
    Object(&'static ObjectSchema),
    /// Any JSON.
    Json,
    /// Nothing at all: an empty body.
    Nothing,
}

impl Schema {
    /// Returns whether a value is one text, number, time or boolean.
    ///
    /// ```
    /// # use atlassian_admin_core::schema::Schema;
    /// assert!(Schema::Time.is_scalar());
    /// assert!(!Schema::List(&Schema::Text).is_scalar());
    /// ```
    #[must_use]
    pub const fn is_scalar(&self) -> bool {
        matches!(self, Self::Text | Self::Integer | Self::Boolean | Self::Time | Self::Enum(_))
    }
}

/// Documentation text. Empty without the `docs` feature, as in the npm build.
pub(crate) const fn doc(docs: &'static str) -> &'static str {
    if cfg!(feature = "docs") { docs.trim_ascii() } else { "" }
}

/// The schema of an open string enum.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct EnumSchema {
    /// The name of its type.
    pub name: &'static str,
    /// What it is.
    pub docs: &'static str,
    /// The known values, as they are on the wire.
    pub values: &'static [&'static str],
}

impl EnumSchema {
    pub(crate) const fn new(name: &'static str, docs: &'static str, values: &'static [&'static str]) -> Self {
        Self { name, docs: doc(docs), values }
    }
}

/// The schema of an object.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ObjectSchema {
    /// The name of its type.
    pub name: &'static str,
    /// The argument of a generic type: the account in a page of accounts.
    pub of: Option<&'static Schema>,
    /// What it is.
    pub docs: &'static str,
    /// Its properties. A function, so that an object may contain objects of its own type.
    pub properties: fn() -> &'static [Property],
}

impl ObjectSchema {
    pub(crate) const fn new(
        name: &'static str,
        of: Option<&'static Schema>,
        docs: &'static str,
        properties: fn() -> &'static [Property],
    ) -> Self {
        Self { name, of, docs: doc(docs), properties }
    }
}

impl PartialEq for ObjectSchema {
    fn eq(&self, other: &Self) -> bool {
        (self.name, self.of) == (other.name, other.of)
    }
}

/// A property of an object.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Property {
    /// Its name on the wire.
    pub name: &'static str,
    /// The schema of its value.
    pub schema: Schema,
    /// Whether the object cannot be without it.
    pub required: bool,
    /// What it means.
    pub docs: &'static str,
}

impl Property {
    pub(crate) const fn new(name: &'static str, schema: Schema, required: bool, docs: &'static str) -> Self {
        Self { name, schema, required, docs: doc(docs) }
    }
}

/// A type that has a schema.
pub trait HasSchema {
    /// The schema of its JSON.
    const SCHEMA: Schema;
}

impl HasSchema for () {
    const SCHEMA: Schema = Schema::Nothing;
}

impl HasSchema for String {
    const SCHEMA: Schema = Schema::Text;
}

impl HasSchema for u32 {
    const SCHEMA: Schema = Schema::Integer;
}

impl HasSchema for u64 {
    const SCHEMA: Schema = Schema::Integer;
}

impl HasSchema for i64 {
    const SCHEMA: Schema = Schema::Integer;
}

impl HasSchema for bool {
    const SCHEMA: Schema = Schema::Boolean;
}

impl HasSchema for Timestamp {
    const SCHEMA: Schema = Schema::Text;
}

impl HasSchema for EpochMillis {
    const SCHEMA: Schema = Schema::Time;
}

impl HasSchema for serde_json::Value {
    const SCHEMA: Schema = Schema::Json;
}

impl<T: HasSchema> HasSchema for Vec<T> {
    const SCHEMA: Schema = Schema::List(&T::SCHEMA);
}

impl<T: HasSchema> HasSchema for Box<T> {
    const SCHEMA: Schema = T::SCHEMA;
}

impl<T: HasSchema> HasSchema for Raw<T> {
    const SCHEMA: Schema = T::SCHEMA;
}

impl<T: HasSchema> HasSchema for List<T> {
    const SCHEMA: Schema = Schema::List(&T::SCHEMA);
}
