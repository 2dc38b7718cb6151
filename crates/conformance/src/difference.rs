//! A place where a document and we disagree.

use std::fmt;

/// A place where a document and we disagree; displayed as one line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Difference {
    /// The operation and its part (`getEvents query location`), or the schema and its property
    /// (`Domain.data`).
    pub(crate) at: String,
    /// What the document says.
    pub(crate) document: String,
    /// What we say.
    pub(crate) ours: String,
}

impl Difference {
    pub(crate) fn new(at: impl Into<String>, document: impl Into<String>, ours: impl Into<String>) -> Self {
        Self { at: at.into(), document: document.into(), ours: ours.into() }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: the document says {}; we say {}", self.at, self.document, self.ours)
    }
}
