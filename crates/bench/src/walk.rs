//! The walks that are measured: ours and, beside them, the floor's.

use atlassian_admin::api;
use std::future::Future;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::time::{Duration, Instant};

use atlassian_admin::api::users::UserExpansion;
use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::model::{DirectoryId, DirectoryUser, Event, Timestamp};
use atlassian_admin::page::LinkedPage;
use atlassian_admin::paging::{Paged, Pages};
use atlassian_admin::policy::Unlimited;
use atlassian_admin::response::ResponseBody;
use atlassian_admin::{Client, ClientBuilder, ReqwestBackend, TokioRuntime};
use http::StatusCode;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use tokio::runtime::Runtime;

use crate::server::Server;
use crate::tally::Tally;
use crate::{Outcome, floor};

/// The work of a consumer with each page, while the next one may be on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consumer {
    /// It does nothing.
    Idle,
    /// It awaits for 30 ms, like a database client.
    Awaits,
    /// It computes for 30 ms and lets nothing else run on its thread.
    Computes,
}

impl Consumer {
    #[allow(clippy::disallowed_methods, reason = "a bench measures real time")]
    async fn work(self) {
        const WORK: Duration = Duration::from_millis(30);
        match self {
            Self::Idle => {}
            Self::Awaits => tokio::time::sleep(WORK).await,
            Self::Computes => {
                let start = Instant::now();
                while start.elapsed() < WORK {
                    std::hint::spin_loop();
                }
            }
        }
    }
}

/// A server of a few pages, with clients that have connected to it.
#[derive(Debug)]
pub struct Walks {
    runtime: Runtime,
    url: String,
    organization: String,
    floor: reqwest::Client,
    client: Client,
}

impl Walks {
    /// Starts the server and has each client read a page, so that no walk includes a start.
    pub fn new(pages: usize, server: Server) -> Outcome<Self> {
        // As in a program that uses reqwest as published, with a TLS provider built in.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let url = server.start()?;
        let key = OrganizationKey::new("k")?;
        let client = ClientBuilder::new(ReqwestBackend::new()?, TokioRuntime::new(), key)
            .base_url(url.as_str())
            // The rate limits would be all that is measured.
            .rate_limiter(Unlimited)
            .build()?;
        let mut walks = Self {
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build()?,
            url,
            organization: "p1".to_owned(),
            floor: reqwest::Client::builder().build()?,
            client,
        };
        walks.floor_events()?;
        walks.typed_events(true, Consumer::Idle)?;
        walks.organization = format!("p{pages}");
        Ok(walks)
    }

    fn run<T>(&self, walk: impl Future<Output = Outcome<T>>) -> Outcome<T> {
        self.runtime.block_on(walk)
    }

    fn floor<P: floor::FloorPage>(&self, version: &str) -> Outcome<Tally> {
        let organization = format!("{}/admin/{version}/orgs/{}", self.url, self.organization);
        self.run(floor::walk::<P>(&self.floor, &organization))
    }

    /// The audit log, by the floor.
    pub fn floor_events(&self) -> Outcome<Tally> {
        self.floor::<floor::events::Page>("v1")
    }

    /// The search for users, by the floor.
    pub fn floor_users(&self) -> Outcome<Tally> {
        self.floor::<floor::users::Page>("v2")
    }

    fn poll(&self) -> Pages<api::events::Poll> {
        self.client.pages(api::events::Poll::new(self.organization.as_str()).limit(500))
    }

    /// The audit log, typed.
    pub fn typed_events(&self, read_ahead: bool, consumer: Consumer) -> Outcome<Tally> {
        self.run(walk(self.poll().read_ahead(read_ahead), add_event, consumer))
    }

    /// The audit log, typed; both times of every event are read as times.
    pub fn timed_events(&self) -> Outcome<Tally> {
        let add = |tally: &mut Tally, event: &Event| {
            if let Some(attributes) = &event.attributes {
                black_box(attributes.time.as_ref().and_then(Timestamp::millis));
                black_box(attributes.processed_at.as_ref().and_then(Timestamp::millis));
            }
            add_event(tally, event);
        };
        self.run(walk(self.poll(), add, Consumer::Idle))
    }

    /// The audit log in a type of the caller's with few properties.
    pub fn narrow_events(&self) -> Outcome<Tally> {
        let add = |tally: &mut Tally, Narrow { id, attributes }: &Narrow| {
            tally.add(id, &attributes.time, &attributes.action, attributes.context.len());
        };
        self.run(walk(self.poll().of::<Narrow>(), add, Consumer::Idle))
    }

