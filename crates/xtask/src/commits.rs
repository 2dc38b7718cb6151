//! Whether subjects of commits can be read in a list: `area: imperative`, short, one change each.

use xshell::{Shell, cmd};

use crate::{Outcome, refuse};

/// The last commit before the rule.
const BASE: &str = "4cf5a21293f677ff3951ad5538f6b0be721fb036";

/// The most characters of a subject.
const LONGEST: usize = 60;

/// Verbs that look like another form of a verb.
const VERBS: &[&str] = &["bring", "embed", "exceed", "feed", "focus", "need", "proceed", "seed"];

/// Checks the commits since the rule. A note says why they were not, such as in a shallow clone.
pub(crate) fn check(sh: &Shell) -> Outcome<Option<String>> {
    let Ok(log) = cmd!(sh, "git log --no-merges --format=%h:%s {BASE}..HEAD").quiet().ignore_stderr().read()
    else {
        return Ok(Some("NOT RUN: this is not a git checkout with its history".into()));
    };
    let subjects = log.lines().filter_map(|line| line.split_once(':'));
    let wrong = |(hash, subject)| Some(format!("{hash} {subject:?} {}", problem(subject)?));
    let wrong: Vec<_> = subjects.filter_map(wrong).collect();
    refuse("reword these commits with `git rebase`", &wrong)?;
    Ok(Some(format!("{} commits", log.lines().count())))
}

fn problem(subject: &str) -> Option<String> {
    let in_area = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_, ".contains(c);
    let (area, rest) = subject.split_once(": ").unwrap_or_default();
    let verb = rest.split(' ').next().unwrap_or_default();
    let inflected =
        verb.ends_with("ing") || verb.ends_with("ed") || verb.ends_with('s') && !verb.ends_with("ss");
    let problems = [
        (subject.chars().count() > LONGEST, format!("is longer than {LONGEST} characters")),
        (area.is_empty() || !area.chars().all(in_area), "does not begin with `area: `".to_owned()),
        (subject.contains(';'), "joins several changes".to_owned()),
        (inflected && !VERBS.contains(&verb), format!("is not imperative: {verb:?}")),
    ];
    problems.into_iter().find_map(|(holds, problem)| holds.then_some(problem))
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn problem_names_the_broken_rule() {
        for good in ["core: pass the cursor on", "native, cli: feed bytes", "ci: pin 3 actions"] {
            assert_eq!(problem(good), None, "{good}");
        }
        let long = format!("core: {}", "x".repeat(55));
        for (bad, words) in [
            ("fix the cursor", "`area: `"),
            ("Core: fix the cursor", "`area: `"),
            ("core: fixed the cursor", "imperative"),
            ("core: adds a cursor", "imperative"),
            ("core: fix the cursor; add a test", "several"),
            (&long, "longer than 60"),
        ] {
            assert!(problem(bad).is_some_and(|problem| problem.contains(words)), "{bad}");
        }
    }
}
