//! Our walks: typed, with times, narrow.

use std::hint::black_box;

use atlassian_admin::api::events::PollEvents;
use atlassian_admin::model::{Event, Timestamp};
use atlassian_admin::paging::Pages;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::Outcome;
use crate::checksum::Tally;
use crate::options::Options;
use crate::typed;

pub(crate) async fn walk(options: &Options) -> Outcome<Tally> {
    typed::walk(options, pages(options)?, add).await
}

/// The same, and reads both times of every event as times.
pub(crate) async fn walk_with_times(options: &Options) -> Outcome<Tally> {
    let add_with_times = |tally: &mut Tally, event: &Event| {
        if let Some(attributes) = &event.attributes {
            black_box(attributes.time.as_ref().and_then(Timestamp::millis));
            black_box(attributes.processed_at.as_ref().and_then(Timestamp::millis));
        }
        add(tally, event);
    };
    typed::walk(options, pages(options)?, add_with_times).await
}

/// What a caller's own type reads of an event.
#[derive(Debug, Deserialize)]
struct Narrow {
    id: String,
    attributes: NarrowAttributes,
}

#[derive(Debug, Deserialize)]
struct NarrowAttributes {
    time: String,
    action: String,
    context: Vec<IgnoredAny>,
}

pub(crate) async fn walk_narrow(options: &Options) -> Outcome<Tally> {
    let add = |tally: &mut Tally, Narrow { id, attributes }: &Narrow| {
        tally.add(id, &attributes.time, &attributes.action, attributes.context.len());
    };
    typed::walk(options, pages(options)?.of::<Narrow>(), add).await
}

/// Adds a typed event; what is missing counts as empty.
pub(crate) fn add(tally: &mut Tally, event: &Event) {
    let attributes = event.attributes.as_ref();
    let time = attributes.and_then(|attributes| attributes.time.as_ref()).map_or("", Timestamp::as_str);
    let action = attributes.and_then(|attributes| attributes.action.as_deref()).unwrap_or_default();
    let contexts = attributes.and_then(|attributes| attributes.context.as_ref()).map_or(0, Vec::len);
    tally.add(event.id.as_str(), time, action, contexts);
}

fn pages(options: &Options) -> Outcome<Pages<PollEvents>> {
    Ok(options.client()?.pages(PollEvents::new(options.org.as_str()).limit(500_u32)))
}
