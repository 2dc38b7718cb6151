//! What happens in a round. All of it follows from the round's seed.

use std::time::{Duration, UNIX_EPOCH};

use atlassian_admin_core::model::Timestamp;
use atlassian_admin_simulator::{Quirk, default_start};

use crate::draw::Draw;
use crate::faults::fault;

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
    /// After so many requests somebody starts a second exporter on the same file.
    pub(crate) rival: Option<u64>,
    /// How it is ended; by itself where nothing is said.
    pub(crate) blow: Option<Blow>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    Export,
    Follow,
}

/// A signal, and when it is sent.
#[derive(Debug, PartialEq)]
pub(crate) struct Blow {
    pub(crate) signal: Signal,
    pub(crate) after: Moment,
    /// How long after that moment.
    pub(crate) then: Duration,
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

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Signal {
    #[default]
    Kill,
    Terminate,
    Interrupt,
    /// Somebody is impatient.
    InterruptTwice,
}

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
    pub(crate) fn draw(seed: u64) -> Self {
        let draw = &mut Draw::new(seed);
        let overlap = draw.between(1, 60);
        let log = Log::draw(draw, overlap);
        let (from, to) = window(draw, seed, &log);
        // The client asks at most 50 times a minute, so a whole copy must take fewer pages.
        let page_size = draw.between(log.events() / 25 + 10, 500);
        let lives = (0..draw.between(2, 6)).map(|_| Life::draw(draw, &log, from.is_some() && to.is_none()));
        Self { seed, page_size, overlap, lives: lives.collect(), log, from, to }
    }
}

impl Log {
    fn draw(draw: &mut Draw, overlap: u64) -> Self {
        let (history, new) = (draw.below(400), draw.below(600));
        let gap = 1 + draw.of_any_size(12);
        let late = draw
            .once_in(2)
            .then(|| format!("late:every={},by={}", draw.between(1, 9), draw.between(1, overlap)));
        let quirks = QUIRKS.iter().copied().filter(|_| draw.once_in(6)).collect();
        Self { history, gap, jumps: jumps(draw, new * gap), late, quirks }
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
fn jumps(draw: &mut Draw, millis: u64) -> Vec<(u64, Duration)> {
    let (mut request, mut left, mut jumps) = (0, millis, Vec::new());
    while left > 0 && request < 40 {
        request += draw.between(1, 3);
        let part = draw.between(1, 12);
        let jump = if request >= 40 { left } else { draw.below(1 + left / part) };
        left -= jump;
        jumps.push((request, Duration::from_millis(jump)));
    }
    jumps
}

/// The part of the log that is asked for: all of it, what comes after some time, or what lies
/// between two times.
fn window(draw: &mut Draw, seed: u64, log: &Log) -> (Option<Timestamp>, Option<Timestamp>) {
    let start = default_start(seed).duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let at = |seconds: u64| Some(Timestamp::from_millis(seconds as i64 * 1_000));
    // Events of the history are at most 50 s apart.
    let in_history = start - draw.below(1 + log.history * 40);
    let in_future = start + draw.below(1 + log.span().as_secs());
    match draw.below(4) {
        0 => (None, None),
        1 => (at(in_history), None),
        2 => (at(in_history), at(in_future)),
        _ => (at(start - 1_000_000), None),
    }
}

impl Life {
    fn draw(draw: &mut Draw, log: &Log, can_follow: bool) -> Self {
        let command = if can_follow && draw.once_in(3) { Command::Follow } else { Command::Export };
        let faults = (0..draw.below(4)).map(|_| fault(draw)).collect();
        // An event has about a kilobyte.
        let room = draw.once_in(4).then(|| 1 + draw.below(log.events() * 2 + 1));
        let rival = draw.once_in(4).then(|| draw.between(1, 4));
        // Who follows does not end by himself.
        let blow = (command == Command::Follow || !draw.once_in(4)).then(|| Blow::draw(draw));
        Self { command, faults, timeout: draw.between(1, 3), room, rival, blow }
    }

    /// A life that nobody troubles.
    pub(crate) fn calm() -> Self {
        Self {
            command: Command::Export,
            faults: Vec::new(),
            timeout: 60,
            room: None,
            rival: None,
            blow: None,
        }
    }
}

impl Blow {
    fn draw(draw: &mut Draw) -> Self {
        use Signal::{Interrupt, InterruptTwice, Kill, Terminate};
        let signal = draw.pick(&[Kill, Kill, Kill, Terminate, Terminate, Interrupt, InterruptTwice]);
        // A page is written and noted within milliseconds; waits for the server are of up to
        // seconds.
        let (after, bits) = match draw.below(4) {
            0 => (Moment::Requests(draw.of_any_size(4)), 20),
            1 => (Moment::Noted(1 + draw.of_any_size(3)), 11),
            _ => (Moment::Written(1 + draw.of_any_size(4)), 13),
        };
        Self { signal, after, then: Duration::from_micros(draw.of_any_size(bits)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_simulator::Fault;

    #[test]
    fn a_seed_gives_one_plan() {
        assert_eq!(Plan::draw(7), Plan::draw(7));
        assert_ne!(Plan::draw(7).lives, Plan::draw(8).lives);
    }

    #[test]
    fn all_that_can_happen_is_drawn_and_understood() {
        let plans: Vec<_> = (0..300).map(Plan::draw).collect();
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
        use Signal::{Interrupt, InterruptTwice, Kill, Terminate};
        for signal in [Kill, Terminate, Interrupt, InterruptTwice] {
            assert!(lives().filter_map(|life| life.blow.as_ref()).any(|blow| blow.signal == signal));
        }
        assert!(lives().any(|life| life.room.is_some()) && lives().any(|life| life.rival.is_some()));
    }

    #[test]
    fn lateness_stays_within_the_overlap_and_a_copy_within_the_rate() {
        for plan in (0..300).map(Plan::draw) {
            let by =
                plan.log.late.as_ref().map(|late| late.split("by=").nth(1).unwrap().parse::<u64>().unwrap());
            assert!(by <= Some(plan.overlap));
            assert!(plan.page_size <= 500 && plan.log.events() / plan.page_size < 25, "{plan:?}");
            // Who follows needs to be told where to begin, and knows no end.
            let follows = plan.lives.iter().any(|life| life.command == Command::Follow);
            assert!(!follows || plan.from.is_some() && plan.to.is_none());
        }
    }
}
