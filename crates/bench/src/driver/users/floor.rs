//! The same members as the client's user, as one would write them by hand.

#![allow(dead_code, reason = "members are decoded to be measured; few are read")]

use reqwest::{Client, RequestBuilder};
use serde::Deserialize;
use serde_json::json;

use crate::accounts::floor::{AccountStatus, AccountType};
use crate::checksum::Tally;
use crate::floor::{FloorPage, Links, Meta};
use crate::options::Options;

impl FloorPage for Page {
    fn request(client: &Client, options: &Options, cursor: Option<&str>) -> RequestBuilder {
        let search = json!({
            "limit": 100,
            "expand": ["platformRoles", "counts.resources", "productAccess", "groups"],
            "cursor": cursor,
        });
        client
            .post(format!("{}/admin/v2/orgs/{}/directories/-/users/search", options.url, options.org))
            .header("content-type", "application/json")
            .body(search.to_string())
    }

    fn add(&self, tally: &mut Tally) {
        for user in &self.data {
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

#[derive(Debug, Deserialize)]
pub(crate) struct Page {
    data: Vec<User>,
    links: Option<Links>,
    meta: Option<Meta>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    account_id: Option<String>,
    account_type: Option<AccountType>,
    account_status: Option<AccountStatus>,
    membership_status: Option<MembershipStatus>,
    status: Option<Status>,
    claim_status: Option<ClaimStatus>,
    management_source: Option<ManagementSource>,
    mfa_enabled: Option<bool>,
    name: Option<String>,
    nickname: Option<String>,
    email: Option<String>,
    email_verified: Option<bool>,
    picture: Option<String>,
    avatar: Option<String>,
    job_title: Option<String>,
    department: Option<String>,
    organization: Option<String>,
    location: Option<String>,
    time_zone: Option<String>,
    added_to_org: Option<String>,
    deactivated_on: Option<String>,
    platform_roles: Option<Vec<Role>>,
    counts: Option<Counts>,
    product_access: Option<Vec<ProductAccess>>,
    groups: Option<Vec<Group>>,
    links: Option<Links>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum MembershipStatus {
    Active,
    Suspended,
    NoMembership,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Active,
    Suspended,
    NotInvited,
    Deactivated,
    ForDeletion,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ClaimStatus {
    Managed,
    Unmanaged,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ManagementSource {
    Invited,
    Synced,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
enum Role {
    #[serde(rename = "atlassian/user")]
    User,
    #[serde(rename = "atlassian/admin")]
    Admin,
    #[serde(rename = "atlassian/guest")]
    Guest,
    #[serde(rename = "atlassian/customer")]
    Customer,
    #[serde(rename = "atlassian/user-access-admin")]
    UserAccessAdmin,
    #[serde(rename = "atlassian/contributor")]
    Contributor,
    #[serde(rename = "atlassian/basic")]
    Basic,
    #[serde(rename = "atlassian/stakeholder")]
    Stakeholder,
    #[serde(rename = "atlassian/org-admin")]
    OrgAdmin,
    #[serde(rename = "atlassian/site-admin")]
    SiteAdmin,
    #[serde(rename = "atlassian/ai-access")]
    AiAccess,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
struct Counts {
    resources: Option<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProductAccess {
    id: Option<String>,
    key: Option<String>,
    last_active_timestamp: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Group {
    id: Option<String>,
    name: Option<String>,
    description: Option<String>,
}
