//! The API of crates, by rustdoc's JSON.

use std::fs;

use super::{Listing, folder};
use crate::command::{Cmd, Outcome};
use crate::workspace::Workspace;

/// The libraries that users name in their manifests, by their folders.
const CRATES: &[(&str, &str)] = &[
    ("core", "atlassian-admin-core"),
    ("native", "atlassian-admin"),
    ("backend-reqwest", "atlassian-admin-backend-reqwest"),
    ("simulator", "atlassian-admin-simulator"),
];

/// The version of the JSON that the printer reads: that of Rust 1.95 to 1.97.
const FORMAT: &str = "\"format_version\":57";

pub(super) const UNREADABLE: &str = "this toolchain's rustdoc writes JSON of another version than the one that is read here; \
     `rustup toolchain install 1.95 && cargo +1.95 xtask api --check` takes one that fits";

/// What each crate offers with all of its features, or nothing where the toolchain's JSON cannot be read.
pub(super) fn listings(workspace: &Workspace) -> Outcome<Option<Vec<Listing>>> {
    let target = folder(workspace)?;
    let document = Cmd::line("cargo doc --quiet --no-deps --lib --all-features --target-dir")
        .args([target.to_string_lossy()])
        .args(CRATES.iter().flat_map(|(_, name)| ["--package", name]))
        .env("RUSTDOCFLAGS", "-Z unstable-options --output-format json --cap-lints allow")
        // The JSON is unstable; this lets a stable toolchain write it.
        .env("RUSTC_BOOTSTRAP", "1");
    println!("$ {document}");
    document.run(workspace.root())?;
    let mut listings = Vec::new();
    for (place, name) in CRATES {
        let json = target.join(format!("doc/{}.json", name.replace('-', "_")));
        if !fs::read_to_string(&json)?.contains(FORMAT) {
            return Ok(None);
        }
        let print = Cmd::line(
            "cargo run --quiet --package atlassian-admin-codegen --features api --bin print-api --",
        );
        let text = print.args([json.to_string_lossy()]).text(workspace.root())?;
        listings.push(Listing { path: format!("crates/{place}/public-api.txt"), text });
    }
    Ok(Some(listings))
}
