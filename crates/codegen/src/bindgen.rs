//! Writes the JavaScript around a wasm module: `bindgen MODULE FOLDER`.
//!
//! It is the library of wasm-bindgen's own tool, so that its version is that of the lock file.

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else { return Err("usage: bindgen MODULE FOLDER".into()) };
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
