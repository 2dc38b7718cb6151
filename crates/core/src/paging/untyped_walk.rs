//! The position of a walk over any listing, for hosts without Rust types. It does no I/O.

use std::ops::Range;

use serde_json::{Map, Value};

use super::{Course, Position};
use crate::error::Error;
use crate::operation::Operation;
use crate::page::{Convention, Cursor, Received};

/// The position of a walk over a listing.
#[derive(Debug)]
pub struct UntypedWalk {
    operation: &'static Operation,
    /// The arguments of the first page.
    arguments: Map<String, Value>,
    course: Course,
}

impl UntypedWalk {
    /// Starts a walk with a call of these arguments.
    #[must_use]
    pub fn new(operation: &'static Operation, arguments: Map<String, Value>) -> Self {
        let convention = operation.paging.convention();
        let start = convention.and_then(|convention| convention.start(&arguments));
        Self { operation, arguments, course: Course::new(convention, Position::Start, start) }
    }

    /// The operation that returns the listing.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The cursor of the next page. `None` for the first page and after the last one.
    #[must_use]
    pub fn cursor(&self) -> Option<&Cursor> {
        match self.course.next() {
            Ok((_, Position::At(cursor))) => Some(cursor),
            _ => None,
        }
    }

    /// The arguments of the next page, or `None` after the last one.
    ///
    /// # Errors
    /// [`ErrorKind::Paging`](crate::ErrorKind::Paging) if the listing cannot continue, or if the
    /// operation is not a listing.
    pub fn arguments(&self) -> Option<Result<Map<String, Value>, Error>> {
        let arguments = match self.course.next() {
            Ok((_, Position::Start)) => self.arguments.clone(),
            Ok((convention, Position::At(cursor))) => self.arguments_at(convention, cursor),
            Ok((_, Position::End)) => return None,
            Err(error) => return Some(Err(Error::paging(self.operation, error))),
        };
        Some(Ok(arguments))
    }

    /// Advances past a page and returns the range of its new items. If the listing cannot
    /// continue, [`Self::arguments`] returns the error after these items.
    pub fn accept(&mut self, page: Received) -> Range<usize> {
        self.course.accept(page)
    }

    /// Returns the arguments of the page at `cursor`.
    fn arguments_at(&self, convention: Convention, cursor: &Cursor) -> Map<String, Value> {
        let is_in_path =
            |name: &str| self.operation.param(name).is_some_and(|param| param.location.is_path());
        let mut arguments = self.arguments.clone();
        if convention.is_alone {
            arguments.retain(|name, _| is_in_path(name));
        }
        arguments.insert(convention.argument.to_owned(), cursor.to_value());
        arguments
    }
}
