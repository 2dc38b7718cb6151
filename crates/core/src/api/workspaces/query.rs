//! The questions that workspaces can be searched by.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::schema::{HasSchema, Kind};

/// A question about workspaces, of which others can be made.
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
    /// Workspaces that fit all of these; without any, every workspace.
    And {
        /// The questions.
        and: Vec<Self>,
    },
    /// Workspaces that fit none of these; without any, every workspace.
    Nor {
        /// The questions.
        nor: Vec<Self>,
    },
    /// Workspaces of which a member has one of some values; without any, every workspace.
    Field {
        /// The member and the values.
        field: FieldFilter,
    },
    /// Workspaces with a text in their names or addresses.
    Search {
        /// The text.
        #[serde(rename = "searchWorkspaces")]
        text: String,
        /// Documented without a word of what it means.
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
    /// A question that this version does not know, as it came.
    Other(Value),
}

/// A member of workspaces, and the values that are asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FieldFilter {
    /// The member.
    pub name: String,
    /// The values.
    pub values: Vec<String>,
}

impl WorkspaceQuery {
    /// Workspaces that fit all of these.
    pub fn and(questions: impl IntoIterator<Item = Self>) -> Self {
        Self::And { and: questions.into_iter().collect() }
    }

    /// Workspaces that fit none of these.
    pub fn nor(questions: impl IntoIterator<Item = Self>) -> Self {
        Self::Nor { nor: questions.into_iter().collect() }
    }

    /// Workspaces of which the member `name` has one of these values. Atlassian does not tell the names that there are.
    pub fn field(name: impl Into<String>, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::Field { field: FieldFilter { name: name.into(), values: texts(values) } }
    }

    /// Workspaces with this text in their names or addresses.
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

/// Any JSON to callers without types: what does not fit a known question is sent as it is.
impl crate::argument::Single for WorkspaceQuery {}

impl HasSchema for WorkspaceQuery {
    const KIND: Kind = Kind::Json;
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_question_stands_on_the_wire_as_documented() {
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
    fn what_is_not_known_is_kept() {
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
