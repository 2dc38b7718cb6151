//! The core of the npm package: what its façade in `bindings/js` calls.
//!
//! Nothing here names an operation. Arguments come in as JSON text, since they are small; answers stay values of JavaScript's from
//! the network to the caller, and only what the core needs of them is read.
//!
//! A call is a task with a number, which the façade chooses. Its end is told by `Host::settle`, so that the façade can settle
//! every promise by itself, even if this module dies.

mod answer;
mod arguments;
mod clients;
mod core;
mod executor;
mod failure;
mod feed;
mod host;
mod listing;
mod page;
mod runtime;
mod sent;
mod settings;
mod table;
mod validate;

use atlassian_admin_core::operation::Paging;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::host::Host;
use crate::table::{Entry, Table};

/// A third of the size of the one that Rust brings along, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Begins: `host` is told what happens.
#[wasm_bindgen]
pub fn start(host: Host) {
    host::set(host);
}

/// Runs a task up to its next wait. Returns whether the task goes on. The façade calls it after
/// `Host::wake`.
#[wasm_bindgen]
#[must_use]
pub fn run(task: u32) -> bool {
    executor::run(task)
}

/// Ends a call whose result nobody waits for any more. Returns whether a request of its was sent and may have had its effect.
#[wasm_bindgen]
pub fn cancel(call: u32) -> bool {
    executor::cancel(call)
}

/// The names of all operations, `orgs.get `, `orgs.list* ` and `groups.create! `: a star marks a listing, an exclamation mark a change,
/// a space ends each.
#[wasm_bindgen]
#[must_use]
pub fn operations() -> String {
    let name = |Entry { operation, .. }: &Entry| {
        let mark = match operation.paging {
            Paging::None if operation.reads => " ",
            Paging::None => "! ",
            _ => "* ",
        };
        operation.id.to_owned() + mark
    };
    Table::get().entries.iter().map(name).collect()
}
