//! Passes the new events of an audit log to a collector, each at least once.
//!
//! Run it from a scheduler. It resumes from a checkpoint file, writes each new event to standard
//! output (where a collector reads it) in its own format, flushes, and then stores the new
//! checkpoint. An unexpected event is reported on standard error, so that it does not block the
//! events after it.
//!
//! ```sh
//! export ATLASSIAN_ADMIN_API_KEY=… ATLASSIAN_ADMIN_ORG_ID=…
//! audit-log-to-siem /var/lib/siem/atlassian.checkpoint
//! ```

use std::env;
use std::error::Error;
use std::io::{BufWriter, Write, stderr, stdout};

use atlassian_admin::model::{Event, EventId};
use atlassian_admin::{CheckpointFile, OrganizationKey};
use serde::{Deserialize, Serialize};

/// The properties that the collector needs.
#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    time: Option<&'a str>,
    action: Option<&'a str>,
    actor: Option<&'a str>,
    ip: Option<&'a str>,
    text: Option<&'a str>,
}

/// The properties that identify an unreadable event.
#[derive(Deserialize)]
struct Named {
    id: EventId,
}

impl<'a> From<&'a Event> for Entry<'a> {
    fn from(event: &'a Event) -> Self {
        let attributes = event.attributes.as_ref();
        let actor = attributes.and_then(|attributes| attributes.actor.as_ref());
        let location = attributes.and_then(|attributes| attributes.location.as_ref());
        Self {
            id: event.id.as_str(),
            time: attributes.and_then(|attributes| Some(attributes.time.as_ref()?.as_str())),
            action: attributes.and_then(|attributes| attributes.action.as_deref()),
            actor: actor.and_then(|actor| Some(actor.id.as_ref()?.as_str())),
            ip: location.and_then(|location| location.ip.as_deref()),
            text: event.message.as_ref().and_then(|message| message.content.as_deref()),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let file = CheckpointFile::new(env::args_os().nth(1).ok_or("give the checkpoint's file")?);
    // Two processes at once would overwrite each other's checkpoint.
    let _lock = file.lock()?;
    let key = OrganizationKey::from_env("ATLASSIAN_ADMIN_API_KEY")?;
    let mut client = atlassian_admin::client(key);
    if let Ok(url) = env::var("ATLASSIAN_ADMIN_BASE_URL") {
        client = client.base_url(url);
    }

    let feed = client.build()?.organization(env::var("ATLASSIAN_ADMIN_ORG_ID")?).event_feed();
    let mut feed = feed.resume(file.load()?).stream()?;
    let mut collector = BufWriter::new(stdout().lock());
    while let Some(batch) = feed.next().await {
        let batch = batch?;
        for event in &batch.events {
            match event.decode() {
                Ok(event) => {
                    serde_json::to_writer(&mut collector, &Entry::from(&event))?;
                    collector.write_all(b"\n")?;
                }
                Err(error) => {
                    let id = event.decode_as().map_or_else(|_| "without id".into(), |Named { id }| id);
                    writeln!(stderr(), "left out event {id}, which is not as expected: {error}")?;
                }
            }
        }
        collector.flush()?;
        file.store(&batch.checkpoint)?;
    }
    file.store(feed.checkpoint())?;
    Ok(())
}
