//! A line on the terminal that shows that something moves.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{HumanCount, ProgressBar, ProgressStyle};

/// Progress on standard error; silent unless that is a terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    noun: &'static str,
}

impl Progress {
    /// Begins to show how many of `noun` there are, unless it is to be quiet.
    pub(crate) fn start(quiet: bool, noun: &'static str) -> Self {
        if quiet || !std::io::stderr().is_terminal() {
            return Self { bar: ProgressBar::hidden(), noun };
        }
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar, noun }
    }

    /// Shows so many, and how far they reach.
    pub(crate) fn show(&self, count: u64, reached: Option<&str>) {
        let rate = count as f64 / self.bar.elapsed().as_secs_f64().max(0.001);
        let reached =
            reached.map(|reached| format!(", up to {}", crate::plain::line(reached))).unwrap_or_default();
        self.bar.set_message(format!("{} {} ({rate:.0}/s){reached}", HumanCount(count), self.noun));
    }
}

impl Drop for Progress {
    /// Removes the line, so that what is printed next starts on a clean one.
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
