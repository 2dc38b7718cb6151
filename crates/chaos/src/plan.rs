//! What happens in a round. All of it follows from the round's seed.

use std::time::{Duration, UNIX_EPOCH};

use atlassian_admin_core::model::Timestamp;
use atlassian_admin_simulator::{Quirk, default_start};
use fastrand::Rng;

use crate::faults::{fault, of_any_size};

/// A round: an audit log, and the lives of the exporters that copy it one after the other.
#[derive(Debug, PartialEq)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    pub(crate) log: Log,
    /// The part of the log that is asked for: the earliest and the latest processing time.
    pub(crate) from: Option<Timestamp>,
    pub(crate) to: Option<Timestamp>,
    pub(crate) page_size: u64,
    /// In seconds.
    pub(crate) overlap: u64,
    pub(crate) lives: Vec<Life>,
}

/// The audit log.
#[derive(Debug, PartialEq)]
pub(crate) struct Log {
    /// How many events there are at the start.
    pub(crate) history: u64,
    /// How far apart new ones are, in milliseconds.
    pub(crate) gap: u64,
    /// At which requests the clock jumps, and how far. New events come by these jumps alone.
    pub(crate) jumps: Vec<(u64, Duration)>,
    /// The fault that some events become visible late, but within the overlap.
    pub(crate) late: Option<String>,
    pub(crate) quirks: Vec<Quirk>,
}

/// The life of an exporter: one process.
#[derive(Debug, PartialEq)]
pub(crate) struct Life {
    pub(crate) command: Command,
    /// What goes wrong with its requests.
    pub(crate) faults: Vec<String>,
    /// The most seconds that it gives a call.
    pub(crate) timeout: u64,
    /// How large its files may become, in blocks of 512 bytes: then the disk is full.
    pub(crate) room: Option<u64>,
    /// The number of requests after which a second exporter starts on the same file.
    pub(crate) rival: Option<u64>,
    /// How it is ended; by itself where nothing is said.
    pub(crate) signal: Option<TimedSignal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    Export,
    Follow,
}

/// A signal, and when it is sent.
#[derive(Debug, PartialEq)]
pub(crate) struct TimedSignal {
    pub(crate) signal: Signal,
    pub(crate) after: Moment,
    /// How long after that moment.
    pub(crate) delay: Duration,
}

/// A moment in the life of an exporter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// So many requests have come.
    Requests(u64),
    /// The output has grown so many times: a page is being written.
    Written(u64),
    /// A new checkpoint has been begun so many times: it is about to replace the old one.
    Noted(u64),
}

/// What is sent to an exporter: the options of `kill`, one for each time.
pub(crate) type Signal = &'static [&'static str];

/// The signals, the likelier ones several times. An impatient user interrupts twice.
const SIGNALS: &[Signal] =
    &[&["-KILL"], &["-KILL"], &["-KILL"], &["-TERM"], &["-TERM"], &["-INT"], &["-INT", "-INT"]];

/// Deviations of the real API that an export meets.
const QUIRKS: &[Quirk] = &[
    Quirk::BareCursor,
    Quirk::RelativeNext,
    Quirk::ForeignNext,
    Quirk::MetaNextOnly,
    Quirk::NullNextAtEnd,
    Quirk::PageSizeLies,
    Quirk::SparseEvents,
    Quirk::TimesWithoutMillis,
    Quirk::ResetWithSeconds,
    Quirk::ResetAsEpoch,
    Quirk::LimitEnvelope,
    Quirk::NonUuidOrg,
];

impl Plan {
    pub(crate) fn from_seed(seed: u64) -> Self {
        let rng = &mut Rng::with_seed(seed);
        let overlap = rng.u64(1..=60);
        let log = Log::random(rng, overlap);
        let (from, to) = window(rng, seed, &log);
        // The client asks at most 50 times a minute, so a whole copy must take fewer pages.
        let page_size = rng.u64(log.events() / 25 + 10..=500);
        let lives = (0..rng.u64(2..=6)).map(|_| Life::random(rng, &log, from.is_some() && to.is_none()));
        Self { seed, page_size, overlap, lives: lives.collect(), log, from, to }
    }
}

impl Log {
    fn random(rng: &mut Rng, overlap: u64) -> Self {
        let (history, new) = (rng.u64(..400), rng.u64(..600));
        let gap = 1 + of_any_size(rng, 12);
        let late =
            (rng.u64(..2) == 0).then(|| format!("late:every={},by={}", rng.u64(1..=9), rng.u64(1..=overlap)));
        let quirks = QUIRKS.iter().copied().filter(|_| rng.u64(..6) == 0).collect();
        Self { history, gap, jumps: jumps(rng, new * gap), late, quirks }
    }

    /// How many events there are in the end.
    pub(crate) fn events(&self) -> u64 {
        self.history + self.span().as_millis() as u64 / self.gap
    }

    /// How far the clock jumps in all.
    fn span(&self) -> Duration {
        self.jumps.iter().map(|(_, jump)| jump).sum()
    }
}

