//! Writes the table of operations for the wasm module: the core's own lists in a fraction of their
//! size.
//!
//! `src/table` documents the format and reads it.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo so")]

mod operations;
mod output;
mod schemas;

#[allow(dead_code, reason = "shared with what reads the table")]
#[path = "../src/table/codes.rs"]
mod codes;

use std::error::Error;
use std::path::PathBuf;

use atlassian_admin_core::OPERATIONS;

use crate::output::{Output, Texts};
use crate::schemas::Schemas;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/table/codes.rs");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    let (mut texts, mut schemas) = (Texts::default(), Schemas::default());
    let mut operations = Output::default();
    operations.number(OPERATIONS.len());
    for operation in OPERATIONS {
        operations::write(operation, &mut operations, &mut texts, &mut schemas)?;
    }
    std::fs::write(folder.join("texts.txt"), texts.lines()?)?;
    std::fs::write(folder.join("operations.bin"), operations.into_bytes())?;
    Ok(())
}
