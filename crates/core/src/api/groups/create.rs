//! `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups`

use crate::api::macros::endpoint;

endpoint! {
    /// Creates a group.
    ///
    /// The response is empty: search for the name to get the identifier of the new group. The
    /// search can find the group only after a moment. If the name is in use, the server returns a
    /// conflict (409).
    Create: Post "/admin/v2/orgs/{orgId}/directories/{directoryId}/groups";
    id: "createGroup"; name: groups.create; scope: Directory;
    docs: "https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-post";
    facts: .success(&[201]);
    returns: ();
    required {
        /// The name.
        name: String = "name" body,
    }
    optional {
        /// The description.
        description: String = "description" body,
    }
}
