//! The queries of the search for workspaces.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::schema::{HasSchema, Schema};

/// A query for workspaces. Queries can be combined.
///
/// ```
/// use atlassian_admin_core::api::workspaces::WorkspaceQuery;
/// let ours_but_no_trials = WorkspaceQuery::and([
///     WorkspaceQuery::search("example"),
///     WorkspaceQuery::nor([WorkspaceQuery::search("trial")]),
/// ]);
/// # assert!(serde_json::to_string(&ours_but_no_trials).is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
#[non_exhaustive]
pub enum WorkspaceQuery {
    /// Workspaces that match all of these queries. An empty list matches every workspace.
    And {
        /// The queries.
        and: Vec<Self>,
    },
    /// Workspaces that match none of these queries. An empty list matches every workspace.
    Nor {
        /// The queries.
        nor: Vec<Self>,
    },
    /// Workspaces whose field has one of some values. An empty list matches every workspace.
    Field {
        /// The field and the values.
        field: FieldFilter,
    },
    /// Workspaces whose name or URL contains a text.
    Search {
        /// The text.
        #[serde(rename = "searchWorkspaces")]
        text: String,
        /// Atlassian does not document the meaning.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<String>,
    },
    /// Workspaces with one of these features.
    Features {
        /// The features.
        features: Vec<String>,
    },
    /// Workspaces that are subject to one of these policies.
    Policies {
        /// The policies.
        policies: Vec<String>,
    },
    /// An unknown query, kept as received.
    Other(Value),
}

/// A field of workspaces and the accepted values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FieldFilter {
    /// The name of the field.
    pub name: String,
    /// The values.
    pub values: Vec<String>,
}

impl WorkspaceQuery {
    /// Matches workspaces that match all of these queries.
    pub fn and(questions: impl IntoIterator<Item = Self>) -> Self {
        Self::And { and: questions.into_iter().collect() }
    }

    /// Matches workspaces that match none of these queries.
    pub fn nor(questions: impl IntoIterator<Item = Self>) -> Self {
        Self::Nor { nor: questions.into_iter().collect() }
    }

    /// Matches workspaces whose field `name` has one of these values. Atlassian does not document
    /// the names of the fields.
    pub fn field(name: impl Into<String>, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::Field { field: FieldFilter { name: name.into(), values: texts(values) } }
    }

    /// Matches workspaces whose name or URL contains this text.
    pub fn search(text: impl Into<String>) -> Self {
        Self::Search { text: text.into(), value: None }
    }

    /// Workspaces with one of these features.
    pub fn features(features: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::Features { features: texts(features) }
    }

    /// Workspaces that are subject to one of these policies.
    pub fn policies(policies: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::Policies { policies: texts(policies) }
    }
}

fn texts(texts: impl IntoIterator<Item = impl Into<String>>) -> Vec<String> {
    texts.into_iter().map(Into::into).collect()
}

impl crate::argument::Single for WorkspaceQuery {}

/// Untyped callers can pass any JSON: an unknown query is sent unchanged.
impl HasSchema for WorkspaceQuery {
    const SCHEMA: Schema = Schema::Json;
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn query_json_matches_documentation() {
        let questions = [
            (WorkspaceQuery::and([]), json!({ "and": [] })),
            (
                WorkspaceQuery::nor([WorkspaceQuery::search("labs")]),
                json!({ "nor": [{ "searchWorkspaces": "labs" }] }),
            ),
            (
                WorkspaceQuery::field("typeKey", ["confluence"]),
                json!({ "field": { "name": "typeKey", "values": ["confluence"] } }),
            ),
            (
                WorkspaceQuery::Search { text: "labs".into(), value: Some("x".into()) },
                json!({ "searchWorkspaces": "labs", "value": "x" }),
            ),
            (WorkspaceQuery::features(["byok"]), json!({ "features": ["byok"] })),
            (WorkspaceQuery::policies(["data-residency"]), json!({ "policies": ["data-residency"] })),
        ];
        for (question, wire) in &questions {
            assert_eq!(&serde_json::to_value(question).unwrap(), wire);
            assert_eq!(&serde_json::from_value::<WorkspaceQuery>(wire.clone()).unwrap(), question);
        }
        let (all, wires): (Vec<_>, Vec<_>) = questions.into_iter().unzip();
        let nested = WorkspaceQuery::and([WorkspaceQuery::nor(all)]);
        let wire = json!({ "and": [{ "nor": wires }] });
        assert_eq!(serde_json::to_value(&nested).unwrap(), wire);
        assert_eq!(serde_json::from_value::<WorkspaceQuery>(wire).unwrap(), nested);
    }

    #[test]
    fn unknown_query_is_kept() {
        for unknown in [
            json!({ "xor": [{ "and": [] }] }),
            json!({ "and": [], "novel": 1 }),
            json!({ "field": { "name": "n", "values": [], "novel": 1 } }),
            json!({ "features": [7] }),
            json!("novel"),
            json!(null),
        ] {
            let question: WorkspaceQuery = serde_json::from_value(unknown.clone()).unwrap();
            assert_eq!(question, WorkspaceQuery::Other(unknown.clone()));
            assert_eq!(serde_json::to_value(&question).unwrap(), unknown);
        }
        let inside = json!({ "and": [{ "features": ["f"] }, { "xor": [] }] });
        assert_eq!(
            serde_json::from_value::<WorkspaceQuery>(inside).unwrap(),
            WorkspaceQuery::and([
                WorkspaceQuery::features(["f"]),
                WorkspaceQuery::Other(json!({ "xor": [] })),
            ])
        );
    }
}
