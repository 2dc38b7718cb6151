//! The workspace that is measured.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{Cmd, Outcome};

/// The workspace's root.
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
        let metadata = Cmd::line("cargo metadata --format-version 1 --no-deps").output(&self.root)?;
        let metadata: Value = serde_json::from_slice(&metadata.stdout)?;
        let target = metadata.get("target_directory").and_then(Value::as_str);
        Ok(target.ok_or("cargo metadata names no target directory")?.into())
    }
}
