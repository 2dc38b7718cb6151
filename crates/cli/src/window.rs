//! The part of the log that is asked for.

use std::time::SystemTime;

use atlassian_admin::events::Window;
use atlassian_admin::model::EpochMillis;

use crate::dates::When;
use crate::exit::Failure;

/// Makes points in time of what was asked for.
///
/// A distance such as `7d` means the time that it meant in the run that began the export, so that the same command resumes it.
/// A date includes the whole day: `from` is its first millisecond, `to` its last, both in UTC.
pub(crate) fn resolve(
    from: Option<When>,
    to: Option<When>,
    now: SystemTime,
    begun: Option<Window>,
) -> Result<Window, Failure> {
    let begun = begun.unwrap_or_default();
    let from = match (from, begun.from) {
        (Some(When::Ago(_)), Some(before)) => Some(before),
        (asked, _) => asked.map(|when| when.start(now)),
    };
    let to = match (to, begun.to) {
        (Some(When::Ago(_)), Some(before)) => Some(before),
        (Some(to), Some(before)) if is_of_earlier_version(to, before) => Some(before),
        (asked, _) => asked.map(|when| when.end(now)),
    };
    let window = Window { from, to };
    match (window.from, window.to) {
        (Some(from), Some(to)) if from > to => Err(Failure::usage("--from is after --to: exchange them")),
        _ => Ok(window),
    }
}

/// Whether an earlier version began the export: it took a date as `--to` for the first instant of
/// that day. The same command resumes it with the window that it has.
pub(crate) fn is_of_earlier_version(asked: When, begun: EpochMillis) -> bool {
    matches!(asked, When::Day { first, .. } if first == begun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const WEEK: Option<When> = Some(When::Ago(Duration::from_secs(604_800)));

    #[test]
    fn a_distance_stays_what_it_was_when_the_export_began() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        let first = resolve(WEEK, None, now, None).unwrap();
        assert_eq!(first, Window { from: Some(EpochMillis(395_200_000)), to: None });
        let later = now + Duration::from_secs(60);
        assert_eq!(resolve(WEEK, None, later, Some(first)).unwrap(), first);
        assert_ne!(resolve(WEEK, None, later, Some(Window::default())).unwrap(), first);
        assert_eq!(
            resolve(None, None, later, Some(first)).unwrap(),
            Window::default(),
            "what is not asked for is not taken over"
        );
    }

    #[test]
    fn window_of_a_date_is_the_whole_day_and_resumes() {
        let day = Some("2026-05-19".parse::<When>().unwrap());
        let resolve = |begun| resolve(day, day, SystemTime::UNIX_EPOCH, begun).unwrap();
        let whole = resolve(None);
        let [from, to] = [1_779_148_800_000, 1_779_235_199_999].map(|millis| Some(EpochMillis(millis)));
        assert_eq!(whole, Window { from, to });
        assert_eq!(resolve(Some(whole)), whole);
        let of_earlier_version = Window { from, to: from };
        assert_eq!(resolve(Some(of_earlier_version)), of_earlier_version);
        assert_eq!(resolve(Some(Window { from, to: Some(EpochMillis(1)) })), whole);
    }

    #[test]
    fn the_end_does_not_come_before_the_beginning() {
        assert!(
            resolve(
                Some(When::At(EpochMillis(2))),
                Some(When::At(EpochMillis(1))),
                SystemTime::UNIX_EPOCH,
                None
            )
            .is_err()
        );
    }
}
