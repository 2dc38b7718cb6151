//! Links between accounts and SCIM records.

use crate::model::macros::object;
use crate::model::{AccountId, DirectoryId, OrgId, ScimId};
use crate::response::ResponseBody;

object! {
    /// The SCIM records of an account or e-mail address.
    ScimLinks {
        optional {
            /// The records.
            links: Vec<ScimLink> = "scimLinks",
        }
    }
}

impl ResponseBody for ScimLinks {}

object! {
    /// A SCIM record of a user, and the account that it is linked to.
    ScimLink {
        required {
            /// The record.
            scim_user_id: ScimId = "scimUserId",
        }
        optional {
            /// The account, if the record is linked to one.
            account_id: AccountId = "atlassianAccountId",
            /// The directory of the record.
            directory_id: DirectoryId = "directoryId",
            /// The organization.
            org_id: OrgId = "orgId",
        }
    }
}
