//! The users that there are: those of the start, changed ones, and later ones.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use atlassian_admin_core::model::{AccountId, AccountStatus, DirectoryId};

use crate::organization::users::{ManagementSource, nickname};
use crate::organization::{Change, MembershipStatus, Object, Scope, Transaction, User, View, directories};
use crate::refusal::Refusal;

/// The users that differ from the start.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// All later users are in here.
    changed: BTreeMap<u64, User>,
    /// The number of later users.
    joined: u64,
    /// All users by nickname and index; made on first use: a million nicknames take a second.
    by_nickname: OnceCell<Vec<u64>>,
    /// The users of the start from the identity provider; made on first use, too.
    synced_at_start: OnceCell<Vec<u64>>,
}

/// Changes a user.
pub(crate) fn change(tx: &mut Transaction<'_>, index: u64, change: impl FnOnce(&mut User)) {
    let user = tx.store.people.changed.entry(index).or_insert_with(|| tx.world.user(index));
    let nickname = user.nickname.clone();
    change(user);
    if user.nickname != nickname {
        tx.store.people.by_nickname.take();
    }
}

/// Changes a user, and logs it as this action and words, unless nothing is new.
pub(crate) fn edit(
    tx: &mut Transaction<'_>,
    user: &User,
    action: &'static str,
    done: &str,
    edit: impl FnOnce(&mut User),
) {
    let mut edited = user.clone();
    edit(&mut edited);
    if edited != *user {
        change(tx, user.index, |user| *user = edited);
        tx.record(user_change(user, action, format!("{done} {}", user.name)));
    }
}

/// The log entry of a change of a user.
pub(crate) fn user_change(user: &User, action: &'static str, message: String) -> Change {
    Change { action, object: Object::user(user), also: Vec::new(), message }
}

/// Adds a user of whom only the address is known, and returns its index.
pub(crate) fn join(tx: &mut Transaction<'_>, email: &str, directory: usize) -> u64 {
    let (world, people) = (tx.world, &mut tx.store.people);
    let index = world.accounts + people.joined;
    let (name, domain) = email.split_once('@').unwrap_or((email, ""));
    let user = User {
        index,
        account_id: world.account_id(index).to_string(),
        name: name.to_owned(),
        nickname: name.chars().take(30).collect(),
        email: email.to_owned(),
        set_status: AccountStatus::Active,
        picture: world.picture(index),
        managed: world.is_verified_domain(domain),
        management_source: Some(ManagementSource::Invited),
        added_to_org: tx.now,
        directory,
        membership: MembershipStatus::Active,
        ..User::default()
    };
    people.joined += 1;
    people.changed.insert(index, user);
    people.by_nickname.take();
    index
}

pub(crate) fn count(view: View<'_>) -> u64 {
    view.world.accounts + view.store.people.joined
}

/// A user, whether or not the organization still has to do with them.
pub(crate) fn get(view: View<'_>, index: u64) -> Option<User> {
    let changed = view.store.people.changed.get(&index);
    changed.cloned().or_else(|| (index < view.world.accounts).then(|| view.world.user(index)))
}

/// Whether anything about a user was changed since the start.
pub(crate) fn is_changed(view: View<'_>, index: u64) -> bool {
    view.store.people.changed.contains_key(&index)
}

/// The changed users and the later ones.
pub(crate) fn changed<'a>(view: View<'a>) -> impl Iterator<Item = &'a User> {
    view.store.people.changed.values()
}

/// The indices of the users of the start from the identity provider, in order.
pub(crate) fn synced_at_start<'a>(view: View<'a>) -> &'a [u64] {
    let synced = || (0..view.world.accounts).filter(|index| view.world.is_synced(*index)).collect();
    view.store.people.synced_at_start.get_or_init(synced)
}

/// A user that is in one of the directories or is managed.
pub(crate) fn find_user(view: View<'_>, scope: Scope, account_id: &str) -> Result<User, Refusal> {
    let user = view.world.account_index(account_id).and_then(|index| known(view, index));
    user.filter(|user| scope.holds(user)).ok_or(Refusal::UnknownUser)
}

/// The index of such a user.
pub(crate) fn find(view: View<'_>, scope: Scope, account_id: &str) -> Result<u64, Refusal> {
    find_user(view, scope, account_id).map(|user| user.index)
}

/// The index of the user that a request changes, which must name the directory itself.
pub(crate) fn to_change(
    view: View<'_>,
    directory: &DirectoryId,
    account: &AccountId,
) -> Result<u64, Refusal> {
    find(view, Scope::One(directories::to_change(view.world, directory)?), account.as_str())
}

/// The index of the user with this address.
pub(crate) fn by_email(view: View<'_>, email: &str) -> Option<u64> {
    let is_same = |other: &str| other.eq_ignore_ascii_case(email);
    let changed = view.store.people.changed.values().find(|user| is_same(&user.email));
    changed.map(|user| user.index).or_else(|| {
        // The addresses of the start end in the index: see `names::person`.
        let (local, _) = email.rsplit_once('@')?;
        let index = local.rsplit_once('.')?.1.parse().ok()?;
        let of_start = index < view.world.accounts && !is_changed(view, index);
        (of_start && is_same(&view.world.person(index).1)).then_some(index)
    })
}

/// A user that is in a directory or is managed: the organization does not know others.
pub(crate) fn known(view: View<'_>, index: u64) -> Option<User> {
    get(view, index).filter(|user| user.managed || user.membership != MembershipStatus::NoMembership)
}

/// All indices, by nickname and index.
pub(crate) fn by_nickname<'a>(view: View<'a>) -> &'a [u64] {
    view.store.people.by_nickname.get_or_init(|| {
        let mut people: Vec<_> = (0..count(view)).map(|index| (nickname_of(view, index), index)).collect();
        people.sort_unstable();
        people.into_iter().map(|(_, index)| index).collect()
    })
}

pub(crate) fn nickname_of(view: View<'_>, index: u64) -> String {
    match view.store.people.changed.get(&index) {
        Some(user) => user.nickname.clone(),
        None => nickname(&view.world.person(index).0),
    }
}
