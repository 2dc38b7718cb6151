//! Managed accounts, as returned by the user management API.

use super::macros::{input, object};
use super::{AccountId, AccountStatus, AccountType};
use crate::response::ResponseBody;

object! {
    /// The profile of a managed account, in its envelope: `{"account": …}`.
    AccountProfile {
        required {
            /// The account.
            account: ManagedAccount = "account",
        }
    }
}

impl ResponseBody for AccountProfile {}

object! {
    /// A managed account with its profile.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get).
    ManagedAccount {
        required {
            /// Its identifier.
            account_id: AccountId = "account_id",
        }
        optional {
            /// The type of the account.
            account_type: AccountType = "account_type",
            /// The status of the account. An account that is scheduled for deletion is reported as
            /// deactivated.
            account_status: AccountStatus = "account_status",
            /// The full name.
            name: String = "name",
            /// The public name.
            nickname: String = "nickname",
            /// The e-mail address.
            email: String = "email",
            /// The URL of the picture.
            picture: String = "picture",
            /// The time zone, such as `Europe/Berlin`.
            zoneinfo: String = "zoneinfo",
            /// The language, such as `en-GB`.
            locale: String = "locale",
            /// The job and the workplace of the user.
            extended_profile: ExtendedProfile = "extended_profile",
            /// Other characteristics of the account.
            characteristics: AccountCharacteristics = "characteristics",
        }
    }
}

input! {
    /// The job and the workplace of a user.
    ExtendedProfile {
        optional {
            /// The job title.
            job_title: String = "job_title",
            /// The organization, as named in the profile of the user.
            organization: String = "organization",
            /// The department.
            department: String = "department",
            /// The workplace.
            location: String = "location",
        }
    }
}

object! {
    /// Other characteristics of an account.
    AccountCharacteristics {
        optional {
            /// Whether other users cannot mention the account.
            not_mentionable: bool = "not_mentionable",
        }
    }
}
