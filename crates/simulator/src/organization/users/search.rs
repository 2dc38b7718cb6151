//! Queries for users. Listings, counts and statistics are the same query.

use std::collections::BTreeMap;

use atlassian_admin_core::model::AccountStatus;

use crate::organization::{
    MembershipStatus, Position, Role, Scope, Slice, TextMatch, User, UserStatus, View, Window, groups,
    members, roles, users,
};

/// Which users are asked for. What is `None` does not matter; of a list, one must match.
#[derive(Debug, Clone, Default)]
pub(crate) struct UserFilter {
    /// Indices of directories. A user outside of all directories matches none.
    pub(crate) directories: Option<Vec<usize>>,
    pub(crate) account_ids: Option<Vec<String>>,
    pub(crate) emails: Option<Vec<String>>,
    pub(crate) email_domains: Option<Vec<String>>,
    pub(crate) account_status: Option<Vec<AccountStatus>>,
    pub(crate) membership: Option<Vec<MembershipStatus>>,
    pub(crate) status: Option<Vec<UserStatus>>,
    pub(crate) managed: Option<bool>,
    pub(crate) mfa_enabled: Option<bool>,
    /// Identifiers of groups.
    pub(crate) groups: Option<Vec<String>>,
    /// Identifiers of roles and of resources: together, the role must be held on the resource.
    pub(crate) roles: Option<Vec<String>>,
    pub(crate) resources: Option<Vec<String>>,
    /// A part of name, nickname or address, in any case.
    pub(crate) search: Option<String>,
    /// Of the name or the nickname.
    pub(crate) named: TextMatch,
    /// The parts of the address before and after the `@`.
    pub(crate) email_user: TextMatch,
    pub(crate) email_host: TextMatch,
}

impl UserFilter {
    /// Of the directories that a path names, and of those that the query names besides.
    pub(crate) fn in_scope(mut self, scope: Scope) -> Self {
        self.directories = scope.narrow(self.directories);
        self
    }
}

/// A filter with its identifiers looked up once.
struct Query<'a> {
    view: View<'a>,
    filter: &'a UserFilter,
    groups: Option<Vec<u64>>,
    search: Option<String>,
}

/// A part of the users that a filter lets through, by nickname.
pub(crate) fn search(view: View<'_>, filter: &UserFilter, window: &Window) -> Slice<User> {
    let query = Query::new(view, filter);
    let position = |index| Position { name: users::nickname_of(view, index), index };
    match query.candidates() {
        Some(mut few) => {
            few.sort_by_cached_key(|index| position(*index));
            window.of(&few, position, |index| query.user(index))
        }
        None => window.of(users::by_nickname(view), position, |index| query.user(index)),
    }
}

pub(crate) fn count_matching(view: View<'_>, filter: &UserFilter) -> u64 {
    let query = Query::new(view, filter);
    let candidates = query.candidates().unwrap_or_else(|| (0..users::count(view)).collect());
    candidates.into_iter().filter(|index| query.user(*index).is_some()).count() as u64
}

/// How many users there are of each account status.
pub(crate) fn count_by_status<'a>(view: View<'a>, filter: &'a UserFilter) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::from([("active", 0), ("inactive", 0), ("closed", 0)]);
    for status in matching(view, filter).map(|user| user.account_status(view.now)) {
        let name = match status {
            AccountStatus::Active => "active",
            AccountStatus::Inactive => "inactive",
            _ => "closed",
        };
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// How many users have each role, on whatever resource.
pub(crate) fn count_by_role<'a>(view: View<'a>, filter: &'a UserFilter) -> BTreeMap<Role, u64> {
    let mut counts: BTreeMap<Role, u64> = BTreeMap::new();
    for user in matching(view, filter) {
        let mut roles: Vec<_> =
            roles::of_user(view, user.index).into_keys().map(|grant| grant.role).collect();
        roles.sort_unstable();
        roles.dedup();
        for role in roles {
            *counts.entry(role).or_default() += 1;
        }
    }
    counts
}

