//! Directories.

use serde_json::json;

use super::{Step, call, refused};

pub(super) fn steps() -> Vec<Step> {
    vec![
        call("getDirectoriesForOrg", json!({"limit": 10})),
        refused("getDirectoriesForOrg", 400, json!({"cursor": "nonsense"})),
    ]
}
