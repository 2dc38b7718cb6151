//! What callers can pass as an argument of an operation.

use crate::time::EpochMillis;

/// A value that an argument of type `T` takes.
///
/// | argument | takes |
/// |---|---|
/// | a number or a boolean | that type alone, so that a literal needs no suffix: `limit(100)` |
/// | a list | arrays, vectors, sets and iterators of values that convert into its items |
/// | any other type | what converts into it, such as text and references into identifiers |
///
/// ```
/// use atlassian_admin_core::api;
/// use std::collections::BTreeSet;
/// let search = api::users::Search::new("org", "directory");
/// let search = search.limit(100).emails(["ada@example.com"]);
/// let domains = BTreeSet::from(["example.com", "example.org"]);
/// assert_eq!(search.email_domains(domains).limit, Some(100));
/// ```
pub trait Argument<T> {
    /// Converts the value into the type of the argument.
    fn into_argument(self) -> T;
}

/// A type of arguments that takes whatever converts into it: all but scalars and lists.
pub trait Single {}

impl Single for String {}
impl Single for serde_json::Value {}
impl Single for EpochMillis {}

impl<T: Single, V: Into<T>> Argument<T> for V {
    fn into_argument(self) -> T {
        self.into()
    }
}

impl<T, V: IntoIterator<Item: Into<T>>> Argument<Vec<T>> for V {
    fn into_argument(self) -> Vec<T> {
        self.into_iter().map(Into::into).collect()
    }
}

macro_rules! scalars {
    ($($scalar:ty)*) => {
        $(impl Argument<$scalar> for $scalar {
            fn into_argument(self) -> Self {
                self
            }
        })*
    };
}

scalars!(bool u32 u64 i64);

#[cfg(test)]
mod tests {
    use crate::api;
    use crate::model::{PolicyRule, RoleId, ScimChange, ScimFilter, ScimId};

    #[test]
    fn text_of_any_kind_is_an_argument() {
        let owned = "userName eq \"ada\"".to_owned();
        let call = |filter: ScimFilter| api::scim::ListUsers::new("d-1").filter(filter);
        for filter in [owned.as_str().into(), (&owned).into(), owned.clone().into()] {
            assert_eq!(call(filter), api::scim::ListUsers::new("d-1").filter(owned.as_str()));
        }
        let role = "atlassian/user".to_owned();
        for assign in [
            api::groups::AssignRole::new("o-1", "d-1", "g-1", "r-1", "atlassian/user"),
            api::groups::AssignRole::new("o-1", "d-1", "g-1", "r-1", &role),
            api::groups::AssignRole::new("o-1", "d-1", "g-1", "r-1", role.clone()),
            api::groups::AssignRole::new("o-1", "d-1", "g-1", "r-1", &RoleId::User),
        ] {
            assert_eq!(assign.role_id, RoleId::User);
        }
    }

    #[test]
    fn lists_within_objects_take_text() {
        let rule = PolicyRule::new().values(["203.0.113.0/24"]);
        assert_eq!(rule.values, Some(vec!["203.0.113.0/24".to_owned()]));
        let ids = ["s-1", "s-2"].map(ScimId::from);
        assert_eq!(ScimChange::add_members(&ids), ScimChange::add_members(["s-1", "s-2"]));
        assert_eq!(ScimChange::remove_member(&ids[0]), ScimChange::remove_member("s-1"));
    }
}
