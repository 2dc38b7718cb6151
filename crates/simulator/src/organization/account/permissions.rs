//! What may be done with an account. The same rules answer the query and refuse the change.

use atlassian_admin_core::api::account::UmGetPermissions;
use atlassian_admin_core::model::{
    AccountPermissions, Permission, Privilege, ProfilePermissions, Restriction, RestrictionReason,
};

use crate::organization::{Call, User, World, account, model};
use crate::refusal::Failure;

pub(crate) fn permissions(call: &Call<'_>, request: UmGetPermissions) -> Result<AccountPermissions, Failure> {
    let user = account::find(call.view(), &request.account_id)?;
    let asked =
        |privilege: Privilege| request.privileges.as_ref().is_none_or(|asked| asked.contains(&privilege));
    let permission = |privilege: Privilege| {
        let reason = restriction(call.tx.world, &user, &privilege);
        asked(privilege).then(|| permission(reason))
    };
    let profile = |privilege: Privilege| {
        let reason = restriction(call.tx.world, &user, &privilege);
        asked(privilege).then(|| whole_profile(&reason))
    };
    Ok(model!(AccountPermissions {
        profile: profile(Privilege::Profile),
        profile_read: permission(Privilege::ProfileRead),
        profile_write: profile(Privilege::ProfileWrite),
        email_set: permission(Privilege::EmailSet),
        lifecycle_enablement: permission(Privilege::LifecycleEnablement),
        lifecycle_delete: permission(Privilege::LifecycleDelete),
        api_token_read: permission(Privilege::ApiTokenRead),
        api_token_delete: permission(Privilege::ApiTokenDelete),
    }))
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

fn permission(reason: Option<RestrictionReason>) -> Permission {
    let allowed = reason.is_none();
    model!(Permission { allowed: allowed, reason: reason.map(|reason| model!(Restriction { key: reason })) })
}

fn whole_profile(reason: &Option<RestrictionReason>) -> ProfilePermissions {
    let permission = || permission(reason.clone());
    model!(ProfilePermissions {
        name: permission(),
        nickname: permission(),
        zoneinfo: permission(),
        locale: permission(),
        job_title: permission(),
        organization: permission(),
        department: permission(),
        location: permission(),
    })
}
