//! Licences, sources, banned crates and known vulnerabilities, by cargo-deny and `deny.toml`.

use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// The version that is installed.
const VERSION: &str = "0.20.2";

pub(super) fn check(workspace: &Workspace) -> Outcome<Option<String>> {
    let deny = Cmd::new([program(workspace)?]);
    let check = deny.clone().args(["check", "bans", "licenses", "sources"]);
    println!("$ {check}");
    check.run(workspace.root())?;
    // What is known of vulnerabilities changes without us, and stands elsewhere.
    if !deny.clone().args(["fetch", "db"]).succeeds(workspace.root()) {
        let note = "advisories NOT RUN: their database cannot be reached; `cargo deny check advisories` looks at them";
        println!("{note}");
        return Ok(Some(note.into()));
    }
    let advisories = deny.args(["check", "--disable-fetch", "advisories"]);
    println!("$ {advisories}");
    advisories.run(workspace.root())?;
    Ok(Some("advisories too".into()))
}

/// Where cargo-deny is. Unless it is installed, it comes to where the workspace's other products are, and the user's own tools stay
/// as they are: that takes some minutes, once.
fn program(workspace: &Workspace) -> Outcome<String> {
    if Cmd::line("cargo-deny --version").succeeds(workspace.root()) {
        return Ok("cargo-deny".into());
    }
    let tools = workspace.target()?.join("tools");
    let program = tools.join("bin/cargo-deny").display().to_string();
    let version = Cmd::new([program.as_str(), "--version"]).text(workspace.root()).unwrap_or_default();
    if version.trim() != format!("cargo-deny {VERSION}") {
        let install = Cmd::line("cargo install --quiet --locked --force cargo-deny --version").args([
            VERSION,
            "--root",
            &tools.to_string_lossy(),
        ]);
        println!("$ {install}");
        install.run(workspace.root()).map_err(|error| {
            format!("cargo-deny is missing and could not be installed: `cargo install --locked cargo-deny` does it, too.\n{error}")
        })?;
    }
    Ok(program)
}
