//! One round: exporters live and die on one file, and what is in it in the end is compared with
//! the log.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use crate::Outcome;
use crate::compare::Difference;
use crate::exporter::{Ending, Exporter};
use crate::growth;
use crate::organization::Organization;
use crate::plan::{Life, Moment, Plan};

/// How long a signal waits for its moment: an exporter that has given up sends no more requests.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// What came of a round.
#[derive(Debug, Default)]
pub(crate) struct Round {
    pub(crate) difference: Difference,
    /// What else is wrong.
    pub(crate) problems: Vec<String>,
    /// How often things happened, by their names.
    pub(crate) tally: BTreeMap<String, u64>,
}

impl Round {
    pub(crate) fn is_good(&self) -> bool {
        self.difference.is_none() && self.problems.is_empty()
    }

    fn count(&mut self, what: impl Into<String>, times: u64) {
        *self.tally.entry(what.into()).or_default() += times;
    }
}

/// A round under way.
struct Stage<'a> {
    plan: &'a Plan,
    program: &'a Path,
    output: PathBuf,
    organization: Organization,
    round: Round,
}

/// Plays a plan in a folder of its own.
pub(crate) async fn play(plan: &Plan, program: &Path, folder: &Path) -> Outcome<Round> {
    let organization = Organization::start(plan)?;
    let output = folder.join("events.ndjson");
    let mut stage = Stage { plan, program, output, organization, round: Round::default() };
    for life in &plan.lives {
        stage.live(life).await?;
    }
    let jumps = plan.log.jumps.len() - stage.organization.jumps_left();
    stage.complete().await?;
    let Stage { mut organization, mut round, .. } = stage;
    for (kind, times) in organization.count_applied() {
        round.count(format!("fault {kind}"), times);
    }
    round.count("requests", organization.requests());
    round.count("quirks", plan.log.quirks.len() as u64);
    round.count("jumps of the clock", jumps as u64);
    round.count("logs with late events", u64::from(plan.log.late.is_some()));
    Ok(round)
}

impl Stage<'_> {
    /// Runs an exporter until it ends by itself or by a signal.
    async fn live(&mut self, life: &Life) -> Outcome {
        self.organization.inject(life.faults.iter().chain(&self.plan.log.late))?;
        let before = self.organization.requests();
        let exporter = self.exporter(life)?;
        let (signals, received) = mpsc::channel(2);
        let (ending, rival) = tokio::join!(exporter.ended(received), self.interfere(life, before, &signals));
        let ending = ending?;
        if let Some(rival) = rival? {
            self.check_rival(&rival);
        }
        self.check_ending(&ending, self.organization.requests() > before)
    }

    fn exporter(&self, life: &Life) -> Outcome<Exporter> {
        Exporter::start(self.program, &self.output, self.plan, life, &self.organization)
    }

    /// Starts the rival and sends the signal, each at its moment. Returns how the rival ended if
    /// the exporter ran all the while.
    async fn interfere(
        &self,
        life: &Life,
        before: u64,
        signals: &mpsc::Sender<&'static str>,
    ) -> Outcome<Option<Ending>> {
        let mut ended = None;
        if let Some(requests) = life.rival {
            self.moment(Moment::Requests(requests), before, Duration::ZERO, signals).await;
            if !signals.is_closed() {
                let (_signals, received) = mpsc::channel(1);
                let rival =
                    self.exporter(&Life { timeout: life.timeout, ..Life::calm() })?.ended(received).await?;
                ended = Some(rival).filter(|_| !signals.is_closed());
            }
        }
        if let Some(timed) = &life.signal {
            self.moment(timed.after, before, timed.delay, signals).await;
            for signal in timed.signal {
                // An exporter that has ended needs no signal.
                let _ = signals.send(signal).await;
            }
        }
        Ok(ended)
    }

    /// Completes so long after the moment, or where that does not come.
    async fn moment(
        &self,
        moment: Moment,
        before: u64,
        then: Duration,
        signals: &mpsc::Sender<&'static str>,
    ) {
        let moment = async {
            match moment {
                Moment::Requests(count) => {
                    self.organization.reached(before + count).await;
                    sleep(then).await;
                }
                Moment::Written(times) => growth::reached(&self.output, times, then).await,
                Moment::Noted(times) => {
                    let begun = self.output.with_extension("ndjson.checkpoint.tmp");
                    growth::reached(&begun, times, then).await;
                }
            }
        };
        tokio::select! {
            _ = timeout(LONGEST_WAIT, moment) => {}
            () = signals.closed() => {}
        }
    }

    /// Two exporters exclude each other.
    fn check_rival(&mut self, rival: &Ending) {
        if rival.code() == Some(2) && rival.stderr.contains("another process is exporting into") {
            self.round.count("rival refused", 1);
        } else {
            self.round.problems.push(format!("a second exporter was let in: {rival}"));
        }
    }

    /// An exporter may fail, but only as it promises to; `has_asked` where it has sent a request.
    fn check_ending(&mut self, ending: &Ending, has_asked: bool) -> Outcome {
        let outcome = match ending.code() {
            Some(0) => "ended: 0, done",
            Some(3) => "ended: 3, refused",
            Some(4) if ending.stderr.contains("File too large") => "ended: 4, full disk",
            Some(4) => "ended: 4, partial",
            Some(130) => "ended: 130, interrupted",
            None if ending.is_by("SIGKILL") => "ended: by SIGKILL",
            // Until it listens for signals, these kill it, too. It listens before it asks.
            None if !has_asked && (ending.is_by("SIGINT") || ending.is_by("SIGTERM")) => {
                "ended: by a signal at its start"
            }
            _ => {
                self.round.problems.push(format!("an exporter ended in an unexpected way: {ending}"));
                return Ok(());
            }
        };
        self.round.count(outcome, 1);
        if ending.stderr.contains("panicked") {
            self.round.problems.push(format!("an exporter panicked: {ending}"));
        }
        // An exporter that could report its end leaves whole lines behind.
        let whole = match fs::read(&self.output) {
            Ok(file) => file.last().is_none_or(|last| *last == b'\n'),
            Err(_) => true,
        };
        if !whole && ending.code().is_some() && !ending.stderr.contains("was given up") {
            self.round.problems.push(format!("an exporter left a torn line: {ending}"));
        }
        Ok(())
    }

    /// Once all is calm, one more export completes the file, and another one adds nothing.
    async fn complete(&mut self) -> Outcome {
        self.organization.calm()?;
        for expected in ["", "\n0 events written"] {
            let (_signals, received) = mpsc::channel(1);
            let ending = self.exporter(&Life::calm())?.ended(received).await?;
            if ending.code() != Some(0) || !format!("\n{}", ending.stderr).contains(expected) {
                self.round.problems.push(format!("an exporter without faults failed: {ending}"));
            }
        }
        let events = self.organization.lines(self.plan)?;
        self.round.difference = Difference::between(&fs::read(&self.output).unwrap_or_default(), &events);
        self.round.count("events", events.len() as u64);
        Ok(())
    }
}

impl Ending {
    fn code(&self) -> Option<i32> {
        self.status?.code()
    }

    fn is_by(&self, signal: &str) -> bool {
        self.status.is_some_and(|status| status.to_string().contains(signal))
    }
}

impl std::fmt::Display for Ending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.status {
            None => write!(f, "it did not end; it said {:?}", self.stderr),
            Some(status) => write!(f, "{status}; it said {:?}", self.stderr),
        }
    }
}
