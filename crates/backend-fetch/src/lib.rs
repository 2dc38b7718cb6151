//! The client's backend for hosts with `fetch`: browsers, workers, extensions, Node, edge
//! runtimes.
//!
//! JavaScript values must not leave their thread, but the core's traits require `Send`. So this
//! crate, and only this one, wraps them. Using such a value in another thread panics.

mod abort;
mod body;
mod fetch_backend;
mod function_backend;
mod js;
mod json;
mod promise;
mod reason;
mod runtime;
mod send;

pub use body::JsBody;
pub use fetch_backend::FetchBackend;
pub use function_backend::FunctionBackend;
pub use json::JSON_OF_HOST;
pub use promise::resolved;
pub use reason::Reason;
pub use runtime::JsRuntime;
pub use send_wrapper::SendWrapper;
