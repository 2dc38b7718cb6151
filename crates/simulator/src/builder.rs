//! How a simulator is made.

use std::fmt::{Debug, Formatter};
use std::sync::Arc;
use std::time::SystemTime;

use atlassian_admin_core::Runtime;

use crate::fault::Fault;
use crate::quirk::Quirk;
use crate::settings::Settings;
use crate::simulator::{OnRequest, Simulator};

/// Makes a [`Simulator`].
#[derive(Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct SimulatorBuilder {
    runtime: Arc<dyn Runtime>,
    settings: Settings,
    on_request: Option<Arc<OnRequest>>,
    others: Vec<Settings>,
}

impl Simulator {
    /// Starts to make a simulator that lives in the time of `runtime`.
    pub fn builder(runtime: Arc<dyn Runtime>) -> SimulatorBuilder {
        SimulatorBuilder { runtime, settings: Settings::default(), on_request: None, others: Vec::new() }
    }
}

/// A method for each setting.
macro_rules! setters {
    ($($(#[$doc:meta])* $name:ident: $type:ty => $($setting:ident).+;)*) => {
        impl SimulatorBuilder {
            $($(#[$doc])* pub fn $name(mut self, $name: $type) -> Self {
                self.settings.$($setting).+ = $name.into();
                self
            })*
        }
    };
}

setters! {
    /// What everything follows from. 1 unless set.
    seed: u64 => seed;
    /// How many accounts the organization manages. 1,000 unless set.
    accounts: u64 => size.accounts;
    /// How many events the audit log holds at the start. 10,000 unless set.
    events: u64 => events;
    /// How many domains the organization has claimed. 3 unless set.
    domains: u64 => size.domains;
    /// How many groups the organization has. 24 unless set; there are always those that come with
    /// directory and products, eight for each directory.
    groups: u64 => size.groups;
    /// How many directories the organization has; at least one. One unless set.
    directories: u64 => size.directories;
    /// How many new events there are in a minute of simulated time; at most 60,000. None unless
    /// set.
    events_per_minute: f64 => events_per_minute;
    /// When simulated time starts. [`default_start`](crate::default_start) of the seed unless set.
    ///
    /// A client whose clock shows another time misreads `X-RateLimit-Reset`: set this to the
    /// client's time, or use [`Simulator::client`].
    now: SystemTime => now;
    /// Whether the documented rate limits are enforced. On unless turned off.
    rate_limits: bool => rate_limits;
    /// Whether web pages may call it. Off unless turned on.
    cors: bool => cors;
}

impl SimulatorBuilder {
    /// Switches on a quirk.
    pub fn quirk(self, quirk: Quirk) -> Self {
        self.quirks([quirk])
    }

    /// Switches on several quirks.
    pub fn quirks(mut self, quirks: impl IntoIterator<Item = Quirk>) -> Self {
        self.settings.quirks.0.extend(quirks);
        self
    }

    /// Adds another organization, which the same key opens.
    ///
    /// `orgs` lists both, and a request whose path names the other's identifier reaches it.
    /// Operations on an account alone (user management) and provisioning reach the first
    /// organization.
    ///
    /// The other organization keeps its seed (or the next free one), sizes, events, quirks, faults,
    /// rate limits and further organizations. Time, key and [`cors`](Self::cors) are those of the
    /// first. [`on_request`](Self::on_request) is called for requests to the first alone.
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
    /// let builder = || Simulator::builder(Arc::new(TokioRuntime::default()));
    /// let simulator = builder().organization(builder().accounts(7)).build();
    /// let client = simulator.client();
    /// let orgs = client.send(&api::orgs::List::new()).await?.data;
    /// assert_eq!(orgs.len(), 2);
    /// assert_eq!(client.send(&api::accounts::List::new(orgs[1].id.clone())).await?.data.len(), 7);
    /// # Ok(())
    /// # }
    /// ```
    pub fn organization(mut self, other: Self) -> Self {
        self.others.push(other.settings);
        self.others.extend(other.others);
        self
    }

    /// Adds a fault.
    pub fn fault(self, fault: Fault) -> Self {
        self.faults([fault])
    }

    /// Adds several faults.
    pub fn faults(mut self, faults: impl IntoIterator<Item = Fault>) -> Self {
        self.settings.faults.extend(faults);
        self
    }

    /// Calls `hook` with each request's number (1 for the first one) before the simulator decides
    /// about the request, so that a test can change time and faults at any request.
    pub fn on_request(mut self, hook: impl Fn(&Simulator, u64) + Send + Sync + 'static) -> Self {
        self.on_request = Some(Arc::new(hook));
        self
    }

    /// Makes the simulator. Simulated time starts now.
    #[must_use]
    pub fn build(self) -> Simulator {
        let mut seeds = vec![self.settings.seed];
        let mut others = Vec::new();
        for other in self.others {
            let mut other = self.settings.joined(other);
            while seeds.contains(&other.seed) {
                other.seed = other.seed.wrapping_add(1);
            }
            seeds.push(other.seed);
            others.push(Simulator::new(Arc::clone(&self.runtime), other, None, Vec::new()));
        }
        Simulator::new(self.runtime, self.settings, self.on_request, others)
    }
}

impl Debug for SimulatorBuilder {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SimulatorBuilder").field("settings", &self.settings).finish_non_exhaustive()
    }
}
