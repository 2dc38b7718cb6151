//! Clients of a simulator in process.

use std::time::{Duration, SystemTime};

use atlassian_admin_core::auth::{CredentialKind, DirectoryKey};
use atlassian_admin_core::json::Json;
use atlassian_admin_core::runtime::BoxFuture;
use atlassian_admin_core::{Client, ClientBuilder, Runtime};

use crate::simulator::Simulator;

impl Simulator {
    /// A client with the organization's key, in simulated time.
    ///
    /// Each call makes a client of its own, with its own rate limiter: clone a client to share it.
    ///
    /// # Examples
    /// ```
    /// use std::sync::Arc;
    /// use atlassian_admin_core::api;
    /// use atlassian_admin_simulator::Simulator;
    /// # use atlassian_admin_testing::ImmediateTime as TokioRuntime;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let simulator = Simulator::builder(Arc::new(TokioRuntime::default())).accounts(7).build();
    /// let client = simulator.client();
    /// let page = client.send(&api::accounts::List::new(simulator.org_id())).await?;
    /// assert_eq!(page.data.len(), 7);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn client(&self) -> Client {
        self.ready(self.api_key())
    }

    /// A client with the key of the first directory, in simulated time.
    ///
    /// # Examples
    /// ```
    /// use std::sync::Arc;
    /// use atlassian_admin_core::api;
    /// use atlassian_admin_simulator::Simulator;
    /// # use atlassian_admin_testing::ImmediateTime as TokioRuntime;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let simulator = Simulator::builder(Arc::new(TokioRuntime::default())).build();
    /// let client = simulator.directory_client();
    /// client.send(&api::scim::ListSchemas::new(simulator.directory_id())).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn directory_client(&self) -> Client<DirectoryKey> {
        self.ready(self.directory_key())
    }

    #[allow(clippy::expect_used, reason = "neither depends on what a caller gives")]
    fn ready<K: CredentialKind>(&self, key: &str) -> Client<K> {
        let key = K::new(key).expect("the simulator's own keys are valid");
        let builder = ClientBuilder::new(self.clone(), SimulatedTime(self.clone()), key);
        builder.build().expect("the default base URL is valid")
    }
}

/// The simulator's runtime, but with the simulated wall clock: whatever the seed, the client reads
/// the dates of responses by the clock that wrote them.
#[derive(Debug)]
struct SimulatedTime(Simulator);

impl SimulatedTime {
    fn runtime(&self) -> &dyn Runtime {
        self.0.shared().runtime.as_ref()
    }
}

impl Runtime for SimulatedTime {
    fn now(&self) -> SystemTime {
        self.0.now()
    }

    fn monotonic(&self) -> Duration {
        self.runtime().monotonic()
    }

    fn unit_random(&self) -> f64 {
        self.runtime().unit_random()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.runtime().sleep(duration)
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        self.runtime().spawn(task);
    }

    fn json(&self) -> Json {
        self.runtime().json()
    }
}
