//! User provisioning by SCIM (RFC 7643 and 7644).
//!
//! | rule | file |
//! |---|---|
//! | which attributes there are, their kinds, who may write them | `schema`, `documents/*.json` |
//! | documents as sent, brought into one form | `canonical` |
//! | paths, URNs of extensions, comparisons | `path`, `urn`, `filter` |
//! | patches: operations, one change, several values | `patch`, `change`, `values` |
//! | which attributes a response holds | `selection` |
//! | documents of users and groups | `user`, `group` |
//! | records: who has which, and how they change accounts | `records`, `provisioning` |
//! | operations | `user_routes`, `group_routes`, `discovery`, `links`, `routes` |
//!
//! Where the RFCs leave a choice, or identity providers deviate from them:
//! - All operations of a patch are applied, or none of them.
//! - `remove` takes exactly what it names. It is refused if that does not exist (`noTarget`) or is
//!   not understood (`invalidValue`). Without a value it removes the whole attribute.
//! - `null` and `[]` are not a value for `add` and for `remove` of several values; `replace` with
//!   one of them clears the attribute.
//! - Booleans may be written as text; other values than true and false are refused, as in the
//!   filter `active eq false`, which Atlassian does not document. The documented filters of users
//!   are by `userName` and `externalId`.
//! - Two primary values in one list are refused; a patch that sets one demotes the old one.
//! - Unknown attributes are kept where they are, those of extensions under their URN.
//! - Read-only attributes are ignored among others, and refused as the path of a patch
//!   (`mutability`). So are the parts of a member, which follow from its identifier, and a `remove`
//!   of `active` and `schemas`, which always have a value.
//! - An operation of a patch has `op`, `path` and `value`; any other property is refused.
//! - A password is accepted and not kept.

mod canonical;
#[cfg(test)]
mod cases;
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

/// A user or group as JSON.
pub(crate) type Document = Map<String, Value>;

/// The text of an attribute, unless it is blank.
fn text<'a>(document: &'a Document, name: &str) -> Option<&'a str> {
    document.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}

/// The attribute `meta`. Times are milliseconds since 1970.
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
