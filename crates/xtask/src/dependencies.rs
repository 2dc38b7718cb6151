//! What the client brings along: how much that may be, and that each dependency has a reason which
//! is written down.

use std::collections::BTreeSet;

use serde_json::Value;
use xshell::{Shell, cmd};

use crate::{Outcome, place, refuse};

/// The most crates that a service takes with the client, itself included, by the features it
/// chooses.
const BUDGETS: &[(Option<&str>, usize)] = &[
    (None, 120),
    // The leanest that still does all: the application brings its own TLS provider.
    (Some("--no-default-features"), 105),
];

/// Where the reasons are.
const REASONS: &str = "CONTRIBUTING.md";

/// The npm packages of the workspace that need others, if only to be built and tested.
const MANIFESTS: &[&str] = &[
    "bindings/js/package.json",
    "bindings/js/packaging/package.json",
    "crates/bench/js/package.json",
    "docs/package.json",
];

pub(crate) fn check(sh: &Shell) -> Outcome<Option<String>> {
    let mut problems = without_reason(sh)?;
    let mut counts = Vec::new();
    for &(features, most) in BUDGETS {
        let count = crates(sh, "atlassian-admin", "x86_64-unknown-linux-gnu", features)?.len();
        counts.push(format!("{count} of {most} crates"));
        if count > most {
            problems.push(format!(
                "atlassian-admin takes {count} crates with {features:?}, at most {most} are allowed"
            ));
        }
    }
    refuse("the dependencies are not in order", &problems)?;
    Ok(Some(counts.join(", ")))
}

/// The packages of the workspace, as `cargo metadata` describes them.
pub(crate) fn packages(sh: &Shell) -> Outcome<Vec<Value>> {
    let metadata = cmd!(sh, "cargo metadata --format-version 1 --no-deps").quiet().read()?;
    let mut metadata: Value = serde_json::from_str(&metadata)?;
    match metadata.get_mut("packages").map(Value::take) {
        Some(Value::Array(packages)) => Ok(packages),
        _ => Err("cargo metadata lists no packages".into()),
    }
}

fn dependencies(package: &Value) -> impl Iterator<Item = &Value> {
    package.get("dependencies").and_then(Value::as_array).into_iter().flatten()
}

/// The direct dependencies that no line of the tables names.
fn without_reason(sh: &Shell) -> Outcome<Vec<String>> {
    let reasons = sh.read_file(place::root().join(REASONS))?;
    let explained = explained(&reasons);
    let mut direct = BTreeSet::new();
    for package in &packages(sh)? {
        let is_foreign =
            |dependency: &&Value| dependency.get("source").is_some_and(|source| !source.is_null());
        let foreign = dependencies(package).filter(is_foreign);
        direct.extend(foreign.filter_map(|dependency| Some(dependency.get("name")?.as_str()?.to_owned())));
    }
    for manifest in MANIFESTS {
        let manifest: Value = serde_json::from_str(&sh.read_file(place::root().join(manifest))?)?;
        let lists = ["dependencies", "devDependencies"].into_iter();
        let lists = lists.filter_map(|list| manifest.get(list)?.as_object());
        direct.extend(lists.flat_map(|list| list.keys().cloned()));
    }
    let missing = direct.iter().filter(|name| !explained.contains(name.as_str()));
    Ok(missing.map(|name| format!("{name} has no reason in {REASONS}")).collect())
}

/// The names in the first columns of the tables, and those in parentheses.
fn explained(reasons: &str) -> BTreeSet<&str> {
    let firsts = reasons.lines().filter_map(|line| line.strip_prefix('|')?.split('|').next());
    firsts.flat_map(|first| first.split([',', '(', ')'])).map(str::trim).collect()
}

/// All crates that a package takes on a target, itself included: `NAME VERSION`.
pub(crate) fn crates(
    sh: &Shell,
    package: &str,
    target: &str,
    features: Option<&str>,
) -> Outcome<BTreeSet<String>> {
    let tree = cmd!(
        sh,
        "cargo tree --edges normal --prefix none --target {target} --package {package} {features...}"
    );
    // A star at the end of a line marks what is listed above.
    Ok(tree.quiet().read()?.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explained_reads_several_names_of_a_line() {
        let table = "| crate | why |\n|---|---|\n| rustls (ring), tokio | TLS |\nnot, this";
        assert_eq!(explained(table), BTreeSet::from(["", "---", "crate", "ring", "rustls", "tokio"]));
    }
}
