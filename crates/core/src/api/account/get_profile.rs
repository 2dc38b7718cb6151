//! `GET /users/{account_id}/manage/profile`

use crate::api::macros::endpoint;
use crate::model::AccountProfile;

endpoint! {
    /// Returns the profile of a managed account.
    GetProfile: Get "/users/{account_id}/manage/profile";
    id: "umGetProfile"; name: account.get_profile; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-profile/#api-users-account-id-manage-profile-get";
    returns: AccountProfile;
}
