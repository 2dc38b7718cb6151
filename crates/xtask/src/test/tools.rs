//! What the steps need beyond the toolchain, installed where it is missing.

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// Something that rustup can add.
struct Tool {
    name: &'static str,
    present: fn(&Workspace) -> bool,
    install: &'static str,
}

const TOOLS: &[Tool] = &[
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
    Tool {
        name: "the wasm32 target",
        present: has_wasm,
        install: "rustup target add wasm32-unknown-unknown",
    },
];

pub(super) fn install(workspace: &Workspace) -> Outcome<Option<String>> {
    for tool in TOOLS {
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
    Ok(None)
}

fn has_wasm(workspace: &Workspace) -> bool {
    // Of a target that is not installed rustc knows the place all the same, but nothing is there.
    let place =
        Cmd::line("rustc --print target-libdir --target wasm32-unknown-unknown").text(workspace.root());
    place.is_ok_and(|place| std::path::Path::new(place.trim()).is_dir())
}
