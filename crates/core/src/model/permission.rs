//! Permissions of a key on a managed account.

use super::macros::{object, string_enum};
use crate::response::ResponseBody;

string_enum! {
    /// A privilege on a managed account.
    Privilege {
        /// Changing the profile. Superseded by `ProfileWrite`.
        Profile = "profile",
        /// Reading the profile.
        ProfileRead = "profile.read",
        /// Changing the profile, property by property.
        ProfileWrite = "profile.write",
        /// Setting the e-mail address.
        EmailSet = "email.set",
        /// Activating and deactivating the account.
        LifecycleEnablement = "lifecycle.enablement",
        /// Deleting the account, and cancelling the deletion.
        LifecycleDelete = "lifecycle.delete",
        /// Listing the API tokens.
        ApiTokenRead = "apiToken.read",
        /// Deleting API tokens.
        ApiTokenDelete = "apiToken.delete",
    }
}

object! {
    /// The permissions of a key on an account. Only requested privileges are present.
    AccountPermissions {
        optional {
            /// Changing the profile. Superseded by `profile.write`.
            profile: ProfilePermissions = "profile",
            /// Reading the profile.
            profile_read: Permission = "profile.read",
            /// Changing the profile, property by property.
            profile_write: ProfilePermissions = "profile.write",
            /// Setting the e-mail address.
            email_set: Permission = "email.set",
            /// Activating and deactivating the account.
            lifecycle_enablement: Permission = "lifecycle.enablement",
            /// Deleting the account, and cancelling the deletion.
            lifecycle_delete: Permission = "lifecycle.delete",
            /// Listing the API tokens.
            api_token_read: Permission = "apiToken.read",
            /// Deleting API tokens.
            api_token_delete: Permission = "apiToken.delete",
        }
    }
}

impl ResponseBody for AccountPermissions {}

object! {
    /// The permissions to change the properties of a profile.
    ProfilePermissions {
        optional {
            /// The full name.
            name: Permission = "name",
            /// The public name.
            nickname: Permission = "nickname",
            /// The time zone.
            zoneinfo: Permission = "zoneinfo",
            /// The language.
            locale: Permission = "locale",
            /// The job title.
            job_title: Permission = "extended_profile.job_title",
            /// The organization, as named in the profile.
            organization: Permission = "extended_profile.organization",
            /// The department.
            department: Permission = "extended_profile.department",
            /// The workplace.
            location: Permission = "extended_profile.location",
        }
    }
}

object! {
    /// Whether an action is allowed.
    Permission {
        required {
            /// Whether the action is allowed.
            allowed: bool = "allowed",
        }
        optional {
            /// The reason of a failure.
            reason: Restriction = "reason",
        }
    }
}

object! {
    /// The reason why an action is not allowed.
    Restriction {
        optional {
            /// The reason.
            key: RestrictionReason = "key",
        }
    }
}

string_enum! {
    /// The reason why an action is not allowed.
    RestrictionReason {
        /// Only administrators can perform the action.
        Administrative = "administrative",
        /// Only administrators can perform the action, and not on their own accounts.
        NotMyself = "administrative.notMyself",
        /// Single sign-on sets the value at each login.
        Saml = "authPolicy.saml",
        /// The account is blocked by export control of the United States.
        ExportControl = "blocked.exportControl",
        /// An identity provider manages the account by SCIM.
        Scim = "externalDirectory.scim",
        /// A directory of Google manages the account.
        Google = "externalDirectory.google",
        /// Only the user of the account can perform the action.
        MyselfOnly = "myselfOnly",
        /// The account is managed.
        ManagedAccount = "managedAccount",
    }
}
