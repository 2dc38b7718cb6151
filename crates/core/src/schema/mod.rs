//! What JSON values hold, as data: for the hosts that have no Rust types (JavaScript, the command
//! line), for the checks against Atlassian's documents, and for tests that make up any value.

mod check;

pub use check::Violation;

use crate::json::{List, Raw};
use crate::time::{EpochMillis, Timestamp};

/// What a JSON value holds.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A point in time, sent as epoch milliseconds.
    Time,
    /// One of these texts, or one that Atlassian has added since.
    Enum(&'static [&'static str]),
    /// Several of a kind.
    List(&'static Kind),
    /// An object.
    Object(&'static ObjectSchema),
    /// Any JSON.
    Json,
    /// Nothing at all: an empty body.
    Nothing,
}

/// Documentation text. Empty without the `docs` feature, as in the npm build.
pub(crate) const fn doc(docs: &'static str) -> &'static str {
    if cfg!(feature = "docs") { docs.trim_ascii() } else { "" }
}

/// What an object holds.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ObjectSchema {
    /// The name of its type.
    pub name: &'static str,
    /// What the type is made for, where it is a generic one: the account in a page of accounts.
    pub of: Option<&'static Kind>,
    /// What it is.
    pub docs: &'static str,
    /// Its members. A function, so that an object may hold others of its own kind.
    pub members: fn() -> &'static [Property],
}

impl ObjectSchema {
    pub(crate) const fn new(
        name: &'static str,
        of: Option<&'static Kind>,
        docs: &'static str,
        members: fn() -> &'static [Property],
    ) -> Self {
        Self { name, of, docs: doc(docs), members }
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
    /// What it holds.
    pub kind: Kind,
    /// Whether the object cannot be without it.
    pub required: bool,
    /// What it means.
    pub docs: &'static str,
}

impl Property {
    pub(crate) const fn new(name: &'static str, kind: Kind, required: bool, docs: &'static str) -> Self {
        Self { name, kind, required, docs: doc(docs) }
    }
}

/// A type whose JSON form is known as data.
pub trait HasSchema {
    /// What its JSON holds.
    const KIND: Kind;
}

impl HasSchema for () {
    const KIND: Kind = Kind::Nothing;
}

impl HasSchema for String {
    const KIND: Kind = Kind::Text;
}

impl HasSchema for u32 {
    const KIND: Kind = Kind::Integer;
}

impl HasSchema for u64 {
    const KIND: Kind = Kind::Integer;
}

impl HasSchema for i64 {
    const KIND: Kind = Kind::Integer;
}

impl HasSchema for bool {
    const KIND: Kind = Kind::Boolean;
}

impl HasSchema for Timestamp {
    const KIND: Kind = Kind::Text;
}

impl HasSchema for EpochMillis {
    const KIND: Kind = Kind::Time;
}

impl HasSchema for serde_json::Value {
    const KIND: Kind = Kind::Json;
}

impl<T: HasSchema> HasSchema for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);
}

impl<T: HasSchema> HasSchema for Box<T> {
    const KIND: Kind = T::KIND;
}

impl<T: HasSchema> HasSchema for Raw<T> {
    const KIND: Kind = T::KIND;
}

impl<T: HasSchema> HasSchema for List<T> {
    const KIND: Kind = Kind::List(&T::KIND);
}
