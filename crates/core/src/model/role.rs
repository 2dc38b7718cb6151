//! Roles.

use super::macros::string_enum;

string_enum! {
    /// A role, on a resource or on the whole organization.
    RoleId {
        /// Uses a product.
        User = "atlassian/user",
        /// Administers a product.
        Admin = "atlassian/admin",
        /// Uses a part of a product as a guest.
        Guest = "atlassian/guest",
        /// A customer of a service desk.
        Customer = "atlassian/customer",
        /// Administers the access of users.
        UserAccessAdmin = "atlassian/user-access-admin",
        /// Contributes without a full licence.
        Contributor = "atlassian/contributor",
        /// Uses a product with basic abilities.
        Basic = "atlassian/basic",
        /// Looks on, and is asked.
        Stakeholder = "atlassian/stakeholder",
        /// Administers the organization.
        OrgAdmin = "atlassian/org-admin",
        /// Administers a site.
        SiteAdmin = "atlassian/site-admin",
        /// Uses artificial intelligence.
        AiAccess = "atlassian/ai-access",
    }
}
