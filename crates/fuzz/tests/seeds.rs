//! Each property holds for its seeds, and for what is left of them when they are cut off or
//! garbled.
#![allow(clippy::indexing_slicing, reason = "tests fail loudly")]

use atlassian_admin_fuzz::{TARGETS, Target};
use libtest_mimic::{Arguments, Trial};

fn holds(Target { holds, seeds, .. }: &Target) {
    let seeds = seeds();
    assert!(!seeds.is_empty());
    for seed in &seeds {
        holds(seed);
        holds(&seed[..seed.len() / 2]);
        let mut garbled = seed.clone();
        for (place, byte) in garbled.iter_mut().enumerate().skip(3).step_by(29) {
            *byte ^= 1 << (place % 8);
        }
        holds(&garbled);
    }
    holds(b"");
}

fn main() {
    let tests = TARGETS.iter().map(|target| {
        Trial::test(target.name, || {
            holds(target);
            Ok(())
        })
    });
    libtest_mimic::run(&Arguments::from_args(), tests.collect()).exit();
}
