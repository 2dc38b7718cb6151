//! Where a walk over any listing stands, for the hosts that have no Rust types. It does no I/O.

use serde_json::{Map, Value};

use super::{Cursor, CycleGuard, PageError, Position};
use crate::endpoint::{Location, Operation, Paging};
use crate::error::Error;

/// Where a walk over a listing stands.
#[derive(Debug)]
pub struct UntypedWalk {
    operation: &'static Operation,
    /// The arguments of the next page; none at the end.
    arguments: Option<Map<String, Value>>,
    /// Why there is no page after the last one.
    broken: Option<PageError>,
    cycle: CycleGuard,
}

impl UntypedWalk {
    /// A walk that begins with a call of these arguments.
    #[must_use]
    pub fn new(operation: &'static Operation, arguments: Map<String, Value>) -> Self {
        Self { operation, arguments: Some(arguments), broken: None, cycle: CycleGuard::default() }
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

    /// Moves behind a page. What is wrong with the way on is told after the items of this page.
    pub fn turn(&mut self, next: Result<Option<Cursor>, PageError>, is_empty: bool) {
        match self.cycle.way_on(self.operation.paging, is_empty, next) {
            Ok(Position::At(cursor)) => {
                self.arguments = self.arguments.take().map(|arguments| self.at(arguments, cursor));
            }
            Ok(_) => self.arguments = None,
            Err(error) => self.broken = Some(error),
        }
    }

    /// The arguments of the page at `cursor`.
    fn at(&self, mut arguments: Map<String, Value>, cursor: Cursor) -> Map<String, Value> {
        if self.operation.paging == Paging::LoneBodyCursor {
            let all = std::mem::take(&mut arguments);
            for param in self.operation.params.iter().filter(|param| param.location == Location::Path) {
                arguments
                    .extend(all.get_key_value(param.name).map(|(name, value)| (name.clone(), value.clone())));
            }
        }
        let (name, value) = match cursor {
            Cursor::Token(token) => ("cursor", Value::from(token)),
            Cursor::Index(index) => ("startIndex", Value::from(index)),
        };
        arguments.insert(name.to_owned(), value);
        arguments
    }
}
