//! The window of the log that is requested.

use std::time::SystemTime;

use atlassian_admin::events::Window;
use atlassian_admin::model::EpochMillis;

use crate::dates::When;
use crate::exit::Failure;

/// Resolves the requested times.
///
/// A distance such as `7d` keeps the time that it had in the run that started the export, so that
/// the same command resumes it. A date includes the whole day: `from` is its first millisecond,
/// `to` its last, both in UTC.
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
        (Some(from), Some(to)) if from > to => Err(Failure::usage("--from is after --to: swap them")),
        _ => Ok(window),
    }
}

/// Returns whether an earlier version started the export: it took a date in `--to` as the first
/// instant of that day. The same command resumes the export with its old window.
pub(crate) fn is_of_earlier_version(asked: When, begun: EpochMillis) -> bool {
    matches!(asked, When::Day { first, .. } if first == begun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const WEEK: Option<When> = Some(When::Ago(Duration::from_secs(604_800)));

    #[test]
    fn resolve_keeps_distance_from_start_of_export() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        let first = resolve(WEEK, None, now, None).unwrap();
        assert_eq!(first, Window { from: Some(EpochMillis(395_200_000)), to: None });
        let later = now + Duration::from_secs(60);
        assert_eq!(resolve(WEEK, None, later, Some(first)).unwrap(), first);
        assert_ne!(resolve(WEEK, None, later, Some(Window::default())).unwrap(), first);
        assert_eq!(
            resolve(None, None, later, Some(first)).unwrap(),
            Window::default(),
            "an omitted bound does not come from the stored window"
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
    fn resolve_refuses_end_before_beginning() {
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
