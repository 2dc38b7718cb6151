//! The npm package side by side with what one would write by hand, with zod and with jira.js.

mod browser;
mod files;
mod schemas;
mod walks;

use std::fs;
use std::path::{Path, PathBuf};

use super::measure::Bench;
use super::report::Row;
use crate::clock::timed;
use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// The scripts and what they need, from the workspace's root.
const SCRIPTS: &str = "crates/bench/peers/js";

/// What is measured.
pub(super) struct Package {
    /// The folder of the npm package.
    folder: PathBuf,
    /// The folder of the scripts that measure it.
    scripts: PathBuf,
    /// The schemas of zod, which import it, as npm would install them.
    installed: PathBuf,
    /// The same, with zod, in one file.
    schemas: PathBuf,
    chromium: String,
}

impl Package {
    /// Builds the package and the schemas.
    pub(super) fn build(workspace: &Workspace, target: &Path) -> Outcome<Self> {
        let chromium = chromium().map_err(|error| {
            format!(
                "{error}: install it from your system, or name a program of its kind in the variable CHROMIUM"
            )
        })?;
        println!("building the npm package");
        Cmd::line("cargo xtask wasm --published").run(workspace.root())?;
        let scripts = workspace.root().join(SCRIPTS);
        Cmd::line("npm ci --ignore-scripts --no-audit --no-fund").run(&scripts)?;
        println!("building the schemas for zod");
        let place = scripts.join("node_modules/schemas-for-zod");
        fs::create_dir_all(&place)?;
        let (installed, schemas) = (place.join("schemas.mjs"), target.join("schemas.mjs"));
        fs::write(&installed, schemas::render())?;
        let folder = workspace.root().join("bindings/js");
        let package = Self { folder, scripts, installed, schemas, chromium };
        let files = [path(&package.installed), path(&package.schemas)];
        package.script("bundle.mjs", files).run(&package.scripts)?;
        Ok(package)
    }

    /// The script that walks, and the schemas that it takes.
    pub(super) fn walker(&self) -> PathBuf {
        self.scripts.join("walk.mjs")
    }

    pub(super) fn schemas(&self) -> &Path {
        &self.schemas
    }

    /// One of the scripts.
    fn script<const N: usize>(&self, name: &str, words: [String; N]) -> Cmd {
        Cmd::new(["node".to_owned(), path(&self.scripts.join(name))]).args(words)
    }

    /// A file of the package.
    fn built(&self, name: &str) -> String {
        path(&self.folder.join("dist").join(name))
    }
}

fn path(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Chromium: what `CHROMIUM` names, or the first of its names on the path.
fn chromium() -> Outcome<String> {
    const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    if let Ok(named) = std::env::var("CHROMIUM") {
        return Ok(named);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut places = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let found = places.find(|place| place.is_file()).ok_or("there is no Chromium on the path")?;
    Ok(found.display().to_string())
}

/// Measures everything, in order.
pub(super) fn measure(bench: &Bench, package: &Package) -> Outcome<Vec<Row>> {
    type Part = fn(&Bench, &Package) -> Outcome<Vec<Row>>;
    let parts: [(&str, Part); 5] = [
        ("sizes of files", files::sizes),
        ("instructions in Node", walks::instructions),
        ("time in Node", walks::time),
        ("Chromium", browser::measure),
        ("starts, aborts and memory in Node", files::scripts),
    ];
    let mut rows = Vec::new();
    for (name, part) in parts {
        let (measured, time) = timed(|| part(bench, package));
        rows.extend(measured?);
        println!("  measured: {name}, {:.0} s", time.as_secs_f64());
    }
    Ok(rows)
}
