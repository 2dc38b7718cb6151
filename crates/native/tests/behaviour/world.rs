//! A simulated organization, a backend that leads to it, and a client over that backend.

use std::collections::BTreeSet;
use std::sync::Arc;

use atlassian_admin::auth::{CredentialKind, DirectoryKey};
use atlassian_admin::events::{Checkpoint, Feed};
use atlassian_admin::model::OrgId;
use atlassian_admin::policy::Timeouts;
use atlassian_admin::{Client, ClientBuilder, Error, ReqwestBackend};
use atlassian_admin_simulator::{LoopbackServer, Simulator, SimulatorBuilder};
use atlassian_admin_testing::VirtualTime;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Backend {
    InProcess,
    Reqwest,
}

pub struct World {
    pub simulator: Simulator,
    pub time: VirtualTime,
    pub backend: Backend,
    /// The server stops with the case.
    server: Option<LoopbackServer>,
}

impl World {
    pub fn new(backend: Backend, set_up: impl FnOnce(SimulatorBuilder) -> SimulatorBuilder) -> Self {
        let time = match backend {
            Backend::InProcess => VirtualTime::new(|task| drop(tokio::spawn(task))),
            Backend::Reqwest => VirtualTime::beside_sockets(|task| drop(tokio::spawn(task))),
        };
        Self::in_time(time, backend, set_up)
    }

    pub fn in_time(
        time: VirtualTime,
        backend: Backend,
        set_up: impl FnOnce(SimulatorBuilder) -> SimulatorBuilder,
    ) -> Self {
        let simulator =
            set_up(Simulator::builder(Arc::new(time.clone())).accounts(250).events(1_234)).build();
        let server = (backend == Backend::Reqwest)
            .then(|| LoopbackServer::start(simulator.clone(), "127.0.0.1:0".parse().unwrap()).unwrap());
        Self { simulator, time, backend, server }
    }

    pub fn org(&self) -> OrgId {
        self.simulator.org_id()
    }

    /// A client without time-outs: virtual time does not wait for sockets.
    pub fn builder(&self) -> ClientBuilder {
        self.builder_with_key(self.simulator.api_key())
    }

    pub fn builder_with_key<K: CredentialKind>(&self, key: &str) -> ClientBuilder<K> {
        let key = K::new(key).unwrap();
        let builder = match &self.server {
            None => ClientBuilder::new(self.simulator.clone(), self.time.clone(), key),
            Some(server) => ClientBuilder::new(ReqwestBackend::new().unwrap(), self.time.clone(), key)
                .base_url(server.base_url()),
        };
        builder.timeouts(Timeouts { attempt: None, total: None })
    }

    pub fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    /// A client with the key of the first directory.
    pub fn directory_client(&self) -> Client<DirectoryKey> {
        self.builder_with_key(self.simulator.directory_key()).build().unwrap()
    }

    /// Returns the ids of all visible events, in the order of their processing.
    pub fn truth(&self) -> Vec<String> {
        self.simulator.visible_event_ids().map(|id| id.to_string()).collect()
    }

    /// Returns the statuses of all responses so far.
    pub fn statuses(&self) -> Vec<u16> {
        self.simulator.requests().unwrap().iter().filter_map(|request| request.status).collect()
    }
}

/// Describes how a call was refused: kind, status and code, such as `NotFound 404 ADMIN-404-2`.
pub fn refusal<T>(answer: Result<T, Error>) -> String {
    match answer {
        Ok(_) => "not at all".to_owned(),
        Err(error) => {
            let status = error.http_status().map_or(0, |status| status.as_u16());
            format!("{:?} {status} {}", error.kind(), error.code().unwrap_or_default())
        }
    }
}

/// Drains a feed, and returns the ids of its events and its last checkpoint.
pub async fn drain(mut feed: Feed) -> Result<(Vec<String>, Checkpoint), Error> {
    let mut ids = Vec::new();
    while let Some(batch) = feed.next().await {
        ids.extend(batch?.events.iter().map(|event| event.decode().unwrap().id.to_string()));
    }
    Ok((ids, feed.checkpoint().clone()))
}

/// Checks that a copy equals the simulator's log, and summarizes the difference.
pub fn assert_copied(copy: &[String], truth: &[String], context: &str) {
    let mut missing: Vec<_> =
        truth.iter().filter(|id| !copy.contains(id)).map(|id| truth.iter().position(|it| it == id)).collect();
    missing.truncate(5);
    let unique: BTreeSet<_> = copy.iter().collect();
    assert_eq!((copy.len(), unique.len()), (truth.len(), truth.len()), "{context}: missing at {missing:?}");
    assert!(missing.is_empty(), "{context}: missing at {missing:?}");
}
