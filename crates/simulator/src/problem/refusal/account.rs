//! As user management tells it.

use atlassian_admin_core::model::{AccountId, RestrictionReason};

use crate::problem::Problem;
use crate::store::Refusal;

impl Problem {
    /// What the operations on this managed account answer.
    pub(crate) fn of_account(refusal: Refusal, account: &AccountId) -> Self {
        match refusal {
            Refusal::UnmanagedAccount => Self::FORBIDDEN_USER,
            Refusal::DeletedAccount => {
                Self::lifecycle_conflict(account.as_str(), "deleted", "The account is deleted or about to be")
            }
            Refusal::LastOrgAdmin | Refusal::OrgAdmin => {
                Self::forbidden_action(RestrictionReason::Administrative.as_str())
            }
            Refusal::SyncedUser => Self::forbidden_action(RestrictionReason::Scim.as_str()),
            Refusal::UnknownUser => Self::NO_ACCOUNT,
            Refusal::UnknownToken | Refusal::NotForDeletion => Self::NOT_FOUND,
            // The handler, which knows the values, tells of these by the member that is wrong.
            Refusal::InvalidEmail | Refusal::EmailTaken | Refusal::UnverifiedDomain
            // The rest is not about accounts.
            | Refusal::UnknownDirectory
            | Refusal::DirectoryNeeded
            | Refusal::UnknownGroup
            | Refusal::UnknownResource
            | Refusal::UnknownRole
            | Refusal::NotMember
            | Refusal::AlreadyMember
            | Refusal::NotInDirectory
            | Refusal::NameTaken
            | Refusal::InvalidName
            | Refusal::SyncedGroup
            | Refusal::GroupNotEmpty
            | Refusal::DefaultGroup
            | Refusal::AdminGroup
            | Refusal::RoleDoesNotFit
            | Refusal::LicenceLimit
            | Refusal::InactiveUser
            | Refusal::UnknownPolicy
            | Refusal::UnknownPolicyResource
            | Refusal::ReadOnlyPolicy
            | Refusal::InvalidPolicy
            | Refusal::Immutable => Self::NOT_FOUND,
        }
    }
}
