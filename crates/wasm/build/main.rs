//! Writes the table of operations for the wasm module: the core's own lists in a fraction of their
//! size.
//!
//! `src/table` documents the format and reads it.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo so")]

mod kinds;
mod operations;
mod output;

#[allow(dead_code, reason = "shared with what reads the table")]
#[path = "../src/table/codes.rs"]
mod codes;

use std::error::Error;
use std::path::PathBuf;

use atlassian_admin_core::OPERATIONS;

use crate::kinds::Kinds;
use crate::output::{Output, Texts};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/table/codes.rs");
    let folder = std::env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    std::fs::write(PathBuf::from(folder).join("table.bin"), table()?)?;
    Ok(())
}

fn table() -> Outcome<Vec<u8>> {
    let (mut texts, mut kinds) = (Texts::default(), Kinds::default());
    let mut operations = Output::default();
    operations.number(OPERATIONS.len());
    for operation in OPERATIONS {
        operations::write(operation, &mut operations, &mut texts, &mut kinds)?;
    }
    let kinds = kinds.write(&mut texts)?;
    // The strings come first, since everything else refers to them.
    Ok([texts.write(), kinds, operations.into_bytes()].concat())
}
