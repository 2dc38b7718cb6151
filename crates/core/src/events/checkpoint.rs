//! The position of a feed, to be stored and resumed.

use serde::de::Error;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::header::EventHeader;
use super::seen_events::SeenEvents;
use super::window::Window;
use crate::model::{EventId, OrgId};
use crate::time::{EpochMillis, Timestamp};

/// The position of a feed. Store it after the events before it are safe, and pass it to the next
/// run.
///
/// As JSON, a checkpoint is an object with these properties. Times are processing times in epoch
/// milliseconds unless stated otherwise.
///
/// - `version`: the version of the format.
/// - `orgId`: the organization.
/// - `from`, `to`: the requested window.
/// - `cursor`: the cursor to resume from.
/// - `processedAt`: the processing time of the latest event, as text.
/// - `readUntil`: the time up to which the cursor has read.
/// - `unsettledFrom`: the time from which late events may still appear before the cursor.
/// - `rememberedFrom`: the time from which all delivered events are remembered.
/// - `recent`: the events since then, each as `[id, time]`.
///
/// ```
/// use atlassian_admin_core::events::{Checkpoint, CheckpointError, Window};
///
/// let checkpoint = Checkpoint::new("o-1".into(), Window::default());
/// let stored = serde_json::to_string(&checkpoint)?;
/// assert_eq!(stored, r#"{"version":1,"orgId":"o-1","recent":[]}"#);
/// assert_eq!(Checkpoint::from_json(&stored), Ok(checkpoint));
/// assert_eq!(Checkpoint::from_json("{}"), Err(CheckpointError::Unreadable));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    version: u32,
    org_id: OrgId,
    from: Option<EpochMillis>,
    to: Option<EpochMillis>,
    pub(super) cursor: Option<String>,
    pub(super) processed_at: Option<Timestamp>,
    pub(super) read_until: Option<i64>,
    pub(super) unsettled_from: Option<i64>,
    pub(super) remembered_from: Option<i64>,
    pub(super) seen: SeenEvents,
}

impl Checkpoint {
    /// The latest version of the format that this crate reads. It is also the version that it
    /// writes.
    pub const VERSION: u32 = 1;

    /// Creates the checkpoint of a feed that has not delivered any event.
    #[must_use]
    pub fn new(org_id: OrgId, window: Window) -> Self {
        Self {
            version: Self::VERSION,
            org_id,
            from: window.from,
            to: window.to,
            cursor: None,
            processed_at: None,
            read_until: None,
            unsettled_from: None,
            remembered_from: None,
            seen: SeenEvents::default(),
        }
    }

    /// Reads a stored checkpoint.
    ///
    /// # Errors
    /// [`CheckpointError::NewerVersion`] and [`CheckpointError::Unreadable`].
    pub fn from_json(json: &str) -> Result<Self, CheckpointError> {
        // An editor may have added a byte order mark.
        let json = json.trim_start_matches('\u{feff}');
        Self::from_value(&serde_json::from_str(json).map_err(|_| CheckpointError::Unreadable)?)
    }

    /// Reads a stored checkpoint that the host has parsed as JSON.
    ///
    /// # Errors
    /// As [`Self::from_json`].
    pub fn from_value(value: &Value) -> Result<Self, CheckpointError> {
        // Check the version first: the other properties of a newer format may differ.
        let version = version(value);
        match version {
            None | Some(0) => Err(CheckpointError::Unreadable),
            Some(version) if version > Self::VERSION => Err(CheckpointError::NewerVersion(version)),
            Some(_) => Self::read(value).ok_or(CheckpointError::Unreadable),
        }
    }

    /// Reads a checkpoint of any version. Written by hand, since derived code is larger
    /// (docs/size.md).
    fn read(value: &Value) -> Option<Self> {
        let processed_at = optional(value, "processedAt", text)?.map(Timestamp::from);
        // A damaged position would restart the feed and deliver the whole log again.
        if processed_at.as_ref().is_some_and(|time| time.millis().is_none()) {
            return None;
        }
        Some(Self {
            version: version(value)?,
            org_id: text(value.get("orgId")?)?.into(),
            from: optional(value, "from", EpochMillis::of)?,
            to: optional(value, "to", EpochMillis::of)?,
            cursor: optional(value, "cursor", text)?.map(str::to_owned),
            processed_at,
            read_until: optional(value, "readUntil", Value::as_i64)?,
            unsettled_from: optional(value, "unsettledFrom", Value::as_i64)?,
            remembered_from: optional(value, "rememberedFrom", Value::as_i64)?,
            seen: value.get("recent").map_or_else(|| Some(SeenEvents::default()), SeenEvents::read)?,
        })
    }

