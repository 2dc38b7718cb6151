//! The simulator: an organization, a clock, and the little that changes from request to request.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use atlassian_admin_core::Runtime;
use atlassian_admin_core::model::{EpochMillis, EventId, OrgId};

use crate::fault::{Fault, FaultPlan};
use crate::organization::audit_log::{AuditLog, Timeline};
use crate::organization::{Store, World};
use crate::rate_limits::RateLimits;
use crate::reply::{ForgottenRequests, Respond, SeenChange, SeenRequest};
use crate::rng::{Rng, Subject};
use crate::settings::Settings;

/// How many requests are remembered with their details.
const REMEMBERED: usize = 10_000;

/// A hook that is called with the number of each request.
pub(crate) type OnRequest = dyn Fn(&Simulator, u64) + Send + Sync;

/// A double of the API. Clones are the same simulator.
///
/// As an [`HttpBackend`](atlassian_admin_core::HttpBackend) it responds in process, whatever the
/// request's scheme and host.
#[derive(Clone)]
pub struct Simulator(Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) world: World,
    pub(crate) runtime: Arc<dyn Runtime>,
    pub(crate) rate_limits: bool,
    pub(crate) cors: bool,
    pub(crate) api_key: String,
    pub(crate) directory_key: String,
    start: SystemTime,
    /// The runtime's monotonic time at the start.
    zero: Duration,
    pub(crate) on_request: Option<Arc<OnRequest>>,
    others: Vec<Simulator>,
    /// How many milliseconds its clock was moved forward by hand.
    ahead: AtomicU64,
    state: Mutex<State>,
}

/// What changes from request to request.
pub(crate) struct State {
    pub(crate) faults: FaultPlan,
    pub(crate) limits: RateLimits,
    pub(crate) answered: u64,
    pub(crate) store: Store,
    /// The responses to the next requests, whatever they are.
    pub(crate) script: VecDeque<Respond>,
    seen: VecDeque<SeenRequest>,
    /// How many requests there were, including those that are forgotten.
    seen_count: u64,
}

impl Simulator {
    pub(crate) fn new(
        runtime: Arc<dyn Runtime>,
        settings: Settings,
        on_request: Option<Arc<OnRequest>>,
        others: Vec<Self>,
    ) -> Self {
        let seed = settings.seed;
        let start = settings.start();
        let timeline =
            Timeline::new(seed, EpochMillis::from(start).0, settings.events, settings.events_per_minute);
        let mut keys = Rng::new(settings.key_seed.unwrap_or(seed), Subject::Keys, 0);
        let mut world = World::new(seed, settings.size, timeline, settings.quirks);
        world.others = others.iter().map(|other| other.0.world.org()).collect();
        Self(Arc::new(Shared {
            zero: runtime.monotonic(),
            runtime,
            rate_limits: settings.rate_limits,
            cors: settings.cors,
            api_key: format!("ATCTT3xSim{}", keys.hex(40)),
            directory_key: format!("sim{}", keys.hex(40)),
            start,
            on_request,
            others,
            ahead: AtomicU64::new(0),
            state: Mutex::new(State {
                faults: FaultPlan::new(seed, settings.faults),
                limits: RateLimits::default(),
                answered: 0,
                store: Store::new(&world),
                script: VecDeque::new(),
                seen: VecDeque::new(),
                seen_count: 0,
            }),
            world,
        }))
    }

    /// The organization's API key. Every operation but those of user provisioning takes it.
    #[must_use]
    pub fn api_key(&self) -> &str {
        &self.0.api_key
    }

    /// The key of the organization's first directory. Only user provisioning takes it.
    #[must_use]
    pub fn directory_key(&self) -> &str {
        &self.0.directory_key
    }

    /// The organization.
    #[must_use]
    pub fn org_id(&self) -> OrgId {
        self.0.world.org_id.clone()
    }

    /// The organization's first directory.
    #[must_use]
    pub fn directory_id(&self) -> &str {
        self.0.world.directories.first().map_or("", |directory| &directory.id)
    }

