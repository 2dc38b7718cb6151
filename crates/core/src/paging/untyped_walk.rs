//! The position of a walk over any listing, for hosts without Rust types. It does no I/O.

use std::ops::Range;

use serde_json::{Map, Value};

use super::{Course, Position, Received};
use crate::error::Error;
use crate::operation::Operation;
use crate::page::{Cursor, PageError, Paging};

/// The position of a walk over a listing.
#[derive(Debug)]
pub struct UntypedWalk {
    operation: &'static Operation,
    /// The arguments of the next page. `None` at the end.
    arguments: Option<Map<String, Value>>,
    /// Why the listing cannot continue after the last page.
    broken: Option<PageError>,
    course: Course,
}

impl UntypedWalk {
    /// Starts a walk with a call of these arguments.
    #[must_use]
    pub fn new(operation: &'static Operation, arguments: Map<String, Value>) -> Self {
        let start = arguments.get(START).and_then(|start| match start {
            Value::String(text) => text.parse().ok(),
            start => start.as_u64(),
        });
        let course = Course::from(&Position::Start, start);
        Self { operation, arguments: Some(arguments), broken: None, course }
    }

    /// The operation that returns the listing.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The arguments of the next page, or `None` after the last one.
    ///
    /// # Errors
    /// [`ErrorKind::Paging`](crate::ErrorKind::Paging) if the listing cannot continue.
    pub fn arguments(&self) -> Option<Result<Map<String, Value>, Error>> {
        if let Some(broken) = &self.broken {
            return Some(Err(Error::paging(self.operation, broken.clone())));
        }
        self.arguments.clone().map(Ok)
    }

    /// Advances past a page and returns the range of its new items. If the listing cannot
    /// continue, [`Self::arguments`] returns the error after these items.
    pub fn turn(&mut self, page: Received) -> Range<usize> {
        let (new, next) = self.course.accept(self.operation.paging, page);
        match next {
            Ok(Position::At(cursor)) => {
                self.arguments = self.arguments.take().map(|arguments| self.at(arguments, cursor));
            }
            Ok(_) => self.arguments = None,
            Err(error) => self.broken = Some(error),
        }
        new
    }

    /// Returns the arguments of the page at `cursor`.
    fn at(&self, mut arguments: Map<String, Value>, cursor: Cursor) -> Map<String, Value> {
        if self.operation.paging == Paging::BodyCursorOnly {
            let all = std::mem::take(&mut arguments);
            for param in self.operation.params.iter().filter(|param| param.location.is_path()) {
                arguments
                    .extend(all.get_key_value(param.name).map(|(name, value)| (name.clone(), value.clone())));
            }
        }
        let (name, value) = match cursor {
            Cursor::Token(token) => ("cursor", Value::from(token)),
            Cursor::Index(index) => (START, Value::from(index)),
        };
        arguments.insert(name.to_owned(), value);
        arguments
    }
}

/// The argument of a counted listing for the number of the first item.
const START: &str = "startIndex";
