//! Source files, asked for what they name.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use atlassian_admin_core::endpoint::Operation;

use crate::command::Outcome;

/// The files of a folder: their paths in it, and their texts.
#[derive(Debug, Default)]
pub(super) struct Sources(Vec<(String, String)>);

impl Sources {
    /// Reads a folder with all below it. One that is not there has no files.
    pub(super) fn read(folder: &Path) -> Outcome<Self> {
        let mut sources = Self::default();
        if folder.is_dir() {
            sources.add(folder, "")?;
            sources.0.sort();
        }
        Ok(sources)
    }

    fn add(&mut self, folder: &Path, below: &str) -> Outcome {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                self.add(&path, &format!("{below}{name}/"))?;
            } else {
                self.0.push((format!("{below}{name}"), fs::read_to_string(&path)?));
            }
        }
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn of<const N: usize>(files: [(&str, &str); N]) -> Self {
        Self(files.map(|(name, text)| (name.to_owned(), text.to_owned())).into())
    }

    /// The files that contain this text.
    pub(super) fn containing(&self, text: &str) -> Vec<&str> {
        self.which(|file| file.contains(text))
    }

    /// The files that contain this word.
    pub(super) fn with_word(&self, word: &str) -> Vec<&str> {
        self.which(|file| has_word(file, word))
    }

    /// The files, without their endings, that call an operation: by its type, by its handle, or by its identifier.
    pub(super) fn using(&self, operation: &Operation, type_name: &str) -> Vec<&str> {
        let quoted = format!("\"{}\"", operation.id);
        let files = self
            .which(|file| has_word(file, type_name) || file.contains(&quoted) || has_handle(file, operation));
        files.into_iter().map(|file| file.split('.').next().unwrap_or(file)).collect()
    }

    /// The statuses that the steps of the tour have an operation refused with: `404` of `refused("getGroup", 404, …)`, and `401` of
    /// `call("getGroup", …)`, which is made with a wrong key first.
    pub(super) fn refusals(&self, id: &str) -> BTreeSet<String> {
        let [call, refused] = ["call", "refused"].map(|step| format!("{step}(\"{id}\","));
        let mut statuses = BTreeSet::new();
        for (_, text) in &self.0 {
            // What tests make up is not on the tour.
            let steps = packed(text.split("#[cfg(test)]").next().unwrap_or_default());
            if steps.contains(&call) {
                statuses.insert("401".to_owned());
            }
            for rest in steps.split(&refused).skip(1) {
                statuses.insert(rest.chars().take_while(char::is_ascii_digit).collect());
            }
        }
        statuses
    }

    fn which(&self, fits: impl Fn(&str) -> bool) -> Vec<&str> {
        self.0.iter().filter(|(_, text)| fits(text)).map(|(name, _)| name.as_str()).collect()
    }
}

/// A text without spaces and line breaks, since a call may stand on several lines.
fn packed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn has_word(text: &str, word: &str) -> bool {
    words(text, word).next().is_some()
}

/// What follows each place where this word stands, and nothing longer.
fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    let outside =
        |letter: Option<char>| !letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    text.match_indices(word).filter_map(move |(at, _)| {
        let (before, rest) = text.split_at(at);
        let rest = rest.get(word.len()..)?;
        (outside(before.chars().next_back()) && outside(rest.chars().next())).then_some(rest)
    })
}

/// Whether there is a call such as `place.groups().create("x").send()`, or `groups.create("x").send()` where the handle has a name
/// of its own; on one line or several.
fn has_handle(text: &str, operation: &Operation) -> bool {
    let text = packed(text);
    words(&text, operation.group).any(|behind| {
        let behind = behind_parentheses(behind).unwrap_or(behind);
        let methods = chain(behind);
        // Without the end of the chain, `groups.get(0)` of a list would be a call.
        methods.first() == Some(&operation.name)
            && methods.iter().any(|name| ["send", "pages"].contains(name))
    })
}

/// The names of the methods that a text begins with: `a` and `b` of `.a(x).b()`.
fn chain(mut text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    while let Some((name, _)) = text.strip_prefix('.').and_then(|call| call.split_once('(')) {
        let Some(rest) = text.get(1 + name.len()..).and_then(behind_parentheses) else { break };
        names.push(name);
        text = rest;
    }
    names
}

/// What follows the parentheses that a text begins with.
fn behind_parentheses(text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            _ if depth == 0 => return None,
            ')' if depth == 1 => return text.get(at + 1..),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::operation;

    #[test]
    fn words_are_whole() {
        let sources =
            Sources::of([("a.rs", "GetOrgs::new()"), ("b.rs", "GetOrgsById"), ("c.rs", "TestGetOrgs")]);
        assert_eq!(sources.with_word("GetOrgs"), ["a.rs"]);
        assert_eq!(sources.containing("GetOrgs"), ["a.rs", "b.rs", "c.rs"]);
    }

    #[test]
    fn calls_by_handles_are_found() {
        let create = operation("groups.create").unwrap();
        for (text, expected) in [
            ("place.groups().create(\"x\").send()", true),
            ("place\n    .groups()\n    .create(name(1))\n    .description(\"y\")\n    .send()", true),
            ("told(&groups.create(\"x\").send().await)", true),
            ("place.groups(f(1)).create(\"x\").send()", true),
            ("groups.create(\"x\")", false),
            ("my_groups.create(\"x\").send()", false),
            ("place.groups().delete(\"x\").send()", false),
            ("place.users().create(\"x\").send()", false),
            ("place.groups(", false),
        ] {
            assert_eq!(has_handle(text, create), expected, "{text}");
        }
        let sources = Sources::of([
            ("groups.rs", "x.groups().create(y).send()"),
            ("wire.rs", "send(\"createGroup\")"),
            ("z.rs", ""),
        ]);
        assert_eq!(sources.using(create, "CreateGroup"), ["groups", "wire"]);
    }

    #[test]
    fn refusals_on_the_tour_are_found() {
        let sources = Sources::of([
            (
                "a.rs",
                "refused(\"getGroup\", 404, x), refused(\"getGroups\", 400, y), call(\n \"getOrgs\", z)",
            ),
            ("b.rs", "refused(\n    \"getGroup\",\n    403,\n) #[cfg(test)] refused(\"getGroup\", 500, z)"),
        ]);
        assert_eq!(sources.refusals("getGroup").into_iter().collect::<Vec<_>>(), ["403", "404"]);
        assert_eq!(sources.refusals("getOrgs").into_iter().collect::<Vec<_>>(), ["401"]);
        assert!(sources.refusals("getUsers").is_empty());
    }

    #[test]
    fn a_folder_is_read_with_all_below_it() {
        let below = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/coverage");
        let sources = Sources::read(&below).unwrap();
        assert_eq!(sources.containing("fn a_folder_is_read_with_all_below_it"), ["sources.rs"]);
        assert!(Sources::read(&below.join("nowhere")).unwrap().0.is_empty());
    }
}
