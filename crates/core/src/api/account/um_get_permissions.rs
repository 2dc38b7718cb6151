//! `GET /users/{account_id}/manage`

use crate::api::macros::endpoint;
use crate::auth::OrganizationKey;
use crate::model::{AccountId, AccountPermissions, Privilege};

endpoint! {
    /// Tells what the key may do with an account, and why not.
    ///
    /// Ask before changing anything: what an identity provider or a login policy manages is refused otherwise. Accounts that the
    /// organization does not manage are refused as a whole (403).
    UmGetPermissions -> AccountPermissions;
    request: Get "/users/{account_id}/manage";
    name: "umGetPermissions" = account.permissions;
    docs: "https://developer.atlassian.com/cloud/admin/user-management/rest/api-group-manage/#api-users-account-id-manage-get";
    auth: OrganizationKey;
    facts: ;
    path {
        /// The account.
        account_id: AccountId = "account_id",
    }
    optional {
        /// Only these privileges; all unless given.
        privileges: Vec<Privilege> = "privileges" Repeat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::test_support::wire;

    #[test]
    fn stands_on_the_wire_as_documented() {
        assert_eq!(wire(&UmGetPermissions::new("557058:a")), "GET /users/557058%3Aa/manage");
        let some = [Privilege::EmailSet, Privilege::ApiTokenDelete, Privilege::Other("novel".into())];
        assert_eq!(
            wire(&UmGetPermissions::new("a").privileges(some)),
            "GET /users/a/manage?privileges=email.set&privileges=apiToken.delete&privileges=novel"
        );
    }
}
