//! What a key may do with a managed account, and why not.

use super::macros::{object, string_enum};
use crate::response::ResponseBody;

string_enum! {
    /// Something that one may be allowed to do with a managed account.
    Privilege {
        /// To change the profile. Superseded by `ProfileWrite`.
        Profile = "profile",
        /// To read the profile.
        ProfileRead = "profile.read",
        /// To change the profile, member by member.
        ProfileWrite = "profile.write",
        /// To set the e-mail address.
        EmailSet = "email.set",
        /// To activate and deactivate the account.
        LifecycleEnablement = "lifecycle.enablement",
        /// To delete the account, and to cancel that.
        LifecycleDelete = "lifecycle.delete",
        /// To list the API tokens.
        ApiTokenRead = "apiToken.read",
        /// To delete API tokens.
        ApiTokenDelete = "apiToken.delete",
    }
}

object! {
    /// What the key may do with an account. Only the privileges that were asked for are there.
    AccountPermissions {
        optional {
            /// To change the profile. Superseded by `profile.write`.
            profile: ProfilePermissions = "profile",
            /// To read the profile.
            profile_read: Permission = "profile.read",
            /// To change the profile, member by member.
            profile_write: ProfilePermissions = "profile.write",
            /// To set the e-mail address.
            email_set: Permission = "email.set",
            /// To activate and deactivate the account.
            lifecycle_enablement: Permission = "lifecycle.enablement",
            /// To delete the account, and to cancel that.
            lifecycle_delete: Permission = "lifecycle.delete",
            /// To list the API tokens.
            api_token_read: Permission = "apiToken.read",
            /// To delete API tokens.
            api_token_delete: Permission = "apiToken.delete",
        }
    }
}

impl ResponseBody for AccountPermissions {}

object! {
    /// Which members of a profile can be changed.
    ProfilePermissions {
        optional {
            /// The full name.
            name: Permission = "name",
            /// The name that others see.
            nickname: Permission = "nickname",
            /// The time zone.
            zoneinfo: Permission = "zoneinfo",
            /// The language.
            locale: Permission = "locale",
            /// The title of the job.
            job_title: Permission = "extended_profile.job_title",
            /// The organization, as the profile names it.
            organization: Permission = "extended_profile.organization",
            /// The department.
            department: Permission = "extended_profile.department",
            /// Where the user works.
            location: Permission = "extended_profile.location",
        }
    }
}

object! {
    /// Whether something is allowed.
    Permission {
        required {
            /// Whether it is.
            allowed: bool = "allowed",
        }
        optional {
            /// Why not.
            reason: Restriction = "reason",
        }
    }
}

object! {
    /// Why something is not allowed.
    Restriction {
        optional {
            /// The reason.
            key: RestrictionReason = "key",
        }
    }
}

string_enum! {
    /// Why something is not allowed.
    RestrictionReason {
        /// It is for administrators.
        Administrative = "administrative",
        /// It is for administrators, and not for their own accounts.
        NotMyself = "administrative.notMyself",
        /// It is set at each login by single sign-on.
        Saml = "authPolicy.saml",
        /// The account is blocked by export control of the United States.
        ExportControl = "blocked.exportControl",
        /// An identity provider manages the account by SCIM.
        Scim = "externalDirectory.scim",
        /// A directory of Google manages the account.
        Google = "externalDirectory.google",
        /// It is for the account's own user.
        MyselfOnly = "myselfOnly",
        /// The account is managed.
        ManagedAccount = "managedAccount",
    }
}
