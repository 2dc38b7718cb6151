//! Roles.

use crate::named::named;

named! {
    /// What its holder may do with a resource.
    Role {
        User = "atlassian/user",
        Admin = "atlassian/admin",
        Guest = "atlassian/guest",
        Customer = "atlassian/customer",
        UserAccessAdmin = "atlassian/user-access-admin",
        Contributor = "atlassian/contributor",
        Basic = "atlassian/basic",
        Stakeholder = "atlassian/stakeholder",
        Viewer = "atlassian/viewer",
        OrgAdmin = "atlassian/org-admin",
        SiteAdmin = "atlassian/site-admin",
        AiAccess = "atlassian/ai-access",
    }
}

impl Role {
    /// Whether it lets its holder use a product, which takes a licence. Administration alone does
    /// not.
    pub(crate) const fn opens_product(self) -> bool {
        !self.is_platform() && !matches!(self, Self::Admin)
    }

    /// Whether it is listed among the platform roles of a user.
    pub(crate) const fn is_platform(self) -> bool {
        matches!(self, Self::OrgAdmin | Self::SiteAdmin | Self::UserAccessAdmin | Self::AiAccess)
    }
}
