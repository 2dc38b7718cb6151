//! Policies.

use atlassian_admin_core::api::policies::{
    AddResourceToPolicy, CreatePolicy, DeletePolicy, DeletePolicyResource, GetPolicies, GetPolicyById,
    UpdatePolicy, UpdatePolicyResource, ValidatePolicy,
};
use atlassian_admin_core::model::{self, One, ResourceId, Timestamp};
use atlassian_admin_core::paging::LinkedPage;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::organization::policies::{Policy, PolicyInput, ResourceInput};
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

/// Where a page starts: behind the policy of this number. What is deleted meanwhile takes nothing
/// else along.
#[derive(Debug, Serialize, Deserialize)]
struct Start {
    #[serde(rename = "n")]
    behind: u64,
}

pub(crate) fn list(call: &Call<'_>, request: GetPolicies) -> Result<LinkedPage<model::Policy>, Failure> {
    let start = call.read_cursor::<GetPolicies, Start>(request.cursor.as_deref())?;
    let asked_for = |policy: &Policy| {
        start.as_ref().is_none_or(|start| policy.number > start.behind)
            && request.kind.as_ref().is_none_or(|kind| kind.as_str() == policy.kind)
    };
    let mut found = policies::all(call.truth()).filter(asked_for);
    let page: Vec<_> = found.by_ref().take(PAGE_SIZE as usize).collect();
    let last = page.last().map(|last| Start { behind: last.number });
    let next = found.next().and(last).map(|last| call.write_cursor::<GetPolicies>(&last));
    let data = page.into_iter().map(|policy| wire(call, policy)).collect::<Result<_, _>>()?;
    Ok(call.sized_page(request.cursor.as_deref(), next, PAGE_SIZE, data))
}

pub(crate) fn get(call: &Call<'_>, request: GetPolicyById) -> Result<One<model::Policy>, Failure> {
    one(call, policies::find(call.truth(), request.policy_id.as_str()))
}

pub(crate) fn create(call: &mut Call<'_>, request: CreatePolicy) -> Result<One<model::Policy>, Failure> {
    let created = policies::create(&mut call.tx, input(request.data)?);
    one(call, created)
}

pub(crate) fn update(call: &mut Call<'_>, request: UpdatePolicy) -> Result<One<model::Policy>, Failure> {
    let updated = policies::update(&mut call.tx, request.policy_id.as_str(), input(request.data)?);
    one(call, updated)
}

pub(crate) fn delete(call: &mut Call<'_>, request: DeletePolicy) -> Result<(), Failure> {
    Ok(policies::delete(&mut call.tx, request.policy_id.as_str())?)
}

pub(crate) fn add_resource(
    call: &mut Call<'_>,
    request: AddResourceToPolicy,
) -> Result<One<model::Policy>, Failure> {
    let resource = resource(&request.id, &request.meta, &request.links)?;
    let updated = policies::add_resource(&mut call.tx, request.policy_id.as_str(), resource);
    one(call, updated)
}

pub(crate) fn update_resource(
    call: &mut Call<'_>,
    request: UpdatePolicyResource,
) -> Result<One<model::Policy>, Failure> {
    let resource = resource(&request.resource_id, &request.meta, &request.links)?;
    let updated = policies::update_resource(&mut call.tx, request.policy_id.as_str(), resource);
    one(call, updated)
}

pub(crate) fn delete_resource(call: &mut Call<'_>, request: DeletePolicyResource) -> Result<(), Failure> {
    let (policy, resource) = (request.policy_id.as_str(), request.resource_id.as_str());
    Ok(policies::remove_resource(&mut call.tx, policy, resource)?)
}

/// There is nothing behind it that could be checked, and so nothing that the check could change.
pub(crate) fn validate(call: &Call<'_>, request: ValidatePolicy) -> Result<(), Failure> {
    match policies::find(call.truth(), request.policy_id.as_str()) {
        Ok(_) => Ok(()),
        Err(_) => Err(Problem::NO_VALIDATION.into()),
    }
}

