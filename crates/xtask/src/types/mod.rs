//! `cargo xtask types`: TypeScript out of the list of operations, so that neither is written by hand.

mod groups;
mod models;
mod operations;
mod typescript;

use std::fs;

use crate::command::Outcome;
use crate::workspace::Workspace;

/// Where the files stand, from the workspace's root.
const FOLDER: &str = "bindings/js/src";

/// Writes the files.
pub(crate) fn write(workspace: &Workspace) -> Outcome {
    let folder = workspace.root().join(FOLDER);
    fs::create_dir_all(&folder)?;
    for (name, text) in files() {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// Checks that the files are as they would be written.
pub(crate) fn check(workspace: &Workspace) -> Outcome {
    for (name, text) in files() {
        let path = workspace.root().join(FOLDER).join(name);
        if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
            return Err(
                format!("{FOLDER}/{name} is not what the operations say: run `cargo xtask types`").into()
            );
        }
    }
    Ok(())
}

fn files() -> [(&'static str, String); 2] {
    [("models.ts", models::render()), ("operations.ts", operations::render())]
}
