//! Each property holds of its seeds, and of what is left of them when they are cut off or garbled; and each is a target.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail loudly")]

use std::fs;
use std::path::Path;

use atlassian_admin_fuzz::TARGETS;

/// Whether the test of this name says so, the target's.
fn holds(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).unwrap();
    let seeds = (target.seeds)();
    assert!(!seeds.is_empty());
    for seed in &seeds {
        (target.holds)(seed);
        (target.holds)(&seed[..seed.len() / 2]);
        let mut garbled = seed.clone();
        for (place, byte) in garbled.iter_mut().enumerate().skip(3).step_by(29) {
            *byte ^= 1 << (place % 8);
        }
        (target.holds)(&garbled);
    }
    (target.holds)(b"");
}

macro_rules! hold {
    ($($name:ident),*) => {
        $(#[test] fn $name() { holds(stringify!($name)); })*

        #[test]
        fn each_is_tried_here_and_is_a_target() {
            let tried = [$(stringify!($name)),*];
            assert_eq!(tried.to_vec(), TARGETS.iter().map(|target| target.name).collect::<Vec<_>>());
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("targets");
            let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
            for name in tried {
                assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
                let shell = fs::read_to_string(folder.join(format!("fuzz_targets/{name}.rs"))).unwrap();
                assert!(shell.contains(&format!("atlassian_admin_fuzz::{name}::holds(data)")), "{name}");
            }
        }
    };
}

hold![call, checkpoint, checkpoint_file, csv, cursor, error, model, path, request, terminal];
