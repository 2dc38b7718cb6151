//! How version 1 names a role to grant.

use crate::model::macros::input;
use crate::model::{ResourceId, RoleId};

input! {
    /// A role on a resource.
    RoleAssociation {
        required {
            /// On what.
            resource: ResourceId = "resource",
            /// The role.
            role: RoleId = "role",
        }
    }
}
