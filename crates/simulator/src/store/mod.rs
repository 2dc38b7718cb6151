//! What requests have changed. All else is a pure function of the seed: see [`crate::data`].

/// Everything that changes by requests.
#[derive(Debug, Default)]
#[allow(dead_code, reason = "filled by the operations that change something")]
pub(crate) struct Store {}
