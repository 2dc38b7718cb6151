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
        )
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", &remapped(workspace)?),
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

/// What keeps this machine's paths out of the module, so that it is the same wherever it is built.
fn remapped(workspace: &Workspace) -> Outcome<String> {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"))?;
    let sysroot = Cmd::line("rustc --print sysroot").text(workspace.root())?;
    let places = [
        (workspace.root().display().to_string(), "."),
        (format!("{home}/registry/src"), "registry"),
        (format!("{}/lib/rustlib/src/rust", sysroot.trim()), "rust"),
    ];
    let flags: Vec<_> = places.iter().map(|(from, to)| format!("--remap-path-prefix={from}={to}")).collect();
    Ok(flags.join(" "))
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
