//! Groups.

use super::macros::{object, string_enum};
use super::{DirectoryId, GroupId, Links};

object! {
    /// A group of users.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post).
    Group {
        required {
            /// Its identifier.
            id: GroupId = "id",
        }
        optional {
            /// Its directory. Write operations on the group need it. Optional: Atlassian documents
            /// no property of a group as required, and a walk of one directory knows it.
            directory_id: DirectoryId = "directoryId",
            /// Its name.
            name: String = "name",
            /// The description.
            description: String = "description",
            /// Whether an identity provider manages the group. Its members can then be changed
            /// only there.
            external_synced: bool = "externalSynced",
            /// The manager of the members.
            managed_by: GroupManager = "managedBy",
            /// The management operations that the key can perform.
            management_access: ManagementAccess = "managementAccess",
            /// The numbers of users and resources. Listings hold them only if requested.
            counts: GroupCounts = "counts",
            /// The links of the group.
            links: Links = "links",
        }
    }
}

object! {
    /// The numbers of users and resources of a group.
    GroupCounts {
        optional {
            /// The number of members.
            users: u64 = "users",
            /// The number of resources, such as sites, on which the group has roles.
            resources: u64 = "resources",
        }
    }
}

object! {
    /// The permitted management operations of a group.
    ManagementAccess {
        optional {
            /// Whether it can be deleted.
            deletable: bool = "deletable",
            /// Whether its members can be changed.
            modifiable: bool = "modifiable",
            /// Whether it can be read.
            readable: bool = "readable",
        }
    }
}

string_enum! {
    /// The manager of the members of a group.
    GroupManager {
        /// An identity provider.
        External = "external",
        /// Administrators.
        Admins = "admins",
        /// The members themselves, as a team.
        TeamMembers = "team-members",
        /// Any user can join.
        Open = "open",
    }
}

string_enum! {
    /// The type of a group.
    GroupType {
        /// A team.
        Team = "TEAM",
        /// An ordinary group.
        Group = "GROUP",
        /// A built-in group of the directory.
        UserbaseGroup = "USERBASE_GROUP",
    }
}
