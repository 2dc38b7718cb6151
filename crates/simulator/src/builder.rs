//! How a simulator is made.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use atlassian_admin_core::Runtime;

use crate::fault::Fault;
use crate::organization::Size;
use crate::quirk::{Quirk, Quirks};
use crate::simulator::Simulator;
use crate::witness::Witness;

/// When simulated time starts unless it is set: a day of January 2026 that follows from the seed.
#[must_use]
pub fn default_start(seed: u64) -> SystemTime {
    /// 2026-01-01T00:00Z.
    const EPOCH: u64 = 1_767_225_600;
    UNIX_EPOCH + Duration::from_secs(EPOCH + seed % 28 * 86_400)
}

/// Makes a [`Simulator`].
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct SimulatorBuilder {
    pub(crate) runtime: Arc<dyn Runtime>,
    pub(crate) seed: u64,
    pub(crate) size: Size,
    pub(crate) events: u64,
    pub(crate) events_per_minute: f64,
    pub(crate) now: Option<SystemTime>,
    pub(crate) rate_limits: bool,
    pub(crate) cors: bool,
    pub(crate) quirks: Quirks,
    pub(crate) faults: Vec<Fault>,
    pub(crate) witness: Witness,
}

impl SimulatorBuilder {
    pub(crate) fn new(runtime: Arc<dyn Runtime>) -> Self {
        Self {
            runtime,
            seed: 1,
            size: Size::default(),
            events: 10_000,
            events_per_minute: 0.0,
            now: None,
            rate_limits: true,
            cors: false,
            quirks: Quirks::default(),
            faults: Vec::new(),
            witness: Witness::default(),
        }
    }

    /// What everything follows from. 1 unless set.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// How many accounts the organization manages. 1,000 unless set.
    pub fn accounts(mut self, accounts: u64) -> Self {
        self.size.accounts = accounts;
        self
    }

    /// How many events the audit log holds at the start. 10,000 unless set.
    pub fn events(mut self, events: u64) -> Self {
        self.events = events;
        self
    }

    /// How many domains the organization has claimed. 3 unless set.
    pub fn domains(mut self, domains: u64) -> Self {
        self.size.domains = domains;
        self
    }

    /// How many groups the organization has. 24 unless set; there are always those that come with directory and products,
    /// eight for each directory.
    pub fn groups(mut self, groups: u64) -> Self {
        self.size.groups = groups;
        self
    }

    /// How many directories the organization has; at least one. One unless set.
    pub fn directories(mut self, directories: u64) -> Self {
        self.size.directories = directories;
        self
    }

    /// How many new events there are in a minute of simulated time; at most 60,000. None unless set.
    pub fn events_per_minute(mut self, rate: f64) -> Self {
        self.events_per_minute = rate;
        self
    }

    /// When simulated time starts. [`default_start`] of the seed unless set.
    ///
    /// A client whose clock shows another time misreads `X-RateLimit-Reset`: set this to the
    /// client's time, or use [`Simulator::client`].
    pub fn now(mut self, now: SystemTime) -> Self {
        self.now = Some(now);
        self
    }

    /// Whether the documented rate limits are enforced. On unless turned off.
    pub fn rate_limits(mut self, on: bool) -> Self {
        self.rate_limits = on;
        self
    }

    /// Whether web pages may call it. Off unless turned on.
    pub fn cors(mut self, on: bool) -> Self {
        self.cors = on;
        self
    }

    /// Switches on a quirk.
    pub fn quirk(self, quirk: Quirk) -> Self {
        self.quirks([quirk])
    }

    /// Switches on several quirks.
    pub fn quirks(mut self, quirks: impl IntoIterator<Item = Quirk>) -> Self {
        self.quirks.extend(quirks);
        self
    }

    /// Adds a fault.
    pub fn fault(self, fault: Fault) -> Self {
        self.faults([fault])
    }

    /// Adds several faults.
    pub fn faults(mut self, faults: impl IntoIterator<Item = Fault>) -> Self {
        self.faults.extend(faults);
        self
    }

    /// Calls `witness` with each request's number (1 for the first one) before the request is decided about, so that time and faults
    /// can be changed at a request of one's choice.
    pub fn on_request(mut self, witness: impl Fn(&Simulator, u64) + Send + Sync + 'static) -> Self {
        self.witness = Witness::new(witness);
        self
    }

    /// Makes the simulator. Simulated time starts now.
    #[must_use]
    pub fn build(self) -> Simulator {
        Simulator::new(self)
    }
}
