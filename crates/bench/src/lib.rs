//! The client beside the code that one would write by hand, over the same pages.
//!
//! The benches in `benches` count instructions and heap of the walks in [`walk`]. The program in
//! `main.rs` runs them and compares the figures with the goals in [`goals`].

pub mod floor;
pub mod goals;
pub mod schemas;
pub mod server;
pub mod tally;
pub mod walk;

/// The result of a walk or a measurement.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How many pages the walk of an instruction bench has.
pub const PAGES: usize = 8;
/// How many pages the longer walks of a heap bench have.
pub const HEAP_PAGES: usize = 16;
