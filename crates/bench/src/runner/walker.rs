//! Who walks the pages, and what a walk tells.

use std::time::Duration;

use Listing::{Accounts, Events, Users};

use super::Effort;
use crate::command::Outcome;

/// A way to read the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Walker {
    /// Ours, or the naive one: a walker of the driver over a listing, with more arguments.
    Driver(&'static str, Listing, &'static [&'static str]),
    /// One page decoded again and again by a walker of the driver.
    Decoder(&'static str),
    /// The jira crate.
    Jira,
    /// A walker of `peers/js`, in Node with these flags.
    Node(&'static str, &'static [&'static str]),
}

impl Walker {
    /// What it walks over.
    pub(super) fn listing(self) -> Listing {
        match self {
            Self::Driver(_, listing, _) => listing,
            Self::Decoder(_) | Self::Jira | Self::Node(..) => Events,
        }
    }

    /// How many pages its small and its large walk have. An engine compiles what it runs again and again, until nothing is left to
    /// compile: that takes a while.
    pub(super) fn lengths(self, effort: Effort) -> [u32; 2] {
        match (self, effort) {
            (Self::Node(..), Effort::Full) => [20, 80],
            (Self::Node(..), Effort::Quick) => [10, 30],
            (_, Effort::Full) => [20, 120],
            (_, Effort::Quick) => [10, 30],
        }
    }
}

/// What is walked over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Listing {
    Events,
    Accounts,
    Users,
}

impl Listing {
    /// As the driver calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Events => "events",
            Accounts => "accounts",
            Users => "users",
        }
    }

    /// How many items are on a page.
    pub(super) fn page_size(self) -> u64 {
        match self {
            Events => 500,
            Accounts | Users => 100,
        }
    }
}

/// reqwest and `serde_json::from_slice` into owned structs: what one would write by hand.
pub(super) const FLOOR: Walker = Walker::Driver("floor", Events, &[]);
pub(super) const FLOOR_ACCOUNTS: Walker = Walker::Driver("floor", Accounts, &[]);
pub(super) const FLOOR_USERS: Walker = Walker::Driver("floor", Users, &[]);
pub(super) const TYPED: Walker = Walker::Driver("typed", Events, &[]);
pub(super) const TYPED_ACCOUNTS: Walker = Walker::Driver("typed", Accounts, &[]);
pub(super) const TYPED_USERS: Walker = Walker::Driver("typed", Users, &[]);
pub(super) const SEQUENTIAL: Walker = Walker::Driver("typed", Events, &["ahead=false"]);
pub(super) const TIMES: Walker = Walker::Driver("typed-times", Events, &[]);
pub(super) const NARROW: Walker = Walker::Driver("narrow", Events, &[]);
pub(super) const EXPORT: Walker = Walker::Driver("export", Events, &[]);
pub(super) const EXPORTED: Walker = Walker::Driver("exported", Events, &[]);
pub(super) const AWAITING: Walker = Walker::Driver("typed", Events, &["consumer=awaits"]);
pub(super) const AWAITING_SEQUENTIAL: Walker =
    Walker::Driver("typed", Events, &["consumer=awaits", "ahead=false"]);
pub(super) const COMPUTING: Walker = Walker::Driver("typed", Events, &["consumer=computes"]);
pub(super) const DECODE: Walker = Walker::Decoder("decode");
pub(super) const DECODE_PLAIN: Walker = Walker::Decoder("decode-plain");

/// `await (await fetch(…)).json()`, page by page: what one would write by hand in JavaScript.
pub(super) const FETCH: Walker = Walker::Node("floor", &[]);
/// The npm package: item by item, which is the way that it offers first; and page by page.
pub(super) const ITEMS: Walker = Walker::Node("items", &[]);
pub(super) const PAGES: Walker = Walker::Node("package", &[]);
pub(super) const VALIDATING: Walker = Walker::Node("validating", &[]);
pub(super) const ZOD: Walker = Walker::Node("zod", &[]);
pub(super) const JIRA_JS: Walker = Walker::Node("jira", &[]);
/// As in hosts that let nothing make code out of text: zod does, where it may.
const NO_EVALUATION: &[&str] = &["--disallow-code-generation-from-strings"];
pub(super) const VALIDATING_STRICTLY: Walker = Walker::Node("validating", NO_EVALUATION);
pub(super) const ZOD_STRICTLY: Walker = Walker::Node("zod", NO_EVALUATION);

/// What a walker says at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Walk {
    pub(super) items: u64,
    pub(super) checksum: u64,
    pub(super) time: Duration,
    /// The processor's time, in all threads; none is told where nobody asks for it.
    pub(super) work: Duration,
    /// The most memory at once, in KiB.
    pub(super) peak: u64,
}

impl Walk {
    pub(super) fn read(line: &str) -> Outcome<Self> {
        let member = |name: &str| -> Outcome<u64> {
            let value = line.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
            let value = value.and_then(|value| value.parse().ok());
            value.ok_or_else(|| format!("a walker told no `{name}`: {line}").into())
        };
        let work = member("cpu_micros").unwrap_or_default();
        Ok(Self {
            items: member("items")?,
            checksum: member("checksum")?,
            time: Duration::from_micros(member("micros")?),
            work: Duration::from_micros(work),
            peak: member("peak_kib")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walkers_line_is_read() {
        let walk = Walk::read("items=500 checksum=7 micros=1500 peak_kib=9364\n").unwrap();
        let time = Duration::from_micros(1_500);
        assert_eq!(walk, Walk { items: 500, checksum: 7, time, work: Duration::ZERO, peak: 9_364 });
        let walk = Walk::read("items=1 checksum=7 micros=1 peak_kib=1 cpu_micros=70").unwrap();
        assert_eq!(walk.work, Duration::from_micros(70));
        assert_eq!(
            Walk::read("items=500").unwrap_err().to_string(),
            "a walker told no `checksum`: items=500"
        );
    }
}
