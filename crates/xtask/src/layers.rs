//! Which module of a crate may use which: the layers of the core, and no dependency cycle anywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use xshell::Shell;

use crate::{Outcome, place};

/// The modules of the core, lowest first: each may use only those before it.
const CORE: &[&[&str]] = &[
    &["input", "auth", "time", "url"],
    &["json", "headers"],
    &["schema", "backend", "runtime"],
    &["response"],
    &["model"],
    &["page", "operation"],
    &["error", "policy", "observe"],
    &["client"],
    &["paging"],
    &["handles"],
    &["api"],
    &["events", "operations", "workflows"],
];

/// The modules that each module of a crate uses, and in which file.
type Uses = BTreeMap<String, BTreeMap<String, String>>;

pub(crate) fn check(_: &Shell) -> Outcome<Option<String>> {
    let mut problems = Vec::new();
    for entry in fs::read_dir(place::root().join("crates"))? {
        let source = entry?.path().join("src");
        if source.is_dir() {
            let uses = uses(&source)?;
            if source.ends_with("core/src") {
                problems.extend(upward(&uses, CORE));
            }
            problems.extend(cycle(&uses).map(|cycle| format!("{}: {cycle}", source.display())));
        }
    }
    match problems.as_slice() {
        [] => Ok(None),
        problems => Err(format!("modules use each other:\n  {}", problems.join("\n  ")).into()),
    }
}

/// What modules of a crate use, outside of tests.
fn uses(source: &Path) -> Outcome<Uses> {
    let mut files = Vec::new();
    collect(source, &mut files)?;
    let module = |path: &str| path.split(['/', '.']).next().unwrap_or_default().to_owned();
    let root = files.iter().find(|(path, _)| path == "lib.rs").map_or("", |(_, text)| text);
    let mut uses: Uses = files.iter().map(|(path, _)| (module(path), BTreeMap::new())).collect();
    let exports = exports(root);
    for (path, text) in files.iter().filter(|(path, _)| path != "lib.rs" && path != "main.rs") {
        let user = module(path);
        for name in names(&code(text)) {
            let used = if uses.contains_key(&name) { Some(&name) } else { exports.get(&name) };
            let Some(used) = used.filter(|used| **used != user).cloned() else { continue };
            uses.entry(user.clone()).or_default().entry(used).or_insert_with(|| path.clone());
        }
    }
    Ok(uses)
}

/// The source files of a folder, by their paths in it; without files of tests.
fn collect(source: &Path, files: &mut Vec<(String, String)>) -> Outcome {
    let mut folders = vec![source.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(source)?.to_string_lossy().replace('\\', "/");
                if !name.ends_with("tests.rs") && !name.contains("test_support") {
                    files.push((name, fs::read_to_string(path)?));
                }
            }
        }
    }
    Ok(())
}

/// A file up to its tests, without comments: links in documentation tie no modules.
fn code(text: &str) -> String {
    let tests = ["#[cfg(test)]\nmod tests {", "#[cfg(test)]\npub(crate) mod tests {"];
    let end = tests.iter().filter_map(|tests| text.find(tests)).min();
    let code = text.get(..end.unwrap_or(text.len())).unwrap_or(text);
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The names after each `crate::`, of a list in braces the first of each path.
fn names(code: &str) -> BTreeSet<String> {
    let ident = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut names = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            None => {
                names.insert(ident(rest));
            }
            Some(list) => {
                let mut depth = 0_i32;
                for item in list.split_inclusive([',', '{', '}']) {
                    if depth == 0 {
                        names.insert(ident(item));
                    }
                    depth += i32::from(item.ends_with('{')) - i32::from(item.ends_with('}'));
                    if depth < 0 {
                        break;
                    }
                }
            }
        }
    }
    names.remove("");
    names
}

