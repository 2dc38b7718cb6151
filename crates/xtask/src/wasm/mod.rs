//! `cargo xtask wasm`: the npm packages, from the wasm modules to what is published or used by examples.

mod reproducible;
mod small;

use std::path::{Path, PathBuf};

use crate::command::{Cmd, Outcome};
use crate::npm;
use crate::test::tools;
use crate::workspace::Workspace;

pub(crate) use reproducible::check as check_reproducible;

/// The npm package, from the workspace's root. The tools of all packages are installed in it.
const PACKAGE: &str = "bindings/js";

/// A crate that becomes a wasm module, and the npm package that is made of it.
const MODULES: &[(&str, &str)] = &[
    ("atlassian-admin-wasm", PACKAGE),
    // A package of its own: nothing of the simulator is in what is published.
    ("atlassian-admin-simulator-wasm", "bindings/simulator"),
];

/// Makes the folder `dist` of each package.
pub(crate) fn build(workspace: &Workspace) -> Outcome {
    // One after the other: built together, they would share the features of the core that only one of them asks for.
    MODULES.iter().try_for_each(|(name, package)| module(workspace, name, package))
}

/// Makes the package that is published, and no other.
pub(crate) fn build_published(workspace: &Workspace) -> Outcome {
    MODULES
        .iter()
        .filter(|(_, package)| *package == PACKAGE)
        .try_for_each(|(name, package)| module(workspace, name, package))
}

fn module(workspace: &Workspace, name: &str, package: &str) -> Outcome {
    tools::install_for_wasm(workspace)?;
    npm::install(&workspace.root().join(PACKAGE), npm::Tools::All)?;
    let build =
        Cmd::line("cargo build --profile wasm --target wasm32-unknown-unknown --package").args([name]);
    let (mut target, mut flags) = (workspace.target()?, remapped(workspace)?);
    let build = if package == PACKAGE {
        // Apart from what is built with the standard library as it comes.
        target.push("small");
        flags.extend(small::FLAGS.iter().map(ToString::to_string));
        small::with_own_std(build).args(["--target-dir".to_owned(), target.display().to_string()])
    } else {
        build
    };
    show(workspace, &build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", &flags.join(" ")))?;
    let package = workspace.root().join(package);
    let module = format!("wasm32-unknown-unknown/wasm/{}.wasm", name.replace('-', "_"));
    bindgen(workspace, &target.join(module), &package.join("build"))?;
    let script = Cmd::line("node scripts/build.mjs");
    println!("$ {script}");
    script.run(&package)
}

/// Builds an example of a crate for wasm32, with JavaScript around it, in the folder that it returns.
pub(crate) fn example(workspace: &Workspace, package: &str, name: &str) -> Outcome<PathBuf> {
    show(
        workspace,
        &Cmd::line("cargo build --target wasm32-unknown-unknown").args([
            "--package",
            package,
            "--example",
            name,
        ]),
    )?;
    let folder = workspace.target()?.join("wasm-examples").join(name);
    let module = workspace.target()?.join(format!("wasm32-unknown-unknown/debug/examples/{name}.wasm"));
    bindgen(workspace, &module, &folder)?;
    Ok(folder)
}

/// Writes the JavaScript around a module that was built for wasm32.
fn bindgen(workspace: &Workspace, module: &Path, folder: &Path) -> Outcome {
    let bindgen =
        Cmd::line("cargo run --package atlassian-admin-codegen --features bindgen --bin bindgen --");
    show(workspace, &bindgen.args([module.display().to_string(), folder.display().to_string()]))
}

/// What keeps this machine's paths out of the module, so that it is the same wherever it is built.
fn remapped(workspace: &Workspace) -> Outcome<Vec<String>> {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"))?;
    let sysroot = Cmd::line("rustc --print sysroot").text(workspace.root())?;
    let mut places = vec![
        (workspace.root().display().to_string(), "."),
        (format!("{}/lib/rustlib/src/rust", sysroot.trim()), "rust"),
    ];
    // One folder for each registry, named by cargo in its own way. That of the crates is enough, and shorter in each place that can panic.
    for registry in std::fs::read_dir(format!("{home}/registry/src")).into_iter().flatten() {
        places.push((registry?.path().display().to_string(), "registry"));
    }
    Ok(places.iter().map(|(from, to)| format!("--remap-path-prefix={from}={to}")).collect())
}

fn show(workspace: &Workspace, command: &Cmd) -> Outcome {
    println!("$ {command}");
    command.run(workspace.root())
}
