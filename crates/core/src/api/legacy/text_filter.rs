//! Text filters of the searches of version 1.

use crate::model::macros::input;

input! {
    /// A filter by text.
    TextFilter {
        optional {
            /// One of these exact values.
            eq: Vec<String> = "eq",
            /// A value that contains this text.
            contains: String = "contains",
        }
    }
}
