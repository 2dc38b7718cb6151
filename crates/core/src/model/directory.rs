//! Directories of users.

use super::DirectoryId;
use super::macros::object;

object! {
    /// A directory: where users and groups live, and identity providers are connected.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v2-orgs-orgid-directories-get).
    Directory {
        optional {
            /// Its identifier, which changes of its users and groups need.
            directory_id: DirectoryId = "directoryId",
            /// Its name.
            name: String = "name",
            /// The URL of its icon.
            icon: String = "icon",
        }
    }
}
