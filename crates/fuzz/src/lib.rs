//! Properties of all input from the server, a file or the keyboard: one property per file.
//!
//! A property is a function of bytes that panics if it does not hold. The program `property` lets
//! libFuzzer search for bytes that break it; the tests run it on its seeds, on any toolchain.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a broken property fails loudly"
)]

pub mod call;
pub mod checkpoint;
pub mod checkpoint_file;
pub mod cursor;
pub mod error;
mod fixtures;
mod host;
mod input;
pub mod model;
mod sample;

/// A function of bytes that panics if the property does not hold.
pub type Property = fn(&[u8]);

/// A property, with its seeds.
#[derive(Debug)]
pub struct Target {
    /// The name of its module.
    pub name: &'static str,
    /// The property itself.
    pub holds: Property,
    /// Interesting inputs: from the fixtures, or written by hand.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

impl Target {
    /// Returns the property of this name.
    #[must_use]
    pub fn of(name: &str) -> Option<&'static Self> {
        TARGETS.iter().find(|target| target.name == name)
    }
}

macro_rules! targets {
    ($($name:ident),*) => {
        /// All properties.
        pub const TARGETS: &[Target] =
            &[$(Target { name: stringify!($name), holds: $name::holds, seeds: $name::seeds }),*];
    };
}

targets![call, checkpoint, checkpoint_file, cursor, error, model];
