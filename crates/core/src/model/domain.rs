//! Domains that an organization has claimed.

use super::macros::{object, string_enum};
use super::{DomainId, Links};

string_enum! {
    /// How far the claim of a domain is.
    ClaimStatus {
        /// The claim holds.
        Verified = "verified",
        /// The claim was given up.
        Deleted = "deleted",
        /// The proof has not been seen yet.
        Unverified = "unverified",
        /// Another organization claimed the domain later.
        Superseded = "superseded",
        /// The proof is gone.
        MissingToken = "missing_token",
    }
}

string_enum! {
    /// How the claim of a domain was proved.
    ClaimType {
        /// By a file on the domain's web server.
        Http = "http",
        /// By a record in the domain's name server.
        Dns = "dns",
    }
}

object! {
    /// A domain of an organization.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get).
    Domain {
        required {
            /// Its identifier.
            id: DomainId = "id",
        }
        optional {
            /// Always `domains`.
            kind: String = "type",
            /// What describes it.
            attributes: DomainAttributes = "attributes",
            /// Where it stands.
            links: Links = "links",
        }
    }
}

object! {
    /// What describes a domain.
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
            /// How it was proved.
            kind: ClaimType = "type",
            /// How far it is.
            status: ClaimStatus = "status",
        }
    }
}
