//! What became of a target, read out of libFuzzer's own words.

use std::fmt;

/// How a target ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Report {
    target: String,
    /// How many inputs were tried.
    pub(super) runs: u64,
    /// What libFuzzer said at its end, where it was no good one.
    pub(super) crash: Option<String>,
    /// The file of the input that broke it.
    input: Option<String>,
}

/// So many lines tell of a panic.
const TAIL: usize = 60;

impl Report {
    pub(super) fn read(target: &str, is_success: bool, log: &str) -> Self {
        let after =
            |words: &str| log.lines().find_map(|line| Some(line.split_once(words)?.1.trim().to_owned()));
        let runs = after("stat::number_of_executed_units:").and_then(|runs| runs.parse().ok()).unwrap_or(0);
        let lines: Vec<_> = log.lines().collect();
        let tail = lines.get(lines.len().saturating_sub(TAIL)..).unwrap_or_default();
        Self {
            target: target.to_owned(),
            runs,
            crash: (!is_success).then(|| tail.join("\n")),
            input: after("Test unit written to "),
        }
    }

    /// The command that repeats the crash, on any toolchain.
    pub(super) fn repeat(&self) -> Option<String> {
        self.crash.as_ref()?;
        let target = &self.target;
        Some(match &self.input {
            Some(input) => format!("cargo run --package atlassian-admin-fuzz -- try {target} {input}"),
            None => format!("cargo xtask fuzz {target}"),
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let crashes = u8::from(self.crash.is_some());
        write!(f, "{:<16}{:>12} runs, {crashes} crashes", self.target, self.runs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_found_nothing_tells_its_runs() {
        let log = "#2\tINITED\nDone 12 runs in 61 second(s)\nstat::number_of_executed_units: 12\nstat::peak_rss_mb: 60\n";
        let report = Report::read("path", true, log);
        assert_eq!(report.to_string(), "path                      12 runs, 0 crashes");
        assert_eq!((report.runs, report.repeat()), (12, None));
    }

    #[test]
    fn a_crash_tells_how_to_repeat_it() {
        let log = "thread panicked\nstat::number_of_executed_units: 7\nartifact_prefix='/c/'; Test unit written to /c/crash-1\n";
        let report = Report::read("path", false, log);
        assert_eq!(report.to_string(), "path                       7 runs, 1 crashes");
        let command = "cargo run --package atlassian-admin-fuzz -- try path /c/crash-1";
        assert_eq!(report.repeat().as_deref(), Some(command));
        assert!(report.crash.is_some_and(|crash| crash.starts_with("thread panicked")));
        assert_eq!(Report::read("path", false, "").repeat().as_deref(), Some("cargo xtask fuzz path"));
    }
}
