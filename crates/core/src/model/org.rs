//! Organizations.
//!
//! Properties marked "undocumented" were observed in responses of the server and are missing from
//! Atlassian's documentation. Do not rely on them.

use super::macros::object;
use super::{Links, OrgId};

object! {
    /// An organization.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get).
    Org {
        required {
            /// Its identifier.
            id: OrgId = "id",
        }
        optional {
            /// Always `orgs`.
            kind: String = "type",
            /// Its attributes.
            attributes: OrgAttributes = "attributes",
            /// Links to its domains and users.
            relationships: OrgRelationships = "relationships",
            /// Its links.
            links: Links = "links",
        }
    }
}

object! {
    /// The attributes of an organization.
    OrgAttributes {
        optional {
            /// Its name.
            name: String = "name",
        }
    }
}

object! {
    /// The relationships of an organization.
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
    /// A link to related resources.
    Relationship {
        optional {
            /// The links.
            links: RelatedLinks = "links",
            /// The URL of the listing, if `links` is absent. Undocumented.
            related: String = "related",
        }
    }
}

object! {
    /// Links to related resources.
    RelatedLinks {
        optional {
            /// The URL of the listing.
            related: String = "related",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relationship_reads_both_forms() {
        let org: Org = serde_json::from_str(
            r#"{"id":"o","relationships":{"domains":{"related":"d"},"users":{"links":{"related":"u"}}}}"#,
        )
        .unwrap();
        let relationships = org.relationships.unwrap();
        assert_eq!(relationships.domains.unwrap().related.as_deref(), Some("d"));
        assert_eq!(relationships.users.unwrap().links.unwrap().related.as_deref(), Some("u"));
    }
}
