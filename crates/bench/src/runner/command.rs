//! Commands that tasks run.

use std::ffi::OsString;
use std::fmt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What a task or a step comes to.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A command that can be shown as one would type it.
#[derive(Debug, Clone)]
pub(crate) struct Cmd {
    words: Vec<String>,
    environment: Vec<(String, String)>,
}

impl Cmd {
    pub(crate) fn new<W: Into<String>>(words: impl IntoIterator<Item = W>) -> Self {
        Self { words: words.into_iter().map(Into::into).collect(), environment: Vec::new() }
    }

    /// A command that is written in one line, without quotes.
    pub(crate) fn line(line: &str) -> Self {
        Self::new(line.split_whitespace())
    }

    pub(crate) fn args<W: Into<String>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        self.words.extend(words.into_iter().map(Into::into));
        self
    }

    /// A command that is given another one to run.
    pub(crate) fn then(self, command: &Self) -> Self {
        Self { environment: command.environment.clone(), ..self.args(command.words.iter().cloned()) }
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same command as a process that is yet to be started.
    pub(crate) fn process(&self, directory: &Path) -> Command {
        let mut words = self.words.iter().map(OsString::from);
        let mut command = Command::new(words.next().unwrap_or_default());
        command
            .args(words)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(directory);
        command
    }

    /// Runs the command; its output goes to the person.
    pub(crate) fn run(&self, directory: &Path) -> Outcome {
        let status = self.process(directory).stdin(Stdio::null()).status();
        let status = status.map_err(|error| format!("`{self}` could not be started: {error}"))?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("this command failed ({status}):\n  {self}").into())
        }
    }

    /// Runs the command and returns what it prints.
    pub(crate) fn output(&self, directory: &Path) -> Outcome<Output> {
        let output = self.process(directory).stdin(Stdio::null()).output();
        let output = output.map_err(|error| format!("`{self}` could not be started: {error}"))?;
        if output.status.success() {
            return Ok(output);
        }
        let told = String::from_utf8_lossy(&output.stderr);
        Err(format!("this command failed ({}):\n  {self}\n{}", output.status, told.trim_end()).into())
    }

    /// What the command prints to standard output.
    pub(crate) fn text(&self, directory: &Path) -> Outcome<String> {
        Ok(String::from_utf8(self.output(directory)?.stdout)?)
    }

    /// Whether the command is there and succeeds.
    pub(crate) fn succeeds(&self, directory: &Path) -> bool {
        self.output(directory).is_ok()
    }
}

impl fmt::Display for Cmd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.environment {
            write!(f, "{name}={} ", quoted(value))?;
        }
        let words: Vec<_> = self.words.iter().map(|word| quoted(word)).collect();
        f.write_str(&words.join(" "))
    }
}

fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./=:,+".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) { word.to_owned() } else { format!("'{word}'") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let command = Cmd::line("cargo doc --no-deps").env("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(command.to_string(), "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps");
    }

    #[test]
    fn a_failure_names_the_command() {
        let here = Path::new(".");
        let failed = Cmd::line("cargo no-such-command").output(here).unwrap_err().to_string();
        assert!(failed.contains("\n  cargo no-such-command\n"), "{failed}");
        let missing = Cmd::line("no-such-program").run(here).unwrap_err().to_string();
        assert!(missing.starts_with("`no-such-program` could not be started: "), "{missing}");
    }
}
