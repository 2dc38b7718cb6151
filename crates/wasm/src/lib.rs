//! The core of the npm package, which its façade in `bindings/js` calls.
//!
//! Nothing here names an operation. Arguments arrive as JSON text, since they are small. Responses
//! remain JavaScript values from the network to the caller, and only the properties that the core
//! needs are read.
//!
//! A call is a task with a number that the façade chooses. `Host::settle` reports its end, so that
//! the façade can settle every promise itself, even if this module panics.

mod answer;
mod arguments;
mod clients;
mod core;
mod executor;
mod failure;
mod feed;
mod hooks;
mod host;
mod listing;
mod object;
mod page;
mod raw;
mod sent;
mod settings;
mod table;
mod validate;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::host::Host;

/// Starts the module. `host` receives its reports.
#[wasm_bindgen]
pub fn start(host: Host) {
    host::set(host);
}

/// Runs a task until its next wait. Returns whether the task continues. The façade calls it after
/// `Host::wake`.
#[wasm_bindgen]
#[must_use]
pub fn run(task: u32) -> bool {
    executor::run(task)
}

/// Cancels a call. Returns whether it sent a request that may have been applied.
#[wasm_bindgen]
pub fn cancel(call: u32) -> bool {
    executor::cancel(call)
}
