//! Records of SCIM as JSON documents: how they are read, chosen from and changed (RFC 7643, 7644).
//! Which user or group has which record is in the store.
//!
//! Where the RFCs leave a choice, or identity providers leave the RFCs:
//! - Every operation of a patch is made, or none of them.
//! - `remove` takes exactly what it names, and is refused where that is not there (`noTarget`) or
//!   not understood (`invalidValue`). Without a value it takes all of an attribute.
//! - `null` and `[]` are not a value for `add` and for `remove` of several values; `replace` with
//!   one of them clears the attribute.
//! - Booleans may be written as text; other values than true and false are refused. So are those
//!   of the filter `active eq false`, which Atlassian does not document: it finds users beside the
//!   documented filters by `userName` and `externalId`.
//! - Of two primary values in one list, both are refused; a patch that sets one demotes the old
//!   one.
//! - Unknown attributes are kept where they are, those of extensions under their URN.
//! - Read-only attributes are ignored among others, and refused as the path of a patch
//!   (`mutability`). So are the parts of a member, which follow from who it is, and a `remove` of
//!   `active` and `schemas`, which always have a value.
//! - An operation of a patch has `op`, `path` and `value`; any other property is refused.
//! - A password is taken and forgotten.

mod canonical;
mod change;
pub(crate) mod discovery;
mod filter;
mod group;
pub(crate) mod group_routes;
pub(crate) mod links;
mod patch;
mod path;
pub(crate) mod provisioning;
pub(crate) mod records;
#[cfg(test)]
mod removal_property;
pub(crate) mod routes;
mod schema;
mod selection;
mod urn;
mod user;
pub(crate) mod user_routes;
mod values;

use atlassian_admin_core::model::Timestamp;
use serde_json::{Map, Value, json};

use crate::problem::{Problem, ScimType};

pub(crate) use filter::Comparison;
pub(crate) use group::{GroupInput, group_document};
pub(crate) use patch::apply;
pub(crate) use selection::Selection;
pub(crate) use user::{UserInput, is_active, user_document};

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
