//! Identifiers. All are opaque: Atlassian's ids are not reliably UUIDs, so none is checked when it
//! is made. White space and invisible characters around it are removed, so that it equals the id
//! that the server sends.

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
id! {
    /// A directory of users, or [`EVERY`](Self::EVERY) directory that the key may manage.
    DirectoryId
}

impl DirectoryId {
    /// All directories that the key may manage, for operations that only read: `-`.
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
    /// A resource that roles and policies are about: an ARI such as `ari:cloud:jira-software::site/…`.
    ResourceId
}
id! {
    /// An API token of a user.
    TokenId
}
id! {
    /// A user's or group's record in a directory that an identity provider fills. It is no account id.
    ScimId
}
