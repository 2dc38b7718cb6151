//! The requested part of the log.

use serde::{Deserialize, Serialize};

use crate::time::{EpochMillis, window_end};

/// A part of the audit log, by processing time; the default is all of it.
///
/// # Examples
/// ```
/// use atlassian_admin_core::events::Window;
/// use atlassian_admin_core::model::EpochMillis;
///
/// let day: Window = serde_json::from_str(r#"{"from":"2026-05-19","to":"2026-05-19"}"#)?;
/// assert_eq!(day.from, Some(EpochMillis(1_779_148_800_000)));
/// assert_eq!(day.to, Some(EpochMillis(1_779_235_199_999)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The earliest time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<EpochMillis>,
    /// The latest time, inclusive. Read from JSON, a date alone means the whole day (UTC).
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "window_end")]
    pub to: Option<EpochMillis>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn window_includes_whole_day_when_to_is_a_date() {
        let read = |json: &str| serde_json::from_str::<Window>(json).unwrap();
        let day = read(r#"{"from":"2026-05-19","to":"2026-05-19"}"#);
        let [from, to] = [1_779_148_800_000, 1_779_235_199_999].map(|millis| Some(EpochMillis(millis)));
        assert_eq!(day, Window { from, to });
        assert_eq!(read(&serde_json::to_string(&day).unwrap()), day);
        assert_eq!(read(r#"{"to":null}"#), Window::default());
        assert_eq!(read("{}"), Window::default());
    }
}
