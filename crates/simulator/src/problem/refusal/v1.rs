//! As the first version of the organization API tells it.

use crate::problem::Problem;
use crate::store::Refusal;

impl Problem {
    /// What the operations of version 1 answer, and those on the links to identity providers.
    pub(crate) fn v1(refusal: Refusal) -> Self {
        match refusal {
            Refusal::UnknownUser => Self::NO_USER,
            Refusal::UnknownGroup => Self::NO_GROUP,
            Refusal::UnknownResource => Self::NO_RESOURCE,
            Refusal::UnknownDirectory => Self::NO_RESOURCE.with_detail("The directory was not found"),
            Refusal::UnknownToken => Self::NO_RESOURCE.with_detail("The token was not found"),
            Refusal::UnknownPolicy => Self::NO_POLICY,
            Refusal::UnknownPolicyResource => Self::NO_POLICY_RESOURCE,
            Refusal::NotMember => Self::NO_USER.with_detail("The user is not in the group"),
            Refusal::NotInDirectory => Self::NO_USER.with_detail("The user is not in the directory"),

            Refusal::DirectoryNeeded => Self::BAD_RESOURCE.with_detail("A change needs one directory"),
            Refusal::OrgAdmin => {
                Self::BAD_RESOURCE.with_detail("An administrator of the organization cannot be suspended")
            }
            Refusal::LastOrgAdmin => {
                Self::BAD_RESOURCE.with_detail("The organization would be left without an administrator")
            }
            Refusal::DeletedAccount => Self::BAD_RESOURCE.with_detail("The account is deleted"),
            Refusal::UnverifiedDomain => Self::BAD_RESOURCE.with_detail("The domain is not verified"),
            Refusal::ReadOnlyPolicy => {
                Self::BAD_RESOURCE.with_detail("Policies of this type cannot be changed")
            }
            Refusal::InvalidPolicy => Self::BAD_RESOURCE.with_detail("The policy is not valid"),
            Refusal::UnknownRole => Self::BAD_BODY.with_detail("There is no such role"),
            Refusal::InvalidName => Self::BAD_BODY.with_detail("The name is not valid"),
            Refusal::InvalidEmail => Self::BAD_BODY.with_detail("The address is not valid"),
            Refusal::Immutable => Self::BAD_BODY.with_detail("A member cannot be changed"),
            Refusal::RoleDoesNotFit => Self::UAM_BAD_ROLE,
            Refusal::InactiveUser => Self::UAM_INACTIVE_USER,

            Refusal::SyncedGroup => {
                Self::MAY_NOT_MANAGE_GROUP.with_detail("An identity provider manages the group")
            }
            Refusal::DefaultGroup => Self::DEFAULT_GROUP,
            Refusal::AdminGroup => Self::ADMIN_GROUP,
            Refusal::SyncedUser => {
                Self::MAY_NOT_MANAGE_ORG.with_detail("An identity provider manages the user")
            }
            Refusal::UnmanagedAccount => {
                Self::MAY_NOT_MANAGE_ORG.with_detail("The organization does not manage the account")
            }

            Refusal::AlreadyMember => Self::CONFLICT.with_detail("The user is in the group already"),
            Refusal::NameTaken => Self::CONFLICT.with_detail("There is a group of this name"),
            Refusal::EmailTaken => Self::CONFLICT.with_detail("There is an account with this address"),
            Refusal::NotForDeletion => Self::CONFLICT.with_detail("The account is not about to be deleted"),
            Refusal::GroupNotEmpty => Self::GROUP_NOT_EMPTY,
            Refusal::LicenceLimit => Self::LICENCE_LIMIT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Family;
    use serde_json::Value;

    #[test]
    fn each_refusal_has_its_code() {
        for (refusal, status, code) in [
            (Refusal::UnknownUser, 404, "ADMIN-404-8"),
            (Refusal::UnknownGroup, 404, "ADMIN-404-10"),
            (Refusal::UnknownDirectory, 404, "ADMIN-404-1"),
            (Refusal::UnknownPolicy, 404, "ADMIN-404-5"),
            (Refusal::UnknownPolicyResource, 404, "ADMIN-404-6"),
            (Refusal::OrgAdmin, 400, "ADMIN-400-4"),
            (Refusal::InvalidName, 400, "ADMIN-400-24"),
            (Refusal::RoleDoesNotFit, 400, "ADMIN-UAM-400-3"),
            (Refusal::SyncedGroup, 403, "ADMIN-403-5"),
            (Refusal::DefaultGroup, 403, "ADMIN-403-6"),
            (Refusal::AdminGroup, 403, "ADMIN-403-7"),
            (Refusal::UnmanagedAccount, 403, "ADMIN-403-3"),
            (Refusal::NameTaken, 409, "ADMIN-409-28"),
            (Refusal::LicenceLimit, 409, "ADMIN-409-3"),
            (Refusal::GroupNotEmpty, 409, "ADMIN-409-5"),
        ] {
            let problem = Problem::v1(refusal);
            let body: Value = serde_json::from_str(&problem.body(Family::V1, "t", "/", 0).1).unwrap();
            assert_eq!((problem.status.as_u16(), &body["errors"][0]["code"]), (status, &code.into()));
        }
    }
}
