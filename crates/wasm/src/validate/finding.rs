//! What does not fit, and where.

use crate::table::{Kind, Member};

/// The most findings that are told in full.
const MOST: usize = 100;

/// What was found in one text.
#[derive(Debug, Default)]
pub(crate) struct Findings<'a> {
    /// The first ones.
    pub(crate) first: Vec<Finding<'a>>,
    /// How many there are in all.
    pub(crate) count: usize,
}

impl<'a> Findings<'a> {
    /// Notes one. Its place is asked for only where it is told.
    pub(super) fn add(&mut self, misfit: Violation<'a>, at: impl FnOnce() -> String) {
        if self.count < MOST {
            self.first.push(Finding { at: at(), misfit });
        }
        self.count += 1;
    }
}

/// A place that does not fit.
#[derive(Debug, PartialEq)]
pub(crate) struct Finding<'a> {
    /// Where: `data[3].id`.
    pub(crate) at: String,
    pub(crate) misfit: Violation<'a>,
}

/// What is wrong with a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Violation<'a> {
    /// Something else is there than what is expected.
    Type { expected: &'static str, found: &'static str },
    /// An object lacks a member that it cannot be without.
    Missing { expected: &'static str },
    /// An object has a member that is none of these.
    Unknown(&'a [Member]),
}

/// What one calls a value of this kind.
pub(super) const fn noun(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Integer => "a whole number",
        Kind::Boolean => "true or false",
        Kind::Time => "a time: epoch milliseconds, or ISO 8601",
        Kind::List(_) => "a list",
        Kind::Object(_) => "an object",
        Kind::Json => "JSON",
        Kind::Nothing => "nothing",
    }
}

/// What one calls the value that begins with this byte.
pub(super) const fn found(first: u8) -> &'static str {
    match first {
        b'"' => "text",
        b'[' => "a list",
        b'{' => "an object",
        b't' | b'f' => "true or false",
        b'n' => "null",
        _ => "a number",
    }
}
