//! The part of the log that is asked for.

use serde::{Deserialize, Serialize};

use crate::model::EpochMillis;

/// A part of the audit log, by processing time; the default is all of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The earliest time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<EpochMillis>,
    /// The latest time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<EpochMillis>,
}
