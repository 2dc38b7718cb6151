//! Workspaces.

use atlassian_admin_core::api;
use atlassian_admin_core::model::{PageMeta, Workspace};
use atlassian_admin_core::page::LinkedPage;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::query::{bad, fits, sort};
use crate::organization::policies::PolicyResource;
use crate::organization::{Call, model, page_size, policies};
use crate::problem::Problem;
use crate::quirk::Quirk;

/// How many more resources a policy can be applied to.
const AVAILABLE_TARGETS: i64 = 100;

/// The question, and where its next page starts.
#[derive(Debug, Serialize, Deserialize)]
struct Walk {
    #[serde(rename = "i")]
    index: usize,
    #[serde(rename = "q")]
    question: api::workspaces::Search,
}

pub(crate) fn search(
    call: &Call<'_>,
    mut request: api::workspaces::Search,
) -> Result<LinkedPage<Workspace>, Problem> {
    let asked = request.cursor.take();
    if asked.is_some() && request != api::workspaces::Search::new(request.org_id.clone()) {
        return Err(bad("cursor cannot be combined with other properties"));
    }
    let walk = call.read_cursor::<api::workspaces::Search, Walk>(asked.as_deref())?;
    let Walk { index: start, question } = walk.unwrap_or(Walk { index: 0, question: request });
    let size = page_size::<api::workspaces::Search>(question.limit);
    let found = found(call, &question)?;
    let (total, end) = (found.len(), found.len().min(start.saturating_add(size as usize)));
    let page = found.into_iter().take(end).skip(start).map(serde_json::from_value);
    let data = page.collect::<Result<Vec<_>, _>>().map_err(|_| Problem::INTERNAL)?;
    let meta = model!(PageMeta {
        size: u64::from(size),
        start_index: (!data.is_empty()).then_some(start as u64 + 1),
        end_index: (!data.is_empty()).then_some(end as u64),
        total: total as u64,
    });
    let next =
        (end < total).then(|| call.write_cursor::<api::workspaces::Search>(&Walk { index: end, question }));
    let next = call.next(asked.as_deref(), next);
    let links = call.links(asked.as_deref(), next.as_deref());
    Ok(LinkedPage { data, links, meta })
}

/// The workspaces that fit, as JSON, in the order that is asked for.
fn found(call: &Call<'_>, question: &api::workspaces::Search) -> Result<Vec<Value>, Problem> {
    let mut found = Vec::new();
    for workspace in call.tx.world.workspaces(|id| policies_of(call, id)) {
        let asked_for = question.query.as_ref().map_or(Ok(true), |query| fits(query, &workspace));
        if asked_for? {
            found.push(workspace);
        }
    }
    sort(&mut found, question.sort.as_deref().unwrap_or_default())?;
    Ok(found)
}

/// The policies that apply to a workspace now.
fn policies_of(call: &Call<'_>, workspace: &str) -> Vec<Value> {
    let undocumented = call.tx.world.quirks.has(Quirk::UndocumentedProperties);
    let applies = |resource: &PolicyResource| resource.id == workspace;
    let policies = policies::all(call.truth()).filter(|policy| policy.resources(call.tx.now).any(applies));
    let relative = policies.map(|policy| {
        json!({ "id": policy.id, "type": "policy", "attributes": {
            "fields": { "type": policy.text("type"), "name": policy.text("name") },
            "enabled": undocumented.then_some(policy.text("status") == "enabled"),
            "availableTargets": undocumented.then_some(AVAILABLE_TARGETS),
            "suspended": undocumented.then_some("none"),
        } })
    });
    relative.collect()
}
