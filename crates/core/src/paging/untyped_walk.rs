//! Where a walk over any listing stands, for the hosts that have no Rust types. It does no I/O.

use std::ops::Range;

use serde_json::{Map, Value};

use super::{Course, Position, Received};
use crate::error::Error;
use crate::operation::{Location, Operation};
use crate::page::Paging;
use crate::page::{Cursor, PageError};

/// Where a walk over a listing stands.
#[derive(Debug)]
pub struct UntypedWalk {
    operation: &'static Operation,
    /// The arguments of the next page; none at the end.
    arguments: Option<Map<String, Value>>,
    /// Why there is no page after the last one.
    broken: Option<PageError>,
    course: Course,
}

impl UntypedWalk {
    /// A walk that begins with a call of these arguments.
    #[must_use]
    pub fn new(operation: &'static Operation, arguments: Map<String, Value>) -> Self {
        let start = arguments.get(START).and_then(|start| match start {
            Value::String(text) => text.parse().ok(),
            start => start.as_u64(),
        });
        let course = Course::from(&Position::Start, start);
        Self { operation, arguments: Some(arguments), broken: None, course }
    }

    /// The operation that lists.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The arguments of the next page, or `None` after the last one.
    ///
    /// # Errors
    /// [`ErrorKind::Paging`](crate::ErrorKind::Paging) where the listing cannot go on.
    pub fn arguments(&self) -> Option<Result<Map<String, Value>, Error>> {
        if let Some(broken) = &self.broken {
            return Some(Err(Error::paging(self.operation, broken.clone())));
        }
        self.arguments.clone().map(Ok)
    }

    /// Moves past a page, and returns which of its items are new. Where the listing cannot go on,
    /// [`Self::arguments`] returns the error after these items.
    pub fn turn(&mut self, page: Received) -> Range<usize> {
        let (new, next) = self.course.turn(self.operation.paging, page);
        match next {
            Ok(Position::At(cursor)) => {
                self.arguments = self.arguments.take().map(|arguments| self.at(arguments, cursor));
            }
            Ok(_) => self.arguments = None,
            Err(error) => self.broken = Some(error),
        }
        new
    }

    /// The arguments of the page at `cursor`.
    fn at(&self, mut arguments: Map<String, Value>, cursor: Cursor) -> Map<String, Value> {
        if self.operation.paging == Paging::BodyCursorOnly {
            let all = std::mem::take(&mut arguments);
            for param in self.operation.params.iter().filter(|param| param.location == Location::Path) {
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

/// The argument of a counted listing that says where a page starts.
const START: &str = "startIndex";
