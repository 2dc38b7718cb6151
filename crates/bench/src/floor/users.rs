//! Users as version 2 finds them, with the properties of the client's model.

use reqwest::{Client, RequestBuilder};
use serde::Deserialize;
use serde_json::json;

use super::{FloorPage, Links, Meta};
use crate::tally::Tally;

impl FloorPage for Page {
    fn request(client: &Client, organization: &str, cursor: Option<&str>) -> RequestBuilder {
        let search = json!({
            "limit": 100,
            "expand": ["platformRoles", "counts.resources", "productAccess", "groups"],
            "cursor": cursor,
        });
        client
            .post(format!("{organization}/directories/-/users/search"))
            .header("content-type", "application/json")
            .body(search.to_string())
    }

    fn add(&self, tally: &mut Tally) {
        for user in self.data.iter().flatten() {
            let products = user.product_access.as_ref().map_or(0, Vec::len);
            let groups = user.groups.as_ref().map_or(0, Vec::len);
            tally.add(
                user.account_id.as_deref().unwrap_or_default(),
                user.added_to_org.as_deref().unwrap_or_default(),
                user.name.as_deref().unwrap_or_default(),
                products + groups,
            );
        }
    }

    fn next(self) -> Option<String> {
        self.links?.next
    }
}

objects! {
    Page { data: Vec<User>, links: Links, meta: Meta }
    User {
        account_id: String,
        account_type: AccountType,
        account_status: AccountStatus,
        membership_status: MembershipStatus,
        status: Status,
        claim_status: ClaimStatus,
        management_source: ManagementSource,
        mfa_enabled: bool,
        name: String,
        nickname: String,
        email: String,
        email_verified: bool,
        picture: String,
        avatar: String,
        job_title: String,
        department: String,
        organization: String,
        location: String,
        time_zone: String,
        added_to_org: String,
        deactivated_on: String,
        platform_roles: Vec<Role>,
        counts: Counts,
        product_access: Vec<ProductAccess>,
        groups: Vec<Group>,
        links: Links,
    }
    Counts { resources: u64 }
    ProductAccess { id: String, key: String, last_active_timestamp: String }
    Group { id: String, name: String, description: String }
}

enums! {
    AccountType { Atlassian = "atlassian", Customer = "customer", App = "app" }
    AccountStatus { Active = "active", Inactive = "inactive", Closed = "closed" }
    MembershipStatus { Active = "active", Suspended = "suspended", NoMembership = "no_membership" }
    Status {
        Active = "active",
        Suspended = "suspended",
        NotInvited = "not_invited",
        Deactivated = "deactivated",
        ForDeletion = "for_deletion",
    }
    ClaimStatus { Managed = "managed", Unmanaged = "unmanaged" }
    ManagementSource { Invited = "invited", Synced = "synced" }
    Role {
        User = "atlassian/user",
        Admin = "atlassian/admin",
        Guest = "atlassian/guest",
        Customer = "atlassian/customer",
        UserAccessAdmin = "atlassian/user-access-admin",
        Contributor = "atlassian/contributor",
        Basic = "atlassian/basic",
        Stakeholder = "atlassian/stakeholder",
        OrgAdmin = "atlassian/org-admin",
        SiteAdmin = "atlassian/site-admin",
        AiAccess = "atlassian/ai-access",
    }
}
