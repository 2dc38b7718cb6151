//! Identifiers. All are opaque: Atlassian's ids are not reliably UUIDs, so none is checked or normalised.

use super::macros::id;

id! {
    /// An organization, such as `8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6`.
    OrgId
}
id! {
    /// A user account, such as `712020:9cf0c8ea-…` or `5d07f57ceec00a0bcb5eca63`.
    AccountId
}
id! {
    /// A domain that an organization has claimed.
    DomainId
}
id! {
    /// An entry of the audit log.
    EventId
}
