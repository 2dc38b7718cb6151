//! Counts.

use super::macros::object;
use crate::endpoint::Answer;

object! {
    /// How many of something there are.
    Count {
        required {
            /// How many.
            count: u64 = "count",
        }
    }
}

impl Answer for Count {}
