//! The part of the log that is asked for.

use std::time::SystemTime;

use atlassian_admin::events::Window;

use crate::dates::When;
use crate::exit::Failure;

/// Makes points in time of what was asked for.
///
/// A distance such as `7d` means the time that it meant in the run that began the export, so that the same command resumes it.
pub(crate) fn resolve(
    from: Option<When>,
    to: Option<When>,
    now: SystemTime,
    begun: Option<Window>,
) -> Result<Window, Failure> {
    let begun = begun.unwrap_or_default();
    let point = |asked: Option<When>, before| match (asked, before) {
        (Some(When::Ago(_)), Some(before)) => Some(before),
        (asked, _) => asked.map(|when| when.at(now)),
    };
    let window = Window { from: point(from, begun.from), to: point(to, begun.to) };
    match (window.from, window.to) {
        (Some(from), Some(to)) if from > to => Err(Failure::usage("--from is after --to: exchange them")),
        _ => Ok(window),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin::model::EpochMillis;
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