    /// The organization whose log the feed reads.
    #[must_use]
    pub fn org_id(&self) -> &OrgId {
        &self.org_id
    }

    /// The part of the log that the feed reads.
    #[must_use]
    pub fn window(&self) -> Window {
        Window { from: self.from, to: self.to }
    }

    /// Marks an event as delivered. Returns whether it was new.
    ///
    /// A feed does this itself. Call it to start a feed after events that you already have: pass
    /// the events of the overlap window and a few seconds more, since the feed reads them again.
    pub fn mark_delivered(&mut self, id: EventId, processed_at: Option<Timestamp>) -> bool {
        if self.seen.contains(&id) {
            return false;
        }
        let millis = processed_at.as_ref().and_then(Timestamp::millis);
        if millis > self.newest() {
            self.processed_at = processed_at;
        }
        if let Some(millis) = millis.or_else(|| self.newest()) {
            self.seen.insert(id, millis);
        }
        true
    }

    /// Whether a feed that resumes here can still deliver this event: it is not marked as
    /// delivered, and it is not older than everything that the feed reads again.
    #[must_use]
    pub fn may_deliver(&self, event: &EventHeader) -> bool {
        let is_known = event.id.as_ref().is_some_and(|id| self.seen.contains(id));
        let oldest = self.remembered_from.max(self.from.map(|from| from.0));
        let millis = event.processed_at.as_ref().and_then(Timestamp::millis);
        !is_known && millis.is_none_or(|millis| oldest.is_none_or(|oldest| millis >= oldest))
    }

    /// Forgets the events before `oldest`, and the oldest events over the capacity.
    pub(super) fn forget_before(&mut self, oldest: i64) {
        self.remembered_from = self.remembered_from.max(self.seen.forget_before(oldest));
    }

    pub(super) fn newest(&self) -> Option<i64> {
        self.processed_at.as_ref().and_then(Timestamp::millis)
    }

    /// The processing time of the latest event delivered.
    #[must_use]
    pub fn processed_at(&self) -> Option<&Timestamp> {
        self.processed_at.as_ref()
    }

    /// Checks that a feed of this organization and this part of the log can resume here.
    ///
    /// # Errors
    /// [`CheckpointError`] if the checkpoint has another organization, another window or a newer
    /// version.
    pub fn check(&self, org_id: &OrgId, window: Window) -> Result<(), CheckpointError> {
        if self.version > Self::VERSION {
            return Err(CheckpointError::NewerVersion(self.version));
        }
        if self.org_id != *org_id {
            return Err(CheckpointError::OtherOrganization(self.org_id.clone()));
        }
        if self.window() != window {
            return Err(CheckpointError::OtherWindow);
        }
        Ok(())
    }
}

/// Written by hand for the same reason as `Checkpoint::read`.
impl Serialize for Checkpoint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let time = |time: Option<EpochMillis>| time.map(|time| time.0.to_string());
        let (from, to) = (time(self.from), time(self.to));
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("version", &self.version)?;
        map.serialize_entry("orgId", self.org_id.as_str())?;
        for (name, text) in [
            ("from", from.as_deref()),
            ("to", to.as_deref()),
            ("cursor", self.cursor.as_deref()),
            ("processedAt", self.processed_at.as_ref().map(Timestamp::as_str)),
        ] {
            if let Some(text) = text {
                map.serialize_entry(name, text)?;
            }
        }
        for (name, time) in [
            ("readUntil", self.read_until),
            ("unsettledFrom", self.unsettled_from),
            ("rememberedFrom", self.remembered_from),
        ] {
            if let Some(time) = time {
                map.serialize_entry(name, &time)?;
            }
        }
        map.serialize_entry("recent", &self.seen)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for Checkpoint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::read(&value).ok_or_else(|| D::Error::custom(CheckpointError::Unreadable))
    }
}

fn version(checkpoint: &Value) -> Option<u32> {
    checkpoint.get("version")?.as_u64()?.try_into().ok()
}

fn text(value: &Value) -> Option<&str> {
    value.as_str()
}

