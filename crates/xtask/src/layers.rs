//! Which module of a crate may use which: the layers of the core, and no dependency cycle anywhere.

use std::collections::BTreeSet;
use std::path::Path;

use xshell::{Shell, cmd};

use crate::{Outcome, refuse};

/// The modules of the core, lowest first: each may use only those before it.
const CORE: &[&[&str]] = &[
    &["input", "auth", "time", "url", "argument"],
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

/// A module, one that it uses, and the file in which it does.
type Use = (String, String, String);

pub(crate) fn check(sh: &Shell) -> Outcome<Option<String>> {
    let mut problems = Vec::new();
    for folder in sh.read_dir("crates")? {
        let uses = uses(sh, &folder.join("src"))?;
        if folder.ends_with("core") {
            problems.extend(upward(&uses, &CORE.concat()));
        }
        let cycle = cycle(&uses);
        if !cycle.is_empty() {
            problems.push(format!("{}: a cycle of {}", folder.display(), cycle.join(", ")));
        }
    }
    refuse("modules use each other", &problems)?;
    Ok(None)
}

/// What the modules of a crate use, outside of tests.
fn uses(sh: &Shell, source: &Path) -> Outcome<Vec<Use>> {
    let paths = cmd!(sh, "git ls-files --cached --others --exclude-standard {source}").quiet().read()?;
    let mut uses = Vec::new();
    for path in paths.lines().filter(|path| !path.ends_with("tests.rs") && !path.contains("test_support")) {
        let inside = path.rsplit_once("/src/").map_or(path, |(_, inside)| inside);
        let user = inside.split(['/', '.']).next().unwrap_or_default();
        if !matches!(user, "lib" | "main") {
            let names = names(&code(&sh.read_file(path)?));
            uses.extend(names.into_iter().map(|used| (user.to_owned(), used, path.to_owned())));
        }
    }
    uses.retain(|(user, used, _)| user != used);
    Ok(uses)
}

/// A file up to its tests, without comments: links in documentation tie no modules.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let code = text.get(..end).unwrap_or(text);
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules after each `crate::`, of a list in braces the first of each path. Items that the
/// root of the crate exports begin with a capital, and are not modules.
fn names(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let mut depth = 0_i32;
        for item in rest.split_inclusive([',', '{', '}', ';']) {
            let ident = item.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next();
            if depth <= i32::from(rest.starts_with('{')) {
                names.extend(ident.filter(|ident| ident.starts_with(char::is_lowercase)).map(str::to_owned));
            }
            depth += i32::from(item.ends_with('{')) - i32::from(item.ends_with('}'));
            if depth <= 0 {
                break;
            }
        }
    }
    names
}

/// The uses of a module by one before it, and modules without a place in the order.
fn upward(uses: &[Use], order: &[&str]) -> Vec<String> {
    let place = |module: &str| order.iter().position(|known| *known == module);
    let is_wrong = |(user, used, _): &&Use| place(used).is_none_or(|used| Some(used) > place(user));
    let wrong = uses.iter().filter(is_wrong);
    wrong.map(|(user, used, path)| format!("{path}: {user} uses {used}, which is not below it")).collect()
}

/// The modules that use each other in a cycle, and those between two cycles.
fn cycle(uses: &[Use]) -> Vec<&str> {
    let mut left: BTreeSet<&str> = uses.iter().map(|(user, _, _)| user.as_str()).collect();
    let ties = |a: &str, b: &str| uses.iter().any(|(user, used, _)| user == a && used == b);
    loop {
        let is_free = |module: &&str| {
            !left.iter().any(|other| ties(module, other)) || !left.iter().any(|other| ties(other, module))
        };
        let Some(free) = left.iter().copied().find(is_free) else { return left.into_iter().collect() };
        left.remove(free);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(pairs: &[(&str, &str)]) -> Vec<Use> {
        pairs.iter().map(|(user, used)| ((*user).into(), (*used).into(), format!("{user}.rs"))).collect()
    }

    #[test]
    fn names_are_the_first_of_each_path() {
        let text = "use crate::a::B;\nuse crate::{c::{D, e}, f, g::{h::I}};\n// crate::x\ncrate::j::k(crate::L);\n#[cfg(test)]\nmod tests {\n use crate::z;\n}";
        assert_eq!(names(&code(text)).into_iter().collect::<Vec<_>>(), ["a", "c", "f", "g", "j"]);
    }

    #[test]
    fn cycle_leaves_the_modules_that_use_each_other() {
        assert!(cycle(&uses(&[("a", "b"), ("b", "c"), ("a", "c")])).is_empty());
        assert_eq!(cycle(&uses(&[("x", "a"), ("a", "b"), ("b", "a"), ("b", "y")])), ["a", "b"]);
    }

    #[test]
    fn upward_refuses_uses_of_higher_and_unknown_modules() {
        assert!(upward(&uses(&[("c", "a"), ("b", "a")]), &["a", "b", "c"]).is_empty());
        let wrong = upward(&uses(&[("a", "b"), ("a", "d")]), &["a", "b"]);
        assert_eq!(wrong, ["a.rs: a uses b, which is not below it", "a.rs: a uses d, which is not below it"]);
    }
}
