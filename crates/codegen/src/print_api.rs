//! Prints what a crate offers, one item a line, from rustdoc's JSON: a program of its own, as the reader of that JSON need not be built
//! for other tasks.

#![allow(clippy::print_stdout, reason = "printing is what a task is for")]

use std::collections::BTreeSet;

use public_api::{Builder, PublicItem};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let json = std::env::args().nth(1).ok_or("rustdoc's JSON is to be named")?;
    // Whether a type is `Clone` or `Debug` is part of what users rely on; what is so for every type is not worth a line.
    let api =
        Builder::from_rustdoc_json(json).omit_blanket_impls(true).omit_auto_trait_impls(true).build()?;
    let of_traits: BTreeSet<_> =
        api.items().filter(|item| is_of_a_trait(item)).map(|item| item.id().0).collect();
    for item in api.items() {
        let is_in_one = item.parent_id().is_some_and(|parent| of_traits.contains(&parent.0));
        if !is_in_one || is_chosen(item) {
            println!("{item}");
        }
    }
    Ok(())
}

fn is_of_a_trait(item: &PublicItem) -> bool {
    let line = item.to_string();
    line.starts_with("impl") && line.contains(" for ")
}

/// Functions and constants of an implementation look as the trait says. The types are its own.
fn is_chosen(item: &PublicItem) -> bool {
    item.to_string().starts_with("pub type ")
}
