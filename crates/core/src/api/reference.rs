//! What the documentation of an operation has besides its summary. Made by `cargo xtask types` of
//! the operation list and the examples; `cargo xtask test` fails if it is not up to date.

/// The example, the facts and the refusals of an operation.
macro_rules! reference {
    (orgs list) => {
        r#####"

# Examples
Lists the organization of the key:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("orgs.list").await?;
# let client = example.client();
let orgs = client.orgs().list().all().await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs`, documented by Atlassian as [`getOrgs`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-get).

- **Returns:** pages of [`Org`](crate::model::Org)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `orgs.list`

# Errors
| Cause | Status | Code |
|---|---|---|
| An expired key | 401 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (orgs get) => {
        r#####"

# Examples
Returns the organization:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("orgs.get").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
let org = client.organization(org_id).get().await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}`, documented by Atlassian as [`getOrgById`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-orgs/#api-v1-orgs-orgid-get).

- **Returns:** [`Org`](crate::model::Org)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:orgs:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `orgs.get`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown organization | 404 | `ADMIN-404-2` |
| An unknown organization, by the routing layer | 404 |  |
| A key without the scope | 401 | `ADMIN-401-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (accounts list) => {
        r#####"

# Examples
Lists all managed accounts:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("accounts.list").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
let accounts = client.organization(org_id).accounts().list().all().await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/users`, documented by Atlassian as [`getUsers`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-get).

- **Returns:** pages of [`Account`](crate::model::Account)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:accounts:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `accounts.list`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown cursor | 400 | `ADMIN-400-1` |
| An unknown organization | 404 | `ADMIN-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (directories list) => {
        r#####"

# Examples
Lists the directories:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("directories.list").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
let directories =
    client.organization(org_id).directories().list().limit(10).all().await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories`, documented by Atlassian as [`getDirectoriesForOrg`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v2-orgs-orgid-directories-get).

- **Returns:** pages of [`Directory`](crate::model::Directory)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:directories:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `directories.list`

# Errors
| Cause | Status | Code |
|---|---|---|
| A key without the scope | 403 | `ADMIN-UAM-403-1` |
| An unknown organization | 404 | `ADMIN-UAM-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users list) => {
        r#####"

# Examples
Lists users by account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.list").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let users = client
    .organization(org_id)
    .directory(directory_id)
    .users()
    .list()
    .account_ids([account_id])
    .all()
    .await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users`, documented by Atlassian as [`getDirectoryUsers`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-get).

- **Returns:** pages of [`DirectoryUser`](crate::model::DirectoryUser)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:directories:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.list`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users count) => {
        r#####"

# Examples
Counts the users of a directory:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.count").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let count =
    client.organization(org_id).directory(directory_id).users().count().await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/count`, documented by Atlassian as [`getDirectoryUsersCount`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-count-get).

- **Returns:** [`Count`](crate::model::Count)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.count`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown organization | 404 | `ADMIN-UAM-404-2` |
| An unknown directory | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users search) => {
        r#####"

# Examples
Finds users by e-mail address:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.search").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let users = client
    .organization(org_id)
    .directory(directory_id)
    .users()
    .search()
    .emails(["ann@example.com"])
    .all()
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search`, documented by Atlassian as [`searchDirectoryUsers`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post).

- **Returns:** pages of [`DirectoryUser`](crate::model::DirectoryUser)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.search`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 | `ADMIN-UAM-404-1` |
| An unknown cursor | 400 | `ADMIN-400-1` |
| An unknown expansion | 400 | `ADMIN-UAM-400-1` |
| An unknown status | 400 | `ADMIN-UAM-400-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users stats) => {
        r#####"

# Examples
Counts the accounts by status:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.stats").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let stats =
    client.organization(org_id).directory(directory_id).users().stats().await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/stats`, documented by Atlassian as [`getUserStats`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-stats-get).

- **Returns:** [`UserStats`](crate::api::users::UserStats)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:directories:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.stats`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users get) => {
        r#####"

# Examples
Returns a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.get").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let user = client
    .organization(org_id)
    .directory(directory_id)
    .users()
    .get(account_id)
    .await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}`, documented by Atlassian as [`getDirectoryUserDetails`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-userid-get).

- **Returns:** [`DirectoryUser`](crate::model::DirectoryUser)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.get`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users remove) => {
        r#####"

# Examples
Removes a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.remove").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
client
    .organization(org_id)
    .directory(directory_id)
    .users()
    .remove(account_id)
    .await?;
# example.check()
# }
```

# Request
`DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}`, documented by Atlassian as [`removeDirectoryUser`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-delete).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.remove`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users suspend) => {
        r#####"

# Examples
Suspends a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.suspend").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
client
    .organization(org_id)
    .directory(directory_id)
    .users()
    .suspend(account_id)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/suspend`, documented by Atlassian as [`suspendDirectoryUser`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-suspend-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.suspend`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users restore) => {
        r#####"

# Examples
Restores a suspended user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.restore").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
client
    .organization(org_id)
    .directory(directory_id)
    .users()
    .restore(account_id)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore`, documented by Atlassian as [`restoreDirectoryUser`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-restore-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.restore`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users list_roles) => {
        r#####"

# Examples
Lists the roles of a user by resource:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.listRoles").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let roles = client
    .organization(org_id)
    .directory(directory_id)
    .users()
    .list_roles(account_id)
    .all()
    .await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/role-assignments`, documented by Atlassian as [`getUserRoleAssignments`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-accountid-role-assignments-get).

- **Returns:** pages of [`UserRoles`](crate::model::UserRoles)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:directories:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.listRoles`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users invite) => {
        r#####"

# Examples
Invites a user with a role:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.invite").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
# let site = example.value("site")?;
use atlassian_admin::api::users::PermissionRule;
use atlassian_admin::model::RoleId;

let invitations = client
    .organization(org_id)
    .users()
    .invite(["new.member@example.com"])
    .permission_rules([PermissionRule::new(site, RoleId::User)])
    .send_notification(false)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/users/invite`, documented by Atlassian as [`inviteUsers`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post).

- **Returns:** [`Invitations`](crate::model::Invitations)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `users.invite`

# Errors
| Cause | Status | Code |
|---|---|---|
| An invitation without a paid plan | 402 | `ADMIN-UAM-402-1` |
| An unknown organization | 404 | `ADMIN-UAM-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (users last_active) => {
        r#####"

# Examples
Returns the last activity by product:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("users.lastActive").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
let products =
    client.organization(org_id).users().last_active(account_id).all().await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates`, documented by Atlassian as [`getUserLastActiveDates`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-directory-users-accountid-last-active-dates-get).

- **Returns:** pages of [`LastActiveProduct`](crate::model::LastActiveProduct)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** 200 requests a minute for all operations of `last-active-dates`
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `users.lastActive`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-404-8` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups list) => {
        r#####"

# Examples
Lists the groups of a directory:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.list").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let groups = client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .list()
    .limit(100)
    .all()
    .await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups`, documented by Atlassian as [`getGroups`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-get).

- **Returns:** pages of [`Group`](crate::model::Group)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:groups:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.list`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups count) => {
        r#####"

# Examples
Counts groups by their names:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.count").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let count = client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .count()
    .search_term("tour")
    .await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/count`, documented by Atlassian as [`getGroupsCount`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-count-get).

- **Returns:** [`Count`](crate::model::Count)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.count`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups search) => {
        r#####"

# Examples
Finds groups by name:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.search").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let groups = client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .search()
    .group_names(["tour-guides"])
    .all()
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search`, documented by Atlassian as [`searchDirectoryGroups`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-search-post).

- **Returns:** pages of [`Group`](crate::model::Group)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.search`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 | `ADMIN-UAM-404-1` |
| An unknown cursor | 400 | `ADMIN-400-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups stats) => {
        r#####"

# Examples
Counts the groups by their management:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.stats").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
let stats = client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .stats()
    .await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/stats`, documented by Atlassian as [`getGroupsStats`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-stats-get).

- **Returns:** [`GroupStats`](crate::api::groups::GroupStats)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.stats`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups create) => {
        r#####"

# Examples
Creates a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.create").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .create("tour-guides")
    .description("Guides of the office tour")
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups`, documented by Atlassian as [`createGroup`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `groups.create`

# Errors
| Cause | Status | Code |
|---|---|---|
| A name that is taken | 409 | `ADMIN-UAM-409-2` |
| An unknown directory | 404 | `ADMIN-UAM-404-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups get) => {
        r#####"

# Examples
Returns a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.get").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
let group = client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .get(group_id)
    .await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}`, documented by Atlassian as [`getGroup`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-get).

- **Returns:** [`Group`](crate::model::Group)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.get`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-UAM-404-3` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups delete) => {
        r#####"

# Examples
Deletes a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.delete").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .delete(group_id)
    .await?;
# example.check()
# }
```

# Request
`DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}`, documented by Atlassian as [`deleteGroup`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-delete).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.delete`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-UAM-404-3` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups add_member) => {
        r#####"

# Examples
Adds a user to a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.addMember").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .add_member(group_id, account_id)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships`, documented by Atlassian as [`addUserToGroup`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.addMember`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-UAM-404-3` |
| A member, where the server reports a conflict | 409 | `ADMIN-UAM-409-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups remove_member) => {
        r#####"

# Examples
Removes a user from a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.removeMember").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .remove_member(group_id, account_id)
    .await?;
# example.check()
# }
```

# Request
`DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships/{accountId}`, documented by Atlassian as [`removeUserFromGroup`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-memberships-accountid-delete).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.removeMember`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-UAM-404-3` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups list_roles) => {
        r#####"

# Examples
Lists the roles of a group by resource:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.listRoles").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
let roles = client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .list_roles(group_id)
    .all()
    .await?;
# example.check()
# }
```

# Request
`GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments`, documented by Atlassian as [`getGroupRoleAssignments`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-get).

- **Returns:** pages of [`GroupRoles`](crate::model::GroupRoles)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:groups:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.listRoles`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-UAM-404-3` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups assign_role) => {
        r#####"

# Examples
Gives a group a role on a resource:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.assignRole").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
# let site = example.value("site")?;
use atlassian_admin::model::RoleId;

client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .assign_role(group_id, site, RoleId::User)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/assign`, documented by Atlassian as [`assignGroupRole`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-assign-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.assignRole`

# Errors
| Cause | Status | Code |
|---|---|---|
| A role without a free licence | 409 | `ADMIN-UAM-409-3` |
| An unknown group | 404 | `ADMIN-UAM-404-3` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (groups revoke_role) => {
        r#####"

# Examples
Takes a role from a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("groups.revokeRole").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
# let site = example.value("site")?;
use atlassian_admin::model::RoleId;

client
    .organization(org_id)
    .directory(directory_id)
    .groups()
    .revoke_role(group_id, site, RoleId::User)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments/revoke`, documented by Atlassian as [`revokeGroupRole`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v2-orgs-orgid-directories-directoryid-groups-groupid-role-assignments-revoke-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `groups.revokeRole`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-UAM-404-3` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (roles assign) => {
        r#####"

# Examples
Gives a user a role on a resource:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("roles.assign").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
# let site = example.value("site")?;
use atlassian_admin::model::RoleId;

client
    .organization(org_id)
    .roles()
    .assign(account_id, RoleId::Admin)
    .resource(site)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/users/{userId}/roles/assign`, documented by Atlassian as [`assignRole`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-assign-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `roles.assign`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-UAM-404-3` |
| A role without a resource, where the server requires one | 400 | `ADMIN-UAM-400-5` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (roles revoke) => {
        r#####"

# Examples
Takes a role on a resource from a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("roles.revoke").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
# let site = example.value("site")?;
use atlassian_admin::model::RoleId;

client
    .organization(org_id)
    .roles()
    .revoke(account_id, RoleId::Admin)
    .resource(site)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/users/{userId}/roles/revoke`, documented by Atlassian as [`revokeRole`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-roles-revoke-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `roles.revoke`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-UAM-404-3` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (roles assign_org) => {
        r#####"

# Examples
Makes a user an administrator of the organization:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("roles.assignOrg").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
use atlassian_admin::model::RoleId;

client
    .organization(org_id)
    .roles()
    .assign_org(account_id, RoleId::OrgAdmin)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/assign`, documented by Atlassian as [`assignOrgRole`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-assign-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `roles.assignOrg`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-UAM-404-3` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (roles revoke_org) => {
        r#####"

# Examples
Takes the administration of the organization from a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("roles.revokeOrg").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
use atlassian_admin::model::RoleId;

client
    .organization(org_id)
    .roles()
    .revoke_org(account_id, RoleId::OrgAdmin)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/users/{userId}/role-assignments/revoke`, documented by Atlassian as [`revokeOrgRole`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-userid-role-assignments-revoke-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `roles.revokeOrg`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-UAM-404-3` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (events query) => {
        r#####"

# Examples
Returns all events of a small log:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("events.query").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
let mut events =
    client.organization(org_id).events().query().limit(500).items();
while let Some(event) = events.next().await {
    println!("{:?}", event?);
}
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/events`, documented by Atlassian as [`getEvents`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-get).

- **Returns:** pages of [`Event`](crate::model::Event)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:events:admin`
- **Rate limit:** 10 requests a minute for all operations of `events`
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `events.query`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown cursor | 400 | `ADMIN-400-1` |
| An unknown organization | 404 | `ADMIN-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (events poll) => {
        r#####"

# Examples
Returns the latest events first:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("events.poll").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
use atlassian_admin::model::SortOrder;

let mut events = client
    .organization(org_id)
    .events()
    .poll()
    .limit(3)
    .sort_order(SortOrder::Descending)
    .items();
while let Some(event) = events.next().await {
    println!("{:?}", event?);
}
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/events-stream`, documented by Atlassian as [`pollEvents`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-stream-get).

- **Returns:** pages of [`Event`](crate::model::Event)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:events:admin`
- **Rate limit:** 50 requests a minute for all operations of `events-stream`
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `events.poll`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown cursor | 400 | `ADMIN-400-1` |
| An unknown sort order | 400 | `ADMIN-400-19` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (events get) => {
        r#####"

# Examples
Returns an event:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("events.get").await?;
# let client = example.client();
# let event_id = example.value("eventId")?;
# let org_id = example.value("orgId")?;
let event = client.organization(org_id).events().get(event_id).await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/events/{eventId}`, documented by Atlassian as [`getEventById`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-eventid-get).

- **Returns:** [`Event`](crate::model::Event)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:events:admin`
- **Rate limit:** 10 requests a minute for all operations of `event-by-id`
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `events.get`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown event | 404 | `ADMIN-404-4` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (events actions) => {
        r#####"

# Examples
Lists the actions:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("events.actions").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
let actions = client.organization(org_id).events().actions().await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/event-actions`, documented by Atlassian as [`getEventActions`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get).

- **Returns:** [`EventActions`](crate::model::EventActions)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:events:admin`
- **Rate limit:** 10 requests a minute for all operations of `event-actions`
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `events.actions`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown organization | 404 | `ADMIN-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (domains list) => {
        r#####"

# Examples
Lists the claimed domains:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("domains.list").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
let domains = client.organization(org_id).domains().list().all().await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/domains`, documented by Atlassian as [`getDomains`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-get).

- **Returns:** pages of [`Domain`](crate::model::Domain)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:domains:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `domains.list`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown cursor | 400 | `ADMIN-400-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (domains get) => {
        r#####"

# Examples
Returns a domain as the list does:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("domains.get").await?;
# let client = example.client();
# let domain_id = example.value("domainId")?;
# let org_id = example.value("orgId")?;
let domain = client.organization(org_id).domains().get(domain_id).await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/domains/{domainId}`, documented by Atlassian as [`getDomainById`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-domains/#api-v1-orgs-orgid-domains-domainid-get).

- **Returns:** [`Domain`](crate::model::Domain)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:domains:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `domains.get`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown domain | 404 | `ADMIN-404-3` |
| An identifier that is not a UUID | 400 | `ADMIN-400-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (policies list) => {
        r#####"

# Examples
Lists policies by type:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("policies.list").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
use atlassian_admin::model::PolicyType;

let policies = client
    .organization(org_id)
    .policies()
    .list()
    .kind(PolicyType::IpAllowlist)
    .all()
    .await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/policies`, documented by Atlassian as [`getPolicies`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-get).

- **Returns:** pages of [`Policy`](crate::model::Policy)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `policies.list`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown cursor | 400 | `ADMIN-400-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (policies create) => {
        r#####"

# Examples
Creates a policy that is applied later:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("policies.create").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
use atlassian_admin::model::{
    PolicyInput, PolicyInputAttributes, PolicyResourceInput, PolicyRule,
    PolicyStatus, PolicyType,
};

let policy = client
    .organization(org_id)
    .policies()
    .create(PolicyInput::new(
        PolicyInputAttributes::new(PolicyType::IpAllowlist)
            .name("Branches")
            .status(PolicyStatus::Enabled)
            .rule(PolicyRule::new().values(["203.0.113.0/24"]))
            .resources([PolicyResourceInput::new("r-1")]),
    ))
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/policies`, documented by Atlassian as [`createPolicy`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-post).

- **Returns:** [`Policy`](crate::model::Policy)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `policies.create`

# Errors
| Cause | Status | Code |
|---|---|---|
| A policy without a name | 400 | `ADMIN-400-4` |
| An unknown organization | 404 | `ADMIN-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (policies get) => {
        r#####"

# Examples
Returns a policy:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("policies.get").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
# let policy_id = example.value("policyId")?;
let policy = client.organization(org_id).policies().get(policy_id).await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/policies/{policyId}`, documented by Atlassian as [`getPolicyById`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-get).

- **Returns:** [`Policy`](crate::model::Policy)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `policies.get`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown policy | 404 | `ADMIN-404-5` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (policies update) => {
        r#####"

# Examples
Disables a policy:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("policies.update").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
# let policy_id = example.value("policyId")?;
use atlassian_admin::model::{
    PolicyInput, PolicyInputAttributes, PolicyResourceInput, PolicyRule,
    PolicyStatus, PolicyType,
};

let policy = client
    .organization(org_id)
    .policies()
    .update(
        policy_id,
        PolicyInput::new(
            PolicyInputAttributes::new(PolicyType::IpAllowlist)
                .name("Branches")
                .status(PolicyStatus::Disabled)
                .rule(PolicyRule::new().values(["203.0.113.0/24"]))
                .resources([PolicyResourceInput::new("r-1")]),
        ),
    )
    .await?;
# example.check()
# }
```

# Request
`PUT /admin/v1/orgs/{orgId}/policies/{policyId}`, documented by Atlassian as [`updatePolicy`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-put).

- **Returns:** [`Policy`](crate::model::Policy)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `policies.update`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown policy | 404 | `ADMIN-404-5` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (policies delete) => {
        r#####"

# Examples
Deletes a policy:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("policies.delete").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
# let policy_id = example.value("policyId")?;
client.organization(org_id).policies().delete(policy_id).await?;
# example.check()
# }
```

# Request
`DELETE /admin/v1/orgs/{orgId}/policies/{policyId}`, documented by Atlassian as [`deletePolicy`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-delete).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `policies.delete`

# Errors
| Cause | Status | Code |
|---|---|---|
| A policy of a type that can only be read | 400 | `ADMIN-400-4` |
| An unknown policy | 404 | `ADMIN-404-5` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (policies add_resource) => {
        r#####"

# Examples
Adds a resource with a ticket:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("policies.addResource").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
# let policy_id = example.value("policyId")?;
use atlassian_admin::model::PolicyResourceLinks;

let policy = client
    .organization(org_id)
    .policies()
    .add_resource(policy_id, "r-2")
    .links(PolicyResourceLinks::new().ticket("HELP-1"))
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/policies/{policyId}/resources`, documented by Atlassian as [`addResourceToPolicy`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-post).

- **Returns:** [`Policy`](crate::model::Policy)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `policies.addResource`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown policy | 404 | `ADMIN-404-5` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (policies update_resource) => {
        r#####"

# Examples
Schedules a resource:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("policies.updateResource").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
# let policy_id = example.value("policyId")?;
use atlassian_admin::model::PolicyResourceMeta;

let policy = client
    .organization(org_id)
    .policies()
    .update_resource(policy_id, "r-2")
    .meta(PolicyResourceMeta::new().scheduled_date("2026-12-01"))
    .await?;
# example.check()
# }
```

# Request
`PUT /admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}`, documented by Atlassian as [`updatePolicyResource`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-put).

- **Returns:** [`Policy`](crate::model::Policy)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `policies.updateResource`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown resource | 404 | `ADMIN-404-6` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (policies delete_resource) => {
        r#####"

# Examples
Removes a resource:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("policies.deleteResource").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
# let policy_id = example.value("policyId")?;
client
    .organization(org_id)
    .policies()
    .delete_resource(policy_id, "r-1")
    .await?;
# example.check()
# }
```

# Request
`DELETE /admin/v1/orgs/{orgId}/policies/{policyId}/resources/{resourceId}`, documented by Atlassian as [`deletePolicyResource`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-resources-resourceid-delete).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `policies.deleteResource`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown resource | 404 | `ADMIN-404-6` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (policies validate) => {
        r#####"

# Examples
Starts a validation:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("policies.validate").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
# let policy_id = example.value("policyId")?;
client.organization(org_id).policies().validate(policy_id).await?;
# example.check()
# }
```

# Request
`GET /admin/v1/orgs/{orgId}/policies/{policyId}/validate`, documented by Atlassian as [`validatePolicy`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-policies/#api-v1-orgs-orgid-policies-policyid-validate-get).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `policies.validate`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown policy | 400 | `ADMIN-500-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (workspaces search) => {
        r#####"

# Examples
Returns a page of workspaces:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("workspaces.search").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
let workspaces =
    client.organization(org_id).workspaces().search().limit(2).all().await?;
# example.check()
# }
```

# Request
`POST /admin/v2/orgs/{orgId}/workspaces`, documented by Atlassian as [`queryWorkspacesV2`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-workspaces/#api-v2-orgs-orgid-workspaces-post).

- **Returns:** pages of [`Workspace`](crate::model::Workspace)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:workspaces:admin`
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `workspaces.search`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown cursor | 400 | `ADMIN-400-4` |
| An unknown organization | 404 | `ADMIN-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account permissions) => {
        r#####"

# Examples
Returns what the key may do with an account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.permissions").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
let permissions = client.account(account_id).permissions().await?;
# example.check()
# }
```

# Request
`GET /users/{account_id}/manage`, documented by Atlassian as [`umGetPermissions`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-manage/#api-users-account-id-manage-get).

- **Returns:** [`AccountPermissions`](crate::model::AccountPermissions)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `account.permissions`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown account | 404 | `accountNotFound` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account get_profile) => {
        r#####"

# Examples
Returns the profile of an account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.getProfile").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
let profile = client.account(account_id).get_profile().await?;
# example.check()
# }
```

# Request
`GET /users/{account_id}/manage/profile`, documented by Atlassian as [`umGetProfile`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get).

- **Returns:** [`AccountProfile`](crate::model::AccountProfile)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `account.getProfile`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown account | 404 | `accountNotFound` |
| A key with scopes | 403 | `forbidden.insufficientScope` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account update_profile) => {
        r#####"

# Examples
Changes name and nickname:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.updateProfile").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
let profile = client
    .account(account_id)
    .update_profile()
    .name("Robin Example")
    .nickname("robin")
    .await?;
# example.check()
# }
```

# Request
`PATCH /users/{account_id}/manage/profile`, documented by Atlassian as [`umUpdateProfile`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-patch).

- **Returns:** [`AccountProfile`](crate::model::AccountProfile)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `account.updateProfile`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown account | 404 | `accountNotFound` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account set_email) => {
        r#####"

# Examples
Changes the e-mail address:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.setEmail").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
client.account(account_id).set_email("robin@example.com").await?;
# example.check()
# }
```

# Request
`PUT /users/{account_id}/manage/email`, documented by Atlassian as [`umSetEmail`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-email/#api-users-account-id-manage-email-put).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `account.setEmail`

# Errors
| Cause | Status | Code |
|---|---|---|
| An address of an unclaimed domain | 403 | `forbidden.unclaimedDomain` |
| An unknown account | 404 | `accountNotFound` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account list_tokens) => {
        r#####"

# Examples
Lists the tokens of an account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.listTokens").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
let tokens = client.account(account_id).list_tokens().await?;
# example.check()
# }
```

# Request
`GET /users/{account_id}/manage/api-tokens`, documented by Atlassian as [`umGetApiTokens`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-get).

- **Returns:** a list of [`ApiToken`](crate::model::ApiToken)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `account.listTokens`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown account | 404 | `accountNotFound` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account delete_token) => {
        r#####"

# Examples
Deletes a token:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.deleteToken").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let token_id = example.value("tokenId")?;
client.account(account_id).delete_token(token_id).await?;
# example.check()
# }
```

# Request
`DELETE /users/{account_id}/manage/api-tokens/{tokenId}`, documented by Atlassian as [`umDeleteApiToken`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-api-tokens/#api-users-account-id-manage-api-tokens-tokenid-delete).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `account.deleteToken`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown token | 404 | `notFound` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account disable) => {
        r#####"

# Examples
Disables an account with a message:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.disable").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
client.account(account_id).disable().message("On leave").await?;
# example.check()
# }
```

# Request
`POST /users/{account_id}/manage/lifecycle/disable`, documented by Atlassian as [`umDisable`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-disable-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `account.disable`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown account | 404 | `accountNotFound` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account enable) => {
        r#####"

# Examples
Enables a disabled account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.enable").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
client.account(account_id).enable().await?;
# example.check()
# }
```

# Request
`POST /users/{account_id}/manage/lifecycle/enable`, documented by Atlassian as [`umEnable`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-enable-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `account.enable`

# Errors
| Cause | Status | Code |
|---|---|---|
| An account that is to be deleted | 409 | `conflict.lifecycleErrors` |
| An unknown account | 404 | `accountNotFound` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account delete) => {
        r#####"

# Examples
Starts the deletion of an account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.delete").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
let message = client.account(account_id).delete().await?;
# example.check()
# }
```

# Request
`POST /users/{account_id}/manage/lifecycle/delete`, documented by Atlassian as [`umDelete`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-delete-post).

- **Returns:** [`Message`](crate::model::Message)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `account.delete`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown account | 404 | `accountNotFound` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (account cancel_delete) => {
        r#####"

# Examples
Cancels the deletion of an account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("account.cancelDelete").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
let message = client.account(account_id).cancel_delete().await?;
# example.check()
# }
```

# Request
`POST /users/{account_id}/manage/lifecycle/cancel-delete`, documented by Atlassian as [`umCancelDelete`](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-lifecycle/#api-users-account-id-manage-lifecycle-cancel-delete-post).

- **Returns:** [`Message`](crate::model::Message)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `account.cancelDelete`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown account | 404 | `accountNotFound` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim list_users) => {
        r#####"

# Examples
Finds a user by name:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.listUsers").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let users = client
    .scim(directory_id)
    .list_users()
    .filter(r#"userName eq "kim@example.com""#)
    .all()
    .await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/Users`, documented by Atlassian as [`scimGetUsers`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-get).

- **Returns:** pages of [`ScimUser`](crate::model::ScimUser)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.listUsers`

# Errors
| Cause | Status | Code |
|---|---|---|
| A filter that cannot be parsed | 400 | `invalidFilter` |
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim get_user) => {
        r#####"

# Examples
Returns a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.getUser").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
# let scim_user_id = example.value("scimUserId")?;
let user = client.scim(directory_id).get_user(scim_user_id).await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/Users/{userId}`, documented by Atlassian as [`scimGetUser`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-get).

- **Returns:** [`ScimUser`](crate::model::ScimUser)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.getUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim create_user) => {
        r#####"

# Examples
Creates a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.createUser").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
use atlassian_admin::model::{ScimEmail, ScimUser};

let user = client
    .scim(directory_id)
    .create_user(
        ScimUser::new()
            .user_name("kim")
            .emails([ScimEmail::new().value("kim@example.com").primary(true)])
            .active(true)
            .display_name("Kim Example"),
    )
    .await?;
# example.check()
# }
```

# Request
`POST /scim/directory/{directoryId}/Users`, documented by Atlassian as [`scimCreateUser`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-post).

- **Returns:** [`ScimUser`](crate::model::ScimUser)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `scim.createUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| A user name that is taken | 409 | `uniqueness` |
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim replace_user) => {
        r#####"

# Examples
Changes the display name:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.replaceUser").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
# let scim_user_id = example.value("scimUserId")?;
use atlassian_admin::model::{ScimEmail, ScimUser};

let user = client
    .scim(directory_id)
    .replace_user(
        scim_user_id,
        ScimUser::new()
            .user_name("kim@example.com")
            .emails([ScimEmail::new().value("kim@example.com").primary(true)])
            .display_name("Kim A. Example"),
    )
    .await?;
# example.check()
# }
```

# Request
`PUT /scim/directory/{directoryId}/Users/{userId}`, documented by Atlassian as [`scimReplaceUser`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-put).

- **Returns:** [`ScimUser`](crate::model::ScimUser)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.replaceUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim patch_user) => {
        r#####"

# Examples
Deactivates a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.patchUser").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
# let scim_user_id = example.value("scimUserId")?;
use atlassian_admin::model::{ScimChange, ScimPatch};

let user = client
    .scim(directory_id)
    .patch_user(
        scim_user_id,
        ScimPatch::of([ScimChange::replace("active", false)]),
    )
    .await?;
# example.check()
# }
```

# Request
`PATCH /scim/directory/{directoryId}/Users/{userId}`, documented by Atlassian as [`scimPatchUser`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-patch).

- **Returns:** [`ScimUser`](crate::model::ScimUser)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `scim.patchUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim delete_user) => {
        r#####"

# Examples
Deletes a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.deleteUser").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
# let scim_user_id = example.value("scimUserId")?;
client.scim(directory_id).delete_user(scim_user_id).await?;
# example.check()
# }
```

# Request
`DELETE /scim/directory/{directoryId}/Users/{userId}`, documented by Atlassian as [`scimDeleteUser`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-users/#api-scim-directory-directoryid-users-userid-delete).

- **Returns:** nothing
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.deleteUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim list_groups) => {
        r#####"

# Examples
Finds a group by name:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.listGroups").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let groups = client
    .scim(directory_id)
    .list_groups()
    .filter(r#"displayName eq "Travellers""#)
    .all()
    .await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/Groups`, documented by Atlassian as [`scimGetGroups`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-get).

- **Returns:** pages of [`ScimGroup`](crate::model::ScimGroup)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.listGroups`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim get_group) => {
        r#####"

# Examples
Returns a group with its members:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.getGroup").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
let group = client.scim(directory_id).get_group(group_id).await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/Groups/{id}`, documented by Atlassian as [`scimGetGroup`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-get).

- **Returns:** [`ScimGroup`](crate::model::ScimGroup)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.getGroup`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim create_group) => {
        r#####"

# Examples
Creates a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.createGroup").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
use atlassian_admin::model::ScimGroup;

let group = client
    .scim(directory_id)
    .create_group(ScimGroup::new().display_name("Travellers"))
    .await?;
# example.check()
# }
```

# Request
`POST /scim/directory/{directoryId}/Groups`, documented by Atlassian as [`scimCreateGroup`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-post).

- **Returns:** [`ScimGroup`](crate::model::ScimGroup)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `scim.createGroup`

# Errors
| Cause | Status | Code |
|---|---|---|
| A name that is taken | 409 | `uniqueness` |
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim replace_group) => {
        r#####"

# Examples
Removes all members:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.replaceGroup").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
use atlassian_admin::model::ScimGroup;

let group = client
    .scim(directory_id)
    .replace_group(group_id, ScimGroup::new().display_name("Travellers"))
    .await?;
# example.check()
# }
```

# Request
`PUT /scim/directory/{directoryId}/Groups/{id}`, documented by Atlassian as [`scimReplaceGroup`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-put).

- **Returns:** [`ScimGroup`](crate::model::ScimGroup)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.replaceGroup`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim patch_group) => {
        r#####"

# Examples
Adds a member:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.patchGroup").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
# let scim_user_id = example.value("scimUserId")?;
use atlassian_admin::model::{ScimChange, ScimPatch};
use serde_json::json;

let group = client
    .scim(directory_id)
    .patch_group(
        group_id,
        ScimPatch::of([ScimChange::add(
            "members",
            json!([{ "value": scim_user_id }]),
        )]),
    )
    .await?;
# example.check()
# }
```

# Request
`PATCH /scim/directory/{directoryId}/Groups/{id}`, documented by Atlassian as [`scimPatchGroup`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-patch).

- **Returns:** [`ScimGroup`](crate::model::ScimGroup)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `scim.patchGroup`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim delete_group) => {
        r#####"

# Examples
Deletes a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.deleteGroup").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
# let group_id = example.value("groupId")?;
client.scim(directory_id).delete_group(group_id).await?;
# example.check()
# }
```

# Request
`DELETE /scim/directory/{directoryId}/Groups/{id}`, documented by Atlassian as [`scimDeleteGroup`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-groups/#api-scim-directory-directoryid-groups-id-delete).

- **Returns:** nothing
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.deleteGroup`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim list_schemas) => {
        r#####"

# Examples
Lists the schemas:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.listSchemas").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let schemas = client.scim(directory_id).list_schemas().await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/Schemas`, documented by Atlassian as [`scimGetSchemas`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-get).

- **Returns:** JSON, as [`Raw`](crate::Raw)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.listSchemas`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim user_schema) => {
        r#####"

# Examples
Returns the schema of users:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.userSchema").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let user_schema = client.scim(directory_id).user_schema().await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:core:2.0:User`, documented by Atlassian as [`scimGetUserSchema`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-user-get).

- **Returns:** JSON, as [`Raw`](crate::Raw)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.userSchema`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim group_schema) => {
        r#####"

# Examples
Returns the schema of groups:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.groupSchema").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let group_schema = client.scim(directory_id).group_schema().await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group`, documented by Atlassian as [`scimGetGroupSchema`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-core-2-0-group-get).

- **Returns:** JSON, as [`Raw`](crate::Raw)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.groupSchema`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim enterprise_user_schema) => {
        r#####"

# Examples
Returns the schema of the enterprise extension:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.enterpriseUserSchema").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let enterprise_user_schema =
    client.scim(directory_id).enterprise_user_schema().await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/Schemas/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User`, documented by Atlassian as [`scimGetEnterpriseUserSchema`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-schemas-urn-ietf-params-scim-schemas-extension-enterprise-2-0-user-get).

- **Returns:** JSON, as [`Raw`](crate::Raw)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.enterpriseUserSchema`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim list_resource_types) => {
        r#####"

# Examples
Lists the resource types:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.listResourceTypes").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let resource_types = client.scim(directory_id).list_resource_types().await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/ResourceTypes`, documented by Atlassian as [`scimGetResourceTypes`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-get).

- **Returns:** JSON, as [`Raw`](crate::Raw)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.listResourceTypes`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim user_resource_type) => {
        r#####"

# Examples
Returns the resource type of users:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.userResourceType").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let user_resource_type = client.scim(directory_id).user_resource_type().await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/ResourceTypes/User`, documented by Atlassian as [`scimGetUserResourceType`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-user-get).

- **Returns:** JSON, as [`Raw`](crate::Raw)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.userResourceType`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim group_resource_type) => {
        r#####"

# Examples
Returns the resource type of groups:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.groupResourceType").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let group_resource_type =
    client.scim(directory_id).group_resource_type().await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/ResourceTypes/Group`, documented by Atlassian as [`scimGetGroupResourceType`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-service-provider-configuration/#api-scim-directory-directoryid-resourcetypes-group-get).

- **Returns:** JSON, as [`Raw`](crate::Raw)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.groupResourceType`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim service_provider_config) => {
        r#####"

# Examples
Returns what the provider supports:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scim.serviceProviderConfig").await?;
# let client = example.directory_client();
# let directory_id = example.value("directoryId")?;
let service_provider_config =
    client.scim(directory_id).service_provider_config().await?;
# example.check()
# }
```

# Request
`GET /scim/directory/{directoryId}/ServiceProviderConfig`, documented by Atlassian as [`scimGetConfig`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-schemas/#api-scim-directory-directoryid-serviceproviderconfig-get).

- **Returns:** JSON, as [`Raw`](crate::Raw)
- **Key:** [`DirectoryKey`](crate::DirectoryKey)
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scim.serviceProviderConfig`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown directory | 404 |  |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim_links get) => {
        r#####"

# Examples
Returns the record of an account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scimLinks.get").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
let links = client.organization(org_id).scim_links().get(account_id).await?;
# example.check()
# }
```

# Request
`GET /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/get-scim-links`, documented by Atlassian as [`scimGetLinks`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-get-scim-links-get).

- **Returns:** [`ScimLinks`](crate::model::ScimLinks)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scimLinks.get`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown organization | 404 | `ADMIN-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim_links get_for_email) => {
        r#####"

# Examples
Returns the records of an address:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scimLinks.getForEmail").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
let links = client
    .organization(org_id)
    .scim_links()
    .get_for_email("kim@example.com")
    .await?;
# example.check()
# }
```

# Request
`POST /admin/user-provisioning/v1/org/{orgId}/get-scim-links-for-email`, documented by Atlassian as [`scimGetLinksForEmail`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-get-scim-links-for-email-post).

- **Returns:** [`ScimLinks`](crate::model::ScimLinks)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scimLinks.getForEmail`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown organization | 404 | `ADMIN-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim_links unlink) => {
        r#####"

# Examples
Unlinks a record from its account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scimLinks.unlink").await?;
# let client = example.client();
# let directory_id = example.value("directoryId")?;
# let org_id = example.value("orgId")?;
# let scim_user_id = example.value("scimUserId")?;
client
    .organization(org_id)
    .scim_links()
    .unlink(directory_id, scim_user_id)
    .await?;
# example.check()
# }
```

# Request
`PATCH /admin/user-provisioning/v1/org/{orgId}/scimDirectoryId/{scimDirectoryId}/scimUserId/{scimUserId}/unlink`, documented by Atlassian as [`scimUnlinkUser`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-scimdirectoryid-scimdirectoryid-scimuserid-scimuserid-unlink-patch).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scimLinks.unlink`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown record | 404 | `ADMIN-404-8` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (scim_links delete_user) => {
        r#####"

# Examples
Deletes the record of an account:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("scimLinks.deleteUser").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
client.organization(org_id).scim_links().delete_user(account_id).await?;
# example.check()
# }
```

# Request
`DELETE /admin/user-provisioning/v1/org/{orgId}/user/{aaId}/onlyDeleteUserInDB`, documented by Atlassian as [`scimDeleteUserInDb`](https://developer.atlassian.com/cloud/admin/user-provisioning/rest/api-group-admin-apis/#api-admin-user-provisioning-v1-org-orgid-user-aaid-onlydeleteuserindb-delete).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `scimLinks.deleteUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown account | 404 | `ADMIN-404-8` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy search_users) => {
        r#####"

# Examples
Finds all accounts:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.searchUsers").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
use atlassian_admin::api::legacy::V1UserExpansion;

let users = client
    .organization(org_id)
    .legacy()
    .search_users()
    .expand([V1UserExpansion::Email])
    .limit(100)
    .all()
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/users/search`, documented by Atlassian as [`v1SearchUsers`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v1-orgs-orgid-users-search-post).

- **Returns:** pages of [`V1User`](crate::api::legacy::V1User)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.searchUsers`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown cursor | 400 | `ADMIN-400-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy search_groups) => {
        r#####"

# Examples
Finds groups by identifier:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.searchGroups").await?;
# let client = example.client();
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
let groups = client
    .organization(org_id)
    .legacy()
    .search_groups()
    .group_ids([group_id])
    .all()
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/groups/search`, documented by Atlassian as [`v1SearchGroups`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-groups/#api-v1-orgs-orgid-groups-search-post).

- **Returns:** pages of [`V1Group`](crate::api::legacy::V1Group)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.searchGroups`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown cursor | 400 | `ADMIN-400-1` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy invite_user) => {
        r#####"

# Examples
Invites a user with a role:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.inviteUser").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
# let site = example.value("site")?;
use atlassian_admin::api::legacy::RoleAssociation;
use atlassian_admin::model::RoleId;

client
    .organization(org_id)
    .legacy()
    .invite_user("third.member@example.com")
    .permission_rule(RoleAssociation::new(site, RoleId::User))
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/users/invite`, documented by Atlassian as [`v1InviteUser`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-users-invite-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `legacy.inviteUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown organization | 404 | `ADMIN-404-2` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy remove_user) => {
        r#####"

# Examples
Removes a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.removeUser").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
client.organization(org_id).legacy().remove_user(account_id).await?;
# example.check()
# }
```

# Request
`DELETE /admin/v1/orgs/{orgId}/directory/users/{accountId}`, documented by Atlassian as [`v1RemoveUser`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-delete).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.removeUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 400 | `ADMIN-400-4` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy suspend_user) => {
        r#####"

# Examples
Suspends a user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.suspendUser").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
let message =
    client.organization(org_id).legacy().suspend_user(account_id).await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/suspend-access`, documented by Atlassian as [`v1SuspendUser`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-suspend-access-post).

- **Returns:** [`Message`](crate::model::Message)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.suspendUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-404-8` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy restore_user) => {
        r#####"

# Examples
Restores a suspended user:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.restoreUser").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let org_id = example.value("orgId")?;
let message =
    client.organization(org_id).legacy().restore_user(account_id).await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/directory/users/{accountId}/restore-access`, documented by Atlassian as [`v1RestoreUser`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-users-accountid-restore-access-post).

- **Returns:** [`Message`](crate::model::Message)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.restoreUser`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown user | 404 | `ADMIN-404-8` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy create_group) => {
        r#####"

# Examples
Creates a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.createGroup").await?;
# let client = example.client();
# let org_id = example.value("orgId")?;
let group = client
    .organization(org_id)
    .legacy()
    .create_group("old-guides")
    .description("Guides of the old office")
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/directory/groups`, documented by Atlassian as [`v1CreateGroup`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-post).

- **Returns:** [`V1CreatedGroup`](crate::api::legacy::V1CreatedGroup)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)
- **In the command line and the npm package:** `legacy.createGroup`

# Errors
| Cause | Status | Code |
|---|---|---|
| A name that is taken | 409 | `ADMIN-409-28` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy delete_group) => {
        r#####"

# Examples
Deletes an empty group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.deleteGroup").await?;
# let client = example.client();
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
let message =
    client.organization(org_id).legacy().delete_group(group_id).await?;
# example.check()
# }
```

# Request
`DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}`, documented by Atlassian as [`v1DeleteGroup`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-delete).

- **Returns:** [`Message`](crate::model::Message)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.deleteGroup`

# Errors
| Cause | Status | Code |
|---|---|---|
| A group with members | 409 | `ADMIN-409-5` |
| An unknown group | 404 | `ADMIN-404-10` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy add_member) => {
        r#####"

# Examples
Adds a user to a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.addMember").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
let message = client
    .organization(org_id)
    .legacy()
    .add_member(group_id, account_id)
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships`, documented by Atlassian as [`v1AddUserToGroup`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-post).

- **Returns:** [`Message`](crate::model::Message)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.addMember`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-404-10` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy remove_member) => {
        r#####"

# Examples
Removes a user from a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.removeMember").await?;
# let client = example.client();
# let account_id = example.value("accountId")?;
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
let message = client
    .organization(org_id)
    .legacy()
    .remove_member(group_id, account_id)
    .await?;
# example.check()
# }
```

# Request
`DELETE /admin/v1/orgs/{orgId}/directory/groups/{groupId}/memberships/{accountId}`, documented by Atlassian as [`v1RemoveUserFromGroup`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-memberships-accountid-delete).

- **Returns:** [`Message`](crate::model::Message)
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.removeMember`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-404-10` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy assign_group_roles) => {
        r#####"

# Examples
Gives a group a role on a resource:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.assignGroupRoles").await?;
# let client = example.client();
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
# let site = example.value("site")?;
use atlassian_admin::api::legacy::RoleAssociation;
use atlassian_admin::model::RoleId;

client
    .organization(org_id)
    .legacy()
    .assign_group_roles(group_id, [RoleAssociation::new(site, RoleId::User)])
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/assign`, documented by Atlassian as [`v1AssignGroupRoles`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-assign-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.assignGroupRoles`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-404-10` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    (legacy revoke_group_roles) => {
        r#####"

# Examples
Takes a role from a group:
```
# #[tokio::main(flavor = "current_thread")]
# async fn main() -> Result<(), Box<dyn std::error::Error>> {
# let example = atlassian_admin_testing::documented::Documented::new("legacy.revokeGroupRoles").await?;
# let client = example.client();
# let group_id = example.value("groupId")?;
# let org_id = example.value("orgId")?;
# let site = example.value("site")?;
use atlassian_admin::api::legacy::RoleAssociation;
use atlassian_admin::model::RoleId;

client
    .organization(org_id)
    .legacy()
    .revoke_group_roles(group_id, [RoleAssociation::new(site, RoleId::User)])
    .await?;
# example.check()
# }
```

# Request
`POST /admin/v1/orgs/{orgId}/directory/groups/{groupId}/roles/revoke`, documented by Atlassian as [`v1RevokeGroupRoles`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-directory/#api-v1-orgs-orgid-directory-groups-groupid-roles-revoke-post).

- **Returns:** nothing
- **Key:** [`OrganizationKey`](crate::OrganizationKey); no scope is documented
- **Rate limit:** not documented
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `legacy.revokeGroupRoles`

# Errors
| Cause | Status | Code |
|---|---|---|
| An unknown group | 404 | `ADMIN-404-10` |

See [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.
"#####
    };
    ($group:ident $verb:ident) => {
        ""
    };
}

pub(crate) use reference;
