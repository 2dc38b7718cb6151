//! Records of SCIM: what an identity provider tells of users and groups (RFC 7643).
//!
//! The same types are read and written, so that reading a record, changing it and sending it back erases nothing.

mod filter;
mod group;
mod link;
mod patch;
mod user;

pub use filter::ScimFilter;
pub use group::ScimGroup;
pub use link::{ScimLink, ScimLinks};
pub use patch::{PatchAction, ScimChange, ScimPatch};
pub use user::{AtlassianUser, EnterpriseUser, ScimEmail, ScimName, ScimPhoneNumber, ScimUser};

use super::macros::{input, object};
use super::{ScimId, Timestamp};

object! {
    /// What the server says of a record. It is ignored in requests.
    ScimMeta {
        optional {
            /// What the record is of: `User` or `Group`, in capitals at times.
            resource_type: String = "resourceType",
            /// Its URL.
            location: String = "location",
            /// When it was made.
            created: Timestamp = "created",
            /// When it was last changed.
            last_modified: Timestamp = "lastModified",
        }
    }
}

input! {
    /// A user in a group, or a group of a user.
    ScimReference {
        optional {
            /// The identifier of the record.
            value: ScimId = "value",
            /// Its name, to show.
            display: String = "display",
            /// What it is: `User` or `Group`.
            kind: String = "type",
            /// Its URL.
            reference: String = "$ref",
        }
    }
}

impl ScimReference {
    /// The record with this identifier.
    #[must_use]
    pub fn to(id: impl Into<ScimId>) -> Self {
        Self::new().value(id)
    }
}
