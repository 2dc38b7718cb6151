//! Whether the npm package is the same, byte by byte, wherever it is built.

use std::path::Path;

use xshell::{Shell, cmd};

use crate::wasm::{self, PACKAGE};
use crate::{Outcome, place};

/// Builds the package here, and again from a copy of the sources in another folder, where nothing
/// was built before.
pub(crate) fn check(sh: &Shell) -> Outcome {
    wasm::build_published(sh)?;
    let elsewhere = sh.create_temp_dir()?;
    let sources = &elsewhere.path().join("sources");
    // What git knows of, or would, as it is now.
    let listed = cmd!(sh, "git ls-files -z --cached --others --exclude-standard").quiet().read()?;
    for name in listed.split_terminator('\0') {
        let (from, to) = (place::root().join(name), sources.join(name));
        if let (true, Some(folder)) = (from.is_file(), to.parent()) {
            sh.create_dir(folder)?;
            sh.copy_file(from, to)?;
        }
    }
    {
        let _folder = sh.push_dir(sources);
        let build = cmd!(sh, "cargo xtask wasm --published");
        build.env("CARGO_TARGET_DIR", elsewhere.path().join("built")).run()?;
    }
    let [here, there] = [place::root(), sources].map(|root| root.join(PACKAGE).join("dist"));
    let differing = differing(sh, &here, &there)?;
    if !differing.is_empty() {
        return Err(
            format!("these files differ when they are built elsewhere: {}", differing.join(", ")).into()
        );
    }
    println!("{PACKAGE}/dist is the same, byte by byte, built in two places");
    Ok(())
}

/// The names of files that are not the same in both folders.
fn differing(sh: &Shell, here: &Path, there: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for path in sh.read_dir(here)?.iter().chain(&sh.read_dir(there)?) {
        let name = path.file_name().unwrap_or_default();
        let [one, other] = [here, there].map(|folder| sh.read_binary_file(folder.join(name)).ok());
        if one != other {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    names.dedup();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differing_names_files_that_differ_or_are_missing() {
        let sh = Shell::new().unwrap();
        let folder = sh.create_temp_dir().unwrap();
        let [here, there] = ["here", "there"].map(|name| folder.path().join(name));
        for (name, text) in [("a", "1"), ("b", "2"), ("c", "3")] {
            sh.write_file(here.join(name), text).unwrap();
        }
        assert!(differing(&sh, &here, &here).unwrap().is_empty());
        for (name, text) in [("a", "1"), ("b", "x"), ("d", "4")] {
            sh.write_file(there.join(name), text).unwrap();
        }
        assert_eq!(differing(&sh, &here, &there).unwrap(), ["b", "c", "d"]);
    }
}
