//! A managed account: its profile, its tokens, its life.

use serde_json::json;

use super::{Step, call, refused};

pub(super) fn steps() -> Vec<Step> {
    let nobody = || json!({"account_id": "712020:none"});
    vec![
        call("umGetPermissions", json!({"account_id": "$account"})),
        refused("umGetPermissions", 404, nobody()),
        call("umGetProfile", json!({"account_id": "$account"})),
        refused("umGetProfile", 404, nobody()),
        call(
            "umUpdateProfile",
            json!({"account_id": "$account", "name": "Robin Example", "nickname": "robin"}),
        ),
        refused("umUpdateProfile", 404, nobody()),
        call("umSetEmail", json!({"account_id": "$account", "email": "robin@$domainName"})),
        refused("umSetEmail", 403, json!({"email": "robin@unclaimed.example"})),
        call("umGetApiTokens", json!({"account_id": "$account"})).learn("token", "/0/id"),
        refused("umGetApiTokens", 404, nobody()),
        call("umDeleteApiToken", json!({"account_id": "$account", "tokenId": "$token"})),
        refused("umDeleteApiToken", 404, nobody()),
        call("umDisable", json!({"account_id": "$account", "message": "On leave"})),
        refused("umDisable", 404, nobody()),
        call("umEnable", json!({"account_id": "$account"})),
        refused("umEnable", 404, nobody()),
        call("umDelete", json!({"account_id": "$account"})),
        refused("umDelete", 404, nobody()),
        refused("umEnable", 409, json!({})),
        call("umCancelDelete", json!({"account_id": "$account"})),
        refused("umCancelDelete", 404, nobody()),
    ]
}
