//! Runs the examples of the operations as documentation tests. Made by `cargo xtask types`.

#[path = "../../core/src/api/reference.rs"]
mod texts;

use texts::reference;

#[doc = reference!(orgs list)]
struct OrgsList;

#[doc = reference!(orgs get)]
struct OrgsGet;

#[doc = reference!(accounts list)]
struct AccountsList;

#[doc = reference!(directories list)]
struct DirectoriesList;

#[doc = reference!(users list)]
struct UsersList;

#[doc = reference!(users count)]
struct UsersCount;

#[doc = reference!(users search)]
struct UsersSearch;

#[doc = reference!(users stats)]
struct UsersStats;

#[doc = reference!(users get)]
struct UsersGet;

#[doc = reference!(users remove)]
struct UsersRemove;

#[doc = reference!(users suspend)]
struct UsersSuspend;

#[doc = reference!(users restore)]
struct UsersRestore;

#[doc = reference!(users list_roles)]
struct UsersListRoles;

#[doc = reference!(users invite)]
struct UsersInvite;

#[doc = reference!(users last_active)]
struct UsersLastActive;

#[doc = reference!(groups list)]
struct GroupsList;

#[doc = reference!(groups count)]
struct GroupsCount;

#[doc = reference!(groups search)]
struct GroupsSearch;

#[doc = reference!(groups stats)]
struct GroupsStats;

#[doc = reference!(groups create)]
struct GroupsCreate;

#[doc = reference!(groups get)]
struct GroupsGet;

#[doc = reference!(groups delete)]
struct GroupsDelete;

#[doc = reference!(groups add_member)]
struct GroupsAddMember;

#[doc = reference!(groups remove_member)]
struct GroupsRemoveMember;

#[doc = reference!(groups list_roles)]
struct GroupsListRoles;

#[doc = reference!(groups assign_role)]
struct GroupsAssignRole;

#[doc = reference!(groups revoke_role)]
struct GroupsRevokeRole;

#[doc = reference!(roles assign)]
struct RolesAssign;

#[doc = reference!(roles revoke)]
struct RolesRevoke;

#[doc = reference!(roles assign_org)]
struct RolesAssignOrg;

#[doc = reference!(roles revoke_org)]
struct RolesRevokeOrg;

#[doc = reference!(events query)]
struct EventsQuery;

#[doc = reference!(events poll)]
struct EventsPoll;

#[doc = reference!(events get)]
struct EventsGet;

#[doc = reference!(events actions)]
struct EventsActions;

#[doc = reference!(domains list)]
struct DomainsList;

#[doc = reference!(domains get)]
struct DomainsGet;

#[doc = reference!(policies list)]
struct PoliciesList;

#[doc = reference!(policies create)]
struct PoliciesCreate;

#[doc = reference!(policies get)]
struct PoliciesGet;

#[doc = reference!(policies update)]
struct PoliciesUpdate;

#[doc = reference!(policies delete)]
struct PoliciesDelete;

#[doc = reference!(policies add_resource)]
struct PoliciesAddResource;

#[doc = reference!(policies update_resource)]
struct PoliciesUpdateResource;

#[doc = reference!(policies delete_resource)]
struct PoliciesDeleteResource;

#[doc = reference!(policies validate)]
struct PoliciesValidate;

#[doc = reference!(workspaces search)]
struct WorkspacesSearch;

#[doc = reference!(account permissions)]
struct AccountPermissions;

#[doc = reference!(account get_profile)]
struct AccountGetProfile;

#[doc = reference!(account update_profile)]
struct AccountUpdateProfile;

#[doc = reference!(account set_email)]
struct AccountSetEmail;

#[doc = reference!(account list_tokens)]
struct AccountListTokens;

#[doc = reference!(account delete_token)]
struct AccountDeleteToken;

#[doc = reference!(account disable)]
struct AccountDisable;

#[doc = reference!(account enable)]
struct AccountEnable;

#[doc = reference!(account delete)]
struct AccountDelete;

#[doc = reference!(account cancel_delete)]
struct AccountCancelDelete;

#[doc = reference!(scim list_users)]
struct ScimListUsers;

#[doc = reference!(scim get_user)]
struct ScimGetUser;

#[doc = reference!(scim create_user)]
struct ScimCreateUser;

#[doc = reference!(scim replace_user)]
struct ScimReplaceUser;

#[doc = reference!(scim patch_user)]
struct ScimPatchUser;

#[doc = reference!(scim delete_user)]
struct ScimDeleteUser;

#[doc = reference!(scim list_groups)]
struct ScimListGroups;

#[doc = reference!(scim get_group)]
struct ScimGetGroup;

#[doc = reference!(scim create_group)]
struct ScimCreateGroup;

#[doc = reference!(scim replace_group)]
struct ScimReplaceGroup;

#[doc = reference!(scim patch_group)]
struct ScimPatchGroup;

#[doc = reference!(scim delete_group)]
struct ScimDeleteGroup;

#[doc = reference!(scim list_schemas)]
struct ScimListSchemas;

#[doc = reference!(scim user_schema)]
struct ScimUserSchema;

#[doc = reference!(scim group_schema)]
struct ScimGroupSchema;

#[doc = reference!(scim enterprise_user_schema)]
struct ScimEnterpriseUserSchema;

#[doc = reference!(scim list_resource_types)]
struct ScimListResourceTypes;

#[doc = reference!(scim user_resource_type)]
struct ScimUserResourceType;

#[doc = reference!(scim group_resource_type)]
struct ScimGroupResourceType;

#[doc = reference!(scim service_provider_config)]
struct ScimServiceProviderConfig;

#[doc = reference!(scim_links get)]
struct ScimLinksGet;

#[doc = reference!(scim_links get_for_email)]
struct ScimLinksGetForEmail;

#[doc = reference!(scim_links unlink)]
struct ScimLinksUnlink;

#[doc = reference!(scim_links delete_user)]
struct ScimLinksDeleteUser;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy search_users)]
struct LegacySearchUsers;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy search_groups)]
struct LegacySearchGroups;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy invite_user)]
struct LegacyInviteUser;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy remove_user)]
struct LegacyRemoveUser;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy suspend_user)]
struct LegacySuspendUser;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy restore_user)]
struct LegacyRestoreUser;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy create_group)]
struct LegacyCreateGroup;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy delete_group)]
struct LegacyDeleteGroup;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy add_member)]
struct LegacyAddMember;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy remove_member)]
struct LegacyRemoveMember;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy assign_group_roles)]
struct LegacyAssignGroupRoles;

#[cfg(feature = "legacy")]
#[doc = reference!(legacy revoke_group_roles)]
struct LegacyRevokeGroupRoles;
