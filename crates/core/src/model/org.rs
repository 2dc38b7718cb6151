//! Organizations.

use super::macros::object;
use super::{Links, OrgId};

object! {
    /// An organization.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get).
    Org {
        required {
            /// Its identifier.
            id: OrgId = "id",
        }
        optional {
            /// Always `orgs`.
            kind: String = "type",
            /// What describes it.
            attributes: OrgAttributes = "attributes",
            /// Where its domains and users are listed.
            relationships: OrgRelationships = "relationships",
            /// Where it stands.
            links: Links = "links",
        }
    }
}

object! {
    /// What describes an organization.
    OrgAttributes {
        optional {
            /// Its name.
            name: String = "name",
        }
    }
}

object! {
    /// What belongs to an organization.
    OrgRelationships {
        optional {
            /// Its domains.
            domains: Relationship = "domains",
            /// Its managed accounts.
            users: Relationship = "users",
        }
    }
}

object! {
    /// Where related resources are listed.
    Relationship {
        optional {
            /// The links.
            links: RelatedLinks = "links",
        }
    }
}

object! {
    /// Links to related resources.
    RelatedLinks {
        optional {
            /// The listing's URL.
            related: String = "related",
        }
    }
}
