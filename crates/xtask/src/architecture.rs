//! Which crate may depend on which: the layout of the project as a test. `deny.toml` has the crates
//! that only some packages may name.

use std::collections::BTreeSet;

use xshell::{Shell, cmd};

use crate::{Outcome, dependencies, refuse};

/// What must not be among all that a package depends on, with which features, on which target.
const FORBIDDEN: &[(&str, &str, &str, &[&str])] = &[
    (
        "atlassian-admin-core",
        "--all-features",
        "all",
        &["reqwest", "hyper", "tokio", "wasm-bindgen", "js-sys", "url"],
    ),
    ("atlassian-admin-simulator", "--no-default-features", "all", &["reqwest", "hyper", "tokio"]),
    (
        "atlassian-admin-wasm",
        "--all-features",
        "wasm32-unknown-unknown",
        // `url` and what it needs are larger than all the rest.
        &["reqwest", "hyper", "tokio", "url", "idna", "serde-wasm-bindgen", "atlassian-admin-simulator"],
    ),
];

pub(crate) fn check(sh: &Shell) -> Outcome<Option<String>> {
    let mut problems = Vec::new();
    for &(package, features, target, forbidden) in FORBIDDEN {
        let crates = dependencies::crates(sh, package, target, Some(features))?;
        let names: BTreeSet<_> = crates.iter().filter_map(|name| name.split(' ').next()).collect();
        for name in forbidden.iter().filter(|name| names.contains(*name)) {
            problems.push(format!(
                "{package} depends on {name}: see `cargo tree -e normal --target {target} -p {package} {features} -i {name}`"
            ));
        }
    }
    // A host's peculiarities belong into its backend and its runtime.
    let switches =
        cmd!(sh, "git grep --no-index --fixed-strings --files-with-matches cfg(target crates/core/src");
    let switches = switches.quiet().ignore_status().output()?;
    // Without a match it exits with 1.
    if !matches!(switches.status.code(), Some(0 | 1)) {
        return Err(String::from_utf8(switches.stderr)?.into());
    }
    for path in String::from_utf8(switches.stdout)?.lines() {
        problems.push(format!("{path} depends on the target: the core is the same on each"));
    }
    refuse("the architecture is broken", &problems)?;
    Ok(None)
}
