//! Writes the JavaScript around a wasm module: `bindgen MODULE FOLDER`.
//!
//! It uses the library of wasm-bindgen's own tool, so that the lock file sets its version.

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else { return Err("usage: bindgen MODULE FOLDER".into()) };
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(true)
        .out_name("core")
        // The façade passes the module's location.
        .omit_default_module_path(true)
        // The façade instantiates the module again if it panics.
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    Ok(())
}
