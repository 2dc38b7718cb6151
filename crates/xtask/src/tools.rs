//! What the steps need beyond the crates: checked, and installed where that needs no rights and
//! changes nothing outside the workspace's target directory and rustup's toolchains.

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use crate::{Outcome, place};

/// Cargo's subcommands, at the version that is installed where there is none.
const CARGO: &[(&str, &str)] =
    &[("deny", "0.20.2"), ("fuzz", "0.13.2"), ("hack", "0.6.45"), ("nextest", "0.9.148")];

/// The names of Chromium and its kind on the PATH.
const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The oldest Node that the npm package supports, as its `engines` say.
const OLDEST_NODE: u32 = 20;

/// Where a subcommand of cargo is installed: apart from the user's own tools, and apart for each
/// version.
fn folder(name: &str, version: &str) -> Outcome<PathBuf> {
    Ok(place::target()?.join("tools").join(format!("cargo-{name}-{version}")))
}

/// Puts the installed subcommands behind those of the user on the PATH.
pub(crate) fn extend_path(sh: &Shell) -> Outcome {
    let path = sh.var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    for (name, version) in CARGO {
        folders.push(folder(name, version)?.join("bin"));
    }
    sh.set_var("PATH", std::env::join_paths(folders)?);
    Ok(())
}

/// Checks all tools. An error says what is missing and how to install it.
pub(crate) fn check(sh: &Shell) -> Outcome {
    toolchain(sh)?;
    node(sh)?;
    chromium()?;
    ["deny", "hack", "nextest"].into_iter().try_for_each(|name| subcommand(sh, name))
}

/// A program of PyPI's wheels takes seconds, where compiling it takes minutes; without pip or a
/// wheel for this system it is compiled.
pub(crate) fn subcommand(sh: &Shell, name: &str) -> Outcome {
    if succeeds(sh, &["cargo", name, "--version"]) {
        return Ok(());
    }
    let (_, version) = CARGO.iter().find(|(known, _)| *known == name).ok_or("an unknown subcommand")?;
    let folder = &folder(name, version)?;
    let wheel = format!("astral-dev-toolchain-cargo-{name}=={version}");
    let pip =
        cmd!(sh, "python3 -m pip install --quiet --no-deps --only-binary :all: --target {folder} {wheel}")
            .env("PIP_DISABLE_PIP_VERSION_CHECK", "1")
            .env("PIP_ROOT_USER_ACTION", "ignore");
    if pip.run().is_err() {
        let package = format!("cargo-{name}@{version}");
        cmd!(sh, "cargo install --quiet --locked --root {folder} {package}").run()?;
    }
    Ok(())
}

/// The components and targets that `rust-toolchain.toml` lists: rustup ignores missing ones where
/// it may not install by itself.
pub(crate) fn toolchain(sh: &Shell) -> Outcome {
    let sysroot = PathBuf::from(cmd!(sh, "rustc --print sysroot").quiet().read()?);
    let is_complete = sysroot.join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir()
        && succeeds(sh, &["cargo", "fmt", "--version"])
        && succeeds(sh, &["cargo", "clippy", "--version"]);
    if is_complete {
        return Ok(());
    }
    cmd!(sh, "rustup toolchain install").run().map_err(|error| {
        format!("the toolchain lacks a part that rust-toolchain.toml lists, and rustup could not install it: {error}").into()
    })
}

/// Node is not for rustup to install, and there are too many ways to choose one here.
fn node(sh: &Shell) -> Outcome {
    let version = cmd!(sh, "node --version").quiet().read().unwrap_or_default();
    if is_new_enough(&version) && succeeds(sh, &["npm", "--version"]) {
        return Ok(());
    }
    let found = if version.is_empty() { "none" } else { &version };
    Err(format!("Node {OLDEST_NODE} or newer with npm is needed, found {found}: install it from nodejs.org or your system's packages").into())
}

fn is_new_enough(node: &str) -> bool {
    let major = node.trim_start_matches('v').split('.').next();
    major.and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major >= OLDEST_NODE)
}

/// The program in which web pages and extensions are tested: what `CHROMIUM` names, or the first
/// of its kind on the PATH.
pub(crate) fn chromium() -> Outcome<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let places = CHROMIUM.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let missing = "Chromium is missing: install it from your system (on Debian `apt-get install chromium`), or name a program of its \
                   kind, such as Chrome, in the variable CHROMIUM";
    Ok(places.into_iter().find(|place| Path::is_file(place)).ok_or(missing)?)
}

/// Whether a command exists and succeeds.
pub(crate) fn succeeds(sh: &Shell, words: &[&str]) -> bool {
    let [program, arguments @ ..] = words else { return false };
    let output = sh.cmd(program).args(arguments).quiet().ignore_status().output();
    output.is_ok_and(|output| output.status.success())
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn node_is_compared_by_its_major_version() {
        assert!(is_new_enough("v20.20.2") && is_new_enough("v24.0.0"));
        assert!(!is_new_enough("v18.19.1") && !is_new_enough("v9.0.0") && !is_new_enough(""));
    }
}
