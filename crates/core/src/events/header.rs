//! The two properties of an event that the feed needs, read without decoding the whole event.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::json::lenient;
use crate::model::EventId;
use crate::time::Timestamp;

/// The identifier and the processing time of an event, if it has them.
///
/// ```
/// use atlassian_admin_core::Raw;
/// use atlassian_admin_core::events::FeedEntry;
/// use atlassian_admin_core::model::Event;
///
/// let event: Raw<Event> = serde_json::from_str(r#"{"id":"e1","attributes":{}}"#)?;
/// let header = event.header();
/// assert_eq!(header.id, Some("e1".into()));
/// assert_eq!(header.processed_at, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "hosts create it")]
pub struct EventHeader {
    /// The identifier by which the feed deduplicates.
    pub id: Option<EventId>,
    /// The time by which the stream is sorted.
    pub processed_at: Option<Timestamp>,
}

impl EventHeader {
    /// Reads an event's JSON up to the later of the two properties. Both are in the first tenth of
    /// the text; reading all of it would be half the cost of an export.
    pub(super) fn read(json: &str) -> Self {
        let mut header = Self::default();
        let properties = Properties { header: &mut header, within: Within::Event };
        // Stopping early is also an error for serde; what was read until then is used.
        match properties.deserialize(&mut serde_json::Deserializer::from_str(json)) {
            Err(_) if !header.is_complete() => Self::read_odd(json),
            _ => header,
        }
    }

    /// Reads an event with a malformed property. Only that property is lost.
    #[cold]
    fn read_odd(json: &str) -> Self {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Event<'a> {
            #[serde(borrow)]
            id: Option<&'a RawValue>,
            attributes: Option<&'a RawValue>,
        }

        #[derive(Default, Deserialize)]
        #[serde(default, rename_all = "camelCase")]
        struct Attributes<'a> {
            #[serde(borrow)]
            processed_at: Option<&'a RawValue>,
        }

        let event = lenient::read::<Event<'_>>(json).unwrap_or_default();
        let attributes = event.attributes.and_then(|json| lenient::read::<Attributes<'_>>(json.get()).ok());
        let id = event.id.and_then(|json| lenient::text(json.get()));
        let time = attributes.unwrap_or_default().processed_at.and_then(|json| lenient::text(json.get()));
        Self { id: id.as_deref().map(EventId::from), processed_at: time.as_deref().map(Timestamp::from) }
    }

    fn is_complete(&self) -> bool {
        self.id.is_some() && self.processed_at.is_some()
    }
}

/// Reads the properties of an object into the header.
struct Properties<'h> {
    header: &'h mut EventHeader,
    within: Within,
}

#[derive(Clone, Copy, PartialEq)]
enum Within {
    Event,
    Attributes,
}

#[derive(Deserialize)]
enum Name {
    #[serde(rename = "id")]
    Id,
    #[serde(rename = "attributes")]
    Attributes,
    #[serde(rename = "processedAt")]
    ProcessedAt,
    #[serde(other)]
    Other,
}

/// A string that is borrowed if it contains no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Option<Cow<'a, str>>);

impl<'de> DeserializeSeed<'de> for Properties<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Properties<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while !self.header.is_complete() {
            let Some(name) = map.next_key::<Name>()? else { return Ok(()) };
            match (self.within, name) {
                (Within::Event, Name::Id) => {
                    self.header.id = map.next_value::<Text<'_>>()?.0.as_deref().map(EventId::from);
                }
                (Within::Event, Name::Attributes) => {
                    map.next_value_seed(Properties {
                        header: &mut *self.header,
                        within: Within::Attributes,
                    })?;
                }
                (Within::Attributes, Name::ProcessedAt) => {
                    let time = map.next_value::<Text<'_>>()?.0;
                    self.header.processed_at = time.as_deref().map(Timestamp::from);
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> (Option<String>, Option<String>) {
        let EventHeader { id, processed_at } = EventHeader::read(json);
        (id.map(|id| id.to_string()), processed_at.map(|time| time.to_string()))
    }

    #[test]
    fn read_finds_both_properties_in_any_order() {
        let (id, time) = (Some("e".to_owned()), Some("t".to_owned()));
        for (json, expected) in [
            (
                r#"{"id":"e","attributes":{"processedAt":"t","actor":{"id":"x"}},"more":[]}"#,
                (id.clone(), time.clone()),
            ),
            (
                r#"{"attributes":{"actor":{"id":"x","processedAt":"y"},"processedAt":"t"},"id":"e"}"#,
                (id.clone(), time.clone()),
            ),
            (
                r#"{"type":"events","links":{"id":"x"},"id":"\u0065","attributes":{"processedAt":"\u0074"}}"#,
                (id.clone(), time.clone()),
            ),
            // The text after the two properties is not read.
            (
                r#"{"id":"e","attributes":{"processedAt":"t","processedAt":"y"},"id":"x"}"#,
                (id.clone(), time.clone()),
            ),
            (r#"{"id":"e","processedAt":"not here","attributes":{"processedAt":null}}"#, (id.clone(), None)),
            (r#"{"id":"e","attributes":null}"#, (id.clone(), None)),
            (r#"{"id":"e","attributes":7}"#, (id.clone(), None)),
            (r#"{"attributes":{"processedAt":"t"}}"#, (None, time.clone())),
            ("[]", (None, None)),
            // A malformed property does not affect the other one.
            (r#"{"id":7,"attributes":{"processedAt":"t"}}"#, (Some("7".into()), time.clone())),
            (r#"{"id":[],"attributes":{"processedAt":"t"}}"#, (None, time.clone())),
            (r#"{"attributes":{"processedAt":{}},"id":"e"}"#, (id.clone(), None)),
            (r#"{"attributes":[],"id":"e"}"#, (id.clone(), None)),
            (r#"{"attributes":{"processedAt":1779184800000},"id":"e"}"#, (id, Some("1779184800000".into()))),
            (
                r#"{"\ud800":1,"id":"\ud800","attributes":{"\ud800":1,"processedAt":"t"}}"#,
                (Some("\u{fffd}".into()), time),
            ),
        ] {
            assert_eq!(read(json), expected, "{json}");
        }
    }
}
