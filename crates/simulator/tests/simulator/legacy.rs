//! The operations of version 1 that have successors.

use http::Method;
use serde_json::{Value, json};

use crate::{Answer, Fixture};

impl Fixture {
    /// Sends a body to a resource of the organization, in the version that is given.
    async fn post(&self, version: &str, resource: &str, body: &Value) -> Answer {
        let target = format!("/admin/{version}/orgs/{}{resource}", self.simulator.org_id());
        let mut request = self.request(&target).map(|_: bytes::Bytes| body.to_string().into());
        *request.method_mut() = Method::POST;
        self.send(request).await
    }

    /// The roles that a group holds.
    async fn roles_of_group(&self, group: &str) -> Vec<Value> {
        let org = self.simulator.org_id();
        let target = format!("/admin/v2/orgs/{org}/directories/-/groups/{group}/role-assignments");
        let rows = self.send(self.request(&target)).await.json()["data"].take();
        rows.as_array().unwrap().iter().flat_map(|row| row["roles"].as_array().unwrap().clone()).collect()
    }
}

#[tokio::test]
async fn group_keeps_its_roles_when_one_of_several_is_refused() {
    let fixture = Fixture::new(|builder| builder.rate_limits(false));
    let workspaces = fixture.post("v2", "/workspaces", &json!({})).await.json();
    let group = fixture.post("v1", "/directory/groups", &json!({ "name": "guides" })).await.json();
    let (workspace, group) = (&workspaces["data"][0]["id"], group["groupId"].as_str().unwrap());
    let association = |role: &str| json!({ "resource": workspace, "role": role });
    let good = json!({ "roleAssociations": [association("atlassian/user")] });
    let half =
        json!({ "roleAssociations": [association("atlassian/user"), association("atlassian/org-admin")] });
    let (assign, revoke) = (
        format!("/directory/groups/{group}/roles/assign"),
        format!("/directory/groups/{group}/roles/revoke"),
    );
    let refusal = (400, "ADMIN-UAM-400-3".to_owned());

    assert_eq!(fixture.post("v1", &assign, &half).await.refusal(), refusal);
    assert_eq!(fixture.roles_of_group(group).await, [] as [Value; 0]);
    assert_eq!(fixture.post("v1", &assign, &good).await.status, 204);
    assert_eq!(fixture.roles_of_group(group).await, ["atlassian/user"]);
    assert_eq!(fixture.post("v1", &revoke, &half).await.refusal(), refusal);
    assert_eq!(fixture.roles_of_group(group).await, ["atlassian/user"]);
    assert_eq!(fixture.post("v1", &revoke, &good).await.status, 204);
    assert_eq!(fixture.roles_of_group(group).await, [] as [Value; 0]);
}
