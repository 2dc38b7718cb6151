//! Runs the binary.

use std::process::{Command, Output, Stdio};

/// Returns the binary with an environment that contains nothing of the developer's.
pub(crate) fn binary(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlassian-admin"));
    command.args(arguments).env_clear().stdin(Stdio::null());
    if cfg!(windows) {
        // Without it, Windows finds no network.
        command.envs(std::env::vars_os().filter(|(name, _)| name == "SystemRoot"));
    }
    command
}

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ended {
    pub(crate) fn of(output: Output) -> Self {
        let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(!stderr.contains("panicked") && !stderr.contains("backtrace"), "{stderr}");
        Self { code: output.status.code(), stdout, stderr }
    }

    /// Checks the exit code, and that an error is one line, or up to three with its cause and a
    /// hint, and contains all of `words`.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, Some(code), "{self:?}");
        let more: Vec<_> = self.stderr.lines().skip(1).map(|line| line.get(..7).unwrap_or(line)).collect();
        let in_order = [&[][..], &["cause: "], &["hint:  "], &["cause: ", "hint:  "]];
        assert!(in_order.contains(&&*more), "{}", self.stderr);
        assert!(
            self.stderr.starts_with(if code == 130 { "interrupted: " } else { "error: " }),
            "{}",
            self.stderr
        );
        self.says(words);
    }

    #[track_caller]
    pub(crate) fn says(&self, words: &[&str]) {
        for words in words {
            assert!(self.stderr.contains(words), "{words:?} is not in {:?}", self.stderr);
        }
    }

    /// Checks that the run succeeded, and returns the lines of standard output.
    #[track_caller]
    pub(crate) fn lines(&self) -> Vec<&str> {
        assert_eq!(self.code, Some(0), "{}", self.stderr);
        self.stdout.lines().collect()
    }
}

/// Runs to the end.
pub(crate) fn run(command: &mut Command) -> Ended {
    Ended::of(command.output().unwrap())
}

/// Runs against the embedded simulator.
pub(crate) fn simulated(arguments: &[&str]) -> Ended {
    run(binary(arguments).arg("--simulate"))
}

/// Sends a signal by name.
pub(crate) fn signal(name: &str, pid: u32) {
    assert!(Command::new("kill").args([format!("-{name}"), pid.to_string()]).status().unwrap().success());
}

/// Returns the `id` of a line of JSON.
pub(crate) fn id(line: &str) -> String {
    serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
}
