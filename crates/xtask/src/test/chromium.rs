//! Chromium, in which pages and extensions are tried.

use std::path::PathBuf;

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// The names that distributions have for it.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds it, or installs the package of Debian and its kin.
pub(super) fn install(workspace: &Workspace) -> Outcome<Option<String>> {
    if program().is_err() {
        let missing = |error| {
            format!(
                "Chromium is missing and could not be installed. Install it from your system, or name a program of its kind, such as \
                 Chrome, in the variable CHROMIUM.\n{error}"
            )
        };
        apt_get(workspace, "update").map_err(missing)?;
        apt_get(workspace, "install -y --no-install-recommends chromium").map_err(missing)?;
    }
    let program = program()?;
    let version = Cmd::new([program.as_str(), "--version"]).text(workspace.root())?;
    println!("{program} is {}", version.trim());
    Ok(None)
}

/// Where it is: what `CHROMIUM` names, or the first of its names on the path.
pub(crate) fn program() -> Outcome<String> {
    if let Ok(named) = std::env::var("CHROMIUM") {
        return Ok(named);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let places = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let found = places.into_iter().find(|place| place.is_file());
    Ok(found.ok_or("there is no Chromium on the path")?.display().to_string())
}

fn apt_get(workspace: &Workspace, words: &str) -> Outcome {
    let is_root = Cmd::line("id -u").text(workspace.root()).is_ok_and(|user| user.trim() == "0");
    let command = Cmd::line("apt-get").args(words.split_whitespace());
    let command = if is_root { command } else { Cmd::line("sudo").then(&command) };
    println!("$ {command}");
    command.env("DEBIAN_FRONTEND", "noninteractive").run(workspace.root())
}
