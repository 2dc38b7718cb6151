//! The event feed: the core decides, this fetches and waits.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use atlassian_admin_backend_fetch::JsRuntime;
use atlassian_admin_core::api::events::PollEvents;
use atlassian_admin_core::endpoint::{Endpoint, Operation};
use atlassian_admin_core::events::{
    Checkpoint, EventFeed, FeedConfig, FeedEntry, FeedInput, FeedPage, FeedStep, Window,
};
use atlassian_admin_core::model::{EpochMillis, EventId, OrgId, Timestamp};
use atlassian_admin_core::{Error, Runtime};
use js_sys::Array;
use serde::Deserialize;
use serde_json::{Map, Value};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::client::{Clients, settle};
use crate::failure::Failure;
use crate::page::member;

const POLL: &Operation = &PollEvents::OPERATION;

/// What a feed is to do, as the façade writes it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FeedSettings {
    org_id: OrgId,
    from: Option<EpochMillis>,
    to: Option<EpochMillis>,
    overlap_ms: Option<u64>,
    limit: Option<u32>,
    interval_ms: Option<u64>,
}

impl FeedSettings {
    pub(crate) fn read(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    /// A checkpoint knows which part of the log it is about, should nothing else be asked for.
    pub(crate) fn config(self, checkpoint: Option<&Checkpoint>) -> Result<FeedConfig, String> {
        let mut config = FeedConfig::new(self.org_id);
        let asked = Window { from: self.from, to: self.to };
        config.window = match checkpoint {
            Some(checkpoint) if asked == Window::default() => checkpoint.window(),
            _ => asked,
        };
        config.interval = self.interval_ms.map(Duration::from_millis);
        config.overlap = self.overlap_ms.map_or(config.overlap, Duration::from_millis);
        config.page_size = self.limit.unwrap_or(config.page_size);
        if !(1..=500).contains(&config.page_size) {
            return Err("limit: must be 1 to 500".to_owned());
        }
        Ok(config)
    }
}

/// The audit log, batch by batch.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Feed {
    clients: Rc<Clients>,
    machine: Rc<RefCell<EventFeed>>,
}

impl Feed {
    pub(crate) fn new(clients: Rc<Clients>, machine: EventFeed) -> Self {
        Self { clients, machine: Rc::new(RefCell::new(machine)) }
    }
}

#[wasm_bindgen]
impl Feed {
    /// Fetches the next new events, a list, or `undefined` at the end of a drain. One at a time.
    pub fn next(&self, call: u32, timeout: Option<f64>) {
        let (clients, machine) = (Rc::clone(&self.clients), Rc::clone(&self.machine));
        settle(call, async move {
            let step = |input: FeedInput<'_, Entry>| machine.borrow_mut().step(input);
            let mut next = step(FeedInput::Go);
            loop {
                next = match next {
                    FeedStep::Fetch(call) => match fetch(&clients, &call, timeout).await {
                        Ok(page) => step(FeedInput::Page(page)),
                        Err(Failure::Call(error)) => match step(FeedInput::Failed(&error)) {
                            FeedStep::Fail => return Err(error.into()),
                            step => step,
                        },
                        Err(failure) => return Err(failure),
                    },
                    FeedStep::Wait(duration) => {
                        JsRuntime.sleep(duration).await;
                        step(FeedInput::Go)
                    }
                    FeedStep::Deliver(events) => {
                        return Ok(events.into_iter().map(|entry| entry.0).collect::<Array>().into());
                    }
                    FeedStep::Broken(error) => return Err(Error::paging(POLL, error).into()),
                    FeedStep::Done | FeedStep::Fail => return Ok(JsValue::UNDEFINED),
                };
            }
        });
    }

    /// Where the feed stands, as JSON: behind all that it has delivered.
    #[must_use]
    pub fn checkpoint(&self) -> String {
        serde_json::to_string(self.machine.borrow().checkpoint()).unwrap_or_default()
    }
}

async fn fetch(
    clients: &Clients,
    call: &PollEvents,
    timeout: Option<f64>,
) -> Result<FeedPage<Entry>, Failure> {
    let arguments = match serde_json::to_value(call) {
        Ok(Value::Object(arguments)) => arguments,
        _ => Map::new(),
    };
    let answer = clients.send(POLL, arguments, timeout).await?;
    let page = answer.page.unwrap_or_default();
    let entries = page.items.iter().map(Entry).collect();
    Ok(FeedPage { entries, next: page.next, now: answer.date.unwrap_or_else(|| JsRuntime.now()) })
}

/// An event as JavaScript holds it.
struct Entry(JsValue);

impl FeedEntry for Entry {
    fn head(&self) -> (Option<EventId>, Option<Timestamp>) {
        let id = member(&self.0, "id").as_string();
        let time = member(&member(&self.0, "attributes"), "processedAt").as_string();
        (id.map(EventId::from), time.map(Timestamp::from))
    }
}
