//! Writes the JavaScript around a wasm module: `bindgen MODULE FOLDER`.
//!
//! It is the library of wasm-bindgen's own tool, so that its version is that of the lock file.

#![allow(clippy::print_stderr, reason = "an error is told to the person")]

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        eprintln!("Usage: bindgen MODULE FOLDER");
        return ExitCode::from(2);
    };
    match generate(module, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn generate(module: &str, folder: &str) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(true)
        .out_name("core")
        // The façade says where the module is.
        .omit_default_module_path(true)
        // The façade makes the module anew should it die.
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    Ok(())
}
