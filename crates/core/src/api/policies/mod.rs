//! Policies.

mod add_resource_to_policy;
mod create_policy;
mod delete_policy;
mod delete_policy_resource;
mod get_policies;
mod get_policy_by_id;
mod update_policy;
mod update_policy_resource;
mod validate_policy;

pub use add_resource_to_policy::AddResourceToPolicy;
pub use create_policy::CreatePolicy;
pub use delete_policy::DeletePolicy;
pub use delete_policy_resource::DeletePolicyResource;
pub use get_policies::GetPolicies;
pub use get_policy_by_id::GetPolicyById;
pub use update_policy::UpdatePolicy;
pub use update_policy_resource::UpdatePolicyResource;
pub use validate_policy::ValidatePolicy;
