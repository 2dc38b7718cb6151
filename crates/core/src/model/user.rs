//! Users, as version 2 of the API lists them.
//!
//! Properties marked "undocumented" were observed in responses of the server and are missing from
//! Atlassian's documentation. Do not rely on them.

use super::macros::{object, string_enum};
use super::{AccountId, AccountStatus, AccountType, GroupId, Links, ResourceId, RoleId, Timestamp};

string_enum! {
    /// Whether the organization manages an account.
    AccountClaim {
        /// The organization manages the account: it has claimed the e-mail domain.
        Managed = "managed",
        /// The organization does not manage the account.
        Unmanaged = "unmanaged",
    }
}

string_enum! {
    /// The membership of a user in a directory.
    MembershipStatus {
        /// A member with access.
        Active = "active",
        /// A member whose access is suspended.
        Suspended = "suspended",
        /// Not a member: a managed account outside of all directories.
        NoMembership = "no_membership",
    }
}

string_enum! {
    /// The combined status of an account and its membership.
    UserStatus {
        /// The account is active, and so is the membership.
        Active = "active",
        /// The account is active, the membership suspended.
        Suspended = "suspended",
        /// The account is active, and in no directory.
        NotInvited = "not_invited",
        /// The account is deactivated.
        Deactivated = "deactivated",
        /// The account is scheduled for deletion.
        ForDeletion = "for_deletion",
    }
}

string_enum! {
    /// The origin of a user of a directory.
    ManagementSource {
        /// An invitation.
        Invited = "invited",
        /// An identity provider.
        Synced = "synced",
    }
}

object! {
    /// A user of a directory, or a managed account outside of all directories.
    ///
    /// Every property but the account can be absent: some are present only if requested with
    /// `expand`, others depend on the permissions of the key.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post).
    DirectoryUser {
        required {
            /// The account.
            account_id: AccountId = "accountId",
        }
        optional {
            /// The type of the account.
            account_type: AccountType = "accountType",
            /// The status of the account. It is active for a suspended user: see `status`.
            account_status: AccountStatus = "accountStatus",
            /// The membership of the user in the directory.
            membership_status: MembershipStatus = "membershipStatus",
            /// The combined status of account and membership.
            status: UserStatus = "status",
            /// Whether the organization manages the account.
            claim_status: AccountClaim = "claimStatus",
            /// The origin of the user.
            management_source: ManagementSource = "managementSource",
            /// Whether the account uses two-step verification.
            mfa_enabled: bool = "mfaEnabled",
            /// The full name.
            name: String = "name",
            /// The public name.
            nickname: String = "nickname",
            /// The e-mail address.
            email: String = "email",
            /// Whether the e-mail address is verified.
            email_verified: bool = "emailVerified",
            /// The URL of the picture.
            picture: String = "picture",
            /// The URL of the picture, as an alternative to `picture`.
            avatar: String = "avatar",
            /// The job title.
            job_title: String = "jobTitle",
            /// The department.
            department: String = "department",
            /// The organization, as named in the profile of the user.
            organization: String = "organization",
            /// The workplace.
            location: String = "location",
            /// The time zone, such as `Europe/Berlin`.
            time_zone: String = "timeZone",
            /// When the account was added to the organization.
            added_to_org: Timestamp = "addedToOrg",
            /// When the account was deactivated.
            deactivated_on: Timestamp = "deactivatedOn",
            /// Whether the account is scheduled for deletion. Undocumented.
            for_deletion: bool = "forDeletion",
            /// Roles on the whole organization and its sites. Present only if requested with
            /// `expand`.
            platform_roles: Vec<RoleId> = "platformRoles",
            /// The number of resources that the user can access. Present only if requested with
            /// `expand`.
            counts: UserCounts = "counts",
            /// The products of the user. Present only if requested with `expand`. This is the
            /// cheapest way to get the last activity of many users.
            product_access: Vec<ProductAccess> = "productAccess",
            /// The groups of the user. Present only if requested with `expand`.
            groups: Vec<UserGroup> = "groups",
            /// The links of the user.
            links: Links = "links",
        }
    }
}

object! {
    /// The number of resources that a user can access.
    UserCounts {
        optional {
            /// The number of resources, such as sites.
            resources: u64 = "resources",
        }
    }
}

object! {
    /// A product that a user can use.
    ProductAccess {
        optional {
            /// The instance of the product: an ARI with the identifier of the site. Optional, so
            /// that a product without it still counts.
            id: ResourceId = "id",
            /// The product, such as `jira`. Sites can share it: `id` distinguishes them.
            key: String = "key",
            /// The last activity of the user in the product. Absent if there was none.
            last_active_timestamp: Timestamp = "lastActiveTimestamp",
        }
    }
}

object! {
    /// A group of a user.
    UserGroup {
        required {
            /// Its identifier.
            id: GroupId = "id",
        }
        optional {
            /// Its name.
            name: String = "name",
            /// The description.
            description: String = "description",
        }
    }
}
