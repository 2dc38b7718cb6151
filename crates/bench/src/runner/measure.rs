//! Runs walkers and tells what they cost.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use super::Effort;
use super::counter::Counter;
use super::walker::{EXPORT, EXPORTED, Walk, Walker};
use crate::command::{Cmd, Outcome};

/// Where the walkers are.
#[derive(Debug)]
pub(super) struct Programs {
    pub(super) driver: PathBuf,
    /// The jira crate's.
    pub(super) jira: PathBuf,
    /// Those that Node runs.
    pub(super) script: PathBuf,
    /// The schemas for those of them that take some.
    pub(super) schemas: PathBuf,
}

/// How many pages of one organization Node's walkers ask for, before they go on to another: the npm package asks for fifty in a minute,
/// and then waits, as the real service wants it.
const WALK: u32 = 10;
/// After so many walks, an engine has compiled for good what they take.
const WARM: u32 = 30;

/// What is measured, with what, and how thoroughly.
#[derive(Debug)]
pub(super) struct Bench {
    programs: Programs,
    url: String,
    counter: Counter,
    effort: Effort,
    /// The file that exports write.
    file: PathBuf,
    /// The checksum of a log's items, as the first walker over it saw them.
    seen: Mutex<BTreeMap<String, u64>>,
}

impl Bench {
    pub(super) fn new(
        programs: Programs,
        url: &str,
        counter: Counter,
        effort: Effort,
        file: PathBuf,
    ) -> Self {
        let url = url.to_owned();
        Self { programs, url, counter, effort, file, seen: Mutex::default() }
    }

    /// Where the pages are.
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    pub(super) fn is_quick(&self) -> bool {
        self.effort == Effort::Quick
    }

