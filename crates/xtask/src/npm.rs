//! The tools that come from npm, at the versions of the lock files.

use std::path::Path;

use xshell::{Shell, cmd};

use crate::{Outcome, place};

/// Which of a package's tools to install.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tools {
    All,
    /// Its `dependencies` alone, without its `devDependencies`.
    Few,
}

/// Installs a package's tools, unless this version of its lock file is installed.
pub(crate) fn install(sh: &Shell, package: &str, tools: Tools) -> Outcome {
    let package = &place::root().join(package);
    let wanted = sh.read_file(package.join("package-lock.json"))?;
    let all = package.join("node_modules/.installed-lock.json");
    let few = package.join("node_modules/.installed-few-lock.json");
    let is_installed = |stamp: &Path| sh.read_file(stamp).is_ok_and(|installed| installed == wanted);
    if is_installed(&all) || (tools == Tools::Few && is_installed(&few)) {
        return Ok(());
    }
    let (omit, stamp) = if tools == Tools::Few { (Some("--omit=dev"), few) } else { (None, all) };
    let _folder = sh.push_dir(package);
    cmd!(sh, "npm ci --ignore-scripts --no-audit --no-fund {omit...}").run()?;
    Ok(sh.write_file(stamp, &wanted)?)
}
