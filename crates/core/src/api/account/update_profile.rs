//! `PATCH /users/{account_id}/manage/profile`

use crate::api::macros::endpoint;
use crate::model::{AccountProfile, ExtendedProfile};

endpoint! {
    /// Updates the profile of a managed account. Omitted properties keep their values.
    ///
    /// Which properties can be changed depends on the other systems that manage the account. The
    /// privilege `profile.write` of [`Permissions`](super::Permissions) lists them.
    UpdateProfile: Patch "/users/{account_id}/manage/profile";
    id: "umUpdateProfile"; name: account.update_profile; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-patch";
    returns: AccountProfile;
    optional {
        /// The full name: up to 100 characters.
        name: String = "name" body,
        /// The public name: 1 to 30 characters.
        nickname: String = "nickname" body,
        /// The time zone, such as `Europe/Berlin`.
        zoneinfo: String = "zoneinfo" body,
        /// The language, such as `en-GB`.
        locale: String = "locale" body,
        /// The job and the workplace of the user.
        extended_profile: ExtendedProfile = "extended_profile" body,
    }
}
