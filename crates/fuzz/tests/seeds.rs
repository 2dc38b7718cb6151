//! Each property holds for its seeds, and for what is left of them when they are cut off or
//! garbled.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail loudly")]

use atlassian_admin_fuzz::{Target, for_each_property};

fn holds(name: &str) {
    let Target { holds, seeds, .. } = Target::of(name).unwrap();
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

macro_rules! hold {
    ($($name:ident),*) => {
        $(#[test] fn $name() { holds(stringify!($name)); })*
    };
}

for_each_property!(hold);