    /// The search for users, typed.
    pub fn typed_users(&self) -> Outcome<Tally> {
        let search = api::users::Search::new(self.organization.as_str(), DirectoryId::EVERY);
        let search = search.limit(100).expand([
            UserExpansion::PlatformRoles,
            UserExpansion::ResourceCounts,
            UserExpansion::ProductAccess,
            UserExpansion::Groups,
        ]);
        self.run(walk(self.client.pages(search), add_user, Consumer::Idle))
    }

    /// Copies every event as it came, one a line, and returns their number.
    pub fn export(&self, out: impl Write) -> Outcome<u64> {
        self.run(async {
            let mut out = BufWriter::new(out);
            let mut feed = self.client.organization(self.organization.as_str()).event_feed().stream()?;
            let mut events = 0;
            while let Some(batch) = feed.next().await {
                for event in &batch?.events {
                    out.write_all(event.json().as_bytes())?;
                    out.write_all(b"\n")?;
                    events += 1;
                }
            }
            out.flush()?;
            Ok(events)
        })
    }
}

async fn walk<E: Paged, T: DeserializeOwned + Send + 'static>(
    mut pages: Pages<E, T>,
    add: impl Fn(&mut Tally, &T),
    consumer: Consumer,
) -> Outcome<Tally> {
    let mut tally = Tally::default();
    while let Some(page) = pages.next().await {
        let page = page?;
        if let Some(malformed) = page.malformed.first() {
            return Err(malformed.error.clone().into());
        }
        page.items.iter().for_each(|item| add(&mut tally, item));
        consumer.work().await;
    }
    Ok(tally)
}

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

/// Adds an event; a missing property counts as empty.
fn add_event(tally: &mut Tally, event: &Event) {
    let attributes = event.attributes.as_ref();
    let time = attributes.and_then(|attributes| attributes.time.as_ref()).map_or("", Timestamp::as_str);
    let action = attributes.and_then(|attributes| attributes.action.as_deref()).unwrap_or_default();
    let contexts = attributes.and_then(|attributes| attributes.context.as_ref()).map_or(0, Vec::len);
    tally.add(event.id.as_str(), time, action, contexts);
}

/// Adds a user; a missing property counts as empty.
fn add_user(tally: &mut Tally, user: &DirectoryUser) {
    let added = user.added_to_org.as_ref().map_or("", Timestamp::as_str);
    let products = user.product_access.as_ref().map_or(0, Vec::len);
    let groups = user.groups.as_ref().map_or(0, Vec::len);
    tally.add(user.account_id.as_str(), added, user.name.as_deref().unwrap_or_default(), products + groups);
}

/// Decodes a page of events as the client does, with the places of errors.
pub fn decode(body: &str) -> Outcome<Tally> {
    Ok(add_page(&ResponseBody::decode(StatusCode::OK, body.as_bytes())?))
}

/// Decodes the same types by serde_json alone.
pub fn decode_plainly(body: &str) -> Outcome<Tally> {
    Ok(add_page(&serde_json::from_str(std::str::from_utf8(body.as_bytes())?)?))
}

fn add_page(page: &LinkedPage<Event>) -> Tally {
    let mut tally = Tally::default();
    page.data.iter().for_each(|event| add_event(&mut tally, event));
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::{Listing, page};

    #[test]
    fn walks_read_the_same_items() {
        let walks = Walks::new(2, Server::default()).unwrap();
        let events = walks.floor_events().unwrap();
        assert_eq!(events.items, 1_000);
        assert_eq!(walks.typed_events(true, Consumer::Idle).unwrap(), events);
        assert_eq!(walks.typed_events(false, Consumer::Idle).unwrap(), events);
        assert_eq!(walks.timed_events().unwrap(), events);
        assert_eq!(walks.narrow_events().unwrap(), events);
        let users = walks.floor_users().unwrap();
        assert_eq!((users.items, walks.typed_users().unwrap()), (200, users));
        let mut exported = Vec::new();
        assert_eq!(walks.export(&mut exported).unwrap(), 1_000);
        let mut tally = Tally::default();
        for line in exported.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            add_event(&mut tally, &serde_json::from_slice(line).unwrap());
        }
        assert_eq!(tally, events);
    }

    #[test]
    fn decoders_read_a_page_in_ascii_and_otherwise() {
        for is_ascii in [false, true] {
            let body = page(Listing::Events, is_ascii, 7, false);
            let tally = decode(&body).unwrap();
            assert_eq!((body.is_ascii(), tally.items), (is_ascii, 500));
            assert_eq!(decode_plainly(&body).unwrap(), tally);
        }
    }
}
