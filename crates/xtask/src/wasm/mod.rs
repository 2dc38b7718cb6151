//! `cargo xtask wasm`: the npm package, from the wasm module to what is published.

use std::fs;

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// The npm package, from the workspace's root.
const PACKAGE: &str = "bindings/js";

/// Makes `bindings/js/dist`.
pub(crate) fn build(workspace: &Workspace) -> Outcome {
    let package = workspace.root().join(PACKAGE);
    install(workspace)?;
    show(
        workspace,
        &Cmd::line(
            "cargo build --profile wasm --target wasm32-unknown-unknown --package atlassian-admin-wasm",
        ),
    )?;
    let module = workspace.target()?.join("wasm32-unknown-unknown/wasm/atlassian_admin_wasm.wasm");
    let bindgen = Cmd::line("cargo run --package xtask --features bindgen --bin bindgen --");
    show(
        workspace,
        &bindgen.args([module.display().to_string(), package.join("build").display().to_string()]),
    )?;
    let script = Cmd::line("node scripts/build.mjs");
    println!("$ {script}");
    script.run(&package)
}

/// Installs the tools at the versions of the lock file, unless they are there.
fn install(workspace: &Workspace) -> Outcome {
    let package = workspace.root().join(PACKAGE);
    let wanted = fs::read(package.join("package-lock.json"))?;
    let stamp = package.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let install = Cmd::line("npm ci --ignore-scripts --no-audit --no-fund");
    println!("$ {install}");
    install.run(&package)?;
    Ok(fs::write(stamp, wanted)?)
}

fn show(workspace: &Workspace, command: &Cmd) -> Outcome {
    println!("$ {command}");
    command.run(workspace.root())
}
