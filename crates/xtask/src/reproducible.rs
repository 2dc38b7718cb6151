//! Whether the npm package is the same, byte by byte, wherever it is built.

use xshell::{Shell, cmd};

use crate::wasm::{self, PACKAGE};
use crate::{Outcome, place};

/// Builds the package here, and again from a copy of the sources in another folder, where nothing
/// was built before.
pub(crate) fn check(sh: &Shell) -> Outcome {
    wasm::build_client(sh)?;
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
        let build = cmd!(sh, "cargo xtask wasm --client");
        build.env("CARGO_TARGET_DIR", elsewhere.path().join("built")).run()?;
    }
    let [here, there] = [place::root(), sources].map(|root| root.join(PACKAGE));
    for built in ["dist", "build/core.js", "build/core.d.ts", "build/send.js", "build/time.js"] {
        let (here, there) = (here.join(built), there.join(built));
        // It names the files that differ, and those that are in one folder alone.
        cmd!(sh, "diff --recursive --brief {here} {there}").run()?;
    }
    println!("{PACKAGE} is the same, byte by byte, built in two places");
    Ok(())
}
