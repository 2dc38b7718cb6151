//! The announcement that an operation stops.

use std::time::SystemTime;

use crate::schema::doc;
use crate::time::{EpochMillis, Timestamp};

/// Milliseconds.
const DAY: i64 = 86_400_000;

/// An announcement by Atlassian that an operation stops.
///
/// Documentation is generated without knowing today's date, so
/// [`announcement`](Self::announcement) holds before and after [`date`](Self::date).
/// [`note`](Self::note) is for hosts that know the time.
///
/// # Examples
/// ```
/// use std::time::SystemTime;
/// use atlassian_admin_core::operation::Retirement;
///
/// let retirement = Retirement::on("2026-12-21", &["events.query"]);
/// assert!(!retirement.has_passed(SystemTime::UNIX_EPOCH));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retirement {
    /// The announced date (UTC): `2026-12-21`.
    pub date: &'static str,
    /// Whether the operation still works on that date: Atlassian announces either the last day
    /// with the operation or the first day without it.
    pub works_on_date: bool,
    /// The operations to use instead, as users type them: `events.query`.
    pub replacements: &'static [&'static str],
    /// The announcement for documentation. Empty without the feature `docs`.
    pub announcement: &'static str,
    /// The hint of an error that the operation's end may have caused.
    pub hint: &'static str,
}

impl Retirement {
    /// An operation whose first day without it is `date`.
    #[must_use]
    pub const fn on(date: &'static str, replacements: &'static [&'static str]) -> Self {
        Self { date, works_on_date: false, replacements, announcement: "", hint: "" }
    }

    /// An operation whose last day is `date`.
    #[must_use]
    pub const fn after(date: &'static str, replacements: &'static [&'static str]) -> Self {
        Self { works_on_date: true, ..Self::on(date, replacements) }
    }

    /// The same with its texts for documentation and for errors.
    #[must_use]
    pub const fn texts(self, announcement: &'static str, hint: &'static str) -> Self {
        Self { announcement: doc(announcement), hint, ..self }
    }

    /// The first moment at which the operation may be gone, in epoch milliseconds; `None` if the
    /// date cannot be read.
    #[must_use]
    pub fn gone_from(&self) -> Option<i64> {
        let midnight = Timestamp::from(self.date).millis()?;
        Some(if self.works_on_date { midnight.saturating_add(DAY) } else { midnight })
    }

    /// Whether the operation may be gone at this time.
    #[must_use]
    pub fn has_passed(&self, now: SystemTime) -> bool {
        self.gone_from().is_some_and(|gone_from| gone_from <= EpochMillis::from(now).0)
    }

    /// When the operation stops, as seen from `now`: `stops on 2026-12-21` or `announced to stop
    /// on 2026-06-30`.
    ///
    /// A date that has passed is only known as announced: operations have answered for weeks
    /// after theirs.
    #[must_use]
    pub fn when(&self, now: SystemTime) -> String {
        let stops = if self.has_passed(now) { "announced to stop on" } else { "stops on" };
        format!("{stops} {}", self.date)
    }

    /// What a caller should know at this time, in one line: when the operation stops, what it may
    /// answer, what to use instead.
    #[must_use]
    pub fn note(&self, now: SystemTime) -> String {
        let may_be_gone = if self.has_passed(now) { "; may answer 404 or 410" } else { "" };
        format!("{}{may_be_gone}; use {} instead", self.when(now), self.replacements.join(" or "))
    }
}

/// The announcement for documentation, as a literal: attributes take nothing else.
macro_rules! announcement {
    ($date:literal, $first:literal $(, $other:literal)*) => {
        concat!("announced to stop on ", $date, ": use `", $first, "`" $(, " or `", $other, "`")*)
    };
}

/// A [`Retirement`] with its texts.
macro_rules! retirement {
    ($when:ident $date:literal, $first:literal $(, $other:literal)*) => {
        $crate::operation::Retirement::$when($date, &[$first $(, $other)*]).texts(
            $crate::operation::announcement!($date, $first $(, $other)*),
            concat!(
                "the operation was announced to stop on ", $date, " and may be gone: use ",
                $first, $(" or ", $other,)* " instead"
            ),
        )
    };
}

pub(crate) use {announcement, retirement};

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;
    use crate::{OPERATIONS, operation};

    const ON: Retirement = retirement!(on "2026-12-21", "events.query", "events.poll");
    const AFTER: Retirement = retirement!(after "2026-06-30", "groups.search");

    fn at(text: &str) -> SystemTime {
        Timestamp::from(text).to_system_time().unwrap()
    }

    #[test]
    fn retirement_passes_at_midnight_of_first_day_without_operation() {
        for (retirement, midnight) in [(ON, "2026-12-21T00:00:00Z"), (AFTER, "2026-07-01T00:00:00Z")] {
            let midnight = at(midnight);
            assert!(!retirement.has_passed(midnight - Duration::from_millis(1)), "{}", retirement.date);
            assert!(retirement.has_passed(midnight), "{}", retirement.date);
            assert!(!retirement.has_passed(UNIX_EPOCH), "{}", retirement.date);
        }
        assert!(
            !Retirement::on("soon", &[]).has_passed(at("9999-12-31T00:00:00Z")),
            "an unreadable date never passes"
        );
    }

    #[test]
    fn note_announces_the_stop_until_it_has_passed() {
        for (retirement, now, note) in [
            (ON, "2026-12-20T23:59:59Z", "stops on 2026-12-21; use events.query or events.poll instead"),
            (
                ON,
                "2026-12-21T00:00:00Z",
                "announced to stop on 2026-12-21; may answer 404 or 410; use events.query or events.poll instead",
            ),
            (AFTER, "2026-06-30T23:59:59Z", "stops on 2026-06-30; use groups.search instead"),
            (
                AFTER,
                "2026-11-30T00:00:00Z",
                "announced to stop on 2026-06-30; may answer 404 or 410; use groups.search instead",
            ),
        ] {
            assert_eq!(retirement.note(at(now)), note);
            assert!(note.starts_with(&retirement.when(at(now))));
        }
    }

    #[test]
    fn hint_and_announcement_do_not_depend_on_the_time() {
        assert_eq!(
            ON.hint,
            "the operation was announced to stop on 2026-12-21 and may be gone: use events.query or events.poll instead"
        );
        let announced = "announced to stop on 2026-06-30: use `groups.search`";
        assert_eq!(AFTER.announcement, if cfg!(feature = "docs") { announced } else { "" });
    }

    #[test]
    fn replacements_are_lasting_operations_by_dotted_name() {
        let mut stopping = 0;
        for old in OPERATIONS {
            let Some(retirement) = old.retirement() else { continue };
            stopping += 1;
            assert!(retirement.gone_from().is_some(), "{}", old.id);
            assert!(!retirement.replacements.is_empty(), "{}", old.id);
            for name in retirement.replacements {
                let new = operation(name).unwrap_or_else(|| panic!("{} names {name}", old.id));
                assert_eq!(new.dotted(), *name, "{}", old.id);
                assert_eq!(new.retirement(), None, "{}", old.id);
            }
        }
        assert_eq!(stopping, if cfg!(feature = "legacy") { 15 } else { 3 });
    }
}
