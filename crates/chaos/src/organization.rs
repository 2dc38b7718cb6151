//! The simulated organization of a round: it listens on loopback, and its clock and faults follow
//! the plan.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use atlassian_admin_core::model::{Event, Timestamp};
use atlassian_admin_simulator::{LoopbackServer, Simulator};
use tokio::sync::watch;

use crate::Outcome;
use crate::clock::StoppedClock;
use crate::plan::Plan;

#[derive(Debug)]
pub(crate) struct Organization {
    pub(crate) simulator: Simulator,
    pub(crate) server: LoopbackServer,
    /// How many requests have come.
    requests: watch::Receiver<u64>,
    jumps: Arc<Jumps>,
    /// How often each fault has applied, but for those in force.
    applied: BTreeMap<String, u64>,
}

impl Organization {
    pub(crate) fn start(plan: &Plan) -> Outcome<Self> {
        let (count, requests) = watch::channel(0);
        let jumps = Arc::new(Jumps::new(plan.log.jumps.iter().copied().collect()));
        let to_come = Arc::clone(&jumps);
        let simulator = Simulator::builder(Arc::new(StoppedClock))
            .seed(plan.seed)
            .events(plan.log.history)
            .events_per_minute(60_000.0 / plan.log.gap as f64)
            .quirks(plan.log.quirks.iter().copied())
            // Its clock is stopped while the exporter waits, so a minute would never end.
            .rate_limits(false)
            .on_request(move |simulator, number| {
                if let Some(jump) = left(&to_come).remove(&number) {
                    simulator.advance(jump);
                }
                count.send_replace(number);
            })
            .build();
        let server = LoopbackServer::start(simulator.clone(), ([127, 0, 0, 1], 0).into())?;
        Ok(Self { simulator, server, requests, jumps, applied: BTreeMap::new() })
    }

    /// How many requests have come.
    pub(crate) fn requests(&self) -> u64 {
        *self.requests.borrow()
    }

    /// Completes once so many requests have come.
    pub(crate) async fn reached(&self, requests: u64) {
        // The simulator, which counts, lives as long as this does.
        let _ = self.requests.clone().wait_for(|count| *count >= requests).await;
    }

    /// Replaces the faults.
    pub(crate) fn inject<'a>(&mut self, faults: impl IntoIterator<Item = &'a String>) -> Outcome {
        self.count_applied();
        let faults = faults.into_iter().map(|fault| fault.parse()).collect::<Result<_, _>>()?;
        self.simulator.set_faults(faults);
        Ok(())
    }

    /// How many jumps of the clock are still to come.
    pub(crate) fn jumps_left(&self) -> usize {
        left(&self.jumps).len()
    }

    /// Lets all happen that is still to happen, and be seen: from now on nothing changes any more.
    pub(crate) fn calm(&mut self) -> Outcome {
        let jumps = std::mem::take(&mut *left(&self.jumps));
        self.simulator.advance(jumps.into_values().sum());
        self.inject([])
    }

    /// Counts what has applied until now, and gives all of it by kind.
    pub(crate) fn count_applied(&mut self) -> BTreeMap<String, u64> {
        for (fault, times) in self.simulator.faults().into_iter().filter(|(_, times)| *times > 0) {
            let kind = fault.to_string().split(':').next().unwrap_or_default().to_owned();
            *self.applied.entry(kind).or_default() += times;
        }
        self.applied.clone()
    }

    /// The truth: each event of the part of the log that is asked for, as the line that an export
    /// writes of it.
    pub(crate) fn lines(&self, plan: &Plan) -> Outcome<Vec<String>> {
        let mut lines = Vec::new();
        for index in 0..self.simulator.visible_event_ids().count() as u64 {
            let line = self.simulator.event_json(index);
            let Event { attributes, .. } = serde_json::from_str(&line)?;
            let processed = attributes.and_then(|attributes| attributes.processed_at);
            let time = processed.as_ref().and_then(Timestamp::millis);
            let asked = plan.from.as_ref().is_none_or(|from| time >= from.millis())
                && plan.to.as_ref().is_none_or(|to| time <= to.millis());
            lines.extend(asked.then_some(line));
        }
        Ok(lines)
    }
}

/// The jumps of the clock that are still to come, by the number of the request.
type Jumps = Mutex<BTreeMap<u64, Duration>>;

fn left(jumps: &Jumps) -> MutexGuard<'_, BTreeMap<u64, Duration>> {
    jumps.lock().unwrap_or_else(PoisonError::into_inner)
}
