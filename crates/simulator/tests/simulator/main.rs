//! The simulator in process: each operation through the client, and each deviation on the wire.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod audit_log;
mod bounds;
mod faults;
#[cfg(feature = "legacy")]
mod legacy;
mod operations;
mod quirks;
mod refusals;
mod rules;
mod scenario;
mod scim;
mod scim_directory;
mod scim_writes;

use std::sync::Arc;
use std::time::Duration;

use atlassian_admin_core::backend::HttpRequest;
use atlassian_admin_core::{Client, ClientBuilder, HttpBackend, OrganizationKey, Runtime};
use atlassian_admin_simulator::{Simulator, SimulatorBuilder};
use atlassian_admin_testing::VirtualTime;
use http::header::AUTHORIZATION;
use http::{HeaderMap, Request};
use serde_json::Value;

/// A simulator, the time that it lives in, and a client of it.
struct Fixture {
    time: VirtualTime,
    simulator: Simulator,
    client: Client,
}

/// What came back, read without the client.
struct Answer {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Fixture {
    fn new(set: impl FnOnce(SimulatorBuilder) -> SimulatorBuilder) -> Self {
        let time = VirtualTime::new(|task| drop(tokio::spawn(task)));
        let simulator = set(Simulator::builder(Arc::new(time.clone()))).build();
        let credentials = OrganizationKey::new(simulator.api_key()).unwrap();
        let client = ClientBuilder::new(simulator.clone(), time.clone(), credentials).build().unwrap();
        Self { time, simulator, client }
    }

    fn advance(&self, seconds: u64) {
        self.time.advance(Duration::from_secs(seconds));
    }

    /// The path of a resource of the organization.
    fn path(&self, resource: &str) -> String {
        format!("/admin/v1/orgs/{}{resource}", self.simulator.org_id())
    }

    async fn send(&self, request: HttpRequest) -> Answer {
        let (head, body) = self.simulator.execute(request).await.expect("no answer").into_parts();
        let text = String::from_utf8(body.bytes().into_owned()).unwrap();
        Answer { status: head.status.as_u16(), headers: head.headers, text }
    }

    fn request(&self, target: &str) -> HttpRequest {
        Request::get(format!("https://api.atlassian.com{target}"))
            .header(AUTHORIZATION, format!("Bearer {}", self.simulator.api_key()))
            .body(Default::default())
            .unwrap()
    }

    /// A resource of the organization, with the key.
    async fn get(&self, resource: &str) -> Answer {
        self.send(self.request(&self.path(resource))).await
    }

    fn elapsed(&self) -> Duration {
        self.time.monotonic()
    }
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// Status and code of an error in the envelope.
    fn refusal(&self) -> (u16, String) {
        let body = self.json();
        assert_eq!(body["errors"][0]["status"], self.status.to_string());
        (self.status, body["errors"][0]["code"].as_str().unwrap().to_owned())
    }

    fn ids(&self) -> Vec<String> {
        self.json()["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["id"].as_str().unwrap().to_owned())
            .collect()
    }

    fn next(&self) -> Option<String> {
        self.json()["meta"]["next"].as_str().map(str::to_owned)
    }
}

/// A query with this cursor.
fn with_cursor(resource: &str, cursor: &str) -> String {
    format!("{resource}?cursor={}", atlassian_admin_core::url::percent_encode(cursor))
}