fn one(call: &Call<'_>, policy: Result<Policy, Refusal>) -> Result<One<model::Policy>, Failure> {
    Ok(model!(One<model::Policy> { data: wire(call, policy?)? }))
}

/// A policy as responses have it.
fn wire(call: &Call<'_>, policy: Policy) -> Result<model::Policy, Failure> {
    let now = call.tx.now;
    let undocumented = call.tx.world.quirks.has(Quirk::UndocumentedProperties).then(|| undocumented(&policy));
    let is_documented = DOCUMENTED.contains(&policy.kind.as_str());
    let resources = policy.resources(now).map(|resource| {
        let mut members = resource.members.clone();
        if let Some((_, of_resources)) = &undocumented {
            members.extend(of_resources.clone());
        }
        let application = if is_documented { resource.application(now) } else { "enabled" };
        members.insert("id".to_owned(), resource.id.as_str().into());
        members.insert("applicationStatus".to_owned(), application.into());
        members
    });
    let resources: Value = resources.collect();
    let mut attributes = policy.members;
    attributes.insert("resources".to_owned(), resources);
    attributes.extend([
        ("type".to_owned(), policy.kind.into()),
        ("name".to_owned(), policy.name.into()),
        ("status".to_owned(), policy.status.into()),
    ]);
    attributes.extend(policy.rule.map(|rule| ("rule".to_owned(), rule)));
    if let Some((of_policy, _)) = undocumented {
        attributes.extend(of_policy);
    }
    let policy = json!({ "id": policy.id, "type": "policy", "attributes": attributes });
    serde_json::from_value(policy).map_err(|_| Problem::INTERNAL.into())
}

/// The undocumented attributes of a policy, and the properties of each of its resources.
fn undocumented(policy: &Policy) -> (Map<String, Value>, Map<String, Value>) {
    let created = Timestamp::from_millis(policy.created_at).to_string();
    let updated = Timestamp::from_millis(policy.updated_at).to_string();
    let times = [("createdAt", json!(created)), ("updatedAt", json!(updated)), ("metadata", json!({}))];
    let with = |more: Vec<(&str, Value)>| {
        times.iter().cloned().chain(more).map(|(name, value)| (name.to_owned(), value)).collect()
    };
    (
        with(vec![("id", json!(policy.id)), ("ownerId", json!(OWNER)), ("queryData", json!({}))]),
        with(vec![("type", json!("workspace"))]),
    )
}

/// A policy as the store takes it.
fn input(input: model::PolicyInput) -> Result<PolicyInput, Problem> {
    let attributes = input.attributes;
    let resource = |resource: &model::PolicyResourceInput| {
        let mut members = object(resource)?;
        members.remove("id");
        Ok(ResourceInput { id: resource.id.to_string(), members })
    };
    let mut members = object(&attributes)?;
    for known in ["type", "name", "status", "rule", "resources"] {
        members.remove(known);
    }
    Ok(PolicyInput {
        kind: attributes.kind.to_string(),
        name: attributes.name,
        status: attributes.status.map(|status| status.to_string()),
        rule: attributes.rule.as_ref().map(object).transpose()?.map(Value::Object),
        members,
        resources: attributes
            .resources
            .map(|resources| resources.iter().map(resource).collect::<Result<_, Problem>>())
            .transpose()?,
    })
}

/// A resource as the store takes it.
fn resource(
    id: &ResourceId,
    meta: &Option<model::PolicyResourceMeta>,
    links: &Option<model::PolicyResourceLinks>,
) -> Result<ResourceInput, Problem> {
    let mut members = Map::new();
    if let Some(meta) = meta {
        members.insert("meta".to_owned(), object(meta)?.into());
    }
    if let Some(links) = links {
        members.insert("links".to_owned(), object(links)?.into());
    }
    Ok(ResourceInput { id: id.to_string(), members })
}

fn object(value: &impl Serialize) -> Result<Map<String, Value>, Problem> {
    match serde_json::to_value(value) {
        Ok(Value::Object(members)) => Ok(members),
        _ => Err(Problem::INTERNAL),
    }
}