fn matching<'a>(view: View<'a>, filter: &'a UserFilter) -> impl Iterator<Item = User> {
    let query = Query::new(view, filter);
    (0..users::count(view)).filter_map(move |index| query.user(index))
}

/// Whether one of a list is what is wanted; without a list, anything is.
pub(crate) fn among<T>(list: Option<&[T]>, is: impl FnMut(&T) -> bool) -> bool {
    list.is_none_or(|list| list.iter().any(is))
}

impl<'a> Query<'a> {
    fn new(view: View<'a>, filter: &'a UserFilter) -> Self {
        let groups = filter
            .groups
            .as_ref()
            .map(|ids| ids.iter().filter_map(|id| groups::find(view, Scope::All, id).ok()).collect());
        Self { view, filter, groups, search: filter.search.as_ref().map(|text| text.to_lowercase()) }
    }

    /// The only users that can match, where the filter names users.
    fn candidates(&self) -> Option<Vec<u64>> {
        let mut few: Vec<_> = match (&self.filter.account_ids, &self.filter.emails) {
            (Some(ids), _) => {
                ids.iter().filter_map(|id| users::find(self.view, Scope::All, id).ok()).collect()
            }
            (None, Some(emails)) => {
                emails.iter().filter_map(|email| users::by_email(self.view, email)).collect()
            }
            (None, None) => return None,
        };
        few.sort_unstable();
        few.dedup();
        Some(few)
    }

    /// The user, if the filter lets them through. What is cheap to know is asked first.
    fn user(&self, index: u64) -> Option<User> {
        let view = self.view;
        let in_group = among(self.groups.as_deref(), |group| members::contains(view, *group, index));
        let user = in_group.then(|| users::known(view, index)).flatten()?;
        (self.matches(&user) && self.has_role(index)).then_some(user)
    }

    fn matches(&self, user: &User) -> bool {
        let filter = self.filter;
        let is_same = |text: &String, other: &str| text.eq_ignore_ascii_case(other);
        let contains =
            |text: &str| self.search.as_ref().is_none_or(|part| text.to_lowercase().contains(part));
        among(filter.directories.as_deref(), |one| user.is_in(*one))
            && among(filter.account_ids.as_deref(), |id| user.account_id == *id)
            && among(filter.emails.as_deref(), |email| is_same(email, &user.email))
            && among(filter.email_domains.as_deref(), |domain| is_same(domain, user.email_domain()))
            && among(filter.account_status.as_deref(), |status| user.account_status(self.view.now) == *status)
            && among(filter.membership.as_deref(), |membership| user.membership == *membership)
            && among(filter.status.as_deref(), |status| user.status(self.view.now) == *status)
            && filter.managed.is_none_or(|managed| user.managed == managed)
            && filter.mfa_enabled.is_none_or(|enabled| user.mfa_enabled == enabled)
            && [&user.name, &user.nickname, &user.email].into_iter().any(|text| contains(text))
            && [&user.name, &user.nickname].into_iter().any(|text| filter.named.fits(text))
            && filter.email_user.fits(user.email.rsplit_once('@').map_or("", |(name, _)| name))
            && filter.email_host.fits(user.email_domain())
    }

    fn has_role(&self, index: u64) -> bool {
        let (roles, resources) = (self.filter.roles.as_deref(), self.filter.resources.as_deref());
        (roles.is_none() && resources.is_none())
            || roles::of_user(self.view, index)
                .into_keys()
                .any(|grant| roles::is_named(self.view, grant, roles, resources))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::fixture::org;

    #[test]
    fn lists_that_name_nothing_known_match_nobody() {
        let (_, org) = org(&[]);
        let nothing = Some(vec!["nothing".to_owned()]);
        for filter in [
            UserFilter { account_ids: nothing.clone(), ..UserFilter::default() },
            UserFilter { groups: nothing.clone(), ..UserFilter::default() },
            UserFilter { roles: nothing.clone(), ..UserFilter::default() },
            UserFilter { resources: nothing, ..UserFilter::default() },
            UserFilter { managed: Some(false), ..UserFilter::default() },
        ] {
            assert_eq!(users::count_matching(org.view(), &filter), 0, "{filter:?}");
        }
    }
}
