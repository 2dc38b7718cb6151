//! `cargo xtask api`: what users can name, in files, so that a change of it is seen and decided on.

mod npm;
mod rust;

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// The public API of a crate or a package, as text.
struct Listing {
    /// Where it is kept, from the workspace's root.
    path: String,
    text: String,
}

/// Writes the files.
pub(crate) fn write(workspace: &Workspace) -> Outcome {
    for Listing { path, text } in all(workspace)? {
        fs::write(workspace.root().join(path), text)?;
    }
    Ok(())
}

/// Checks that the files are as they would be written.
pub(crate) fn check(workspace: &Workspace) -> Outcome {
    compare(workspace, &all(workspace)?)
}

/// The same as a step of the tests: crates are left out, and that is told, where the toolchain's rustdoc is too old or too new.
pub(crate) fn step(workspace: &Workspace) -> Outcome<Option<String>> {
    compare(workspace, &[npm::listing(workspace)?])?;
    match rust::listings(workspace)? {
        Some(listings) => compare(workspace, &listings).map(|()| None),
        None => {
            let note = format!("NOT RUN for crates, npm alone: {}", rust::UNREADABLE);
            println!("{note}");
            Ok(Some(note))
        }
    }
}

fn all(workspace: &Workspace) -> Outcome<Vec<Listing>> {
    let mut listings = rust::listings(workspace)?.ok_or(rust::UNREADABLE)?;
    listings.push(npm::listing(workspace)?);
    Ok(listings)
}

/// Shows how each listing differs from the file in which it is kept.
fn compare(workspace: &Workspace, listings: &[Listing]) -> Outcome {
    let mut changed = Vec::new();
    for Listing { path, text } in listings {
        let kept = fs::read_to_string(workspace.root().join(path)).unwrap_or_default();
        if kept != *text {
            show(workspace, path, text)?;
            changed.push(path.as_str());
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the public API is not that of {}: see the difference above. If it is meant, run `cargo xtask api`, and let CHANGELOG.md say \
         what users have to change: what goes away or looks different breaks their code",
        changed.join(", ")
    )
    .into())
}

/// Prints the difference between what is kept and what there is now.
fn show(workspace: &Workspace, path: &str, now: &str) -> Outcome {
    let folder = folder(workspace)?;
    let file = folder.join(path.replace('/', "-"));
    fs::write(&file, now)?;
    let kept = if workspace.root().join(path).is_file() { Path::new(path) } else { Path::new("/dev/null") };
    let difference = Cmd::line("git --no-pager diff --no-index --no-prefix --")
        .args([kept.to_string_lossy(), file.to_string_lossy()]);
    // It fails where there is a difference, which is what it was called for.
    let shown = difference.process(workspace.root()).status();
    shown.map_err(|error| format!("`{difference}` could not be started: {error}"))?;
    Ok(())
}

/// For what is made on the way. A folder of its own: rustdoc's JSON is unstable, and crates that are built with that allowed are built
/// differently.
fn folder(workspace: &Workspace) -> Outcome<PathBuf> {
    let folder = workspace.target()?.join("api");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
