//! Which crate may depend on which: the layout of the project as a test. `deny.toml` has the crates
//! that only some packages may name.

use xshell::{Shell, cmd};

use crate::Outcome;

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
        let tree = cmd!(
            sh,
            "cargo tree --edges normal --prefix none --target {target} --package {package} {features}"
        );
        for name in breaches(&tree.quiet().read()?, forbidden) {
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
    match problems.as_slice() {
        [] => Ok(None),
        problems => Err(format!("the architecture is broken:\n  {}", problems.join("\n  ")).into()),
    }
}

/// What is in a tree, each line of which is a name, a version and more, although it must not be.
fn breaches<'a>(tree: &str, forbidden: &[&'a str]) -> Vec<&'a str> {
    let is_in_tree = |name: &&str| tree.lines().any(|line| line.split_whitespace().next() == Some(*name));
    forbidden.iter().copied().filter(is_in_tree).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaches_compares_whole_names() {
        let tree = "core v0.1.0 (/x)\nhttp v1.5.0\ntokio-stream v0.1.0\nform_urlencoded v1.2.2\n";
        assert!(breaches(tree, &["tokio", "url"]).is_empty());
        let tree = format!("{tree}tokio v1.54.1 (*)\n");
        assert_eq!(breaches(&tree, &["tokio", "url"]), ["tokio"]);
    }
}
