//! `cargo xtask test`: everything that a change must pass.

use std::thread;
use std::time::{Duration, Instant};

use clap::Args;
use xshell::Shell;

use crate::steps::{FURTHER, STEPS, Step};
use crate::{Outcome, tools};

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Include what takes long, which a release must pass: all hosts and bundlers, the public API,
    /// each fuzz property
    #[arg(long)]
    full: bool,
    /// Run only the steps whose names contain this, such as `lints` (repeatable)
    #[arg(long = "step", value_name = "NAME", conflicts_with = "from")]
    only: Vec<String>,
    /// Start at the first step whose name contains this
    #[arg(long, value_name = "NAME")]
    from: Option<String>,
}

/// Runs the steps, up to the first that fails.
pub(crate) fn run(sh: &Shell, options: &Options) -> Outcome {
    let chosen = chosen(options)?;
    tools::check(sh)?;
    let mut done = Vec::new();
    // Returns only when all threads have ended, so that no command outlives this one.
    let (outcome, time) = timed(|| {
        thread::scope(|scope| {
            let mut beside = Vec::new();
            for (number, step) in chosen.iter().enumerate() {
                println!("\n=== {} ({} of {})", step.name, number + 1, chosen.len());
                if step.beside {
                    println!("runs beside the next steps");
                    beside.push((step, scope.spawn(|| timed(|| (step.run)(&crate::shell()?)))));
                } else {
                    let (outcome, time) = timed(|| (step.run)(sh));
                    finish(&mut done, step, outcome, time)?;
                }
            }
            for (step, thread) in beside {
                let (outcome, time) = thread.join().map_err(|_| format!("{} panicked", step.name))?;
                finish(&mut done, step, outcome, time)?;
            }
            Outcome::Ok(())
        })
    });
    outcome?;
    println!("\n=== summary");
    for (name, seconds, note) in &done {
        println!("  ok      {name:<24} {seconds:>7.1} s  {note}");
    }
    println!("          {:<24} {:>7.1} s", "in all", time.as_secs_f64());
    println!("All {} steps passed.", done.len());
    Ok(())
}

/// Prints how a step ended.
fn finish(
    done: &mut Vec<(&'static str, f64, String)>,
    step: &Step,
    outcome: Outcome<Option<String>>,
    time: Duration,
) -> Outcome {
    let seconds = time.as_secs_f64();
    match outcome {
        Ok(note) => {
            if let Some(note) = &note {
                println!("{note}");
            }
            println!("=== {}: ok, {seconds:.1} s", step.name);
            done.push((step.name, seconds, note.unwrap_or_default()));
            Ok(())
        }
        Err(error) => {
            println!("=== {}: FAILED, {seconds:.1} s; {} other steps passed", step.name, done.len());
            Err(error)
        }
    }
}

/// The steps that the options name, in order.
fn chosen(options: &Options) -> Outcome<Vec<&'static Step>> {
    let Options { full, only, from } = options;
    let further = if *full || !only.is_empty() { FURTHER } else { &[] };
    let steps: Vec<&Step> = STEPS.iter().chain(further).collect();
    if let Some(name) =
        only.iter().chain(from).find(|name| !steps.iter().any(|step| step.name.contains(name.as_str())))
    {
        let names: Vec<_> = steps.iter().map(|step| step.name).collect();
        return Err(format!("no step has `{name}` in its name; the steps are: {}", names.join(", ")).into());
    }
    let is_before = |step: &&Step| from.as_ref().is_some_and(|from| !step.name.contains(from));
    let is_named = |step: &&Step| only.is_empty() || only.iter().any(|name| step.name.contains(name));
    Ok(steps.into_iter().skip_while(is_before).filter(is_named).collect())
}

#[allow(clippy::disallowed_methods, reason = "a task reports real time to a person; nothing depends on it")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(only: &[&str], from: Option<&str>, full: bool) -> Result<Vec<&'static str>, String> {
        let only = only.iter().map(ToString::to_string).collect();
        let options = Options { full, only, from: from.map(str::to_owned) };
        let steps = chosen(&options).map_err(|error| error.to_string())?;
        Ok(steps.iter().map(|step| step.name).collect())
    }

    #[test]
    fn chosen_steps_are_those_that_options_name() {
        assert_eq!(names(&[], None, false).unwrap().len(), STEPS.len());
        assert_eq!(names(&[], None, true).unwrap().len(), STEPS.len() + FURTHER.len());
        assert_eq!(names(&["lint", "format"], None, false).unwrap(), ["format", "lints"]);
        assert_eq!(names(&[], Some("examples"), false).unwrap(), ["examples"]);
        assert!(names(&["nonsense"], None, false).unwrap_err().contains("format, "));
        assert!(names(&[], Some("nonsense"), false).unwrap_err().contains("format, "));
    }
}
