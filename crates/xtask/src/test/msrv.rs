//! No dependency may need a newer Rust than the workspace promises.

use serde_json::Value;

use crate::command::Outcome;
use crate::workspace::{Workspace, packages, text};

pub(super) fn check(workspace: &Workspace) -> Outcome<Option<String>> {
    let metadata = workspace.metadata(&["--all-features"])?;
    let problems = too_new(&metadata)?;
    match problems.as_slice() {
        [] => Ok(None),
        problems => Err(format!(
            "these need a newer Rust than the workspace's rust-version; take older versions (`cargo update -p NAME --precise VERSION`), or \
             raise it knowingly:\n  {}",
            problems.join("\n  ")
        )
        .into()),
    }
}

fn too_new(metadata: &Value) -> Outcome<Vec<String>> {
    let packages = packages(metadata)?;
    // All members inherit the workspace's.
    let own = packages.iter().find(|package| package.get("source").is_none_or(Value::is_null));
    let promised = own
        .and_then(|package| version(text(package, "rust_version")))
        .ok_or("the workspace states no rust-version")?;
    let needs_more =
        |package: &&Value| version(text(package, "rust_version")).is_some_and(|needed| needed > promised);
    let tell = |package: &Value| {
        format!(
            "{} {} needs Rust {}",
            text(package, "name"),
            text(package, "version"),
            text(package, "rust_version")
        )
    };
    Ok(packages.iter().filter(needs_more).map(tell).collect())
}

/// `1.88` and `1.88.0` are the same; a missing text is no version.
fn version(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.split('.').map(|part| part.parse().ok());
    let first = parts.next()??;
    let mut rest = || parts.next().map_or(Some(0), |part| part);
    Some([first, rest()?, rest()?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("1.88"), version("1.88.0"));
        assert!(version("1.100") > version("1.88.9"));
        assert_eq!(version(""), None);
    }

    #[test]
    fn a_dependency_that_needs_more_is_named() {
        let metadata = |needed: Value| {
            json!({"packages": [
                {"name": "ours", "version": "0.1.0", "source": null, "rust_version": "1.88"},
                {"name": "theirs", "version": "2.0.0", "source": "registry", "rust_version": needed},
            ]})
        };
        assert_eq!(too_new(&metadata(json!("1.90"))).unwrap(), ["theirs 2.0.0 needs Rust 1.90"]);
        assert!(too_new(&metadata(json!("1.88.0"))).unwrap().is_empty());
        assert!(too_new(&metadata(Value::Null)).unwrap().is_empty());
    }
}
