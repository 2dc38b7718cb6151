//! Directories of users.

use super::DirectoryId;
use super::macros::object;

object! {
    /// A directory: a set of users and groups, to which identity providers can be connected.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v2-orgs-orgid-directories-get).
    Directory {
        required {
            /// Its identifier. Write operations on its users and groups need it.
            id: DirectoryId = "directoryId",
        }
        optional {
            /// Its name.
            name: String = "name",
            /// The URL of its icon.
            icon: String = "icon",
        }
    }
}
