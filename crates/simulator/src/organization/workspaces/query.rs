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
                let found = member(workspace, &field.name).ok_or_else(|| bad("There is no such field"))?;
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
            return Err(bad("There is no such field to sort by"));
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn workspace() -> Value {
        json!({
            "id": "w-1",
            "attributes": {
                "name": "example-labs", "typeKey": "confluence", "hostUrl": "https://example-labs.atlassian.net",
                "sandbox": { "type": "NONE" }, "regions": ["eu", "us"], "capacity": 10,
            },
            "relationships": { "policy": [{ "id": "p-1", "attributes": { "fields": { "type": "ip-allowlist" } } }] },
        })
    }

    #[test]
    fn each_question_is_answered() {
        let yes = WorkspaceQuery::search("LABS");
        let no = WorkspaceQuery::search("corp");
        let unknown = || WorkspaceQuery::Other(json!({ "xor": [] }));
        for (query, expected) in [
            (yes.clone(), Some(true)),
            (no.clone(), Some(false)),
            (WorkspaceQuery::and([]), Some(true)),
            (WorkspaceQuery::and([yes.clone(), yes.clone()]), Some(true)),
            (WorkspaceQuery::and([yes.clone(), no.clone()]), Some(false)),
            (WorkspaceQuery::nor([]), Some(true)),
            (WorkspaceQuery::nor([no.clone(), no.clone()]), Some(true)),
            (WorkspaceQuery::nor([no.clone(), yes]), Some(false)),
            (WorkspaceQuery::field("typeKey", ["jira-software", "confluence"]), Some(true)),
            (WorkspaceQuery::field("attributes.sandbox.type", ["CHILD"]), Some(false)),
            (WorkspaceQuery::field("regions", ["us"]), Some(true)),
            (WorkspaceQuery::field("capacity", ["10"]), Some(true)),
            (WorkspaceQuery::field("id", ["w-1"]), Some(true)),
            (WorkspaceQuery::field("usage", ["0"]), Some(false)),
            (WorkspaceQuery::field("nothing", [""; 0]), Some(true)),
            (WorkspaceQuery::field("nothing", ["x"]), None),
            (WorkspaceQuery::policies(["p-1"]), Some(true)),
            (WorkspaceQuery::policies(["ip-allowlist"]), Some(true)),
            (WorkspaceQuery::policies(["p-2"]), Some(false)),
            (WorkspaceQuery::features(["byok"]), Some(false)),
            (WorkspaceQuery::Other(Value::Null), Some(true)),
            (WorkspaceQuery::and([no, unknown()]), None),
            (unknown(), None),
        ] {
            assert_eq!(fits(&query, &workspace()).ok(), expected, "{query:?}");
        }
    }

    #[test]
    fn workspaces_are_sorted_by_several_fields() {
        let of = |name: &str, key: &str| json!({ "attributes": { "name": name, "typeKey": key } });
        let mut workspaces = [of("b", "x"), of("a", "x"), of("c", "y")];
        let by = |field: &str, order| WorkspaceSort::new(field, order);
        sort(&mut workspaces, &[by("typeKey", SortOrder::Descending), by("name", SortOrder::Ascending)])
            .unwrap();
        assert_eq!(workspaces, [of("c", "y"), of("a", "x"), of("b", "x")]);
        assert!(sort(&mut workspaces, &[by("nothing", SortOrder::Ascending)]).is_err());
        assert!(sort(&mut workspaces, &[by("name", SortOrder::Other("up".into()))]).is_err());
    }
}
