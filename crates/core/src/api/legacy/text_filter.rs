//! How the searches of version 1 filter by texts.

use crate::model::macros::input;

input! {
    /// A filter by a text.
    TextFilter {
        optional {
            /// One of these, whole.
            eq: Vec<String> = "eq",
            /// With this in it.
            contains: String = "contains",
        }
    }
}
