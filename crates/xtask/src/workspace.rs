//! The workspace that the tasks work on.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{Cmd, Outcome};

/// Where the workspace is.
#[derive(Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace of the current directory.
    pub(crate) fn find() -> Outcome<Self> {
        let manifest =
            Cmd::line("cargo locate-project --workspace --message-format plain").text(Path::new("."))?;
        let root = Path::new(manifest.trim()).parent().ok_or("the workspace has no directory")?;
        Ok(Self { root: root.to_owned() })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo puts what it builds.
    pub(crate) fn target(&self) -> Outcome<PathBuf> {
        let metadata = self.metadata(&["--no-deps"])?;
        Ok(metadata
            .get("target_directory")
            .and_then(Value::as_str)
            .ok_or("cargo metadata names no target directory")?
            .into())
    }

    /// `cargo metadata` with more arguments.
    pub(crate) fn metadata(&self, arguments: &[&str]) -> Outcome<Value> {
        let command = Cmd::line("cargo metadata --format-version 1").args(arguments.iter().copied());
        Ok(serde_json::from_slice(&command.output(&self.root)?.stdout)?)
    }
}

/// The packages that `cargo metadata` lists.
pub(crate) fn packages(metadata: &Value) -> Outcome<&Vec<Value>> {
    metadata
        .get("packages")
        .and_then(Value::as_array)
        .ok_or_else(|| "cargo metadata lists no packages".into())
}

/// A text member of a package.
pub(crate) fn text<'a>(package: &'a Value, member: &str) -> &'a str {
    package.get(member).and_then(Value::as_str).unwrap_or_default()
}
