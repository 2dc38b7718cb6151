//! User provisioning by SCIM (RFC 7643 and 7644).
//!
//! | rule | file |
//! |---|---|
//! | which attributes there are, their kinds, who may write them | `schema` |
//! | documents as sent, brought into one form | `canonical` |
//! | paths and comparisons, URNs of extensions | `path` |
//! | patches: operations, one change, several values | `patch`, `change`, `values` |
//! | which attributes a response holds | `selection` |
//! | records: who has which, and how they change accounts | `provisioning` |
//! | what the operations share | `routes` |
//! | operations and their documents | `users`, `groups`, `discovery`, `links` |
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
pub(crate) mod groups;
pub(crate) mod links;
mod patch;
mod path;
pub(crate) mod provisioning;
pub(crate) mod routes;
mod schema;
mod selection;
pub(crate) mod users;
mod values;

use serde_json::{Map, Value, json};

/// A user or group as JSON.
type Document = Map<String, Value>;

/// The text of an attribute, unless it is blank.
fn text(document: &Document, name: &str) -> Option<String> {
    document.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The object at a name, a new one if there is nothing; none if something else is there.
fn object_at<'a>(attributes: &'a mut Document, name: &str) -> Option<&'a mut Document> {
    attributes.entry(name).or_insert_with(|| json!({})).as_object_mut()
}
