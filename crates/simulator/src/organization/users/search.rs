//! The search for users. Listings, counts and statistics are the same query.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{
    AccountClaim, AccountStatus, DirectoryId, GroupId, MembershipStatus, RoleId, UserStatus,
};

use crate::organization::roles::GrantFilter;
use crate::organization::{Position, Scope, Slice, User, View, Window, groups, members, roles, users};
use crate::problem::Problem;
use crate::refusal::Failure;

/// A search whose arguments are checked, and whose identifiers are looked up once. What is not
/// given does not matter; of a list, one must match.
#[derive(Debug)]
pub(crate) struct Query<'a> {
    view: View<'a>,
    search: &'a api::users::Search,
    scope: Scope,
    groups: Option<Vec<u64>>,
    grants: GrantFilter,
    /// A part of name, nickname or address, in lower case.
    term: Option<String>,
}

impl<'a> Query<'a> {
    pub(crate) fn new(view: View<'a>, search: &'a api::users::Search) -> Result<Self, Failure> {
        let rules = [
            (
                search.search_term.is_some() && search.emails.is_some(),
                "searchTerm and emails cannot be combined",
            ),
            (
                has(&search.account_status, |status| matches!(status, AccountStatus::Other(_))),
                "accountStatus must be active, inactive or closed",
            ),
            (has(&search.role_ids, |role| matches!(role, RoleId::Other(_))), "A role is not known"),
            (
                matches!(search.claim_status, Some(AccountClaim::Other(_))),
                "claimStatus must be managed or unmanaged",
            ),
            (
                has(&search.membership_status, |status| matches!(status, MembershipStatus::Other(_)))
                    || has(&search.status, |status| matches!(status, UserStatus::Other(_))),
                "A status is not known",
            ),
        ];
        if let Some((_, broken)) = rules.into_iter().find(|(is_broken, _)| *is_broken) {
            return Err(Problem::uam_bad(broken).into());
        }
        let group = |id: &GroupId| groups::find(view, Scope::All, id.as_str()).ok();
        Ok(Self {
            view,
            search,
            scope: Scope::named(view.world, search.directory_id.as_str())?,
            groups: search.group_ids.as_ref().map(|ids| ids.iter().filter_map(group).collect()),
            grants: GrantFilter::of_holders(search)?,
            term: search.search_term.as_ref().map(|term| term.to_lowercase()),
        })
    }

    /// A part of the users that match and that `fits` lets through, by nickname.
    pub(crate) fn page(&self, window: &Window, fits: impl Fn(&User) -> bool) -> Slice<User> {
        let position = |index| Position { name: users::nickname_of(self.view, index), index };
        let user = |index| self.user(index).filter(&fits);
        match self.candidates() {
            Some(mut few) => {
                few.sort_by_cached_key(|index| position(*index));
                window.of(&few, position, user)
            }
            None => window.of(users::by_nickname(self.view), position, user),
        }
    }

    /// All users that match.
    pub(crate) fn users(&self) -> impl Iterator<Item = User> {
        let indices = self.candidates().unwrap_or_else(|| (0..users::count(self.view)).collect());
        indices.into_iter().filter_map(|index| self.user(index))
    }

    /// The only users that can match, where the search names users.
    fn candidates(&self) -> Option<Vec<u64>> {
        let mut few: Vec<_> = match (&self.search.account_ids, &self.search.emails) {
            (Some(ids), _) => {
                ids.iter().filter_map(|id| users::find(self.view, Scope::All, id.as_str()).ok()).collect()
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

    /// The user, if it matches. What is cheap to know is asked first.
    fn user(&self, index: u64) -> Option<User> {
        let in_group = among(self.groups.as_deref(), |group| members::contains(self.view, *group, index));
        let user = in_group.then(|| users::known(self.view, index)).flatten()?;
        let grants = || roles::of_user(self.view, index).into_keys();
        (self.matches(&user) && self.grants.are_held(self.view.world, grants)).then_some(user)
    }

    fn matches(&self, user: &User) -> bool {
        let (search, now) = (self.search, self.view.now);
        let is_same = |text: &String, other: &str| text.eq_ignore_ascii_case(other);
        // A user outside of all directories is in none of them.
        let is_in = |id: &DirectoryId| {
            self.view.world.directory_index(id.as_str()).is_some_and(|index| user.is_in(index))
        };
        let contains =
            |text: &String| self.term.as_ref().is_none_or(|part| text.to_lowercase().contains(part));
        self.scope.holds(user)
            && among(search.directory_ids.as_deref(), is_in)
            && among(search.account_ids.as_deref(), |id| user.account_id == id.as_str())
            && among(search.emails.as_deref(), |email| is_same(email, &user.email))
            && among(search.email_domains.as_deref(), |domain| is_same(domain, user.email_domain()))
            && among(search.account_status.as_deref(), |status| user.account_status(now) == *status)
            && among(search.membership_status.as_deref(), |status| user.membership == *status)
            && among(search.status.as_deref(), |status| user.status(now) == *status)
            && search.claim_status.as_ref().is_none_or(|claim| user.claim() == *claim)
            && search.mfa_enabled.is_none_or(|enabled| user.mfa_enabled == enabled)
            && [&user.name, &user.nickname, &user.email].into_iter().any(contains)
    }
}

fn has<T>(list: &Option<Vec<T>>, is: impl Fn(&T) -> bool) -> bool {
    list.iter().flatten().any(is)
}

/// Whether one of a list is what is wanted; without a list, anything is.
pub(crate) fn among<T>(list: Option<&[T]>, is: impl FnMut(&T) -> bool) -> bool {
    list.is_none_or(|list| list.iter().any(is))
}
