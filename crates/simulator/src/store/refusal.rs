//! Why a request is refused. Which status and code that is, depends on the operation.

/// A rule that a request would break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    UnknownDirectory,
    /// A change must name the directory; `-` stands for all of them.
    DirectoryNeeded,
    UnknownUser,
    UnknownGroup,
    UnknownResource,
    UnknownRole,
    /// The user is not in the group.
    NotMember,
    /// The user is in the group already; only with a quirk, else it is taken as done.
    AlreadyMember,
    /// The user is not in the directory, or in another one than the group or the resource.
    NotInDirectory,
    NameTaken,
    InvalidName,
    /// An identity provider decides who is in the group.
    SyncedGroup,
    /// An identity provider decides about the profile.
    SyncedUser,
    GroupNotEmpty,
    /// The group by which users get into a product cannot be deleted.
    DefaultGroup,
    /// A group of administrators cannot be deleted.
    AdminGroup,
    /// The resource has no such role.
    RoleDoesNotFit,
    LicenceLimit,
    /// Administrators of the organization cannot be suspended.
    OrgAdmin,
    /// The organization would be left without an administrator.
    LastOrgAdmin,
    InactiveUser,
    /// The account is deleted, or is about to be.
    DeletedAccount,
    /// There is no deletion that could be cancelled.
    NotForDeletion,
    /// The account's domain is not the organization's.
    UnmanagedAccount,
    /// The domain of the new address is not the organization's.
    UnverifiedDomain,
    InvalidEmail,
    /// Another account has this address.
    EmailTaken,
    UnknownPolicy,
    UnknownPolicyResource,
    /// The policy's type is one that can only be read.
    ReadOnlyPolicy,
    /// Something that a policy needs is missing, or is not of its kind.
    InvalidPolicy,
    UnknownToken,
    /// A member that cannot be changed, such as the name of a provisioned group.
    Immutable,
}
