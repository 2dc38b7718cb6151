//! Provisioning by SCIM, and what links its users to accounts.

use serde_json::{Value, json};

use super::{Step, call, refused};

const NONE: &str = "00000000-0000-0000-0000-000000000000";

pub(super) fn steps() -> Vec<Step> {
    [users(), groups(), links(), discovery()].into_iter().flatten().collect()
}

fn users() -> Vec<Step> {
    vec![
        call("scimCreateUser", json!({"body": user("kim", "Kim Example")}))
            .learn("scimUser", "/id")
            .learn("linked", "/urn:scim:schemas:extension:atlassian-external:1.0/atlassianAccountId"),
        refused("scimCreateUser", 409, json!({})),
        call("scimGetUsers", json!({"filter": "userName eq \"kim@$domainName\""}))
            .learn("found", "/Resources/0/id"),
        refused("scimGetUsers", 400, json!({"filter": "userName like"})),
        call("scimGetUser", json!({"userId": "$scimUser"})),
        refused("scimGetUser", 404, json!({"userId": NONE})),
        call("scimReplaceUser", json!({"userId": "$scimUser", "body": user("kim", "Kim A. Example")})),
        refused("scimReplaceUser", 404, json!({"userId": NONE})),
        call(
            "scimPatchUser",
            json!({"userId": "$scimUser", "body": patch(json!({"op": "replace", "path": "active", "value": false}))}),
        ),
        refused("scimPatchUser", 404, json!({"userId": NONE})),
    ]
}

fn groups() -> Vec<Step> {
    let group =
        json!({"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Travellers"});
    let member = json!({"op": "add", "path": "members", "value": [{"value": "$scimUser"}]});
    vec![
        call("scimCreateGroup", json!({"body": group})).learn("scimGroup", "/id"),
        refused("scimCreateGroup", 409, json!({})),
        call("scimGetGroups", json!({"filter": "displayName eq \"Travellers\""}))
            .learn("found", "/Resources/0/id"),
        refused("scimGetGroups", 400, json!({"filter": "displayName like"})),
        call("scimPatchGroup", json!({"id": "$scimGroup", "body": patch(member)})),
        refused("scimPatchGroup", 404, json!({"id": NONE})),
        call("scimGetGroup", json!({"id": "$scimGroup"})),
        refused("scimGetGroup", 404, json!({"id": NONE})),
        call("scimReplaceGroup", json!({"id": "$scimGroup", "body": group})),
        refused("scimReplaceGroup", 404, json!({"id": NONE})),
        call("scimDeleteGroup", json!({"id": "$scimGroup"})),
        refused("scimDeleteGroup", 404, json!({})),
    ]
}

/// What stands between a record of SCIM and an account; and the end of the record.
fn links() -> Vec<Step> {
    vec![
        call("scimGetLinks", json!({"aaId": "$linked"})).learn("record", "/scimLinks/0/scimUserId"),
        refused("scimGetLinks", 404, json!({"orgId": NONE})),
        call("scimGetLinksForEmail", json!({"email": "kim@$domainName"})),
        refused("scimGetLinksForEmail", 404, json!({"orgId": NONE})),
        call("scimUnlinkUser", json!({"scimDirectoryId": "$directory", "scimUserId": "$scimUser"})),
        refused("scimUnlinkUser", 404, json!({"scimUserId": NONE})),
        call("scimDeleteUser", json!({"userId": "$scimUser"})),
        refused("scimDeleteUser", 404, json!({"userId": NONE})),
        call("scimCreateUser", json!({"body": user("lee", "Lee Example")}))
            .learn("leaver", "/urn:scim:schemas:extension:atlassian-external:1.0/atlassianAccountId"),
        call("scimDeleteUserInDb", json!({"aaId": "$leaver"})),
        refused("scimDeleteUserInDb", 404, json!({"aaId": "712020:none"})),
    ]
}

fn discovery() -> Vec<Step> {
    let elsewhere = || json!({"directoryId": NONE});
    vec![
        call("scimGetSchemas", json!({})),
        refused("scimGetSchemas", 404, elsewhere()),
        call("scimGetUserSchema", json!({})),
        refused("scimGetUserSchema", 404, elsewhere()),
        call("scimGetGroupSchema", json!({})),
        refused("scimGetGroupSchema", 404, elsewhere()),
        call("scimGetEnterpriseUserSchema", json!({})),
        refused("scimGetEnterpriseUserSchema", 404, elsewhere()),
        call("scimGetResourceTypes", json!({})),
        refused("scimGetResourceTypes", 404, elsewhere()),
        call("scimGetUserResourceType", json!({})),
        refused("scimGetUserResourceType", 404, elsewhere()),
        call("scimGetGroupResourceType", json!({})),
        refused("scimGetGroupResourceType", 404, elsewhere()),
        call("scimGetConfig", json!({})),
        refused("scimGetConfig", 404, elsewhere()),
    ]
}

fn patch(operation: Value) -> Value {
    json!({"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [operation]})
}

fn user(mailbox: &str, name: &str) -> Value {
    let address = format!("{mailbox}@$domainName");
    json!({
        "schemas": [
            "urn:ietf:params:scim:schemas:core:2.0:User",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
        ],
        "userName": address,
        "externalId": mailbox,
        "displayName": name,
        "name": {"formatted": name, "familyName": "Example"},
        "emails": [{"value": address, "type": "work", "primary": true}],
        "active": true,
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Travel"},
    })
}
