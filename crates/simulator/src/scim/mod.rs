//! Records of SCIM as JSON documents: what is asked of them, and what is done to them (RFC 7644). Who has which record is in
//! the store.

mod filter;
mod group;
mod patch;
mod path;
mod selection;
mod user;

use atlassian_admin_core::model::{ScimGroup, ScimUser, Timestamp};
use atlassian_admin_core::shape::{Described, Kind};
use serde_json::{Map, Value, json};

pub(crate) use filter::Comparison;
pub(crate) use group::{GroupTold, group_document};
pub(crate) use patch::apply;
pub(crate) use selection::Selection;
pub(crate) use user::{UserTold, user_document};

/// A record, as it stands on the wire.
pub(crate) type Document = Map<String, Value>;

/// What an attribute is called in a document: names may be written in any case.
fn name_in<'a>(document: &'a Document, name: &'a str) -> &'a str {
    let is_same = |known: &str| known.eq_ignore_ascii_case(name);
    let known = |kind| match kind {
        Kind::Object(shape) => (shape.members)(),
        _ => &[],
    };
    let mut documented = known(ScimUser::KIND).iter().chain(known(ScimGroup::KIND)).map(|member| member.name);
    let there = document.keys().map(String::as_str).find(|known| is_same(known));
    there.or_else(|| documented.find(|known| is_same(known))).unwrap_or(name)
}

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
