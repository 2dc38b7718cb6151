//! The command line's tests for Windows, built by mingw and run under Wine.

use xshell::{Shell, cmd};

use crate::{Outcome, place, tools};

const TARGET: &str = "x86_64-pc-windows-gnu";

/// A library that Wine lacks before 9.0, from a source beside the tests.
const LIBRARY: &str = "bcryptprimitives";

/// Runs the tests; a note says what is missing where they cannot run.
pub(crate) fn check(sh: &Shell) -> Outcome<Option<String>> {
    for (program, install) in [
        ("x86_64-w64-mingw32-gcc", "apt-get install gcc-mingw-w64-x86-64"),
        ("wine", "apt-get install --no-install-recommends wine wine64"),
    ] {
        if !tools::succeeds(sh, &[program, "--version"]) {
            return Ok(Some(format!("NOT RUN: {program} is missing ({install})")));
        }
    }
    cmd!(sh, "rustup target add {TARGET}").run()?;

    let folder = sh.create_dir(place::target()?.join("wine"))?;
    // A prefix of its own: the user's is left alone.
    let _prefix = sh.push_env("WINEPREFIX", folder.join("prefix"));
    let _quiet = sh.push_env("WINEDEBUG", "-all");
    cmd!(sh, "wine wineboot --init").ignore_stderr().run()?;
    let library = folder.join(format!("prefix/drive_c/windows/system32/{LIBRARY}.dll"));
    let source = format!("crates/cli/tests/windows/{LIBRARY}.c");
    cmd!(sh, "x86_64-w64-mingw32-gcc -shared -o {library} {source} -ladvapi32").run()?;

    let _runner = sh.push_env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine");
    cmd!(sh, "cargo test --locked --target {TARGET} --package atlassian-admin-cli --test windows").run()?;
    cmd!(sh, "cargo test --locked --target {TARGET} --package atlassian-admin --lib").run()?;
    Ok(Some("under Wine".into()))
}
