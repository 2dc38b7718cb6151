//! Invitations.

use atlassian_admin_core::api::users::{InviteUsers, PermissionRule};
use atlassian_admin_core::model::{
    GroupId, Invitation, InvitationResult, InvitationStatus, Invitations, InvitedGroup, InvitedRole,
};

use crate::organization::users::{Invited, is_email};
use crate::organization::{Call, Grant, Scope, groups, model, roles, users};
use crate::refusal::{Failure, Refusal};

pub(crate) fn invite(call: &mut Call<'_>, request: InviteUsers) -> Result<Invitations, Failure> {
    if !request.emails.iter().all(|email| is_email(email)) {
        return Err(Refusal::InvalidEmail.into());
    }
    let rules = request.permission_rules.as_deref().unwrap_or_default();
    let groups = request.additional_groups.as_deref().unwrap_or_default();
    // A rule or group that is unknown is refused before anything is changed.
    let invitation = invitation(call, rules, groups)?;
    let mut invitations = Invitations::default();
    for email in once_each(&request.emails) {
        let invited = users::invite(&mut call.tx, email, &invitation);
        invitations.partial |= !invited.as_ref().is_ok_and(Invited::is_complete);
        invitations.data.push(outcome(call, email, rules, groups, &invited));
    }
    Ok(invitations)
}

/// The addresses without repetitions in whatever case.
fn once_each(emails: &[String]) -> Vec<&String> {
    let mut once: Vec<&String> = Vec::new();
    for email in emails {
        if !once.iter().any(|known| known.eq_ignore_ascii_case(email)) {
            once.push(email);
        }
    }
    once
}

fn invitation(
    call: &Call<'_>,
    rules: &[PermissionRule],
    groups: &[GroupId],
) -> Result<users::Invitation, Refusal> {
    let view = call.view();
    let grants = rules.iter().map(|rule| {
        let resource = roles::find_resource(view.world, rule.resource.as_str())?;
        Ok(Grant { resource, role: roles::find_role(rule.role.as_str())? })
    });
    let groups = groups.iter().map(|group| groups::find(view, Scope::All, group.as_str()));
    Ok(users::Invitation {
        directory: None,
        grants: grants.collect::<Result<_, _>>()?,
        groups: groups.collect::<Result<_, _>>()?,
    })
}

/// The outcome of one invitation. If the user was refused, every part was.
fn outcome(
    call: &Call<'_>,
    email: &str,
    rules: &[PermissionRule],
    groups: &[GroupId],
    invited: &Result<Invited, Refusal>,
) -> Invitation {
    let refusal = invited.as_ref().err().copied();
    let user = match invited {
        Ok(invited) => Some(invited.user),
        Err(_) => users::by_email(call.view(), email),
    };
    let parts = |of: fn(&Invited) -> &Vec<Result<(), Refusal>>, index: usize| match invited {
        Ok(invited) => of(invited).get(index).and_then(|result| result.err()),
        Err(_) => refusal,
    };
    let roles = rules.iter().enumerate().map(|(index, rule)| {
        let refusal = parts(|invited| &invited.grants, index);
        model!(InvitedRole {
            resource: rule.resource.clone(),
            role: rule.role.to_string(),
            status: status(refusal),
            status_reason: refusal.map(reason),
        })
    });
    let groups = groups.iter().enumerate().map(|(index, group)| {
        let refusal = parts(|invited| &invited.groups, index);
        model!(InvitedGroup {
            group: group.clone(),
            status: status(refusal),
            status_reason: refusal.map(reason),
        })
    });
    let result = model!(InvitationResult {
        role_assignment_result: roles.collect::<Vec<_>>(),
        group_assignment_result: groups.collect::<Vec<_>>(),
    });
    model!(Invitation {
        id: user.and_then(|user| users::get(call.view(), user)).map(|user| user.account_id.into()),
        email: email.to_owned(),
        results: vec![result],
    })
}

fn status(refusal: Option<Refusal>) -> InvitationStatus {
    if refusal.is_some() { InvitationStatus::Error } else { InvitationStatus::Invited }
}

fn reason(refusal: Refusal) -> String {
    let reason = match refusal {
        Refusal::LicenceLimit => "The product has no free seat",
        Refusal::RoleDoesNotFit => "The resource has no such role",
        Refusal::SyncedGroup => "The group is managed by an identity provider",
        Refusal::NotInDirectory => "The user is in another directory",
        Refusal::InactiveUser => "The account is deactivated",
        Refusal::DeletedAccount => "The account is deleted",
        _ => "The user cannot be invited to it",
    };
    reason.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_counts_once_whatever_its_case() {
        let given = ["a@example.com", "b@example.com", "A@Example.com", "b@example.com"].map(str::to_owned);
        assert_eq!(once_each(&given), ["a@example.com", "b@example.com"]);
    }
}
