//! The project's language: words that its texts do not use, and the width of comments.

use xshell::{Shell, cmd};

use crate::{Outcome, refuse};

/// Words of this project's past, and what to say instead.
const WORDS: &[(&str, &str)] = &[
    ("told", "reported, returned, documented"),
    ("tells", "reports, returns"),
    ("telling", "reporting"),
    ("stands", "is, comes"),
    ("letters", "bytes, characters"),
    ("whoever", "the caller, the user, the process"),
    ("Whoever", "the caller, the user, the process"),
    ("misfit", "violation"),
    ("rate gate", "rate limiter"),
    ("patience", "wait options"),
    ("circle", "loop, cycle"),
    ("is no", "is not a"),
    ("are no", "are not"),
    ("was no", "was not a"),
    ("were no", "were not"),
];

/// What may follow `is no`.
const AFTER_NO: &[&str] = &["longer", "more than", "less than", "greater than"];

/// Lists of names, and this file.
const EXCEPTIONS: &[&str] = &["public-api", "fixtures/", "xtask/src/language.rs"];

pub(crate) fn check(sh: &Shell) -> Outcome<Option<String>> {
    let files = cmd!(
        sh,
        "git ls-files --cached --others --exclude-standard -- *.rs *.ts *.mjs *.js *.md *.toml *.html"
    )
    .quiet()
    .read()?;
    let mut problems = Vec::new();
    for path in files.lines().filter(|path| !EXCEPTIONS.iter().any(|part| path.contains(part))) {
        let text = sh.read_file(path)?;
        problems.extend(problems_of(path, &text).map(|(line, problem)| format!("{path}:{line}: {problem}")));
    }
    refuse("reword", &problems)?;
    Ok(None)
}

/// The lines of a file with something to reword.
fn problems_of<'a>(path: &'a str, text: &'a str) -> impl Iterator<Item = (usize, String)> + 'a {
    text.lines().zip(1..).flat_map(move |(line, number)| {
        let trimmed = line.trim_start();
        let is_comment = trimmed.starts_with("//") && (path.ends_with(".rs") || path.ends_with(".ts"));
        let is_wide =
            is_comment && line.chars().count() > 100 && !line.split(' ').any(|word| word.len() > 50);
        let is_prose = path.ends_with(".md")
            || ["//", "#", "*", "/*"].iter().any(|start| trimmed.starts_with(start))
            || line.contains('"');
        let found = WORDS.iter().filter(move |(word, _)| is_prose && contains(line, word));
        let words = found.map(|(word, better)| format!("`{word}`: say {better}"));
        let wide = is_wide.then(|| "a comment of over 100 columns".to_owned());
        words.chain(wide).map(move |problem| (number, problem))
    })
}

/// Whether a line has the word by itself.
fn contains(line: &str, word: &str) -> bool {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).unwrap_or_default();
        let after = line.get(at + word.len()..).unwrap_or_default();
        let after = after.strip_prefix('s').unwrap_or(after);
        let is_allowed = word.ends_with(" no")
            && (!after.starts_with(' ')
                || before.to_lowercase().ends_with("there ")
                || AFTER_NO.iter().any(|allowed| after.trim_start().starts_with(allowed)));
        !before.ends_with(is_word) && !after.starts_with(is_word) && !is_allowed
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_are_whole_words_in_prose() {
        let found =
            |path: &str, text: &str| problems_of(path, text).map(|(line, _)| line).collect::<Vec<_>>();
        assert_eq!(found("a.md", "It is told.\nRetold.\nIt is no page.\nIt is no longer one.\nno\n"), [1, 3]);
        assert_eq!(found("a.rs", "let told = 1;\n// told\nsay(\"it is told\");\n"), [2, 3]);
        assert_eq!(found("a.rs", &format!("// {}\nlet x = {};\n", "a ".repeat(50), "1 + ".repeat(50))), [1]);
    }
}
