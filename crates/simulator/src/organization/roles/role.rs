//! Roles.

macro_rules! roles {
    ($($role:ident = $id:literal,)*) => {
        /// What somebody may do with a resource.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Role { $($role,)* }

        impl Role {
            /// Every role.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$role),*];

            /// The role as it stands on the wire.
            pub(crate) const fn id(self) -> &'static str {
                match self { $(Self::$role => concat!("atlassian/", $id),)* }
            }
        }
    };
}

roles! {
    User = "user",
    Admin = "admin",
    Guest = "guest",
    Customer = "customer",
    UserAccessAdmin = "user-access-admin",
    Contributor = "contributor",
    Basic = "basic",
    Stakeholder = "stakeholder",
    Viewer = "viewer",
    OrgAdmin = "org-admin",
    SiteAdmin = "site-admin",
    AiAccess = "ai-access",
}

impl Role {
    pub(crate) fn parse(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.id() == id)
    }

    /// Whether it lets its holder use a product, which takes a licence. Administration alone does not.
    pub(crate) const fn opens_product(self) -> bool {
        !self.is_platform() && !matches!(self, Self::Admin)
    }

    /// Whether it stands among the platform roles of a user.
    pub(crate) const fn is_platform(self) -> bool {
        matches!(self, Self::OrgAdmin | Self::SiteAdmin | Self::UserAccessAdmin | Self::AiAccess)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_found_by_its_identifier() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.id()), Some(*role));
        }
        assert_eq!(Role::parse("admin"), None);
    }
}
