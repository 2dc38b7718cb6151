//! Invites users, new or known, and gives them what the invitation offers.

use atlassian_admin_core::model::AccountStatus;

use crate::organization::users::{ManagementSource, user_change};
use crate::organization::{
    Grant, Holder, MembershipStatus, Transaction, View, groups, members, roles, users,
};
use crate::refusal::Refusal;

/// The roles and groups that an invitation offers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Invitation {
    /// The directory of new users. By default that of the first role or group, otherwise the first
    /// one.
    pub(crate) directory: Option<usize>,
    pub(crate) grants: Vec<Grant>,
    /// Indices of groups.
    pub(crate) groups: Vec<u64>,
}

/// What has become of an invitation: which of its parts were refused, each in the order of the
/// invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invited {
    pub(crate) user: u64,
    pub(crate) grants: Vec<Result<(), Refusal>>,
    pub(crate) groups: Vec<Result<(), Refusal>>,
}

impl Invited {
    pub(crate) fn is_complete(&self) -> bool {
        self.grants.iter().chain(&self.groups).all(Result::is_ok)
    }
}

/// Invites a user by address. A user of the directory gets the roles and groups that are missing.
pub(crate) fn invite(
    tx: &mut Transaction<'_>,
    email: &str,
    invitation: &Invitation,
) -> Result<Invited, Refusal> {
    if !is_email(email) {
        return Err(Refusal::InvalidEmail);
    }
    let directory = directory_of(tx.truth(), invitation);
    let user = match users::by_email(tx.truth(), email) {
        Some(user) => user,
        None => users::join(tx, email, directory),
    };
    readmit(tx, user, directory)?;
    if let Some(user) = users::get(tx.truth(), user) {
        tx.record(user_change(&user, "user_invited", format!("invited {email}")));
    }
    let grants =
        invitation.grants.iter().map(|grant| roles::set(tx, Holder::User(user), *grant, true)).collect();
    let add = |group: &u64| match members::set(tx, *group, user, true) {
        Err(Refusal::AlreadyMember) => Ok(()),
        result => result,
    };
    Ok(Invited { user, grants, groups: invitation.groups.iter().map(add).collect() })
}

fn directory_of(view: View<'_>, Invitation { directory, grants, groups }: &Invitation) -> usize {
    let mut of_grants = grants.iter().filter_map(|grant| view.world.directory_of_resource(grant.resource));
    let mut of_groups =
        groups.iter().filter_map(|group| groups::get(view, *group).map(|group| group.directory));
    directory.or_else(|| of_grants.next()).or_else(|| of_groups.next()).unwrap_or_default()
}

/// Puts an account into the directory, unless it is there already.
fn readmit(tx: &mut Transaction<'_>, index: u64, directory: usize) -> Result<(), Refusal> {
    let user = users::get(tx.truth(), index).ok_or(Refusal::UnknownUser)?;
    match user.account_status(tx.now) {
        AccountStatus::Active => {}
        AccountStatus::Inactive if user.delete_requested.is_none() => return Err(Refusal::InactiveUser),
        _ => return Err(Refusal::DeletedAccount),
    }
    if user.membership == MembershipStatus::NoMembership {
        users::change(tx, index, |user| {
            user.membership = MembershipStatus::Active;
            user.directory = directory;
            user.management_source = Some(ManagementSource::Invited);
        });
    }
    Ok(())
}

/// Whether a text can be an address.
pub(crate) fn is_email(text: &str) -> bool {
    let fits = |part: &str| !part.is_empty() && part.len() <= 255 && !part.contains(char::is_whitespace);
    text.split_once('@').is_some_and(|(local, domain)| {
        fits(local) && !domain.contains('@') && domain.contains('.') && domain.split('.').all(fits)
    })
}
