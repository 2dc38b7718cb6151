//! Queries for users. Listings, counts and statistics are the same query.

use std::collections::BTreeMap;

use atlassian_admin_core::model::AccountStatus;

use crate::organization::groups::members;
use crate::organization::roles::Role;
use crate::organization::users::{MembershipStatus, User, UserStatus};
use crate::organization::{Position, Scope, Slice, TextMatch, View, Window, groups, roles, users};

/// Which users are asked for. What is `None` does not matter; of a list, one must match.
#[derive(Debug, Clone, Default)]
pub(crate) struct UserFilter {
    /// Indices of directories; who is outside of all directories is in none of them.
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
    /// Of what stands before the `@`, and behind it.
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

    /// The few who come into question, where the filter names them.
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
    use crate::organization::World;
    use crate::organization::fixture::{NOW, Org, TEAM, able, org, org_of_two_directories};
    use crate::organization::roles::{Grant, Holder};

    fn found(_world: &World, org: &Org, filter: &UserFilter) -> Vec<u64> {
        let view = org.view();
        let mut window = Window { limit: 7, ..Window::default() };
        let mut all = Vec::new();
        loop {
            let slice = search(view, filter, &window);
            all.extend(slice.items.iter().map(|user| (user.nickname.clone(), user.index)));
            window.after = slice.next;
            if window.after.is_none() {
                break;
            }
        }
        assert!(all.is_sorted(), "{all:?}");
        assert_eq!(count_matching(view, filter), all.len() as u64);
        let mut indices: Vec<_> = all.into_iter().map(|(_, index)| index).collect();
        indices.sort_unstable();
        indices
    }

    fn expected(wanted: impl Fn(u64) -> bool) -> Vec<u64> {
        (0..200).filter(|index| wanted(*index)).collect()
    }

    #[test]
    fn every_filter_filters() {
        let (world, org) = org(&[]);
        let check = |filter: UserFilter, wanted: &dyn Fn(&User) -> bool| {
            let expected = expected(|index| wanted(&world.user(index)));
            assert_eq!(found(world, &org, &filter), expected, "{filter:?}");
            assert!(!expected.is_empty(), "{filter:?}");
        };
        check(UserFilter::default(), &|_| true);
        let ids = vec![world.user(5).account_id, world.user(9).account_id, "nobody".to_owned()];
        check(UserFilter { account_ids: Some(ids), ..UserFilter::default() }, &|user| {
            [5, 9].contains(&user.index)
        });
        let emails = vec![world.user(5).email.to_uppercase()];
        check(UserFilter { emails: Some(emails), ..UserFilter::default() }, &|user| user.index == 5);
        let domains = Some(vec!["Example.ORG".to_owned()]);
        check(UserFilter { email_domains: domains, ..UserFilter::default() }, &|user| {
            user.email.ends_with("@example.org")
        });
        let inactive = Some(vec![AccountStatus::Inactive]);
        check(UserFilter { account_status: inactive, ..UserFilter::default() }, &|user| {
            user.set_status == AccountStatus::Inactive
        });
        let suspended = Some(vec![MembershipStatus::Suspended]);
        check(UserFilter { membership: suspended, ..UserFilter::default() }, &|user| {
            user.membership == MembershipStatus::Suspended
        });
        let status = Some(vec![UserStatus::Deactivated, UserStatus::NotInvited]);
        check(UserFilter { status, ..UserFilter::default() }, &|user| {
            [UserStatus::Deactivated, UserStatus::NotInvited].contains(&user.status(NOW))
        });
        check(UserFilter { mfa_enabled: Some(true), ..UserFilter::default() }, &|user| user.mfa_enabled);
        check(UserFilter { managed: Some(true), ..UserFilter::default() }, &|user| user.managed);
        let groups = Some(vec![world.group_id(TEAM), world.group_id(0)]);
        check(UserFilter { groups, ..UserFilter::default() }, &|user| {
            world.is_member(TEAM, user.index) || world.is_member(0, user.index)
        });
        let search = Some("CHEN".to_owned());
        check(UserFilter { search, ..UserFilter::default() }, &|user| user.email.contains("chen"));
    }

    #[test]
    fn lists_that_name_nothing_known_match_nobody() {
        let (world, org) = org(&[]);
        let nothing = Some(vec!["nothing".to_owned()]);
        for filter in [
            UserFilter { account_ids: nothing.clone(), ..UserFilter::default() },
            UserFilter { groups: nothing.clone(), ..UserFilter::default() },
            UserFilter { roles: nothing.clone(), ..UserFilter::default() },
            UserFilter { resources: nothing, ..UserFilter::default() },
            UserFilter { managed: Some(false), ..UserFilter::default() },
        ] {
            assert_eq!(found(world, &org, &filter), [0; 0], "{filter:?}");
        }
    }

    #[test]
    fn a_role_must_be_held_on_the_resource() {
        let (world, mut org) = org(&[]);
        let (user, confluence) = (able(world), world.product_resource(0, 2).unwrap());
        let grant = Grant { resource: confluence, role: Role::Guest };
        roles::grant(&mut org.tx(), Holder::User(user), grant).unwrap();
        let filter = |resource: usize| UserFilter {
            roles: Some(vec![Role::Guest.id().to_owned()]),
            resources: Some(vec![world.resource(resource).unwrap().id.clone()]),
            ..UserFilter::default()
        };
        assert_eq!(found(world, &org, &filter(confluence)), [user]);
        assert_eq!(found(world, &org, &filter(world.product_resource(0, 0).unwrap())), [0; 0]);
        assert_eq!(users::count_by_role(org.view(), &UserFilter::default())[&Role::Guest], 1);
    }

    #[test]
    fn a_directory_has_its_own_users() {
        let (world, org) = org_of_two_directories();
        let filter = UserFilter::default().in_scope(Scope::One(1));
        let is_member = |index| world.membership(index) != MembershipStatus::NoMembership;
        let members = expected(|index| index % 2 == 1 && is_member(index));
        assert!(members.len() < 100, "some are outside of all directories");
        assert_eq!(found(world, &org, &filter), members);
        let elsewhere = UserFilter { directories: Some(vec![0]), ..UserFilter::default() };
        assert_eq!(found(world, &org, &elsewhere.clone().in_scope(Scope::One(1))), [0; 0]);
        let members = expected(|index| index % 2 == 0 && is_member(index));
        assert_eq!(found(world, &org, &elsewhere.in_scope(Scope::All)), members);
    }

    #[test]
    fn the_statistics_are_the_listing_counted() {
        let (_, org) = org(&[]);
        let counts = users::count_by_status(org.view(), &UserFilter::default());
        assert_eq!(counts.values().sum::<u64>(), 200);
        let inactive =
            UserFilter { account_status: Some(vec![AccountStatus::Inactive]), ..UserFilter::default() };
        assert_eq!(counts["inactive"], users::count_matching(org.view(), &inactive));
    }
}
