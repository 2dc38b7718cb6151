//! Whether the npm package is the same, byte by byte, wherever it is built.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::PACKAGE;
use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// Builds the package here, and again from a copy of the sources in another folder, where nothing was built before.
pub(crate) fn check(workspace: &Workspace) -> Outcome {
    super::build_published(workspace)?;
    let elsewhere = Elsewhere::new()?;
    let sources = elsewhere.0.join("sources");
    copy_sources(workspace, &sources)?;
    let build = Cmd::line("cargo xtask wasm --published")
        .env("CARGO_TARGET_DIR", &elsewhere.0.join("built").display().to_string());
    println!("$ (cd {}; {build})", sources.display());
    build.run(&sources)?;
    compare(&files(&workspace.root().join(PACKAGE))?, &files(&sources.join(PACKAGE))?)
}

/// A folder outside of the workspace, removed with its value.
struct Elsewhere(PathBuf);

impl Elsewhere {
    fn new() -> Outcome<Self> {
        let folder = std::env::temp_dir().join(format!("atlassian-admin-elsewhere-{}", std::process::id()));
        fs::create_dir(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        // What remains is in the folder for what may be removed.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What git knows of, or would, as it stands now.
fn copy_sources(workspace: &Workspace, to: &Path) -> Outcome {
    let listed = Cmd::line("git ls-files -z --cached --others --exclude-standard").text(workspace.root())?;
    for name in listed.split_terminator('\0') {
        let (from, to) = (workspace.root().join(name), to.join(name));
        if let (true, Some(folder)) = (from.is_file(), to.parent()) {
            fs::create_dir_all(folder)?;
            fs::copy(from, to)?;
        }
    }
    Ok(())
}

/// What would be published of a package, by name.
fn files(package: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(package.join("dist"))? {
        let entry = entry?;
        files.insert(entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?);
    }
    Ok(files)
}

fn compare(here: &BTreeMap<String, Vec<u8>>, there: &BTreeMap<String, Vec<u8>>) -> Outcome {
    let names = here.keys().chain(there.keys().filter(|name| !here.contains_key(*name)));
    let differing: Vec<_> = names.filter(|name| here.get(*name) != there.get(*name)).cloned().collect();
    if !differing.is_empty() {
        return Err(format!("built elsewhere, these files are others: {}", differing.join(", ")).into());
    }
    println!("{} files are the same, byte by byte, built in two places", here.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let files = |entries: &[(&str, &str)]| {
            let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), text.as_bytes().to_vec());
            entries.iter().map(owned).collect::<BTreeMap<_, _>>()
        };
        let here = files(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(compare(&here, &here).is_ok());
        let there = files(&[("a", "1"), ("b", "x"), ("d", "4")]);
        let told = compare(&here, &there).unwrap_err().to_string();
        assert_eq!(told, "built elsewhere, these files are others: b, c, d");
    }
}
