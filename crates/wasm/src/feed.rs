//! The event feed: the core decides, this module fetches and waits.

use atlassian_admin_core::api;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use atlassian_admin_backend_fetch::{JSON_OF_HOST, JsRuntime};
use atlassian_admin_core::events::{
    Checkpoint, CheckpointError, EventHeader, FeedConfig, FeedEntry, FeedInput, FeedMachine, FeedPage,
    FeedStep, Window,
};
use atlassian_admin_core::input;
use atlassian_admin_core::model::{EpochMillis, EventId, OrgId, Timestamp};
use atlassian_admin_core::page::HostJson;
use atlassian_admin_core::{Error, Runtime};
use js_sys::Array;
use serde_json::{Map, Value};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::clients::{Clients, settle};
use crate::failure::{Failure, Misuse};
use crate::page::{self, Js};
use crate::table::{self, Table};

/// Returns the operation that lists the events.
fn poll() -> Result<&'static table::Entry, Misuse> {
    Table::get().entry("events.poll").ok_or_else(Misuse::unknown_operation)
}

/// Reads a stored checkpoint.
pub(crate) fn checkpoint(text: &str) -> Result<Checkpoint, CheckpointError> {
    let value = (JSON_OF_HOST.read)(input::trimmed(text).as_bytes()).ok_or(CheckpointError::Unreadable)?;
    Checkpoint::from_value(&value)
}

/// Reads the settings of a feed. Without a window in the settings, the checkpoint's applies.
pub(crate) fn config(settings: &str, checkpoint: Option<&Checkpoint>) -> Result<FeedConfig, String> {
    let settings = (JSON_OF_HOST.read)(settings.as_bytes()).unwrap_or_default();
    if let Some(name) =
        settings.as_object().and_then(|members| members.keys().find(|name| !KNOWN.contains(&name.as_str())))
    {
        return Err(format!("{name}: is not known here; known are {}", KNOWN.join(", ")));
    }
    let number = |name| optional(&settings, name, Value::as_u64, "a whole number");
    let org_id = settings.get("orgId").and_then(Value::as_str).ok_or("orgId: must be given, as text")?;
    let org_id = input::id(org_id).map_err(|problem| format!("orgId: {problem}"))?;
    let mut config = FeedConfig::new(OrgId::from(org_id));
    let asked = window(&settings)?;
    config.window = match checkpoint {
        Some(checkpoint) if asked == Window::default() => checkpoint.window(),
        _ => asked,
    };
    config.interval = number("intervalMs")?.map(Duration::from_millis);
    config.overlap = number("overlapMs")?.map_or(config.overlap, Duration::from_millis);
    let limit = number("limit")?.unwrap_or(config.page_size.into());
    config.page_size = u32::try_from(limit)
        .ok()
        .filter(|limit| (1..=500).contains(limit))
        .ok_or("limit: must be 1 to 500")?;
    Ok(config)
}

/// Reads the window; a date alone as `to` includes the whole day.
fn window(settings: &Value) -> Result<Window, String> {
    let time = |name, read| optional(settings, name, read, "a time");
    Ok(Window { from: time("from", EpochMillis::of)?, to: time("to", EpochMillis::end_of)? })
}

/// Reads an optional setting.
fn optional<T>(
    settings: &Value,
    name: &str,
    read: fn(&Value) -> Option<T>,
    what: &str,
) -> Result<Option<T>, String> {
    match settings.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => read(value).map(Some).ok_or_else(|| [name, ": must be ", what].concat()),
    }
}

/// The names of a feed's settings.
const KNOWN: &[&str] = &["orgId", "from", "to", "limit", "overlapMs", "intervalMs"];

/// The audit log in batches.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Feed {
    clients: Rc<Clients>,
    machine: Rc<RefCell<FeedMachine>>,
}

impl Feed {
    pub(crate) fn new(clients: Rc<Clients>, machine: FeedMachine) -> Self {
        Self { clients, machine: Rc::new(RefCell::new(machine)) }
    }
}

