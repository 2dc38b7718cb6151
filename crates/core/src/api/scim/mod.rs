//! Provisioning of users and groups with SCIM.
//!
//! All operations need the SCIM API key of one directory, which Atlassian shows once when an
//! identity provider is connected. The server refuses the API key of the organization.

mod create_group;
mod create_user;
mod delete_group;
mod delete_user;
mod enterprise_user_schema;
mod get_group;
mod get_user;
mod group_resource_type;
mod group_schema;
mod list_groups;
mod list_resource_types;
mod list_schemas;
mod list_users;
mod patch_group;
mod patch_user;
mod replace_group;
mod replace_user;
mod service_provider_config;
mod user_resource_type;
mod user_schema;

pub use create_group::CreateGroup;
pub use create_user::CreateUser;
pub use delete_group::DeleteGroup;
pub use delete_user::DeleteUser;
pub use enterprise_user_schema::EnterpriseUserSchema;
pub use get_group::GetGroup;
pub use get_user::GetUser;
pub use group_resource_type::GroupResourceType;
pub use group_schema::GroupSchema;
pub use list_groups::ListGroups;
pub use list_resource_types::ListResourceTypes;
pub use list_schemas::ListSchemas;
pub use list_users::ListUsers;
pub use patch_group::PatchGroup;
pub use patch_user::PatchUser;
pub use replace_group::ReplaceGroup;
pub use replace_user::ReplaceUser;
pub use service_provider_config::ServiceProviderConfig;
pub use user_resource_type::UserResourceType;
pub use user_schema::UserSchema;
