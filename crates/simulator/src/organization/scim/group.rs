//! The documents of groups.

use std::collections::BTreeSet;

use atlassian_admin_core::model::ScimGroup;
use serde_json::{Value, json};

use super::schema::is_read_only;
use super::{Document, canonical, invalid, meta, text};
use crate::organization::groups::Group;
use crate::organization::scim::records;
use crate::organization::transaction::View;
use crate::problem::{Problem, ScimType};

/// The most members of a group.
const MEMBERS: usize = 35_000;

/// The document of a group. `home` is the directory's URL.
pub(crate) fn group_document(view: View<'_>, group: &Group, home: &str) -> Document {
    let id = view.world.scim_group_id(group.index);
    let members: Vec<_> = records::members_of(view, group.index)
        .map(|(user, scim)| {
            json!({
                "type": "User",
                "value": scim.id,
                "display": user.email,
                "$ref": format!("{home}/Users/{}", scim.id),
            })
        })
        .collect();
    let mut document = group.others.clone();
    document.entry("schemas").or_insert_with(|| json!([ScimGroup::SCHEMA]));
    let mut set = |name: &str, value: Value| drop(document.insert(name.to_owned(), value));
    set("displayName", group.name.clone().into());
    set("members", members.into());
    set("meta", meta("Group", &format!("{home}/Groups/{id}"), group.created, group.modified));
    set("id", id.into());
    if let Some(external_id) = &group.external_id {
        set("externalId", external_id.clone().into());
    }
    document
}

/// A group, as a request writes it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GroupInput {
    pub(crate) name: String,
    pub(crate) external_id: Option<String>,
    /// Identifiers of records.
    pub(crate) members: BTreeSet<String>,
    /// Its other attributes, such as extensions.
    pub(crate) others: Document,
}

impl GroupInput {
    pub(crate) fn read(sent: Document) -> Result<Self, Problem> {
        let invalid = |detail: &str| invalid(ScimType::InvalidValue, detail);
        let document = canonical::document(sent, ScimGroup::SCHEMA)?;
        let name =
            text(&document, "displayName").ok_or_else(|| invalid("displayName must be given"))?.to_owned();
        let external_id = text(&document, "externalId").map(str::to_owned);
        let mut others = document.clone();
        others.retain(|name, value| match name.as_str() {
            "displayName" | "externalId" | "members" => false,
            // Every group has it.
            "schemas" => *value != json!([ScimGroup::SCHEMA]),
            name => !is_read_only(name),
        });
        let record: ScimGroup = serde_json::from_value(Value::Object(document))
            .map_err(|_| invalid("the group has attributes of other types than their schema says"))?;
        let members = record.members.unwrap_or_default().into_iter().map(|member| member.value);
        let members = members.map(|id| id.map(|id| id.as_str().to_owned())).collect::<Option<BTreeSet<_>>>();
        let members = members.ok_or_else(|| invalid("each of members must have a value"))?;
        if members.len() > MEMBERS {
            return Err(Problem::scim(ScimType::TooMany, "a group has 35000 members at most"));
        }
        Ok(Self { name, external_id, members, others })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::scim::cases::assert_refused;

    #[test]
    fn read_needs_a_name_and_the_identifiers_of_members() {
        let read = |document: Value| GroupInput::read(document.as_object().unwrap().clone());
        let members = json!([{ "value": "2" }, { "value": "1" }, { "value": "2" }]);
        let input = read(json!({ "displayName": "g", "members": members }));
        assert_eq!(input.unwrap().members, ["1", "2"].map(str::to_owned).into());
        let crowd: Vec<_> = (0..=MEMBERS).map(|number| json!({ "value": number.to_string() })).collect();
        for (document, reason) in [
            (json!({}), "InvalidValue"),
            (json!({ "displayName": "g", "members": [{}] }), "InvalidValue"),
            (json!({ "displayName": "g", "members": 1 }), "InvalidValue"),
            (json!({ "displayName": "g", "members": crowd }), "TooMany"),
        ] {
            assert_refused(reason, &read(document).unwrap_err(), reason);
        }
    }
}
