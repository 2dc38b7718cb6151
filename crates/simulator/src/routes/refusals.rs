//! What the second version of the organization API, and the operations on roles, make of a refusal.

use crate::problem::Problem;
use crate::store::Refusal;

/// The status and code of a refusal.
pub(super) fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::UnknownUser | Refusal::NotInDirectory | Refusal::DeletedAccount => {
            Problem::UAM_NO_RESOURCE.with_detail("One or more user not found in the directory")
        }
        Refusal::NotMember => Problem::UAM_NO_RESOURCE.with_detail("The user is not in the group"),
        Refusal::UnknownDirectory => Problem::UAM_NO_RESOURCE.with_detail("The directory was not found"),
        Refusal::UnknownResource => Problem::UAM_NO_RESOURCE,
        Refusal::UnknownGroup => Problem::UAM_NO_GROUP,
        Refusal::DirectoryNeeded => bad("A change needs the identifier of one directory"),
        Refusal::UnknownRole => bad("The role is not known"),
        Refusal::InvalidName => bad("The name must have 1 to 255 characters"),
        Refusal::InvalidEmail => bad("An address is not valid"),
        Refusal::OrgAdmin => bad("An organization administrator cannot be suspended"),
        Refusal::LastOrgAdmin => bad("The organization needs an administrator"),
        Refusal::InactiveUser => Problem::UAM_INACTIVE_USER,
        Refusal::RoleDoesNotFit => Problem::UAM_BAD_ROLE,
        Refusal::SyncedGroup => forbidden("The group is managed by an identity provider"),
        Refusal::SyncedUser => forbidden("The user is managed by an identity provider"),
        Refusal::DefaultGroup => forbidden("The group is a default group"),
        Refusal::AdminGroup => forbidden("The group grants the access of an administrator"),
        Refusal::AlreadyMember => Problem::UAM_CONFLICT.with_detail("The user is in the group already"),
        Refusal::NameTaken => Problem::UAM_CONFLICT.with_detail("The name is taken"),
        Refusal::LicenceLimit => Problem::UAM_LICENCE_LIMIT,
        // Nothing that these operations do can be refused for the rest.
        _ => Problem::UAM_CONFLICT,
    }
}

/// A request that breaks a documented rule.
pub(super) fn bad(detail: &'static str) -> Problem {
    Problem::UAM_BAD_REQUEST.with_detail(detail)
}

fn forbidden(detail: &'static str) -> Problem {
    Problem::UAM_FORBIDDEN.with_detail(detail)
}
