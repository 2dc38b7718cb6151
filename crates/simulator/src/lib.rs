//! A deterministic, stateful double of Atlassian's cloud administration APIs.
//!
//! It serves the operations of [`atlassian_admin_core`] in process, as an
//! [`HttpBackend`](atlassian_admin_core::HttpBackend), or on loopback with the feature `server`.
//! Everything in it follows from a seed: a million accounts and ten million events cost no memory,
//! and every run sees the same ones. By default it conforms to Atlassian's documents; a [`Quirk`]
//! makes it deviate as the real API does, and a [`Fault`] makes something go wrong. A [`Scenario`]
//! adds the users and groups that a test needs.
//!
//! It runs with any [`Runtime`](atlassian_admin_core::Runtime). With the `TokioRuntime` of the
//! crate `atlassian-admin` in a `#[tokio::test(start_paused = true)]`, waits take no real time.
//!
//! ```
//! use std::sync::Arc;
//! use atlassian_admin_core::api;
//! use atlassian_admin_simulator::{Fault, Simulator};
//! # use atlassian_admin_testing::ImmediateTime as TokioRuntime;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let simulator = Simulator::builder(Arc::new(TokioRuntime::default()))
//!     .fault(Fault::status(503).times(1))
//!     .build();
//! let client = simulator.client();
//! assert_eq!(client.send(&api::orgs::List::new()).await?.data[0].id, simulator.org_id());
//! assert_eq!(simulator.request_count(), 2);
//! # Ok(())
//! # }
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]

mod backend;
mod builder;
mod client;
mod control;
mod cors;
mod cursor;
mod fault;
mod guards;
mod hex;
mod ids;
mod media_type;
mod named;
mod organization;
mod problem;
mod quirk;
mod rate_limits;
mod refusal;
mod reply;
mod respond;
mod rng;
mod routes;
mod scenario;
mod script;
#[cfg(feature = "server")]
mod server;
mod settings;
mod simulator;

pub use builder::SimulatorBuilder;
pub use fault::{Fault, FaultArgument, FaultError, FaultKind};
pub use quirk::{Quirk, UnknownQuirk};
pub use reply::{ForgottenRequests, Reply, Respond, SeenChange, SeenRequest};
pub use scenario::{Scenario, ScenarioError, ScenarioProblem};
#[cfg(feature = "server")]
pub use server::LoopbackServer;
pub use settings::default_start;
pub use simulator::Simulator;
