//! Records of SCIM as JSON documents: what is asked of them, and what is done to them (RFC 7644). Who has which record is in
//! the store.

mod canonical;
mod change;
mod filter;
mod group;
mod patch;
mod path;
#[cfg(test)]
mod removal_property;
mod schema;
mod selection;
mod urn;
mod user;
mod values;

use atlassian_admin_core::model::Timestamp;
use serde_json::{Map, Value, json};

pub(crate) use filter::Comparison;
pub(crate) use group::{GroupTold, group_document};
pub(crate) use patch::apply;
pub(crate) use selection::Selection;
pub(crate) use user::{UserTold, user_document};

use crate::problem::{Problem, ScimType};

/// A record, as it stands on the wire.
pub(crate) type Document = Map<String, Value>;

/// The text of an attribute, where it is one.
fn text<'a>(document: &'a Document, name: &str) -> Option<&'a str> {
    document.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}

/// What the server says of a record.
fn meta(kind: &str, location: &str, created: i64, modified: i64) -> Value {
    json!({
        "resourceType": kind,
        "location": location,
        "created": Timestamp::from_millis(created),
        "lastModified": Timestamp::from_millis(modified),
    })
}

fn invalid(scim_type: ScimType, detail: impl Into<String>) -> Problem {
    Problem::scim(scim_type, detail.into())
}
