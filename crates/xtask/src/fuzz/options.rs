//! What a run is asked for.

use crate::command::Outcome;

/// Which targets to run, and for how long each.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(super) seconds: u64,
    /// All, where none is named.
    targets: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { seconds: 60, targets: Vec::new() }
    }
}

impl Options {
    /// Reads `[--seconds N] [targets…]`.
    pub(crate) fn read(options: &[&str]) -> Outcome<Self> {
        let (seconds, targets) = match options {
            ["--seconds", seconds, targets @ ..] => (
                seconds.parse().ok().filter(|it| *it > 0).ok_or("--seconds takes a number above 0")?,
                targets,
            ),
            targets => (Self::default().seconds, targets),
        };
        if let Some(option) = targets.iter().find(|target| target.starts_with('-')) {
            return Err(format!("`{option}` is no target: give --seconds N, and then targets").into());
        }
        Ok(Self { seconds, targets: targets.iter().map(|target| (*target).to_owned()).collect() })
    }

    /// Those of all targets that are wanted.
    pub(super) fn of(&self, all: &[&str]) -> Outcome<Vec<String>> {
        if let Some(unknown) = self.targets.iter().find(|target| !all.contains(&target.as_str())) {
            return Err(format!("`{unknown}` is none of {}", all.join(", ")).into());
        }
        let is_wanted = |target: &str| self.targets.is_empty() || self.targets.iter().any(|it| it == target);
        Ok(all.iter().filter(|target| is_wanted(target)).map(|target| (*target).to_owned()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_targets_are_read() {
        let read = |options: &[&str]| {
            let options = Options::read(options).map_err(|error| error.to_string())?;
            let targets = options.of(&["call", "path"]).map_err(|error| error.to_string())?;
            Ok::<_, String>((options.seconds, targets.join(" ")))
        };
        assert_eq!(read(&[]), Ok((60, "call path".into())));
        assert_eq!(read(&["--seconds", "5", "path"]), Ok((5, "path".into())));
        assert_eq!(read(&["--seconds", "0"]), Err("--seconds takes a number above 0".into()));
        assert_eq!(read(&["paths"]), Err("`paths` is none of call, path".into()));
        let order = "`--seconds` is no target: give --seconds N, and then targets";
        assert_eq!(read(&["path", "--seconds", "5"]), Err(order.into()));
    }
}
