//! Whether a workspace fits a question, and which of two comes first.

use atlassian_admin_core::api::workspaces::{WorkspaceQuery, WorkspaceSort};
use atlassian_admin_core::model::SortOrder;
use serde_json::Value;

use crate::problem::Problem;

/// Whether `workspace`, as JSON, fits.
pub(crate) fn fits(query: &WorkspaceQuery, workspace: &Value) -> Result<bool, Problem> {
    Ok(match query {
        // One that does not fit does not hide one that is not valid.
        WorkspaceQuery::And { and } => {
            and.iter().try_fold(true, |so_far, query| Ok(fits(query, workspace)? && so_far))?
        }
        WorkspaceQuery::Nor { nor } => {
            nor.iter().try_fold(true, |so_far, query| Ok(!fits(query, workspace)? && so_far))?
        }
        WorkspaceQuery::Field { field } => {
            field.values.is_empty() || {
                let found = member(workspace, &field.name).ok_or_else(|| bad("The field is not known"))?;
                texts(found).iter().any(|text| field.values.contains(text))
            }
        }
        WorkspaceQuery::Search { text, .. } => {
            ["/attributes/name", "/attributes/hostUrl"].iter().any(|place| {
                let found = workspace.pointer(place).and_then(Value::as_str).unwrap_or_default();
                found.to_lowercase().contains(&text.to_lowercase())
            })
        }
        WorkspaceQuery::Features { features } => has(workspace, "feature", features),
        WorkspaceQuery::Policies { policies } => has(workspace, "policy", policies),
        // A question of nothing is none.
        WorkspaceQuery::Other(Value::Null) => true,
        _ => return Err(bad("The query is not valid")),
    })
}

/// Whether one of the wanted is among the relatives of a kind, by identifier or by name.
fn has(workspace: &Value, kind: &str, wanted: &[String]) -> bool {
    let relatives = workspace.pointer(&format!("/relationships/{kind}")).and_then(Value::as_array);
    wanted.is_empty()
        || relatives.into_iter().flatten().any(|relative| {
            let name = |place| relative.pointer(place).and_then(Value::as_str);
            let mut names = ["/id", "/attributes/fields/type"].into_iter().filter_map(name);
            names.any(|name| wanted.iter().any(|it| it == name))
        })
}

/// The member of a name such as `typeKey`, `attributes.sandbox.type` or `id`. Attributes that are
/// not there are null.
fn member<'a>(workspace: &'a Value, name: &str) -> Option<&'a Value> {
    const ATTRIBUTES: &str =
        "name type typeKey hostUrl status sandbox capacity usage createdAt realm regions labels";
    let path = match name.strip_prefix("attributes.").unwrap_or(name) {
        "id" => "/id".to_owned(),
        name => {
            ATTRIBUTES.split(' ').find(|known| name.split('.').next() == Some(known))?;
            format!("/attributes/{}", name.replace('.', "/"))
        }
    };
    Some(workspace.pointer(&path).unwrap_or(&Value::Null))
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        other => vec![other.to_string()],
    }
}

/// Sorts workspaces, as JSON. What is equal stays in its order.
pub(crate) fn sort(workspaces: &mut [Value], by: &[WorkspaceSort]) -> Result<(), Problem> {
    // The last order first, since each leaves in place what it holds for equal.
    for sort in by.iter().rev() {
        if workspaces.iter().any(|workspace| member(workspace, &sort.field).is_none()) {
            return Err(bad("The field to sort by is not known"));
        }
        let key = |workspace: &Value| member(workspace, &sort.field).map(texts);
        match sort.order {
            SortOrder::Ascending => workspaces.sort_by_cached_key(key),
            SortOrder::Descending => {
                workspaces.sort_by_cached_key(|workspace| std::cmp::Reverse(key(workspace)));
            }
            _ => return Err(bad("The order must be asc or desc")),
        }
    }
    Ok(())
}

pub(super) fn bad(detail: &'static str) -> Problem {
    Problem::BAD_BODY.with_detail(detail)
}
