//! The client's backend where requests leave by `fetch`: pages, workers, extensions, Node, edge runtimes.
//!
//! What belongs to JavaScript may not leave its thread, and the core's traits ask for `Send`; so it is wrapped, here and nowhere
//! else. A value that did leave its thread would panic rather than be used there.

mod abort;
mod answer;
mod body;
mod function;
mod global;
mod js;
mod json;
mod reason;
mod runtime;

pub use body::JsBody;
pub use function::FunctionBackend;
pub use global::FetchBackend;
pub use json::JSON_OF_HOST;
pub use reason::Reason;
pub use runtime::JsRuntime;
pub use send_wrapper::SendWrapper;
