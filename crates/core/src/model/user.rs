//! Users, as version 2 of the API lists them.
//!
//! Properties marked "undocumented" were seen in responses of the real API and are missing from
//! Atlassian's document. Do not rely on them.

use super::macros::{object, string_enum};
use super::{AccountId, AccountStatus, AccountType, GroupId, Links, ResourceId, RoleId, Timestamp};

string_enum! {
    /// Whether the organization manages an account.
    AccountClaim {
        /// It does: the domain of the e-mail address is claimed.
        Managed = "managed",
        /// It does not.
        Unmanaged = "unmanaged",
    }
}

string_enum! {
    /// Whether a user is in the directory.
    MembershipStatus {
        /// In it, with access.
        Active = "active",
        /// In it, without access for the time being.
        Suspended = "suspended",
        /// Not in it: a managed account outside of all directories.
        NoMembership = "no_membership",
    }
}

string_enum! {
    /// Where an account and its membership stand, in one word.
    UserStatus {
        /// The account is active, and so is the membership.
        Active = "active",
        /// The account is active, the membership suspended.
        Suspended = "suspended",
        /// The account is active, and in no directory.
        NotInvited = "not_invited",
        /// The account is deactivated.
        Deactivated = "deactivated",
        /// The account is about to be deleted.
        ForDeletion = "for_deletion",
    }
}

string_enum! {
    /// How a user came into the directory.
    ManagementSource {
        /// By an invitation.
        Invited = "invited",
        /// From an identity provider.
        Synced = "synced",
    }
}

object! {
    /// A user of a directory, or a managed account outside of all directories.
    ///
    /// Every member may be absent: some come only when they are asked for by `expand`, others depend on what the key may see.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-directories-directoryid-users-search-post).
    DirectoryUser {
        optional {
            /// The account.
            account_id: AccountId = "accountId",
            /// What the account stands for.
            account_type: AccountType = "accountType",
            /// Whether the account can be used. A suspended user's account is still active: see `status`.
            account_status: AccountStatus = "accountStatus",
            /// Whether the user is in the directory.
            membership_status: MembershipStatus = "membershipStatus",
            /// Account and membership in one word.
            status: UserStatus = "status",
            /// Whether the organization manages the account.
            claim_status: AccountClaim = "claimStatus",
            /// How the user came into the directory.
            management_source: ManagementSource = "managementSource",
            /// Whether the account signs in with a second factor.
            mfa_enabled: bool = "mfaEnabled",
            /// The full name.
            name: String = "name",
            /// The name that others see.
            nickname: String = "nickname",
            /// The e-mail address.
            email: String = "email",
            /// Whether the address was verified.
            email_verified: bool = "emailVerified",
            /// The URL of the picture.
            picture: String = "picture",
            /// The URL of the picture, too.
            avatar: String = "avatar",
            /// The title of the job.
            job_title: String = "jobTitle",
            /// The department.
            department: String = "department",
            /// The organization, as the user's profile names it.
            organization: String = "organization",
            /// Where the user works.
            location: String = "location",
            /// The time zone, such as `Europe/Berlin`.
            time_zone: String = "timeZone",
            /// When the account was added to the organization.
            added_to_org: Timestamp = "addedToOrg",
            /// When the account was deactivated.
            deactivated_on: Timestamp = "deactivatedOn",
            /// Whether the account is about to be deleted. Undocumented.
            for_deletion: bool = "forDeletion",
            /// Roles on the whole organization and its sites. Asked for by `expand`.
            platform_roles: Vec<RoleId> = "platformRoles",
            /// How much the user can reach. Asked for by `expand`.
            counts: UserCounts = "counts",
            /// The products of the user. Asked for by `expand`; the cheapest way to last-active dates of many users.
            product_access: Vec<ProductAccess> = "productAccess",
            /// The groups of the user. Asked for by `expand`.
            groups: Vec<UserGroup> = "groups",
            /// Where the user stands in the listing.
            links: Links = "links",
        }
    }
}

object! {
    /// How much a user can reach.
    UserCounts {
        optional {
            /// Resources, such as sites.
            resources: u64 = "resources",
        }
    }
}

object! {
    /// A product that a user can use.
    ProductAccess {
        optional {
            /// The product's place: an ARI with the site's identifier.
            id: ResourceId = "id",
            /// The product, such as `jira`. Several sites share one: tell them apart by `id`.
            key: String = "key",
            /// When the user was last active there; absent if never.
            last_active_timestamp: Timestamp = "lastActiveTimestamp",
        }
    }
}

object! {
    /// A group of a user.
    UserGroup {
        optional {
            /// Its identifier.
            id: GroupId = "id",
            /// Its name.
            name: String = "name",
            /// What it is for.
            description: String = "description",
        }
    }
}
