//! Domains that an organization has claimed.

use super::macros::{object, string_enum};
use super::{DomainId, Links};

string_enum! {
    /// The status of the claim of a domain.
    ClaimStatus {
        /// The claim is verified.
        Verified = "verified",
        /// The claim was deleted.
        Deleted = "deleted",
        /// The claim is not verified yet.
        Unverified = "unverified",
        /// Another organization claimed the domain later.
        Superseded = "superseded",
        /// The verification token is missing.
        MissingToken = "missing_token",
    }
}

string_enum! {
    /// The method of verification of a domain.
    ClaimType {
        /// A file on the web server of the domain.
        Http = "http",
        /// A DNS record of the domain.
        Dns = "dns",
    }
}

object! {
    /// A domain of an organization.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get).
    Domain {
        required {
            /// Its identifier.
            id: DomainId = "id",
        }
        optional {
            /// Always `domains`.
            kind: String = "type",
            /// Its attributes.
            attributes: DomainAttributes = "attributes",
            /// Its links.
            links: Links = "links",
        }
    }
}

object! {
    /// The attributes of a domain.
    DomainAttributes {
        optional {
            /// The domain name, such as `example.com`.
            name: String = "name",
            /// The claim.
            claim: DomainClaim = "claim",
        }
    }
}

object! {
    /// The claim of a domain.
    DomainClaim {
        optional {
            /// The method of verification.
            kind: ClaimType = "type",
            /// The status of the claim.
            status: ClaimStatus = "status",
        }
    }
}
