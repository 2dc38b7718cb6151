//! A hostile server: whatever it sends, a call ends in a typed error, in bounded time and memory,
//! and the key is sent nowhere else.
//!
//! The servers are raw sockets on loopback, scripted byte by byte. One file for each kind of
//! attack.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests fail loudly"
)]

mod bodies;
mod cursors;
mod gzip;
mod headers;
mod json;
mod memory;
mod old;
mod origins;
mod proxies;
mod server;
mod silence;
mod text;
