//! The operation that invites users, and its response.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{
    Invitation, InvitationResult, InvitationStatus, Invitations, InvitedGroup, InvitedRole,
};

use crate::organization::users::{Invited, is_email};
use crate::organization::{Call, Scope, groups, model, roles, users};
use crate::refusal::{Failure, Refusal};

pub(crate) fn invite(call: &mut Call<'_>, request: api::users::Invite) -> Result<Invitations, Failure> {
    if !request.emails.iter().all(|email| is_email(email)) {
        return Err(Refusal::InvalidEmail.into());
    }
    // A rule or group that is unknown is refused before anything is changed.
    let rules = request.permission_rules.iter().flatten();
    let rules = rules.map(|rule| roles::find(call.tx.world, &rule.resource, &rule.role));
    let groups = request.additional_groups.iter().flatten();
    let groups = groups.map(|group| groups::find(call.view(), Scope::All, group.as_str()));
    let invitation = users::Invitation {
        directory: None,
        grants: rules.collect::<Result<_, _>>()?,
        groups: groups.collect::<Result<_, _>>()?,
    };
    let mut invitations = Invitations::default();
    for (index, email) in request.emails.iter().enumerate() {
        // An address counts once, whatever its case.
        if request.emails.iter().take(index).any(|other| other.eq_ignore_ascii_case(email)) {
            continue;
        }
        let invited = users::invite(&mut call.tx, email, &invitation);
        invitations.partial |= !invited.as_ref().is_ok_and(Invited::is_complete);
        invitations.data.push(outcome(call, email, &request, invited));
    }
    Ok(invitations)
}

/// The outcome of one invitation. If the user was refused, every part was.
fn outcome(
    call: &Call<'_>,
    email: &str,
    request: &api::users::Invite,
    invited: Result<Invited, Refusal>,
) -> Invitation {
    let rules = request.permission_rules.as_deref().unwrap_or_default();
    let groups = request.additional_groups.as_deref().unwrap_or_default();
    let (user, grants, memberships) = match invited {
        Ok(Invited { user, grants, groups }) => (Some(user), grants, groups),
        Err(refusal) => {
            let user = users::by_email(call.view(), email);
            (user, vec![Err(refusal); rules.len()], vec![Err(refusal); groups.len()])
        }
    };
    let roles = rules.iter().zip(grants).map(|(rule, result)| {
        model!(InvitedRole {
            resource: rule.resource.clone(),
            role: rule.role.to_string(),
            status: status(result),
            status_reason: result.err().map(reason),
        })
    });
    let groups = groups.iter().zip(memberships).map(|(group, result)| {
        model!(InvitedGroup {
            group: group.clone(),
            status: status(result),
            status_reason: result.err().map(reason),
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

fn status(result: Result<(), Refusal>) -> InvitationStatus {
    if result.is_ok() { InvitationStatus::Invited } else { InvitationStatus::Error }
}

fn reason(refusal: Refusal) -> String {
    let reason = match refusal {
        Refusal::LicenceLimit => "The product has no free seat",
        Refusal::RoleDoesNotFit => "The resource does not have this role",
        Refusal::SyncedGroup => "The group is managed by an identity provider",
        Refusal::NotInDirectory => "The user is in another directory",
        Refusal::InactiveUser => "The account is deactivated",
        Refusal::DeletedAccount => "The account is deleted",
        _ => "The user cannot be invited to it",
    };
    reason.to_owned()
}
