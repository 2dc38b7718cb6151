//! Operations whose answers are kept as the server sent them.

use std::marker::PhantomData;

use atlassian_admin::endpoint::{Answer, Endpoint, Operation};
use serde::{Deserialize, Serialize};

/// The operation `E`, whose answer is read as an `O`.
///
/// `--json` prints the original JSON of an item, which the operation's own type would write in another order.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "E: Endpoint")]
pub(crate) struct Untouched<E, O> {
    call: E,
    #[serde(skip)]
    output: PhantomData<fn() -> O>,
}

impl<E, O> Untouched<E, O> {
    pub(crate) fn new(call: E) -> Self {
        Self { call, output: PhantomData }
    }
}

impl<E: Clone, O> Clone for Untouched<E, O> {
    fn clone(&self) -> Self {
        Self::new(self.call.clone())
    }
}

impl<E: Endpoint, O: Answer> Endpoint for Untouched<E, O> {
    const OPERATION: Operation = E::OPERATION;
    type Auth = E::Auth;
    type Output = O;
}
