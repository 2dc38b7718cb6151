//! What registries show of the published crates.

use serde_json::Value;
use xshell::Shell;

use crate::Outcome;
use crate::dependencies::packages;

/// What the manifest of each published crate has.
const REQUIRED: &[&str] = &["description", "license", "readme", "keywords", "categories"];

/// Checks the manifests. The note names what the owner of the repository has to add.
pub(crate) fn check(sh: &Shell) -> Outcome<Option<String>> {
    let packages = packages(sh)?;
    let problems: Vec<_> = packages.iter().flat_map(problems).collect();
    match problems.as_slice() {
        [] => Ok(packages.iter().any(lacks_repository).then(|| {
            "before the first release, set `repository` in Cargo.toml and in both npm packages: it has no address yet"
                .to_owned()
        })),
        problems => Err(format!("the manifests are incomplete:\n  {}", problems.join("\n  ")).into()),
    }
}

fn is_published(package: &Value) -> bool {
    package.get("publish").is_none_or(Value::is_null)
}

fn lacks_repository(package: &Value) -> bool {
    is_published(package) && is_empty(package.get("repository"))
}

fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::Array(items)) => items.is_empty(),
        Some(_) => false,
    }
}

fn problems(package: &Value) -> Vec<String> {
    if !is_published(package) {
        return Vec::new();
    }
    let name = package.get("name").and_then(Value::as_str).unwrap_or_default();
    let missing = REQUIRED.iter().filter(|property| is_empty(package.get(**property)));
    let mut problems: Vec<_> = missing.map(|property| format!("{name} has no `{property}`")).collect();
    // docs.rs documents libraries; without the table, only with their default features.
    let kinds = package.pointer("/targets/0/kind/0").and_then(Value::as_str);
    if kinds == Some("lib") && package.pointer("/metadata/docs/rs").is_none() {
        problems.push(format!("{name} has no `[package.metadata.docs.rs]`"));
    }
    problems
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn problems_name_what_a_published_crate_lacks() {
        let mut package = json!({
            "name": "core", "publish": null, "description": "d", "license": "MIT", "readme": "README.md",
            "keywords": [], "categories": ["wasm"], "targets": [{ "kind": ["lib"] }], "repository": null,
        });
        assert_eq!(
            problems(&package),
            ["core has no `keywords`", "core has no `[package.metadata.docs.rs]`"]
        );
        assert!(lacks_repository(&package));
        package["publish"] = json!([]);
        assert!(problems(&package).is_empty() && !lacks_repository(&package));
    }
}
