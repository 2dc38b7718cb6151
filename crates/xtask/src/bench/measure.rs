//! Runs walkers and tells what they cost.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::Effort;
use super::counter::Counter;
use super::walker::{EXPORT, EXPORTED, Walk, Walker};
use crate::command::{Cmd, Outcome};

/// What is measured, with what, and how thoroughly.
#[derive(Debug)]
pub(super) struct Bench {
    driver: PathBuf,
    peer: PathBuf,
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
        driver: PathBuf,
        peer: PathBuf,
        url: &str,
        counter: Counter,
        effort: Effort,
        file: PathBuf,
    ) -> Self {
        let url = url.to_owned();
        Self { driver, peer, url, counter, effort, file, seen: Mutex::default() }
    }

    pub(super) fn is_quick(&self) -> bool {
        self.effort == Effort::Quick
    }

    /// What each walk over a log costs for each further page, in instructions: start-up is in the small walk and the large one
    /// alike.
    pub(super) fn per_page(
        &self,
        subjects: &[(Walker, &'static str)],
    ) -> Outcome<BTreeMap<(Walker, &'static str), f64>> {
        let (small, large) = match self.effort {
            Effort::Full => (20, 120),
            Effort::Quick => (10, 30),
        };
        // callgrind counts the same each time; the processor's counter varies with interrupts and the like.
        let repetitions = match (self.counter, self.effort) {
            (Counter::Callgrind, _) | (_, Effort::Quick) => 1,
            (Counter::Perf, Effort::Full) => 5,
        };
        let mut costs = BTreeMap::<_, Vec<f64>>::new();
        for _ in 0..repetitions {
            for (walker, log) in subjects {
                let [less, more] = self.count_both(*walker, [small, large], log)?;
                let cost = (more as f64 - less as f64) / f64::from(large - small);
                costs.entry((*walker, *log)).or_default().push(cost);
            }
        }
        Ok(costs.into_iter().map(|(subject, costs)| (subject, median(costs))).collect())
    }

    /// Counts two walks. They run side by side: that changes their time, not their instructions.
    fn count_both(&self, walker: Walker, pages: [u32; 2], log: &str) -> Outcome<[u64; 2]> {
        let [small, large] = pages;
        std::thread::scope(|scope| {
            let other = scope.spawn(move || self.count(walker, small, log));
            let more = self.count(walker, large, log)?;
            let less = other.join().map_err(|_| "a walk was not counted")??;
            Ok([less, more])
        })
    }

    fn count(&self, walker: Walker, pages: u32, log: &str) -> Outcome<u64> {
        let (count, told) = self.counter.count(&self.command(walker, pages, log), Path::new("."))?;
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
        let driver = self.driver.to_string_lossy().into_owned();
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
            Walker::Jira => {
                Cmd::new([self.peer.to_string_lossy().into_owned(), format!("org=p{pages}{log}")])
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
        };
        let mut seen = self.seen.lock().map_err(|_| "a walk was not checked")?;
        if *seen.entry(what).or_insert(walk.checksum) == walk.checksum {
            Ok(())
        } else {
            Err(format!("{walker:?} read other items than those before it").into())
        }
    }
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
