//! Managed accounts, as user management reads and changes them.

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
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get).
    ManagedAccount {
        required {
            /// Its identifier.
            account_id: AccountId = "account_id",
        }
        optional {
            /// What it stands for.
            account_type: AccountType = "account_type",
            /// Whether it can be used. One that is about to be deleted looks deactivated.
            account_status: AccountStatus = "account_status",
            /// The full name.
            name: String = "name",
            /// The name that others see.
            nickname: String = "nickname",
            /// The e-mail address.
            email: String = "email",
            /// The URL of the picture.
            picture: String = "picture",
            /// The time zone, such as `Europe/Berlin`.
            zoneinfo: String = "zoneinfo",
            /// The language, such as `en-GB`.
            locale: String = "locale",
            /// Where its user works, and as what.
            extended_profile: ExtendedProfile = "extended_profile",
            /// What else is true of it.
            characteristics: AccountCharacteristics = "characteristics",
        }
    }
}

input! {
    /// Where a user works, and as what.
    ExtendedProfile {
        optional {
            /// The title of the job.
            job_title: String = "job_title",
            /// The organization, as the user's profile names it.
            organization: String = "organization",
            /// The department.
            department: String = "department",
            /// Where the user works.
            location: String = "location",
        }
    }
}

object! {
    /// What else is true of an account.
    AccountCharacteristics {
        optional {
            /// Whether others cannot mention it.
            not_mentionable: bool = "not_mentionable",
        }
    }
}