/// Reads an optional property. Returns `None` if the property is present and invalid.
fn optional<'v, T>(
    object: &'v Value,
    name: &str,
    read: impl Fn(&'v Value) -> Option<T>,
) -> Option<Option<T>> {
    match object.get(name) {
        None | Some(Value::Null) => Some(None),
        Some(value) => read(value).map(Some),
    }
}

/// A checkpoint that cannot be used.
///
/// # Examples
/// ```
/// use atlassian_admin_core::events::{Checkpoint, CheckpointError};
///
/// let stored = r#"{"version":2,"orgId":"o-1","recent":[]}"#;
/// assert_eq!(Checkpoint::from_json(stored), Err(CheckpointError::NewerVersion(2)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CheckpointError {
    /// A later version of this crate wrote it.
    NewerVersion(u32),
    /// It belongs to another organization, which this value names.
    OtherOrganization(OrgId),
    /// It belongs to another part of the log.
    OtherWindow,
    /// It is not a valid checkpoint.
    Unreadable,
}

impl std::fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NewerVersion(version) => {
                write!(
                    f,
                    "the checkpoint has version {version}, but this program reads versions up to {}: use a newer program",
                    Checkpoint::VERSION
                )
            }
            Self::OtherOrganization(org_id) => {
                write!(
                    f,
                    "the checkpoint belongs to organization {org_id}: use a separate checkpoint for each organization"
                )
            }
            Self::OtherWindow => f.write_str(
                "the checkpoint belongs to another time window: request the same window, or start without the checkpoint",
            ),
            Self::Unreadable => {
                f.write_str("the checkpoint is malformed: restore it from a copy, or start without it")
            }
        }
    }
}

