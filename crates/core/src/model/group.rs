//! Groups.

use super::macros::{object, string_enum};
use super::{DirectoryId, GroupId, Links};

object! {
    /// A group of users.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post).
    Group {
        optional {
            /// Its identifier.
            id: GroupId = "id",
            /// The directory that it is in, which changes of it need.
            directory_id: DirectoryId = "directoryId",
            /// Its name.
            name: String = "name",
            /// What it is for.
            description: String = "description",
            /// Whether it comes from an identity provider: then its members can be changed there only.
            external_synced: bool = "externalSynced",
            /// Who looks after its members.
            managed_by: GroupManager = "managedBy",
            /// What the key may do with it.
            management_access: ManagementAccess = "managementAccess",
            /// How many there are of what it holds. In listings only where asked for.
            counts: GroupCounts = "counts",
            /// Where the group stands in the listing.
            links: Links = "links",
        }
    }
}

object! {
    /// How many users a group has, and how many resources it opens.
    GroupCounts {
        optional {
            /// Members.
            users: u64 = "users",
            /// Resources, such as sites, on which it has roles.
            resources: u64 = "resources",
        }
    }
}

object! {
    /// What may be done with a group.
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
    /// Who looks after the members of a group.
    GroupManager {
        /// An identity provider.
        External = "external",
        /// Administrators.
        Admins = "admins",
        /// The members themselves, as a team.
        TeamMembers = "team-members",
        /// Anyone may join.
        Open = "open",
    }
}

string_enum! {
    /// What kind of group it is.
    GroupType {
        /// A team.
        Team = "TEAM",
        /// An ordinary group.
        Group = "GROUP",
        /// A group that comes with the directory.
        UserbaseGroup = "USERBASE_GROUP",
    }
}
