//! The tools that come from npm, at the versions of the lock files.

use std::fs;
use std::path::Path;

use crate::command::{Cmd, Outcome};

/// Which of a package's tools to install.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tools {
    /// All of them.
    All,
    /// Its `dependencies` alone, without its `devDependencies`.
    Few,
}

/// Installs a package's tools, unless they are there.
pub(crate) fn install(package: &Path, tools: Tools) -> Outcome {
    let wanted = fs::read(package.join("package-lock.json"))?;
    let stamp = |tools| {
        let name = if tools == Tools::All { ".installed-lock.json" } else { ".installed-few-lock.json" };
        package.join("node_modules").join(name)
    };
    let is_here = |tools| fs::read(stamp(tools)).is_ok_and(|installed| installed == wanted);
    // Who has all of them has the few.
    if is_here(Tools::All) || is_here(tools) {
        return Ok(());
    }
    let install = Cmd::line("npm ci --ignore-scripts --no-audit --no-fund");
    let install = if tools == Tools::Few { install.args(["--omit=dev"]) } else { install };
    println!("$ {install}");
    install.run(package)?;
    Ok(fs::write(stamp(tools), wanted)?)
}
