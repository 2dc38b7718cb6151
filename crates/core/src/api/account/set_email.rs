//! `PUT /users/{account_id}/manage/email`

use crate::api::macros::endpoint;

endpoint! {
    /// Sets the e-mail address of an account.
    ///
    /// The organization must have verified the domain of the new address, since Atlassian treats
    /// the address as verified. All sessions of the user are signed out.
    SetEmail: Put "/users/{account_id}/manage/email";
    id: "umSetEmail"; name: account.set_email; scope: Account;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-email/#api-users-account-id-manage-email-put";
    facts: .success(&[204]).idempotent();
    returns: ();
    required {
        /// The new address.
        email: String = "email" body,
    }
}