    /// What each walk over a log costs for each further page, in instructions.
    pub(super) fn per_page(
        &self,
        subjects: &[(Walker, &'static str)],
    ) -> Outcome<BTreeMap<(Walker, &'static str), f64>> {
        // callgrind counts the same of a native walk each time; the processor's counter varies with interrupts and the like.
        let repetitions = match (self.counter, self.effort) {
            (Counter::Callgrind, _) | (_, Effort::Quick) => 1,
            (Counter::Perf, Effort::Full) => 5,
        };
        let mut costs = BTreeMap::<_, Vec<f64>>::new();
        for _ in 0..repetitions {
            for pair in subjects.chunks(2) {
                let counted = side_by_side(pair, |(walker, log)| self.instructions_per_page(*walker, log))?;
                for (subject, cost) in pair.iter().zip(counted) {
                    costs.entry(*subject).or_default().push(cost);
                }
            }
        }
        Ok(costs.into_iter().map(|(subject, costs)| (subject, median(costs))).collect())
    }

    /// Start-up, and how Node warms up, is in the small walk and the large one alike, if it is counted at all.
    fn instructions_per_page(&self, walker: Walker, log: &str) -> Outcome<f64> {
        let [small, large] = walker.lengths(self.effort);
        let further = large - small;
        if self.is_simulated() && matches!(walker, Walker::Node(..)) {
            // It is told from where on to count. When Node compiles anew and collects garbage is not the same each time, which makes one
            // count up to a twentieth more than another: the least is what the walk takes by itself.
            let times = if self.is_quick() { 1 } else { 3 };
            let counts = (0..times).map(|_| self.count(walker, further, log));
            let least = counts.collect::<Outcome<Vec<_>>>()?.into_iter().min().unwrap_or_default();
            return Ok(least as f64 / f64::from(further));
        }
        let [less, more] = [self.count(walker, small, log)?, self.count(walker, large, log)?];
        Ok((more as f64 - less as f64) / f64::from(further))
    }

    /// What each of Node's walks costs for each page in the processor's time, in nanoseconds: the least of so many repetitions, in turn. They
    /// tell the time since they are warm.
    pub(super) fn work_per_page(
        &self,
        subjects: &[(Walker, &'static str)],
        times: u32,
    ) -> Outcome<BTreeMap<(Walker, &'static str), f64>> {
        const PAGES: u32 = 60;
        let mut least = BTreeMap::<_, Duration>::new();
        for _ in 0..times {
            for subject @ (walker, log) in subjects {
                let work = self.walk(*walker, PAGES, log)?.work;
                least.entry(*subject).and_modify(|least| *least = work.min(*least)).or_insert(work);
            }
        }
        let cost = |work: Duration| work.as_nanos() as f64 / f64::from(PAGES);
        Ok(least.into_iter().map(|(subject, work)| (subject, cost(work))).collect())
    }

    /// Whether instructions are counted by a simulated processor, which takes a hundred times as long.
    pub(super) fn is_simulated(&self) -> bool {
        self.counter == Counter::Callgrind
    }

    fn count(&self, walker: Walker, pages: u32, log: &str) -> Outcome<u64> {
        let (command, here) = (self.command(walker, pages, log), Path::new("."));
        let (count, told) = match walker {
            Walker::Node(..) => self.counter.count_when_told(command, here),
            _ => self.counter.count(&command, here),
        }?;
        self.check(walker, pages, log, Walk::read(&told)?)?;
        Ok(count)
    }

    /// One walk, as it is.
    pub(super) fn walk(&self, walker: Walker, pages: u32, log: &str) -> Outcome<Walk> {
        let walk = Walk::read(&self.command(walker, pages, log).text(Path::new("."))?)?;
        self.check(walker, pages, log, walk)?;
        Ok(walk)
    }

    /// Walks of several kinds, again and again in turn, so that whatever else the machine does meets all of them.
    pub(super) fn in_turn<const N: usize>(
        &self,
        times: u32,
        walks: [(Walker, u32, &str); N],
    ) -> Outcome<[Vec<Walk>; N]> {
        let mut results = [const { Vec::new() }; N];
        for _ in 0..times {
            for (result, (walker, pages, log)) in results.iter_mut().zip(walks) {
                result.push(self.walk(walker, pages, log)?);
            }
        }
        Ok(results)
    }

    fn command(&self, walker: Walker, pages: u32, log: &str) -> Cmd {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        let driver = text(&self.programs.driver);
        let command = match walker {
            Walker::Driver(name, listing, arguments) => {
                let file = format!("file={}", self.file_of(pages).display());
                let listing = format!("listing={}", listing.name());
                Cmd::new([driver, name.to_owned(), format!("org=p{pages}{log}"), listing, file])
                    .args(arguments.iter().copied())
            }
            Walker::Decoder(name) => {
                Cmd::new([driver, name.to_owned(), format!("org=p1{log}"), format!("times={pages}")])
            }
            Walker::Jira => Cmd::new([text(&self.programs.jira), format!("org=p{pages}{log}")]),
            Walker::Node(name, flags) => {
                let schemas = format!("schemas={}", text(&self.programs.schemas));
                let times = format!("times={}", pages / WALK);
                let org = format!("org=p{WALK}{log}");
                let warm = format!("warm={WARM}");
                Cmd::line("node").args(flags.iter().copied()).args([
                    text(&self.programs.script),
                    name.to_owned(),
                    org,
                    warm,
                    times,
                    schemas,
                ])
            }
        };
        // The server is on this machine: a proxy would be measured, or in the way.
        command.args([format!("url={}", self.url)]).env("NO_PROXY", "127.0.0.1")
    }

    /// Walks that run side by side write files of their own.
    fn file_of(&self, pages: u32) -> PathBuf {
        self.file.with_extension(pages.to_string())
    }

    /// Whether the walker has read what all others have read.
    fn check(&self, walker: Walker, pages: u32, log: &str, walk: Walk) -> Outcome {
        let expected = u64::from(pages) * walker.listing().page_size();
        if walk.items != expected {
            return Err(format!("{walker:?} read {} items instead of {expected}", walk.items).into());
        }
        if walker == EXPORT {
            // It looks into no event: what it wrote is read back instead.
            let read_back = self.walk(EXPORTED, pages, log);
            let _ = std::fs::remove_file(self.file_of(pages));
            return read_back.map(|_| ());
        }
        let listing = walker.listing().name();
        let what = match walker {
            Walker::Decoder(_) => format!("{pages} times the first of {listing}{log}"),
            Walker::Driver(..) | Walker::Jira => format!("{pages} of {listing}{log}"),
            Walker::Node(..) => format!("{pages} of {listing}{log}, in JavaScript"),
        };
        let mut seen = self.seen.lock().map_err(|_| "a walk was not checked")?;
        if *seen.entry(what).or_insert(walk.checksum) == walk.checksum {
            Ok(())
        } else {
            Err(format!("{walker:?} read other items than those before it").into())
        }
    }
}

/// Does something with each of a few things at the same time: that changes how long walks take, not their instructions.
fn side_by_side<T: Sync, R: Send>(things: &[T], act: impl Fn(&T) -> Outcome<R> + Sync) -> Outcome<Vec<R>> {
    std::thread::scope(|scope| {
        let act = &act;
        let begun: Vec<_> = things.iter().map(|thing| scope.spawn(move || act(thing))).collect();
        begun.into_iter().map(|thread| thread.join().map_err(|_| "a walk was not counted")?).collect()
    })
}

/// The middle one.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median(vec![9.0, 1.0, 2.0]), 2.0);
        assert!(median(Vec::new()).is_nan());
    }
}
