//! What the steps need beyond the toolchain, installed where it is missing.

use std::path::Path;

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// Something that rustup can add.
struct Tool {
    name: &'static str,
    present: fn(&Workspace) -> bool,
    install: &'static str,
}

const TO_CHECK: &[Tool] = &[
    Tool {
        name: "rustfmt",
        present: |workspace| Cmd::line("cargo fmt --version").succeeds(workspace.root()),
        install: "rustup component add rustfmt",
    },
    Tool {
        name: "clippy",
        present: |workspace| Cmd::line("cargo clippy --version").succeeds(workspace.root()),
        install: "rustup component add clippy",
    },
];

const FOR_WASM: &[Tool] = &[
    Tool {
        name: "the wasm32 target",
        present: has_wasm,
        install: "rustup target add wasm32-unknown-unknown",
    },
    Tool {
        name: "the source of the standard library",
        present: has_source,
        install: "rustup component add rust-src",
    },
];

pub(super) fn install(workspace: &Workspace) -> Outcome<Option<String>> {
    add(workspace, TO_CHECK)?;
    install_for_wasm(workspace)?;
    node(workspace).map(|()| None)
}

/// What the npm package is built with, beyond the toolchain and Node.
pub(crate) fn install_for_wasm(workspace: &Workspace) -> Outcome {
    add(workspace, FOR_WASM)
}

fn add(workspace: &Workspace, tools: &[Tool]) -> Outcome {
    for tool in tools {
        if (tool.present)(workspace) {
            println!("{} is here", tool.name);
            continue;
        }
        println!("installing {}: {}", tool.name, tool.install);
        let installed = Cmd::line(tool.install).run(workspace.root());
        installed.map_err(|error| {
            format!("{} is missing and could not be installed. Install it, with `{}` or from your system.\n{error}", tool.name, tool.install)
        })?;
    }
    Ok(())
}

/// Node is not for rustup to install, and there are too many ways to choose one here.
fn node(workspace: &Workspace) -> Outcome {
    let version = Cmd::line("node --version").text(workspace.root()).unwrap_or_default();
    if is_new_enough(&version) && Cmd::line("npm --version").succeeds(workspace.root()) {
        println!("Node {} is here", version.trim());
        return Ok(());
    }
    let found = if version.is_empty() { "none".to_owned() } else { version.trim().to_owned() };
    Err(format!("Node {OLDEST_NODE} or newer with npm is needed, and there is {found}: install it from nodejs.org or your system's packages").into())
}

/// The oldest Node that the npm package supports: what its `engines` say.
const OLDEST_NODE: u32 = 20;

fn is_new_enough(version: &str) -> bool {
    let major = version.trim().trim_start_matches('v').split('.').next();
    major.and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major >= OLDEST_NODE)
}

fn has_wasm(workspace: &Workspace) -> bool {
    // Of a target that is not installed rustc knows the place all the same, but nothing is there.
    let place =
        Cmd::line("rustc --print target-libdir --target wasm32-unknown-unknown").text(workspace.root());
    place.is_ok_and(|place| Path::new(place.trim()).is_dir())
}

fn has_source(workspace: &Workspace) -> bool {
    let sysroot = Cmd::line("rustc --print sysroot").text(workspace.root());
    sysroot.is_ok_and(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std").is_dir())
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn a_node_that_is_too_old_is_not_taken() {
        assert!(is_new_enough("v20.20.2\n") && is_new_enough("v24.0.0"));
        assert!(!is_new_enough("v18.19.1") && !is_new_enough(""));
    }
}