    /// Simulated time.
    #[must_use]
    pub fn now(&self) -> SystemTime {
        let elapsed = self.0.runtime.monotonic().saturating_sub(self.0.zero);
        let ahead = Duration::from_millis(self.0.ahead.load(Ordering::Relaxed));
        self.0.start.checked_add(elapsed.saturating_add(ahead)).unwrap_or(self.0.start)
    }

    /// All organizations: this one, then those of
    /// [`SimulatorBuilder::organization`](crate::SimulatorBuilder::organization), each with its own
    /// changes, requests and faults.
    pub fn organizations(&self) -> impl Iterator<Item = Self> + use<> {
        std::iter::once(self.clone()).chain(self.0.others.clone())
    }

    /// The other organization that a path names, if it does.
    pub(crate) fn other(&self, path: &str) -> Option<&Self> {
        let names = |org: &OrgId| path.split('/').any(|segment| segment == org.as_str());
        self.0.others.iter().find(|other| names(&other.0.world.org_id))
    }

    /// Moves simulated time forward, for hosts whose own time cannot be moved.
    pub fn advance(&self, duration: Duration) {
        self.0.others.iter().for_each(|other| other.advance(duration));
        let millis = u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
        self.0.ahead.fetch_add(millis, Ordering::Relaxed);
    }

    /// Replaces all faults; the new ones have not applied yet.
    pub fn set_faults(&self, faults: Vec<Fault>) {
        self.state().faults = FaultPlan::new(self.0.world.seed, faults);
    }

    /// The faults in force, and how often each has applied.
    #[must_use]
    pub fn faults(&self) -> Vec<(Fault, u64)> {
        self.state().faults.applied()
    }

    /// How many requests there were since the start, or since [`Self::clear_requests`]. Counts all,
    /// also those that are forgotten.
    #[must_use]
    pub fn request_count(&self) -> u64 {
        self.state().seen_count
    }

    /// All requests since the start, or since [`Self::clear_requests`], the earliest first.
    ///
    /// # Errors
    /// [`ForgottenRequests`] after more than 10,000 requests: the details of the earliest ones are
    /// forgotten. [`Self::requests_from`] returns those that are left, and
    /// [`Self::request_count`] counts all.
    pub fn requests(&self) -> Result<Vec<SeenRequest>, ForgottenRequests> {
        self.requests_from(0)
    }

    /// The requests from this number on, the earliest first; the first request has the number 0.
    ///
    /// # Errors
    /// [`ForgottenRequests`] where the request of this number is forgotten: the simulator keeps the
    /// details of the last 10,000.
    pub fn requests_from(&self, number: u64) -> Result<Vec<SeenRequest>, ForgottenRequests> {
        let state = self.state();
        let (count, kept) = (state.seen_count, state.seen.len() as u64);
        let forgotten = count.saturating_sub(kept);
        let skipped = number.checked_sub(forgotten);
        let skipped = skipped.ok_or(ForgottenRequests { asked: number, forgotten, count })?;
        Ok(state.seen.iter().skip(usize::try_from(skipped).unwrap_or(usize::MAX)).cloned().collect())
    }

    /// Forgets the requests, and counts from 0 again.
    pub fn clear_requests(&self) {
        let mut state = self.state();
        state.seen.clear();
        state.seen_count = 0;
    }

    /// All changes that requests made, the earliest first. A request that changes nothing is not
    /// listed; a scenario is only if it is [`recorded`](crate::Scenario::recorded).
    ///
    /// No change is ever forgotten.
    #[must_use]
    pub fn changes(&self) -> Vec<SeenChange> {
        self.state().store.log.changes().map(SeenChange::from).collect()
    }

    /// The identifiers of all events that are visible now, in the order of processing.
    pub fn visible_event_ids(&self) -> impl Iterator<Item = EventId> + Send + use<> {
        let simulator = self.clone();
        let state = self.state();
        let (now, late, log) = (self.now_millis(), state.faults.lateness(), state.store.log.clone());
        (0..log.count_at(log.now(now))).filter_map(move |position| {
            let audit = AuditLog::new(&simulator.0.world, &log, &late, now);
            audit.is_visible(position).then(|| audit.id(position).into())
        })
    }

