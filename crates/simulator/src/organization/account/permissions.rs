//! What may be done with an account. The same rules answer the query and refuse the change.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{AccountPermissions, Privilege, RestrictionReason};
use serde_json::{Value, json};

use crate::organization::{Call, User, World, account};
use crate::problem::Problem;
use crate::refusal::Failure;

/// The properties of a profile.
pub(crate) const PROFILE: [&str; 8] = [
    "name",
    "nickname",
    "zoneinfo",
    "locale",
    "extended_profile.job_title",
    "extended_profile.organization",
    "extended_profile.department",
    "extended_profile.location",
];

pub(crate) fn permissions(
    call: &Call<'_>,
    request: api::account::Permissions,
) -> Result<AccountPermissions, Failure> {
    let user = account::find(call.view(), &request.account_id)?;
    let known = Privilege::KNOWN.iter().map(|name| Privilege::from(*name));
    let asked = known.filter(|known| request.privileges.as_ref().is_none_or(|asked| asked.contains(known)));
    let permissions = asked.map(|privilege| {
        let permission = match restriction(call.tx.world, &user, &privilege) {
            None => json!({ "allowed": true }),
            Some(reason) => json!({ "allowed": false, "reason": { "key": reason } }),
        };
        let value = match privilege {
            Privilege::Profile | Privilege::ProfileWrite => {
                PROFILE.iter().map(|property| ((*property).to_owned(), permission.clone())).collect()
            }
            _ => permission,
        };
        (privilege.to_string(), value)
    });
    let permissions = Value::Object(permissions.collect());
    serde_json::from_value(permissions).map_err(|_| Problem::INTERNAL.into())
}

/// Why something cannot be done with an account, if it cannot.
pub(crate) fn restriction(world: &World, user: &User, privilege: &Privilege) -> Option<RestrictionReason> {
    match privilege {
        Privilege::Profile
        | Privilege::ProfileWrite
        | Privilege::EmailSet
        | Privilege::LifecycleEnablement
            if user.is_synced() =>
        {
            Some(RestrictionReason::Scim)
        }
        // The key acts for the administrator that set up the organization.
        Privilege::LifecycleEnablement | Privilege::LifecycleDelete if world.owner() == Some(user.index) => {
            Some(RestrictionReason::NotMyself)
        }
        Privilege::Profile | Privilege::ProfileWrite | Privilege::EmailSet
            if user.delete_requested.is_some() =>
        {
            Some(RestrictionReason::Administrative)
        }
        _ => None,
    }
}
