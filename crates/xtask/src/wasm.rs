//! `cargo xtask wasm`: the npm packages, from the wasm modules to what is published.

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use crate::{Outcome, npm, place, tools};

/// The client's package, from the workspace's root. The tools of all packages are installed in it.
pub(crate) const PACKAGE: &str = "bindings/js";

/// Builds the folder `dist` of each package.
pub(crate) fn build(sh: &Shell) -> Outcome {
    build_client(sh)?;
    // One after the other: built together, they would share the features of the core that only one
    // of them asks for.
    module(sh, "atlassian-admin-simulator-wasm", "bindings/simulator")
}

/// Builds the client alone.
pub(crate) fn build_client(sh: &Shell) -> Outcome {
    tools::toolchain(sh)?;
    npm::install(sh, PACKAGE, npm::Tools::All)?;
    module(sh, "atlassian-admin-wasm", PACKAGE)
}

fn module(sh: &Shell, name: &str, package: &str) -> Outcome {
    cmd!(sh, "cargo build --profile wasm --target wasm32-unknown-unknown --package {name}")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped(sh)?.join(" "))
        .run()?;
    let module = format!("wasm32-unknown-unknown/wasm/{}.wasm", name.replace('-', "_"));
    let package = place::root().join(package);
    bindgen(sh, &place::target()?.join(module), &package.join("build"))?;
    let _folder = sh.push_dir(package);
    Ok(cmd!(sh, "node scripts/build.mjs").run()?)
}

/// Builds an example of a crate for wasm32, with JavaScript around it, in the folder that it
/// returns.
pub(crate) fn example(sh: &Shell, package: &str, name: &str) -> Outcome<PathBuf> {
    cmd!(sh, "cargo build --target wasm32-unknown-unknown --package {package} --example {name}").run()?;
    let folder = place::target()?.join("wasm-examples").join(name);
    let module = place::target()?.join(format!("wasm32-unknown-unknown/debug/examples/{name}.wasm"));
    bindgen(sh, &module, &folder)?;
    Ok(folder)
}

/// Writes the JavaScript around a module, by the version of wasm-bindgen in the lock file.
fn bindgen(sh: &Shell, module: &Path, folder: &Path) -> Outcome {
    Ok(sh.cmd(place::program("bindgen")?).arg(module).arg(folder).run()?)
}

/// The compiler's options that keep this machine's paths out of the module, so that it is the same
/// wherever it is built.
fn remapped(sh: &Shell) -> Outcome<Vec<String>> {
    let home = sh.var("CARGO_HOME").or_else(|_| sh.var("HOME").map(|home| home + "/.cargo"))?;
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    let version = cmd!(sh, "rustc --verbose --version").quiet().read()?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let mut places = vec![
        (place::root().display().to_string(), ".".to_owned()),
        // Where its source is installed, the compiler names the standard library by that folder.
        (format!("{sysroot}/lib/rustlib/src/rust"), format!("/rustc/{commit}")),
    ];
    // One folder for each registry, named by cargo in its own way. That of the crates is enough,
    // and shorter in each place that can panic.
    let registries = sh.read_dir(format!("{home}/registry/src")).unwrap_or_default();
    places.extend(registries.iter().map(|registry| (registry.display().to_string(), "registry".to_owned())));
    Ok(places.iter().map(|(from, to)| format!("--remap-path-prefix={from}={to}")).collect())
}
