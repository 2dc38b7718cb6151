//! What the client brings along: how much that may be, and that each part has a reason which is written down.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::command::{Cmd, Outcome};
use crate::workspace::{Workspace, packages, text};

/// The most crates that a service takes with the client, itself included, with these features.
struct Budget {
    features: &'static str,
    most: usize,
}

const BUDGETS: &[Budget] = &[
    Budget { features: "", most: 120 },
    // The leanest that still does all: the application brings its own TLS provider.
    Budget { features: "--no-default-features", most: 105 },
];

/// Where the reasons stand.
const REASONS: &str = "CONTRIBUTING.md";

/// The npm packages of the workspace that need others, if only to be built and tested.
const MANIFESTS: &[&str] =
    &["bindings/js/package.json", "bindings/js/packaging/package.json", "crates/bench/peers/js/package.json"];

pub(super) fn check(workspace: &Workspace) -> Outcome<Option<String>> {
    let mut problems = without_reason(workspace)?;
    let mut counts = Vec::new();
    for Budget { features, most } in BUDGETS {
        let count = count(workspace, features)?;
        counts.push(format!("{count} of {most} crates"));
        if count > *most {
            problems.push(format!("{count} crates instead of {most}: see `{}`", tree(features)));
        }
    }
    match problems.as_slice() {
        [] => Ok(Some(counts.join(", "))),
        problems => Err(format!("the dependencies are not in order:\n  {}", problems.join("\n  ")).into()),
    }
}

/// The direct dependencies that no line of the table names.
fn without_reason(workspace: &Workspace) -> Outcome<Vec<String>> {
    let reasons = fs::read_to_string(workspace.root().join(REASONS))?;
    let explained = explained(&reasons);
    let mut direct = crates(&workspace.metadata(&["--no-deps"])?)?;
    for manifest in MANIFESTS {
        direct.extend(npm_packages(&serde_json::from_slice(&fs::read(workspace.root().join(manifest))?)?));
    }
    let missing = direct.into_iter().filter(|name| !explained.contains(name.as_str()));
    Ok(missing.map(|name| format!("{name} has no reason in {REASONS}")).collect())
}

/// What stands in the first columns of the tables, without what is in parentheses.
fn explained(reasons: &str) -> BTreeSet<&str> {
    let firsts = reasons.lines().filter_map(|line| line.strip_prefix('|')?.split('|').next());
    firsts.flat_map(|first| first.split([',', '(', ')'])).map(str::trim).collect()
}

/// The crates that members of the workspace name, but for each other.
fn crates(metadata: &Value) -> Outcome<BTreeSet<String>> {
    let named = packages(metadata)?.iter().filter_map(|package| package.get("dependencies")?.as_array());
    let foreign =
        named.flatten().filter(|dependency| dependency.get("source").is_some_and(|source| !source.is_null()));
    Ok(foreign.map(|dependency| text(dependency, "name").to_owned()).collect())
}

fn npm_packages(manifest: &Value) -> BTreeSet<String> {
    let lists =
        ["dependencies", "devDependencies"].into_iter().filter_map(|list| manifest.get(list)?.as_object());
    lists.flat_map(|list| list.keys().cloned()).collect()
}

fn count(workspace: &Workspace, features: &str) -> Outcome<usize> {
    let tree = tree(features).text(workspace.root())?;
    // A line may end in a star, which says that it was told before.
    let crates: BTreeSet<_> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    Ok(crates.len())
}

fn tree(features: &str) -> Cmd {
    Cmd::line("cargo tree -e normal --target x86_64-unknown-linux-gnu --prefix none -p atlassian-admin")
        .args(features.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_names_several_in_a_line() {
        let table = "| crate | why |\n|---|---|\n| rustls (ring), tokio | TLS |\nnot, this";
        assert_eq!(explained(table), BTreeSet::from(["", "---", "crate", "ring", "rustls", "tokio"]));
    }
}
