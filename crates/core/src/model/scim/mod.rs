//! SCIM records: users and groups that an identity provider manages (RFC 7643).
//!
//! The same types are read and written, so that a record can be read, changed and sent back
//! without loss.

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
    /// Metadata of a record by the server. Ignored in requests.
    ScimMeta {
        optional {
            /// The type of the record: `User` or `Group`, sometimes in upper case.
            resource_type: String = "resourceType",
            /// Its URL.
            location: String = "location",
            /// When it was created.
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
            /// The display name.
            display: String = "display",
            /// The type of the record: `User` or `Group`.
            kind: String = "type",
            /// Its URL.
            reference: String = "$ref",
        }
    }
}

impl ScimReference {
    /// Creates a reference to the record with this identifier.
    #[must_use]
    pub fn to(id: impl Into<ScimId>) -> Self {
        Self::new().value(id)
    }
}
