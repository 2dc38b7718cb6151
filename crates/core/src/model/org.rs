//! Organizations.
//!
//! Properties marked "undocumented" were seen in responses of the real API and are missing from
//! Atlassian's document. Do not rely on them.

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
            /// The listing's URL, where there is no `links`. Undocumented.
            related: String = "related",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn related_listings_are_read_in_both_forms() {
        let org: Org = serde_json::from_str(
            r#"{"id":"o","relationships":{"domains":{"related":"d"},"users":{"links":{"related":"u"}}}}"#,
        )
        .unwrap();
        let relationships = org.relationships.unwrap();
        assert_eq!(relationships.domains.unwrap().related.as_deref(), Some("d"));
        assert_eq!(relationships.users.unwrap().links.unwrap().related.as_deref(), Some("u"));
    }
}
