//! A progress line on the terminal.
//!
//! It is drawn if standard output and standard error are terminals and nothing is printed
//! meanwhile: for rows that are collected into a table, and for events that are written to a file.
//! Progress between printed rows would garble them, and a pipe may end in a program that prints to
//! the same terminal.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{plain, quantity};

/// A command that ends sooner shows no progress.
const DELAY: Duration = Duration::from_millis(300);

/// Progress on standard error, until it is dropped.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    noun: &'static str,
    start: Option<tokio::task::JoinHandle<()>>,
}

impl Progress {
    /// Starts to count things named `noun`; `printed` says whether they are printed at once.
    pub(crate) fn start(quiet: bool, printed: bool, noun: &'static str) -> Self {
        let bar = ProgressBar::hidden();
        let terminals = io::stdout().is_terminal() && io::stderr().is_terminal();
        let drawn = terminals && !printed && !quiet;
        let start = drawn.then(|| tokio::spawn(draw(bar.clone())));
        Self { bar, noun, start }
    }

    /// Shows a count and the time that it reaches.
    pub(crate) fn show(&self, count: u64, reached: Option<&str>) {
        self.bar.set_message(text(count, self.noun, self.bar.elapsed(), reached));
    }
}

async fn draw(bar: ProgressBar) {
    tokio::time::sleep(DELAY).await;
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
        bar.set_style(style);
    }
    bar.set_draw_target(ProgressDrawTarget::stderr());
    bar.enable_steady_tick(Duration::from_millis(120));
}

fn text(count: u64, noun: &str, elapsed: Duration, reached: Option<&str>) -> String {
    let mut text = quantity::count(count, noun);
    if count > 1 {
        let rate = count as f64 / elapsed.as_secs_f64().max(0.001);
        text.push_str(&format!(" ({}/s)", HumanCount(rate.round() as u64)));
    }
    if let Some(reached) = reached {
        text.push_str(&format!(", up to {}", plain::line(reached)));
    }
    text
}

impl Drop for Progress {
    /// Removes the line, so that what is printed next starts on a clean one.
    fn drop(&mut self) {
        if let Some(start) = &self.start {
            start.abort();
        }
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_shows_no_rate_for_a_single_item() {
        let two_seconds = Duration::from_secs(2);
        assert_eq!(text(1, "item", two_seconds, None), "1 item");
        assert_eq!(text(3_000, "item", two_seconds, None), "3,000 items (1,500/s)");
        let reached = text(2, "event", two_seconds, Some("2026-05-19"));
        assert_eq!(reached, "2 events (1/s), up to 2026-05-19");
    }
}
