//! As the second version of the organization API, and the operations on roles, tell it.

use http::StatusCode;

use crate::problem::Problem;
use crate::store::Refusal;

impl Problem {
    /// What the operations of version 2 answer.
    pub(crate) fn v2(refusal: Refusal) -> Self {
        match refusal {
            Refusal::UnknownUser | Refusal::NotInDirectory | Refusal::DeletedAccount => {
                Self::UAM_NO_RESOURCE.with_detail("One or more user not found in the directory")
            }
            Refusal::NotMember => Self::UAM_NO_RESOURCE.with_detail("The user is not in the group"),
            Refusal::UnknownDirectory => Self::UAM_NO_RESOURCE.with_detail("The directory was not found"),
            Refusal::UnknownResource
            | Refusal::UnknownToken
            | Refusal::UnknownPolicy
            | Refusal::UnknownPolicyResource => Self::UAM_NO_RESOURCE,
            Refusal::UnknownGroup => Self::UAM_NO_GROUP,

            Refusal::DirectoryNeeded => Self::bad_v2("A change needs the identifier of one directory"),
            Refusal::UnknownRole => Self::bad_v2("The role is not known"),
            Refusal::InvalidName => Self::bad_v2("The name must have 1 to 255 characters"),
            Refusal::InvalidEmail => Self::bad_v2("An address is not valid"),
            Refusal::InvalidPolicy => Self::bad_v2("The policy is not valid"),
            Refusal::Immutable => Self::bad_v2("A member cannot be changed"),
            Refusal::OrgAdmin => Self::bad_v2("An organization administrator cannot be suspended"),
            Refusal::LastOrgAdmin => Self::bad_v2("The organization needs an administrator"),
            Refusal::InactiveUser => Self::UAM_INACTIVE_USER,
            Refusal::RoleDoesNotFit => Self::UAM_BAD_ROLE,

            Refusal::SyncedGroup => forbidden("The group is managed by an identity provider"),
            Refusal::SyncedUser => forbidden("The user is managed by an identity provider"),
            Refusal::UnmanagedAccount => forbidden("The organization does not manage the account"),
            Refusal::UnverifiedDomain => forbidden("The domain is not verified"),
            Refusal::ReadOnlyPolicy => forbidden("Policies of this type cannot be changed"),
            Refusal::DefaultGroup => forbidden("The group is a default group"),
            Refusal::AdminGroup => forbidden("The group grants the access of an administrator"),

            Refusal::AlreadyMember => Self::UAM_CONFLICT.with_detail("The user is in the group already"),
            Refusal::NameTaken => Self::UAM_CONFLICT.with_detail("The name is taken"),
            Refusal::EmailTaken => Self::UAM_CONFLICT.with_detail("The address is taken"),
            Refusal::NotForDeletion => {
                Self::UAM_CONFLICT.with_detail("The account is not about to be deleted")
            }
            Refusal::GroupNotEmpty => Self::UAM_CONFLICT.with_detail("The group still has members"),
            Refusal::LicenceLimit => Self::UAM_LICENCE_LIMIT,
        }
    }

    /// What the operations on the roles of users answer. Atlassian documents one code of 404 for them, whatever is not found.
    pub(crate) fn of_roles(refusal: Refusal) -> Self {
        let problem = Self::v2(refusal);
        if problem.status == StatusCode::NOT_FOUND {
            return Self::UAM_NO_GROUP.with_detail("The user or the resource was not found");
        }
        problem
    }

    /// A request that breaks a documented rule of version 2.
    pub(crate) fn bad_v2(detail: impl Into<std::borrow::Cow<'static, str>>) -> Self {
        Self::UAM_BAD_REQUEST.with_detail(detail)
    }
}

fn forbidden(detail: &'static str) -> Problem {
    Problem::UAM_FORBIDDEN.with_detail(detail)
}