    /// The JSON of an event as `events-stream` returns it; 0 is the oldest. Every index has an
    /// event, which may not be processed yet.
    ///
    /// A change by a request becomes the newest event, which moves the indices of all events that
    /// are not processed yet by one.
    #[must_use]
    pub fn event_json(&self, index: u64) -> String {
        let state = self.state();
        let audit = AuditLog::new(&self.0.world, &state.store.log, &[], self.now_millis());
        serde_json::to_string(&audit.event(index)).unwrap_or_default()
    }

    /// Carries out a reply's delay.
    pub(crate) async fn wait(&self, delay: Duration) {
        // Even the shortest sleep of a real clock takes a millisecond.
        if delay > Duration::ZERO {
            self.0.runtime.sleep(delay).await;
        }
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.0
    }

    pub(crate) fn now_millis(&self) -> i64 {
        EpochMillis::from(self.now()).0
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // Each change is one step, so a panic elsewhere leaves the state whole.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    pub(crate) fn remember(&mut self, request: SeenRequest) {
        if self.seen.len() == REMEMBERED {
            self.seen.pop_front();
        }
        self.seen.push_back(request);
        self.seen_count += 1;
    }
}

impl std::fmt::Debug for Simulator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The keys open nothing real, but they look like keys, and logs are searched for those.
        f.debug_struct("Simulator")
            .field("seed", &self.0.world.seed)
            .field("org_id", &self.0.world.org_id.as_str())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::default_start;
    use atlassian_admin_testing::VirtualTime;

    fn simulator(seed: u64) -> Simulator {
        Simulator::builder(Arc::new(VirtualTime::new(drop))).seed(seed).build()
    }

    #[test]
    fn keys_follow_from_the_seed_and_are_not_printed() {
        let one = simulator(1);
        assert!(one.api_key().starts_with("ATCTT3xSim"));
        assert_eq!(one.api_key(), simulator(1).api_key());
        assert_ne!(one.api_key(), simulator(2).api_key());
        assert_ne!(one.api_key(), one.directory_key());
        let shown = format!("{one:?}");
        assert!(!shown.contains(one.api_key()) && !shown.contains(one.directory_key()), "{shown}");
    }

    #[test]
    fn time_starts_at_date_of_the_seed_and_follows_the_runtime() {
        let time = VirtualTime::new(drop);
        time.advance(Duration::from_secs(1_000));
        let simulator = Simulator::builder(Arc::new(time.clone())).seed(30).build();
        assert_eq!(simulator.now(), default_start(2));
        time.advance(Duration::from_secs(7));
        assert_eq!(simulator.now(), default_start(2) + Duration::from_secs(7));
    }

    #[test]
    fn requests_are_counted_without_end_and_refused_when_forgotten() {
        let simulator = simulator(1);
        let remember = |number: usize| {
            let request = SeenRequest { method: "GET".into(), target: number.to_string(), status: Some(200) };
            simulator.state().remember(request);
        };
        (0..REMEMBERED).for_each(remember);
        assert_eq!(simulator.requests().unwrap().len(), REMEMBERED);
        (REMEMBERED..REMEMBERED + 5).for_each(remember);
        let count = REMEMBERED as u64 + 5;
        assert_eq!(simulator.request_count(), count);
        let error = ForgottenRequests { asked: 4, forgotten: 5, count };
        assert_eq!(simulator.requests_from(4), Err(error));
        let error =
            "request 0 is not kept, as are the first 5 of 10005: read the requests from 5 on, or count them";
        assert_eq!(simulator.requests().unwrap_err().to_string(), error);
        let seen = simulator.requests_from(5).unwrap();
        assert_eq!((seen.len(), seen[0].target.as_str()), (REMEMBERED, "5"));
        assert_eq!(simulator.requests_from(count - 1).unwrap()[0].target, "10004");
        assert_eq!(simulator.requests_from(count), Ok(Vec::new()));
        simulator.clear_requests();
        assert_eq!((simulator.requests(), simulator.request_count()), (Ok(Vec::new()), 0));
    }
}
