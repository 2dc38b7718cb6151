//! Counts.

use super::macros::object;
use crate::response::ResponseBody;

object! {
    /// How many of something there are.
    Count {
        required {
            /// How many.
            count: u64 = "count",
        }
    }
}

impl ResponseBody for Count {}
