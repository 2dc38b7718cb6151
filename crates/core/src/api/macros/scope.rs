//! The scopes of operations: the path arguments that come from a handle.

/// Replaces the scope of an operation by its handles, its kind of key and its path arguments:
///
/// - `Root`: none.
/// - `Organization`: `orgId`.
/// - `Directory`: `orgId` and one `directoryId`.
/// - `Directories`: `orgId` and `directoryId`, which may be `-` for all directories.
/// - `Account`: `account_id`.
/// - `ScimDirectory`: `directoryId`, with the key of a directory.
macro_rules! scope {
    (Root $name:ident $head:tt $($rest:tt)*) => {
        $crate::api::macros::response! { $name $head { scope: RootScope; auth: OrganizationKey; path {} } $($rest)* }
    };
    (Organization $name:ident $head:tt $($rest:tt)*) => {
        $crate::api::macros::response! {
            $name $head
            {
                scope: OrganizationScope;
                auth: OrganizationKey;
                path { "The organization." org_id: OrgId = "orgId" path, }
            }
            $($rest)*
        }
    };
    (Directory $name:ident $head:tt $($rest:tt)*) => {
        $crate::api::macros::response! {
            $name $head
            {
                scope: DirectoryScope;
                auth: OrganizationKey;
                path {
                    "The organization." org_id: OrgId = "orgId" path,
                    "The directory." directory_id: DirectoryId = "directoryId" directory,
                }
            }
            $($rest)*
        }
    };
    (Directories $name:ident $head:tt $($rest:tt)*) => {
        $crate::api::macros::response! {
            $name $head
            {
                scope: DirectoryScope AllDirectoriesScope;
                auth: OrganizationKey;
                path {
                    "The organization." org_id: OrgId = "orgId" path,
                    "The directory, or `-` for all directories." directory_id: DirectoryId = "directoryId" directories,
                }
            }
            $($rest)*
        }
    };
    (Account $name:ident $head:tt $($rest:tt)*) => {
        $crate::api::macros::response! {
            $name $head
            {
                scope: AccountScope;
                auth: OrganizationKey;
                path { "The account." account_id: AccountId = "accountId" -> "account_id" path, }
            }
            $($rest)*
        }
    };
    (ScimDirectory $name:ident $head:tt $($rest:tt)*) => {
        $crate::api::macros::response! {
            $name $head
            {
                scope: ScimDirectoryScope;
                auth: DirectoryKey;
                path { "The SCIM directory." directory_id: DirectoryId = "directoryId" directory, }
            }
            $($rest)*
        }
    };
}

pub(crate) use scope;
