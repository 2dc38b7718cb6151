//! Counts.

use super::macros::object;
use crate::response::ResponseBody;

object! {
    /// A number of items.
    Count {
        required {
            /// The number.
            count: u64 = "count",
        }
    }
}

impl ResponseBody for Count {}