impl std::error::Error for CheckpointError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn mark_delivered_tracks_latest_event_and_reports_each_as_new_once() {
        let mut checkpoint = Checkpoint::new("o-1".into(), Window::default());
        assert_eq!((checkpoint.org_id().as_str(), checkpoint.processed_at()), ("o-1", None));
        let at = |seconds: i64| Some(Timestamp::from_millis(seconds * 1_000));
        for (id, time, is_new, newest) in [
            ("b", at(2), true, 2_000),
            ("b", at(9), false, 2_000),
            ("a", at(1), true, 2_000),
            ("c", at(3), true, 3_000),
            ("d", None, true, 3_000),
            ("e", Some("1970-01-01T00:00:03Z".into()), true, 3_000),
        ] {
            assert_eq!(checkpoint.mark_delivered(id.into(), time), is_new, "{id}");
            assert_eq!(checkpoint.newest(), Some(newest), "{id}");
        }
        assert_eq!(checkpoint.processed_at(), at(3).as_ref(), "the first event of the latest time");
        checkpoint.forget_before(2_000);
        assert_eq!(checkpoint.remembered_from, Some(2_000));
        checkpoint.forget_before(1_000);
        assert_eq!(checkpoint.remembered_from, Some(2_000), "forgotten events stay forgotten");
        assert!(checkpoint.mark_delivered("a".into(), at(1)), "it is forgotten");
        assert!(!checkpoint.mark_delivered("d".into(), None), "it has the time of the latest event");
    }

    #[test]
    fn may_deliver_excludes_delivered_and_settled_events() {
        let window = Window { from: Some(EpochMillis(1_000)), to: None };
        let mut checkpoint = Checkpoint::new("o-1".into(), window);
        let event = |id: Option<&str>, millis: Option<i64>| EventHeader {
            id: id.map(EventId::from),
            processed_at: millis.map(Timestamp::from_millis),
        };
        checkpoint.mark_delivered("a".into(), Some(Timestamp::from_millis(3_000)));
        assert!(!checkpoint.may_deliver(&event(Some("a"), None)), "it was delivered");
        assert!(!checkpoint.may_deliver(&event(None, Some(999))), "it precedes the window");
        for header in [event(Some("b"), Some(1_000)), event(Some("b"), None), event(None, Some(1_000))] {
            assert!(checkpoint.may_deliver(&header), "{header:?}");
        }
        checkpoint.forget_before(2_000);
        assert!(checkpoint.may_deliver(&event(Some("b"), Some(1_000))), "nothing was forgotten");
        checkpoint.forget_before(4_000);
        assert!(!checkpoint.may_deliver(&event(Some("b"), Some(3_999))), "it is not read again");
        assert!(checkpoint.may_deliver(&event(Some("b"), Some(4_000))));
    }

    #[test]
    fn json_matches_documented_format() {
        let mut checkpoint = Checkpoint::new("o-1".into(), Window { from: Some(EpochMillis(5)), to: None });
        checkpoint.cursor = Some("c".into());
        checkpoint.processed_at = Some("2026-05-19T10:00:01.000Z".into());
        checkpoint.read_until = Some(1_779_184_820_000);
        checkpoint.unsettled_from = Some(1_779_184_760_000);
        checkpoint.seen.insert("e1".into(), 1_779_184_801_000);
        let json = serde_json::to_string(&checkpoint).unwrap();
        assert_eq!(
            json,
            r#"{"version":1,"orgId":"o-1","from":"5","cursor":"c","processedAt":"2026-05-19T10:00:01.000Z","readUntil":1779184820000,"unsettledFrom":1779184760000,"recent":[["e1",1779184801000]]}"#
        );
        assert_eq!(Checkpoint::from_json(&json), Ok(checkpoint));
    }

    #[test]
    fn checkpoint_is_refused_when_it_does_not_match() {
        assert_eq!(
            Checkpoint::from_json(r#"{"version":2,"novel":true}"#),
            Err(CheckpointError::NewerVersion(2))
        );
        for text in [
            "",
            "{}",
            "null",
            r#"{"version":1}"#,
            r#"{"version":1,"orgId":"o","recent":[1]}"#,
            r#"{"version":0,"orgId":"o"}"#,
            r#"{"version":1,"orgId":"o","processedAt":"soon"}"#,
        ] {
            assert_eq!(Checkpoint::from_json(text), Err(CheckpointError::Unreadable), "{text}");
        }
        let checkpoint = Checkpoint::new("o-1".into(), Window::default());
        assert_eq!(
            checkpoint.check(&"o-2".into(), Window::default()),
            Err(CheckpointError::OtherOrganization("o-1".into()))
        );
        let part = Window { from: None, to: Some(EpochMillis(1)) };
        assert_eq!(checkpoint.check(&"o-1".into(), part), Err(CheckpointError::OtherWindow));
        assert_eq!(checkpoint.check(&"o-1".into(), Window::default()), Ok(()));
    }

    #[test]
    fn check_refuses_newer_version_that_serde_has_read() {
        let newer: Checkpoint = serde_json::from_str(r#"{"version":2,"orgId":"o-1"}"#).unwrap();
        assert_eq!(newer.check(&"o-1".into(), Window::default()), Err(CheckpointError::NewerVersion(2)));
    }

    #[test]
    fn error_names_the_remedy() {
        for (error, text) in [
            (
                CheckpointError::NewerVersion(2),
                "the checkpoint has version 2, but this program reads versions up to 1: use a newer program",
            ),
            (
                CheckpointError::OtherOrganization("o-1".into()),
                "the checkpoint belongs to organization o-1: use a separate checkpoint for each organization",
            ),
            (
                CheckpointError::OtherWindow,
                "the checkpoint belongs to another time window: request the same window, or start without the checkpoint",
            ),
            (
                CheckpointError::Unreadable,
                "the checkpoint is malformed: restore it from a copy, or start without it",
            ),
        ] {
            assert_eq!(error.to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn json_round_trips(
            org in "\\PC*",
            cursor in proptest::option::of("\\PC*"),
            times in proptest::array::uniform5(proptest::option::of(any::<i64>())),
            events in proptest::collection::vec(("\\PC*", -1_000_000_000_000_i64..10_000_000_000_000), 0..20),
        ) {
            let [from, to, read_until, unsettled_from, remembered_from] = times;
            let window = Window { from: from.map(EpochMillis), to: to.map(EpochMillis) };
            let mut checkpoint = Checkpoint::new(org.into(), window);
            checkpoint.cursor = cursor;
            checkpoint.read_until = read_until;
            checkpoint.unsettled_from = unsettled_from;
            checkpoint.remembered_from = remembered_from;
            for (id, millis) in events {
                checkpoint.mark_delivered(id.into(), Some(Timestamp::from_millis(millis)));
            }
            let json = serde_json::to_string(&checkpoint).unwrap();
            prop_assert_eq!(Checkpoint::from_json(&json), Ok(checkpoint));
        }

        #[test]
        fn from_json_does_not_panic_on_any_text(text in "\\PC*") {
            let _ = Checkpoint::from_json(&text);
        }
    }
}
