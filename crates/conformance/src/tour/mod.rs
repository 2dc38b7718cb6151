//! A tour of the simulator: every operation once with success and once refused, in an order in which one leads to the next.
//!
//! The files beside this one are the tour; this one says what a step is. A text `$name` in the arguments stands for what an earlier
//! step has learned under this name. `orgId` and `directoryId` are filled in where an operation takes them.

mod account;
mod directories;
mod events;
mod groups;
mod guide;
mod legacy;
mod orgs;
mod policies;
mod roles;
mod scim;
mod users;

use serde_json::{Map, Value};

pub(crate) use guide::{Answer, Tour};

/// Operations of which no refusal is documented, but of strangers and of too many requests.
const NEVER_WRONG: &[&str] = &["getPolicies"];

/// A step of the tour: one call.
#[derive(Debug)]
pub(crate) struct Step {
    operation: &'static str,
    /// The flat arguments. Of a refused call only what is different from the operation's last successful one.
    arguments: Map<String, Value>,
    expected: Expected,
}

/// What a call comes to.
#[derive(Debug)]
enum Expected {
    /// Success, and what to remember of the answer: a name, and a JSON pointer to it.
    Success(Vec<(&'static str, &'static str)>),
    /// A refusal with this status.
    Refusal(u16),
}

/// A call that succeeds.
fn call(operation: &'static str, arguments: Value) -> Step {
    Step { operation, arguments: object(arguments), expected: Expected::Success(Vec::new()) }
}

/// A call that is refused with `status`: the operation's last successful one, but with these arguments.
fn refused(operation: &'static str, status: u16, arguments: Value) -> Step {
    Step { operation, arguments: object(arguments), expected: Expected::Refusal(status) }
}

impl Step {
    /// Remembers the text that `pointer` leads to in the answer.
    fn learn(mut self, name: &'static str, pointer: &'static str) -> Self {
        if let Expected::Success(learned) = &mut self.expected {
            learned.push((name, pointer));
        }
        self
    }
}

fn object(arguments: Value) -> Map<String, Value> {
    match arguments {
        Value::Object(arguments) => arguments,
        _ => Map::new(),
    }
}

/// The whole tour.
pub(crate) fn steps() -> Vec<Step> {
    let parts = [
        orgs::steps(),
        events::steps(),
        directories::steps(),
        users::steps(),
        groups::steps(),
        roles::steps(),
        policies::steps(),
        account::steps(),
        scim::steps(),
        legacy::steps(),
        users::farewell(),
    ];
    parts.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tour_reaches_every_operation_and_goes_as_it_says() {
        assert_eq!(Tour::make(1, steps()).problems, [""; 0]);
    }
}
