//! Who wants to know of each request when it comes.

use std::fmt::{Debug, Formatter};
use std::sync::Arc;

use crate::simulator::Simulator;

type Call = dyn Fn(&Simulator, u64) + Send + Sync;

/// A function that is called at each request, if there is one.
#[derive(Clone, Default)]
pub(crate) struct Witness(Option<Arc<Call>>);

impl Witness {
    pub(crate) fn new(call: impl Fn(&Simulator, u64) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(call)))
    }

    /// Tells of the request of this number. Nothing may be locked: it may change the simulator.
    pub(crate) fn tell(&self, simulator: &Simulator, number: u64) {
        if let Some(call) = &self.0 {
            call(simulator, number);
        }
    }
}

impl Debug for Witness {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_some() { "Witness(…)" } else { "Witness(none)" })
    }
}