/// Jumps of the clock that come to so many milliseconds in all, small and large ones.
fn jumps(rng: &mut Rng, millis: u64) -> Vec<(u64, Duration)> {
    let (mut request, mut left, mut jumps) = (0, millis, Vec::new());
    while left > 0 && request < 40 {
        request += rng.u64(1..=3);
        let part = rng.u64(1..=12);
        let jump = if request >= 40 { left } else { rng.u64(..1 + left / part) };
        left -= jump;
        jumps.push((request, Duration::from_millis(jump)));
    }
    jumps
}

/// The part of the log that is asked for: all of it, what comes after some time, or what lies
/// between two times.
fn window(rng: &mut Rng, seed: u64, log: &Log) -> (Option<Timestamp>, Option<Timestamp>) {
    let start = default_start(seed).duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let at = |seconds: u64| Some(Timestamp::from_millis(seconds as i64 * 1_000));
    // Events of the history are at most 50 s apart.
    let in_history = start - rng.u64(..1 + log.history * 40);
    let in_future = start + rng.u64(..1 + log.span().as_secs());
    match rng.u64(..4) {
        0 => (None, None),
        1 => (at(in_history), None),
        2 => (at(in_history), at(in_future)),
        _ => (at(start - 1_000_000), None),
    }
}

impl Life {
    fn random(rng: &mut Rng, log: &Log, can_follow: bool) -> Self {
        let command = if can_follow && rng.u64(..3) == 0 { Command::Follow } else { Command::Export };
        let faults = (0..rng.u64(..4)).map(|_| fault(rng)).collect();
        // An event has about a kilobyte.
        let room = (rng.u64(..4) == 0).then(|| 1 + rng.u64(..log.events() * 2 + 1));
        let rival = (rng.u64(..4) == 0).then(|| rng.u64(1..=4));
        // `follow` does not end by itself.
        let signal = (command == Command::Follow || rng.u64(..4) != 0).then(|| TimedSignal::random(rng));
        Self { command, faults, timeout: rng.u64(1..=3), room, rival, signal }
    }

    /// A life without faults or signals.
    pub(crate) fn calm() -> Self {
        Self {
            command: Command::Export,
            faults: Vec::new(),
            timeout: 60,
            room: None,
            rival: None,
            signal: None,
        }
    }
}

impl TimedSignal {
    fn random(rng: &mut Rng) -> Self {
        let signal = rng.choice(SIGNALS).copied().unwrap_or_default();
        // A page is written and noted within milliseconds; waits for the server are of up to
        // seconds.
        let (after, bits) = match rng.u64(..4) {
            0 => (Moment::Requests(of_any_size(rng, 4)), 20),
            1 => (Moment::Noted(1 + of_any_size(rng, 3)), 11),
            _ => (Moment::Written(1 + of_any_size(rng, 4)), 13),
        };
        Self { signal, after, delay: Duration::from_micros(of_any_size(rng, bits)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_simulator::Fault;

    #[test]
    fn plan_follows_from_its_seed() {
        assert_eq!(Plan::from_seed(7), Plan::from_seed(7));
        assert_ne!(Plan::from_seed(7).lives, Plan::from_seed(8).lives);
    }

    #[test]
    fn plans_have_every_fault_quirk_and_signal() {
        let plans: Vec<_> = (0..300).map(Plan::from_seed).collect();
        let lives = || plans.iter().flat_map(|plan| &plan.lives);
        let mut faults: Vec<_> = lives().flat_map(|life| &life.faults).collect();
        faults.extend(plans.iter().filter_map(|plan| plan.log.late.as_ref()));
        let drawn: Vec<_> = faults.iter().map(|it| it.parse::<Fault>().unwrap().kind()).collect();
        for kind in Fault::KINDS {
            assert!(drawn.contains(kind), "{}", kind.name);
        }
        for quirk in QUIRKS {
            assert!(plans.iter().any(|plan| plan.log.quirks.contains(quirk)), "{quirk}");
        }
        for signal in SIGNALS {
            assert!(lives().filter_map(|life| life.signal.as_ref()).any(|timed| timed.signal == *signal));
        }
        assert!(lives().any(|life| life.room.is_some()) && lives().any(|life| life.rival.is_some()));
    }

    #[test]
    fn plans_keep_lateness_within_overlap_and_copy_within_rate_limit() {
        for plan in (0..300).map(Plan::from_seed) {
            let by =
                plan.log.late.as_ref().map(|late| late.split("by=").nth(1).unwrap().parse::<u64>().unwrap());
            assert!(by <= Some(plan.overlap));
            assert!(plan.page_size <= 500 && plan.log.events() / plan.page_size < 25, "{plan:?}");
            // `follow` needs a start and has no end.
            let follows = plan.lives.iter().any(|life| life.command == Command::Follow);
            assert!(!follows || plan.from.is_some() && plan.to.is_none());
        }
    }
}
