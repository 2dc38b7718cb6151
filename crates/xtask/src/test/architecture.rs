//! Which crate may depend on which: the layout of the project as a test.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::command::{Cmd, Outcome};
use crate::workspace::{Workspace, packages, text};

/// A crate, and what must not be among all that it depends on.
struct Rule {
    package: &'static str,
    features: &'static str,
    /// On which target; `all` for any.
    target: &'static str,
    forbidden: &'static [&'static str],
}

const RULES: &[Rule] = &[
    Rule {
        package: "atlassian-admin-core",
        features: "--all-features",
        target: "all",
        forbidden: &["reqwest", "hyper", "tokio", "wasm-bindgen", "js-sys", "url"],
    },
    Rule {
        package: "atlassian-admin-simulator",
        features: "--no-default-features",
        target: "all",
        forbidden: &["reqwest", "hyper", "tokio"],
    },
    Rule {
        package: "atlassian-admin-wasm",
        features: "--all-features",
        target: "wasm32-unknown-unknown",
        // `url` and what it needs are larger than all the rest.
        forbidden: &[
            "reqwest",
            "hyper",
            "tokio",
            "url",
            "idna",
            "serde-wasm-bindgen",
            "atlassian-admin-simulator",
        ],
    },
];

/// Crates that only a few may name in their manifests.
struct Reserved {
    names: &'static [&'static str],
    to: &'static [&'static str],
}

const RESERVED: &[Reserved] = &[
    // The bench measures the client against it.
    Reserved { names: &["reqwest"], to: &["atlassian-admin-backend-reqwest", "atlassian-admin-bench"] },
    Reserved { names: &["gloo-net", "web-sys"], to: &["atlassian-admin-backend-fetch"] },
    // All that runs in a host of JavaScript's only. What else goes into the module knows nothing of JavaScript.
    Reserved {
        names: &["wasm-bindgen", "wasm-bindgen-futures", "js-sys"],
        to: &["atlassian-admin-backend-fetch", "atlassian-admin-wasm", "atlassian-admin-simulator-wasm"],
    },
];

pub(super) fn check(workspace: &Workspace) -> Outcome<Option<String>> {
    let mut problems = Vec::new();
    for rule in RULES {
        let tree = Cmd::line("cargo tree --edges normal --prefix none --format {p} --target")
            .args([rule.target, "--package", rule.package, rule.features])
            .text(workspace.root())?;
        problems.extend(breaches(rule, &tree));
    }
    let metadata = workspace.metadata(&["--no-deps"])?;
    for reserved in RESERVED {
        problems.extend(trespassers(reserved, &metadata)?);
    }
    problems.extend(target_switches(&workspace.root().join("crates/core/src"))?);
    match problems.as_slice() {
        [] => Ok(None),
        problems => Err(format!("the architecture does not hold:\n  {}", problems.join("\n  ")).into()),
    }
}

/// What a crate depends on although it must not. A line of the tree is a name, a version and more.
fn breaches(rule: &Rule, tree: &str) -> Vec<String> {
    let found =
        |forbidden: &&&str| tree.lines().any(|line| line.split_whitespace().next() == Some(**forbidden));
    let problem = |forbidden: &&str| {
        let Rule { package, features, target, .. } = rule;
        format!(
            "{package} depends on {forbidden}: see `cargo tree -e normal --target {target} -p {package} {features} -i {forbidden}`"
        )
    };
    rule.forbidden.iter().filter(found).map(problem).collect()
}

/// The crates of the workspace that name what is reserved to others.
fn trespassers(reserved: &Reserved, metadata: &Value) -> Outcome<Vec<String>> {
    let mut problems = Vec::new();
    for package in packages(metadata)? {
        let name = text(package, "name");
        let dependencies = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
        let wrong = dependencies
            .map(|dependency| text(dependency, "name"))
            .filter(|dependency| reserved.names.contains(dependency) && !reserved.to.contains(&name));
        let told = |dependency| format!("{name} names {dependency}: only {} may", reserved.to.join(", "));
        problems.extend(wrong.map(told));
    }
    Ok(problems)
}

/// Files of the core that differ from target to target: a host's peculiarities belong into its backend and its runtime.
fn target_switches(directory: &Path) -> Outcome<Vec<String>> {
    let mut problems = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            problems.extend(target_switches(&path)?);
        } else if fs::read_to_string(&path)?.contains("cfg(target") {
            problems.push(format!("{} depends on the target: the core is the same on each", path.display()));
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forbidden_dependency_is_found_by_its_whole_name() {
        let rule =
            Rule { package: "core", features: "--all-features", target: "all", forbidden: &["tokio", "url"] };
        let tree = "core v0.1.0 (/x)\nhttp v1.5.0\ntokio-stream v0.1.0\nform_urlencoded v1.2.2\n";
        assert!(breaches(&rule, tree).is_empty());
        let found = breaches(&rule, &format!("{tree}tokio v1.54.1 (*)\n"));
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("core depends on tokio: "), "{}", found[0]);
    }

    #[test]
    fn whoever_names_what_is_reserved_to_others_is_found() {
        let reserved = Reserved { names: &["gloo-net", "web-sys"], to: &["fetch", "page"] };
        let named = |package: &str, dependency: &str| {
            let metadata =
                serde_json::json!({"packages": [{"name": package, "dependencies": [{"name": dependency}]}]});
            trespassers(&reserved, &metadata).unwrap()
        };
        assert!(named("page", "web-sys").is_empty());
        assert!(named("core", "web").is_empty());
        assert_eq!(named("core", "web-sys"), ["core names web-sys: only fetch, page may"]);
    }
}
