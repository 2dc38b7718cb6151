//! Violations and their paths.

use crate::table::{Property, Schema};

/// Maximum number of violations that are reported in full.
const MAX_REPORTED: usize = 100;

/// The violations of one text.
#[derive(Debug, Default)]
pub(crate) struct Findings<'a> {
    /// The first violations.
    pub(crate) first: Vec<Finding<'a>>,
    /// The total number of violations.
    pub(crate) count: usize,
}

impl<'a> Findings<'a> {
    /// Adds a violation. Its path is computed only if it is reported.
    pub(super) fn add(&mut self, violation: Violation<'a>, at: impl FnOnce() -> String) {
        if self.count < MAX_REPORTED {
            self.first.push(Finding { at: at(), violation });
        }
        self.count += 1;
    }
}

/// A violation at a path.
#[derive(Debug, PartialEq)]
pub(crate) struct Finding<'a> {
    /// The path: `data[3].id`.
    pub(crate) at: String,
    pub(crate) violation: Violation<'a>,
}

/// The kind of a violation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Violation<'a> {
    /// A value of another type than expected.
    Type { expected: &'static str, found: &'static str },
    /// An object lacks a required property.
    Missing { expected: &'static str },
    /// An object has a property other than these.
    Unknown(&'a [Property]),
}

/// Describes a schema for messages.
pub(super) const fn expectation(schema: &Schema) -> &'static str {
    match schema {
        Schema::Text => "text",
        Schema::Integer => "a whole number",
        Schema::Boolean => "true or false",
        Schema::Time => "a time: epoch milliseconds, or ISO 8601",
        Schema::List(_) => "a list",
        Schema::Object(_) => "an object",
        Schema::Json => "JSON",
        Schema::Nothing => "nothing",
    }
}

/// Names the type of the value that begins with this byte.
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
