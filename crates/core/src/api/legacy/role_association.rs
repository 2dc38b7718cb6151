//! Role assignments of version 1.

use crate::model::macros::input;
use crate::model::{ResourceId, RoleId};

input! {
    /// A role on a resource.
    RoleAssociation {
        required {
            /// The resource.
            resource: ResourceId = "resource",
            /// The role.
            role: RoleId = "role",
        }
    }
}