/// The items that a crate's root exports from its modules.
fn exports(root: &str) -> BTreeMap<String, String> {
    let mut exports = BTreeMap::new();
    for statement in root.split("pub use ").skip(1).filter_map(|rest| rest.split(';').next()) {
        if let Some((module, items)) = statement.split_once("::") {
            let items = items.split([',', '{', '}']).map(|item| item.trim().to_owned());
            exports.extend(items.map(|item| (item, module.to_owned())));
        }
    }
    exports
}

/// The uses of a module by one before it, and modules without a place in the order.
fn upward(uses: &Uses, order: &[&[&str]]) -> Vec<String> {
    let order: Vec<&str> = order.iter().flat_map(|layer| layer.iter().copied()).collect();
    let place = |module: &str| order.iter().position(|known| *known == module);
    let mut problems = Vec::new();
    for (user, used) in uses.iter().filter(|(user, _)| !matches!(user.as_str(), "lib" | "main")) {
        if place(user).is_none() {
            problems.push(format!("core: {user} has no place in the order of modules"));
            continue;
        }
        for (used, file) in used.iter().filter(|(used, _)| place(used) > place(user)) {
            problems.push(format!("core: {user} uses {used}, which is above it, in {file}"));
        }
    }
    problems
}

/// A cycle of modules, if there is one.
fn cycle(uses: &Uses) -> Option<String> {
    let mut left: BTreeSet<&String> = uses.keys().collect();
    // Modules that use none of those left are not part of a cycle.
    while let Some(free) = left
        .iter()
        .copied()
        .find(|module| uses.get(*module).is_none_or(|used| used.keys().all(|used| !left.contains(used))))
    {
        left.remove(free);
    }
    let mut path: Vec<&String> = vec![left.first()?];
    loop {
        let (used, _) = uses.get(*path.last()?)?.iter().find(|(used, _)| left.contains(used))?;
        if let Some(start) = path.iter().position(|module| *module == used) {
            let cycle: Vec<_> =
                path.iter().skip(start).chain([&used]).map(|module| module.as_str()).collect();
            return Some(cycle.join(" -> "));
        }
        path.push(used);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(pairs: &[(&str, &str)]) -> Uses {
        let mut uses = Uses::new();
        for (user, used) in pairs {
            uses.entry((*used).to_owned()).or_default();
            uses.entry((*user).to_owned()).or_default().insert((*used).to_owned(), format!("{user}.rs"));
        }
        uses
    }

    #[test]
    fn names_are_the_first_of_each_path() {
        let text = "use crate::a::B;\nuse crate::{c::{D, E}, f, g::{h::I}};\nlet x = crate::j::k();\n#[cfg(test)]\nmod tests {\n use crate::z;\n}";
        let found = names(&code(text));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a", "c", "f", "g", "j"]);
    }

    #[test]
    fn exports_map_items_to_their_modules() {
        let exports = exports("pub mod a;\npub use a::{B, C};\npub use d::E;\n");
        let pairs: Vec<_> = exports.iter().filter(|(item, _)| !item.is_empty()).collect();
        let expected =
            [("B", "a"), ("C", "a"), ("E", "d")].map(|(item, module)| (item.to_owned(), module.to_owned()));
        assert_eq!(pairs, expected.iter().map(|(item, module)| (item, module)).collect::<Vec<_>>());
    }

    #[test]
    fn cycle_names_its_modules() {
        assert_eq!(cycle(&uses(&[("a", "b"), ("b", "c"), ("a", "c")])), None);
        let tied = uses(&[("x", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "y")]);
        assert_eq!(cycle(&tied).as_deref(), Some("a -> b -> c -> a"));
    }

    #[test]
    fn upward_refuses_uses_of_higher_modules_and_unknown_ones() {
        let order: &[&[&str]] = &[&["a", "b"], &["c"]];
        assert!(upward(&uses(&[("c", "a"), ("b", "a")]), order).is_empty());
        assert_eq!(
            upward(&uses(&[("a", "b"), ("d", "a")]), order),
            ["core: a uses b, which is above it, in a.rs", "core: d has no place in the order of modules"]
        );
    }
}
