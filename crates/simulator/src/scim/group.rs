//! The documents of groups.

use std::collections::BTreeSet;

use atlassian_admin_core::model::ScimGroup;
use serde_json::{Value, json};

use super::{Document, meta, text};
use crate::data::Group;
use crate::problem::{Problem, ScimType};
use crate::store::View;

/// The most members of a group.
const MEMBERS: usize = 35_000;

/// The document of a group. `home` is the directory's URL.
pub(crate) fn group_document(view: View<'_>, group: &Group, home: &str) -> Document {
    let id = view.world.scim_group_id(group.index);
    let members: Vec<_> = view
        .provisioned_members(group.index)
        .map(|(user, scim)| {
            json!({
                "type": "User",
                "value": scim.id,
                "display": user.email,
                "$ref": format!("{home}/Users/{}", scim.id),
            })
        })
        .collect();
    let mut document = Document::from_iter([
        ("schemas".to_owned(), json!([ScimGroup::SCHEMA])),
        ("displayName".to_owned(), group.name.clone().into()),
        ("members".to_owned(), members.into()),
        ("meta".to_owned(), meta("Group", &format!("{home}/Groups/{id}"), group.created, group.modified)),
        ("id".to_owned(), id.into()),
    ]);
    if let Some(external_id) = &group.external_id {
        document.insert("externalId".to_owned(), external_id.clone().into());
    }
    document
}

/// What a provider tells of a group.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GroupTold {
    pub(crate) name: String,
    pub(crate) external_id: Option<String>,
    /// Identifiers of records.
    pub(crate) members: BTreeSet<String>,
}

impl GroupTold {
    pub(crate) fn read(document: Document) -> Result<Self, Problem> {
        let invalid = |detail: &'static str| Problem::scim(ScimType::InvalidValue, detail);
        let name =
            text(&document, "displayName").ok_or_else(|| invalid("displayName must be given"))?.to_owned();
        let external_id = text(&document, "externalId").map(str::to_owned);
        let record: ScimGroup = serde_json::from_value(Value::Object(document))
            .map_err(|_| invalid("the group has attributes of other types than their schema says"))?;
        let members = record.members.unwrap_or_default().into_iter().map(|member| member.value);
        let members = members.map(|id| id.map(|id| id.as_str().to_owned())).collect::<Option<BTreeSet<_>>>();
        let members = members.ok_or_else(|| invalid("each of members must have a value"))?;
        if members.len() > MEMBERS {
            return Err(Problem::scim(ScimType::TooMany, "a group has 35000 members at most"));
        }
        Ok(Self { name, external_id, members })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(document: Value) -> Result<GroupTold, Problem> {
        GroupTold::read(serde_json::from_value(document).unwrap()).map_err(|problem| problem.with_detail(""))
    }

    #[test]
    fn a_group_needs_a_name_and_its_members_identifiers() {
        let told = read(
            json!({ "displayName": "g", "members": [{ "value": "2" }, { "value": "1" }, { "value": "2" }] }),
        );
        let members = ["1", "2"].map(str::to_owned).into();
        assert_eq!(told, Ok(GroupTold { name: "g".into(), external_id: None, members }));
        let invalid = || Err(Problem::scim(ScimType::InvalidValue, ""));
        assert_eq!(read(json!({})), invalid());
        assert_eq!(read(json!({ "displayName": "g", "members": [{}] })), invalid());
        assert_eq!(read(json!({ "displayName": "g", "members": 1 })), invalid());
        let crowd: Vec<_> = (0..=MEMBERS).map(|number| json!({ "value": number.to_string() })).collect();
        let crowd = read(json!({ "displayName": "g", "members": crowd }));
        assert_eq!(crowd, Err(Problem::scim(ScimType::TooMany, "")));
    }
}
