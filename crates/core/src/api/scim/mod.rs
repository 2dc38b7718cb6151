//! Provisioning of users and groups with SCIM.
//!
//! All operations need the SCIM API key of one directory, which Atlassian shows once when an
//! identity provider is connected. The server refuses the API key of the organization.

mod scim_create_group;
mod scim_create_user;
mod scim_delete_group;
mod scim_delete_user;
mod scim_get_config;
mod scim_get_enterprise_user_schema;
mod scim_get_group;
mod scim_get_group_resource_type;
mod scim_get_group_schema;
mod scim_get_groups;
mod scim_get_resource_types;
mod scim_get_schemas;
mod scim_get_user;
mod scim_get_user_resource_type;
mod scim_get_user_schema;
mod scim_get_users;
mod scim_patch_group;
mod scim_patch_user;
mod scim_replace_group;
mod scim_replace_user;

pub use scim_create_group::ScimCreateGroup;
pub use scim_create_user::ScimCreateUser;
pub use scim_delete_group::ScimDeleteGroup;
pub use scim_delete_user::ScimDeleteUser;
pub use scim_get_config::ScimGetConfig;
pub use scim_get_enterprise_user_schema::ScimGetEnterpriseUserSchema;
pub use scim_get_group::ScimGetGroup;
pub use scim_get_group_resource_type::ScimGetGroupResourceType;
pub use scim_get_group_schema::ScimGetGroupSchema;
pub use scim_get_groups::ScimGetGroups;
pub use scim_get_resource_types::ScimGetResourceTypes;
pub use scim_get_schemas::ScimGetSchemas;
pub use scim_get_user::ScimGetUser;
pub use scim_get_user_resource_type::ScimGetUserResourceType;
pub use scim_get_user_schema::ScimGetUserSchema;
pub use scim_get_users::ScimGetUsers;
pub use scim_patch_group::ScimPatchGroup;
pub use scim_patch_user::ScimPatchUser;
pub use scim_replace_group::ScimReplaceGroup;
pub use scim_replace_user::ScimReplaceUser;
