//! The organization, its managed accounts, its domains and its workspaces.

use serde_json::json;

use super::{Step, call, refused};

pub(super) fn steps() -> Vec<Step> {
    vec![
        call("getOrgs", json!({})),
        refused("getOrgs", 400, json!({"cursor": "nonsense"})),
        call("getOrgById", json!({})),
        refused("getOrgById", 404, json!({"orgId": "00000000-0000-0000-0000-000000000000"})),
        call("getUsers", json!({})).learn("account", "/data/9/account_id"),
        refused("getUsers", 400, json!({"cursor": "nonsense"})),
        call("getDomains", json!({}))
            .learn("domain", "/data/0/id")
            .learn("domainName", "/data/0/attributes/name"),
        refused("getDomains", 400, json!({"cursor": "nonsense"})),
        call("getDomainById", json!({"domainId": "$domain"})),
        refused("getDomainById", 404, json!({"domainId": "00000000-0000-0000-0000-000000000000"})),
        refused("getDomainById", 400, json!({"domainId": "bm9uZS5leGFtcGxl"})),
        call("queryWorkspacesV2", json!({"limit": 10}))
            .learn("site", "/data/0/id")
            .learn("otherSite", "/data/1/id"),
        refused("queryWorkspacesV2", 400, json!({"cursor": "not alone"})),
    ]
}
