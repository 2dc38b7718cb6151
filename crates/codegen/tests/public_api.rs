//! What users can name, in `public-api.txt` of each library crate, so that a change of it is
//! visible in review. `UPDATE_SNAPSHOTS=yes` writes the files.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use public_api::{Builder, PublicItem};

/// The folders and names of the crates.
const CRATES: &[(&str, &str)] = &[
    ("core", "atlassian-admin-core"),
    ("native", "atlassian-admin"),
    ("backend-reqwest", "atlassian-admin-backend-reqwest"),
    ("simulator", "atlassian-admin-simulator"),
];

#[test]
#[ignore = "documents four crates with their dependencies; `cargo xtask test --full` runs it"]
fn public_api_matches_the_snapshots() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // A target directory of its own: the variable below makes cargo build all dependencies anew.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("public-api");
    let status = Command::new(env!("CARGO"))
        .args(["doc", "--quiet", "--no-deps", "--lib", "--all-features", "--target-dir"])
        .arg(&target)
        .args(CRATES.iter().flat_map(|(_, name)| ["--package", name]))
        // As docs.rs documents them, with the features that items need.
        .env("RUSTDOCFLAGS", "-Z unstable-options --output-format json --cap-lints allow --cfg docsrs")
        // rustdoc's JSON is unstable; this makes a stable toolchain write it.
        .env("RUSTC_BOOTSTRAP", "1")
        .current_dir(&root)
        .status();
    assert!(status.unwrap().success());
    let changed: Vec<_> = CRATES
        .iter()
        .filter(|(folder, name)| {
            let json = target.join(format!("doc/{}.json", name.replace('-', "_")));
            differs(&root.join(format!("crates/{folder}/public-api.txt")), &listing(&json))
        })
        .collect();
    assert!(
        changed.is_empty(),
        "the public API changed, see above: {changed:?}. Update the snapshots and CHANGELOG.md"
    );
}

/// One item per line.
fn listing(json: &Path) -> String {
    // Whether a type is `Clone` or `Debug` is listed; what holds for every type is not worth a
    // line.
    let api = Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()
        .unwrap();
    let of_traits: BTreeSet<_> =
        api.items().filter(|item| is_trait_impl(item)).map(|item| item.id().0).collect();
    let is_in_one = |item: &PublicItem| item.parent_id().is_some_and(|parent| of_traits.contains(&parent.0));
    // Functions and constants of an implementation look as the trait says. The types are its own.
    let is_listed = |item: &&PublicItem| !is_in_one(item) || item.to_string().starts_with("pub type ");
    api.items().filter(is_listed).map(|item| format!("{item}\n")).collect()
}

fn is_trait_impl(item: &PublicItem) -> bool {
    let line = item.to_string();
    line.starts_with("impl") && line.contains(" for ")
}

/// Prints how the listing differs from its file, or updates the file.
fn differs(path: &Path, listing: &str) -> bool {
    if std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|update| update == "yes") {
        fs::write(path, listing).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    let [before, after] = [written.as_str(), listing].map(|text| text.lines().collect::<BTreeSet<_>>());
    before.difference(&after).for_each(|line| println!("-{line}"));
    after.difference(&before).for_each(|line| println!("+{line}"));
    written != listing
}
