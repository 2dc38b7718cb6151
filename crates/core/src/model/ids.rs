//! Identifiers. All are opaque: Atlassian's identifiers are not always UUIDs, so constructors do
//! not validate them. They remove surrounding white space and invisible characters, so that the
//! identifier equals the one that the server sends.

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
    /// An event of the audit log.
    EventId
}
id! {
    /// A directory of users, or [`EVERY`](Self::EVERY) for all directories that the key can
    /// manage.
    DirectoryId
}

impl DirectoryId {
    /// All directories that the key can manage, for read operations: `-`.
    pub const EVERY: &'static str = "-";
}

id! {
    /// A group.
    GroupId
}
id! {
    /// A policy.
    PolicyId
}
id! {
    /// A resource of roles and policies: an ARI such as `ari:cloud:jira-software::site/…`.
    ResourceId
}
id! {
    /// An API token of a user.
    TokenId
}
id! {
    /// A SCIM record of a user or group. It is not an account id.
    ScimId
}
