//! A minute of libFuzzer for each property of `crates/fuzz`. Other runs are commands of
//! cargo-fuzz, see CONTRIBUTING.md.

use xshell::{Shell, cmd};

use crate::{Outcome, place};

pub(crate) fn minutes(sh: &Shell) -> Outcome {
    let folder = &place::target()?.join("fuzz");
    let written = cmd!(sh, "cargo run --quiet --package atlassian-admin-fuzz -- seeds {folder}").read()?;
    for property in written.lines() {
        let corpus = folder.join(property);
        // No sanitizer: nothing here is unsafe, and without one there are twice as many runs.
        let fuzz =
            cmd!(sh, "cargo +nightly fuzz run --fuzz-dir crates/fuzz --sanitizer none property {corpus}");
        let limits = ["-max_total_time=60", "-rss_limit_mb=2048", "-timeout=10", "-max_len=16384"];
        fuzz.arg("--").args(limits).env("PROPERTY", property).run()?;
    }
    Ok(())
}
