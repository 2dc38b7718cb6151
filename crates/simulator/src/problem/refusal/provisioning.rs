//! As user provisioning tells it.

use crate::problem::{Problem, ScimType};
use crate::store::Refusal;

impl Problem {
    /// What provisioning answers about a resource, such as `USER 1234`.
    pub(crate) fn of_provisioning(refusal: Refusal, resource: &str) -> Self {
        let (scim_type, detail) = match refusal {
            Refusal::UnknownUser | Refusal::UnknownGroup => {
                return Self::scim_not_found(format!("Resource {resource} not found."));
            }
            Refusal::NameTaken
            | Refusal::EmailTaken
            | Refusal::UnmanagedAccount
            | Refusal::DeletedAccount => {
                (ScimType::Uniqueness, format!("Resource {resource} already exists."))
            }
            Refusal::Immutable => (ScimType::Mutability, "displayName cannot be changed".to_owned()),
            Refusal::UnverifiedDomain => {
                (ScimType::InvalidValue, "the domain of the primary address is not verified".to_owned())
            }
            Refusal::LastOrgAdmin => {
                (ScimType::Mutability, "the organization would have no administrator".to_owned())
            }
            Refusal::LicenceLimit => (ScimType::TooMany, "no license is left".to_owned()),
            Refusal::InvalidName
            | Refusal::InvalidEmail
            | Refusal::NotMember
            | Refusal::AlreadyMember
            | Refusal::NotInDirectory
            | Refusal::SyncedGroup
            | Refusal::SyncedUser
            | Refusal::GroupNotEmpty
            | Refusal::DefaultGroup
            | Refusal::AdminGroup
            | Refusal::InactiveUser
            // The rest is not about what is provisioned.
            | Refusal::OrgAdmin
            | Refusal::UnknownDirectory
            | Refusal::DirectoryNeeded
            | Refusal::UnknownResource
            | Refusal::UnknownRole
            | Refusal::RoleDoesNotFit
            | Refusal::NotForDeletion
            | Refusal::UnknownPolicy
            | Refusal::UnknownPolicyResource
            | Refusal::ReadOnlyPolicy
            | Refusal::InvalidPolicy
            | Refusal::UnknownToken => (ScimType::InvalidValue, format!("Resource {resource} cannot be so.")),
        };
        Self::scim(scim_type, detail)
    }
}
