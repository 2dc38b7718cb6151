//! What must hold of anything that comes in, from the server, from a file or from the keyboard: one property a file.
//!
//! A property takes bytes, makes of them what it is about, and panics where it does not hold. `targets/` hands it to libFuzzer, which
//! looks for bytes that break it (`cargo xtask fuzz`); the tests here hand it its seeds, on any toolchain.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a property that does not hold fails loudly"
)]

pub mod call;
pub mod checkpoint;
pub mod checkpoint_file;
pub mod csv;
pub mod cursor;
pub mod error;
mod fixtures;
mod host;
mod input;
pub mod model;
pub mod path;
pub mod request;
mod same;
mod sample;
pub mod terminal;

/// A function of bytes that panics where it does not hold of them.
pub type Property = fn(&[u8]);

/// A property, with bytes to begin from.
#[derive(Debug)]
pub struct Target {
    /// What it is called: its module here, its program in `targets/`.
    pub name: &'static str,
    /// The property itself.
    pub holds: Property,
    /// Bytes that are of interest: of the fixtures, or written by hand where there are none.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

macro_rules! targets {
    ($($name:ident),*) => {
        /// All of them.
        pub const TARGETS: &[Target] =
            &[$(Target { name: stringify!($name), holds: $name::holds, seeds: $name::seeds }),*];
    };
}

targets![call, checkpoint, checkpoint_file, csv, cursor, error, model, path, request, terminal];