#[wasm_bindgen]
impl Feed {
    /// Fetches the next new events, as a list, or `undefined` at the end of the log. Must not be
    /// called while an earlier call is pending.
    pub fn next(&self, call: u32, options: Option<String>) {
        let (clients, machine) = (Rc::clone(&self.clients), Rc::clone(&self.machine));
        settle(call, async move {
            let step = |input: FeedInput<'_, Entry>| machine.borrow_mut().step(input);
            let mut next = step(FeedInput::Poll);
            loop {
                next = match next {
                    FeedStep::Fetch(request) => {
                        match fetch(&clients, call, &request, options.as_deref()).await {
                            Ok(page) => step(FeedInput::Page(page)),
                            Err(Failure::Call(error)) => match step(FeedInput::Failed(&error)) {
                                FeedStep::GiveUp => return Err(error.into()),
                                step => step,
                            },
                            Err(failure) => return Err(failure),
                        }
                    }
                    FeedStep::Wait(duration) => {
                        JsRuntime.sleep(duration).await;
                        step(FeedInput::Poll)
                    }
                    FeedStep::Deliver(events) => {
                        return Ok(events
                            .into_iter()
                            .map(|Entry(Js(event))| event)
                            .collect::<Array>()
                            .into());
                    }
                    FeedStep::Unusable(error) => return Err(Error::paging(&poll()?.operation, error).into()),
                    FeedStep::Done | FeedStep::GiveUp => return Ok(JsValue::UNDEFINED),
                };
            }
        });
    }

    /// Returns the checkpoint after all delivered events, as JSON.
    #[must_use]
    pub fn checkpoint(&self) -> String {
        serde_json::to_string(self.machine.borrow().checkpoint()).unwrap_or_default()
    }
}

async fn fetch(
    clients: &Clients,
    call: u32,
    request: &api::events::Poll,
    options: Option<&str>,
) -> Result<FeedPage<Entry>, Failure> {
    let answer = clients.send(call, poll()?, arguments(request), options).await?;
    let (entries, next) = match answer.page {
        Some(page) => (page::items(&page).iter().map(Js).map(Entry).collect(), page.received.next),
        None => (Vec::new(), Ok(None)),
    };
    Ok(FeedPage { entries, next, now: answer.date.unwrap_or_else(|| JsRuntime.now()) })
}

/// Returns the arguments of the feed's request for events.
fn arguments(request: &api::events::Poll) -> Map<String, Value> {
    let time = |time: Option<EpochMillis>| time.map(|time| Value::from(time.0));
    let mut arguments = Map::new();
    for (name, value) in [
        ("orgId", Some(request.org_id.as_str().into())),
        ("cursor", request.cursor.as_deref().map(Value::from)),
        ("from", time(request.from)),
        ("to", time(request.to)),
        ("limit", request.limit.map(Value::from)),
    ] {
        if let Some(value) = value {
            arguments.insert(name.to_owned(), value);
        }
    }
    arguments
}

/// An event as a JavaScript value.
struct Entry(Js);

impl FeedEntry for Entry {
    fn header(&self) -> EventHeader {
        let text = |value: Option<Js>| value.and_then(|value| value.text());
        let attributes = self.0.property("attributes");
        let time = attributes.and_then(|attributes| attributes.property("processedAt"));
        EventHeader {
            id: text(self.0.property("id")).map(EventId::from),
            processed_at: text(time).map(Timestamp::from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn window_of_feed_includes_whole_day_when_to_is_a_date() {
        let window = |json: &str| {
            let settings =
                (atlassian_admin_core::json::Json::SERDE.read)(json.as_bytes()).unwrap_or_default();
            window(&settings)
        };
        let day = window(r#"{"from":"2026-05-19","to":"2026-05-19"}"#).unwrap();
        let [from, to] = [1_779_148_800_000, 1_779_235_199_999].map(|millis| Some(EpochMillis(millis)));
        assert_eq!(day, Window { from, to });
        assert_eq!(window(r#"{"to":"soon"}"#), Err("to: must be a time".to_owned()));
    }
}
