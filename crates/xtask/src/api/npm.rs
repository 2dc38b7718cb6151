//! The API of the npm package, by its declarations.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Listing, folder};
use crate::command::{Cmd, Outcome};
use crate::npm;
use crate::workspace::Workspace;

const PACKAGE: &str = "bindings/js";

/// The ways into the package that have types. Each exports what the other files declare.
const ENTRIES: &[&str] = &["index", "slim"];

/// All declarations that a user of the package reaches, without their comments.
pub(super) fn listing(workspace: &Workspace) -> Outcome<Listing> {
    let package = workspace.root().join(PACKAGE);
    npm::install(&package, npm::Tools::All)?;
    let declarations = folder(workspace)?.join("npm");
    // What is declared does not depend on the wasm module, which need not be built. Types are checked where the package is made.
    Cmd::line(
        "node node_modules/typescript/bin/tsc --project tsconfig.json --noCheck --removeComments --outDir",
    )
    .args([declarations.to_string_lossy()])
    .run(&package)?;
    let files = reached(|name| fs::read_to_string(declarations.join(name).with_extension("d.ts")))?;
    let text = files.iter().map(|(name, text)| format!("// {name}.d.ts\n{}\n", text.trim_end())).collect();
    Ok(Listing { path: Path::new(PACKAGE).join("public-api.txt").display().to_string(), text })
}

/// The files that the entries import, directly or not, and the entries themselves.
fn reached(read: impl Fn(&str) -> std::io::Result<String>) -> Outcome<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let mut ahead: Vec<String> = ENTRIES.iter().map(|&entry| entry.to_owned()).collect();
    while let Some(name) = ahead.pop() {
        if files.contains_key(&name) {
            continue;
        }
        let text = read(&name).map_err(|error| format!("{name}.d.ts: {error}"))?;
        ahead.extend(imports(&text).map(str::to_owned));
        files.insert(name, text);
    }
    Ok(files)
}

/// The files beside it that a file imports: `'./name.js'`.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    text.split("'./").skip(1).filter_map(|rest| Some(rest.split_once(".js'")?.0))
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn what_is_imported_on_the_way_is_reached_and_nothing_else() {
        let read = |name: &str| match name {
            "index" => Ok("export * from './a.js';".to_owned()),
            "slim" => Ok("export * from './a.js';\nexport declare const s: import('./b.js').B;".to_owned()),
            "a" => Ok("import type { B } from './b.js';".to_owned()),
            "b" => Ok("import type { A } from './a.js';".to_owned()),
            _ => Err(io::ErrorKind::NotFound.into()),
        };
        let names: Vec<_> = reached(read).unwrap().into_keys().collect();
        assert_eq!(names, ["a", "b", "index", "slim"]);
    }

    #[test]
    fn a_file_that_is_missing_is_named() {
        let error = reached(|_| Err(io::ErrorKind::NotFound.into())).unwrap_err().to_string();
        assert!(error.starts_with("slim.d.ts: "), "{error}");
    }
}
