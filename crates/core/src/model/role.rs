//! Roles.

use serde::{Deserialize, Serialize};

use super::macros::string_enum;
use crate::json::lenient::Property;
use crate::schema::{HasSchema, Schema};

string_enum! {
    /// A role, on a resource or on the whole organization.
    RoleId {
        /// Uses a product.
        User = "atlassian/user",
        /// Administers a product.
        Admin = "atlassian/admin",
        /// Uses part of a product as a guest.
        Guest = "atlassian/guest",
        /// A customer of a service desk.
        Customer = "atlassian/customer",
        /// Administers the access of users.
        UserAccessAdmin = "atlassian/user-access-admin",
        /// Contributes without a full licence.
        Contributor = "atlassian/contributor",
        /// Uses a product with basic abilities.
        Basic = "atlassian/basic",
        /// Follows the work of others in a product.
        Stakeholder = "atlassian/stakeholder",
        /// Administers the organization.
        OrgAdmin = "atlassian/org-admin",
        /// Administers a site.
        SiteAdmin = "atlassian/site-admin",
        /// Uses AI features.
        AiAccess = "atlassian/ai-access",
    }
}

/// A list of roles. Atlassian documents a list; the server was also observed to return a list of
/// lists, which is flattened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<OneOrMore>", into = "Vec<RoleId>")]
pub struct Roles(Vec<RoleId>);

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(RoleId),
    More(Vec<RoleId>),
}

impl From<Vec<OneOrMore>> for Roles {
    fn from(roles: Vec<OneOrMore>) -> Self {
        let flat = |roles| match roles {
            OneOrMore::One(role) => vec![role],
            OneOrMore::More(roles) => roles,
        };
        Self(roles.into_iter().flat_map(flat).collect())
    }
}

impl From<Vec<RoleId>> for Roles {
    fn from(roles: Vec<RoleId>) -> Self {
        Self(roles)
    }
}

impl From<Roles> for Vec<RoleId> {
    fn from(roles: Roles) -> Self {
        roles.0
    }
}

impl std::ops::Deref for Roles {
    type Target = [RoleId];

    fn deref(&self) -> &[RoleId] {
        &self.0
    }
}

impl IntoIterator for Roles {
    type Item = RoleId;
    type IntoIter = std::vec::IntoIter<RoleId>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Property for OneOrMore {}

impl Property for Roles {
    fn lenient(json: &str, whole: &mut bool) -> serde_json::Result<Self> {
        Vec::<OneOrMore>::lenient(json, whole).map(Self::from)
    }
}

impl HasSchema for Roles {
    const SCHEMA: Schema = Vec::<RoleId>::SCHEMA;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_flatten_list_of_lists() {
        let read = |json: &str| serde_json::from_str::<Roles>(json).map(Vec::from).ok();
        assert_eq!(read(r#"["atlassian/user","new"]"#), Some(vec![RoleId::User, "new".into()]));
        assert_eq!(
            read(r#"[["atlassian/user"],["atlassian/admin","new"]]"#),
            Some(vec![RoleId::User, RoleId::Admin, "new".into()])
        );
        assert_eq!(read("[7]"), None);
    }
}
