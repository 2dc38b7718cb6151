//! Policies.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{self, One, PolicyResourceInput, Timestamp};
use atlassian_admin_core::page::LinkedPage;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::organization::policies::{Policy, object};
use crate::organization::{Call, model, policies};
use crate::problem::Problem;
use crate::quirk::Quirk;
use crate::refusal::{Failure, Refusal};

/// How many are on a page.
const PAGE_SIZE: u32 = 20;

/// The types of policies in the document.
const DOCUMENTED: [&str; 3] = ["ip-allowlist", "data-residency", "data-security"];

/// The owner of all policies.
const OWNER: &str = "atlassian";

type Response = Result<One<model::Policy>, Failure>;

/// Where a page starts: behind the policy of this number. What is deleted meanwhile takes nothing
/// else along.
#[derive(Debug, Serialize, Deserialize)]
struct Start {
    #[serde(rename = "n")]
    behind: u64,
}

pub(crate) fn list(
    call: &Call<'_>,
    request: api::policies::List,
) -> Result<LinkedPage<model::Policy>, Failure> {
    let start = call.read_cursor::<api::policies::List, Start>(request.cursor.as_deref())?;
    let asked_for = |policy: &Policy| {
        start.as_ref().is_none_or(|start| policy.number > start.behind)
            && request.kind.as_ref().is_none_or(|kind| kind.as_str() == policy.text("type"))
    };
    let mut found = policies::all(call.truth()).filter(asked_for);
    let page: Vec<_> = found.by_ref().take(PAGE_SIZE as usize).collect();
    let last = page.last().map(|last| Start { behind: last.number });
    let next = found.next().and(last).map(|last| call.write_cursor::<api::policies::List>(&last));
    let data = page.into_iter().map(|policy| wire(call, policy)).collect::<Result<_, _>>()?;
    Ok(call.sized_page(request.cursor.as_deref(), next, PAGE_SIZE, data))
}

pub(crate) fn get(call: &Call<'_>, request: api::policies::Get) -> Response {
    one(call, policies::find(call.truth(), request.policy_id.as_str()))
}

pub(crate) fn create(call: &mut Call<'_>, request: api::policies::Create) -> Response {
    let created = policies::create(&mut call.tx, request.data.attributes);
    one(call, created)
}

pub(crate) fn update(call: &mut Call<'_>, request: api::policies::Update) -> Response {
    let updated = policies::update(&mut call.tx, request.policy_id.as_str(), request.data.attributes);
    one(call, updated)
}

pub(crate) fn delete(call: &mut Call<'_>, request: api::policies::Delete) -> Result<(), Refusal> {
    policies::delete(&mut call.tx, request.policy_id.as_str())
}

pub(crate) fn add_resource(call: &mut Call<'_>, request: api::policies::AddResource) -> Response {
    let api::policies::AddResource { policy_id, id, meta, links, .. } = request;
    let resource = model!(PolicyResourceInput { id: id, meta: meta, links: links });
    let updated = policies::apply(&mut call.tx, policy_id.as_str(), &resource, true);
    one(call, updated)
}

pub(crate) fn update_resource(call: &mut Call<'_>, request: api::policies::UpdateResource) -> Response {
    let api::policies::UpdateResource { policy_id, resource_id: id, meta, links, .. } = request;
    let resource = model!(PolicyResourceInput { id: id, meta: meta, links: links });
    let updated = policies::apply(&mut call.tx, policy_id.as_str(), &resource, false);
    one(call, updated)
}

pub(crate) fn delete_resource(
    call: &mut Call<'_>,
    request: api::policies::DeleteResource,
) -> Result<(), Refusal> {
    policies::remove_resource(&mut call.tx, request.policy_id.as_str(), request.resource_id.as_str())
}

/// There is nothing behind it that could be checked, and so nothing that the check could change.
pub(crate) fn validate(call: &Call<'_>, request: api::policies::Validate) -> Result<(), Problem> {
    let found = policies::find(call.truth(), request.policy_id.as_str());
    found.map(drop).map_err(|_| Problem::NO_VALIDATION)
}

fn one(call: &Call<'_>, policy: Result<Policy, Refusal>) -> Response {
    Ok(model!(One<model::Policy> { data: wire(call, policy?)? }))
}

/// A policy as responses have it.
fn wire(call: &Call<'_>, policy: Policy) -> Result<model::Policy, Failure> {
    let now = call.tx.now;
    let has_undocumented = call.tx.world.quirks.has(Quirk::UndocumentedProperties);
    let [of_policy, of_resource] =
        if has_undocumented { undocumented(&policy) } else { [Map::new(), Map::new()] };
    let is_documented = DOCUMENTED.contains(&policy.text("type"));
    let resources = policy.resources(now).map(|resource| {
        let application = if is_documented { resource.application(now) } else { "enabled" };
        let mut properties = resource.properties.clone();
        properties.extend(of_resource.clone());
        properties.insert("applicationStatus".to_owned(), application.into());
        properties
    });
    let resources: Value = resources.collect();
    let mut attributes = policy.attributes;
    attributes.insert("resources".to_owned(), resources);
    attributes.extend(of_policy);
    let policy = json!({ "id": policy.id, "type": "policy", "attributes": attributes });
    serde_json::from_value(policy).map_err(|_| Problem::INTERNAL.into())
}

/// The undocumented attributes of a policy, and the properties of each of its resources.
fn undocumented(policy: &Policy) -> [Map<String, Value>; 2] {
    let [created, updated] = [policy.created_at, policy.updated_at].map(Timestamp::from_millis);
    let times = object(json!({ "createdAt": created, "updatedAt": updated, "metadata": {} }));
    let of_policy = json!({ "id": policy.id, "ownerId": OWNER, "queryData": {} });
    [of_policy, json!({ "type": "workspace" })]
        .map(|more| times.clone().into_iter().chain(object(more)).collect())
}
