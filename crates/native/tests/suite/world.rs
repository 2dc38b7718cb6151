//! A simulator with a case's setup, a backend for it, and clients over that backend.

use std::sync::Arc;
use std::time::Duration;

use atlassian_admin::auth::CredentialKind;
use atlassian_admin::backend::{HttpBackend, HttpRequest};
use atlassian_admin::policy::{ExponentialBackoff, NeverRetry, RetryPolicy, SafeRetry};
use atlassian_admin::{Client, ClientBuilder, ReqwestBackend, TokioRuntime};
use atlassian_admin_simulator::{LoopbackServer, Simulator};
use atlassian_admin_testing::VirtualTime;
use serde_json::Value;

use crate::case::{ClientSetup, Retry, Setup};

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Backend {
    InProcess,
    Reqwest,
}

pub struct World {
    pub simulator: Simulator,
    way: Way,
}

/// The transport to the simulator, and its clock.
enum Way {
    InProcess(VirtualTime),
    /// The server stops with the case.
    Loopback(LoopbackServer, ReqwestBackend),
}

impl World {
    pub fn new(backend: Backend, setup: &Setup) -> Self {
        let time = (backend == Backend::InProcess).then(|| VirtualTime::new(|task| drop(tokio::spawn(task))));
        let mut builder = match &time {
            Some(time) => Simulator::builder(Arc::new(time.clone())),
            None => Simulator::builder(Arc::new(TokioRuntime::new())),
        };
        builder = builder
            .quirks(setup.quirks.iter().map(|name| name.parse().unwrap()))
            .faults(setup.faults.iter().map(|fault| fault.parse().unwrap()))
            .rate_limits(setup.rate_limits);
        if let Some(seed) = setup.seed {
            builder = builder.seed(seed);
        }
        if let Some(accounts) = setup.accounts {
            builder = builder.accounts(accounts);
        }
        if let Some(events) = setup.events {
            builder = builder.events(events);
        }
        if let Some(rate) = setup.events_per_minute {
            builder = builder.events_per_minute(rate);
        }
        let simulator = builder.build();
        let way = match time {
            Some(time) => Way::InProcess(time),
            None => {
                let address = "127.0.0.1:0".parse().unwrap();
                let server = LoopbackServer::start(simulator.clone(), address).unwrap();
                Way::Loopback(server, ReqwestBackend::new().unwrap())
            }
        };
        Self { simulator, way }
    }

    pub fn client<K: CredentialKind>(&self, key: &str, setup: &ClientSetup) -> Client<K> {
        let key = K::new(key).unwrap();
        let builder = match &self.way {
            Way::InProcess(time) => ClientBuilder::new(self.simulator.clone(), time.clone(), key),
            Way::Loopback(server, backend) => {
                ClientBuilder::new(backend.clone(), TokioRuntime::new(), key).base_url(server.base_url())
            }
        };
        let wait = Duration::from_millis(1);
        let backoff =
            ExponentialBackoff { initial_delay: wait, initial_delay_when_limited: wait, max_delay: 2 * wait };
        let builder = builder.backoff(backoff);
        let builder = match setup.retry {
            Some(Retry::Never(false)) => builder.retry(NeverRetry),
            Some(Retry::Some { attempts: Some(attempts) }) => {
                builder.retry(SafeRetry.with_attempt_limit(attempts))
            }
            None | Some(Retry::Never(true) | Retry::Some { attempts: None }) => builder,
        };
        builder.build().unwrap()
    }

    /// Returns the simulator's response to a control request, `null` if it is empty.
    pub async fn control(&self, method: &str, resource: &str, body: &Value) -> Result<Value, String> {
        let mut request = HttpRequest::new(body.to_string().into());
        *request.method_mut() = method.parse().unwrap();
        let answer = match &self.way {
            Way::InProcess(_) => {
                *request.uri_mut() =
                    format!("https://simulator.example/_simulator/{resource}").parse().unwrap();
                self.simulator.execute(request).await
            }
            Way::Loopback(server, backend) => {
                *request.uri_mut() = format!("{}/_simulator/{resource}", server.base_url()).parse().unwrap();
                backend.execute(request).await
            }
        };
        let answer = answer.unwrap();
        let body = answer.body().bytes();
        match answer.status().is_success() {
            true => Ok(serde_json::from_slice(&body).unwrap_or_default()),
            false => Err(String::from_utf8_lossy(&body).into_owned()),
        }
    }
}
