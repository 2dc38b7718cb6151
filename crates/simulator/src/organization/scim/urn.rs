//! Names of attributes with the URN of their schema: `urn:…:2.0:User:department`.

use atlassian_admin_core::model::{AtlassianUser, EnterpriseUser, ScimGroup, ScimUser};
use serde_json::Value;

use super::Document;

const KNOWN: [&str; 4] = [ScimUser::SCHEMA, ScimGroup::SCHEMA, EnterpriseUser::SCHEMA, AtlassianUser::SCHEMA];

/// The URNs of the schemas that a document has.
///
/// A name that adds an attribute to the URN of another schema is not one, even if its value is an
/// object or `schemas` lists it: `urn:…:2.0:User:manager`.
pub(super) fn urns_of(document: &Document) -> Vec<String> {
    let listed = document.get("schemas").and_then(Value::as_array).into_iter().flatten();
    let listed = listed.filter_map(Value::as_str);
    let objects = document.iter().filter(|(_, value)| value.is_object()).map(|(name, _)| name.as_str());
    let mut names: Vec<_> = listed.chain(objects).filter(|name| is_urn(name)).collect();
    // The schema comes before what extends its URN.
    names.sort_by_key(|name| name.len());
    let mut urns = Vec::new();
    for name in names {
        if !split(name, &urns, true).1.is_some_and(is_attribute_path) {
            urns.push(name.to_owned());
        }
    }
    urns
}

/// Whether a name begins with the identifier of a schema.
pub(super) fn is_urn(name: &str) -> bool {
    ["urn:", "http://", "https://"].iter().any(|prefix| after(name, prefix).is_some())
}

/// Whether it is one of the schemas whose attributes are in the document itself.
pub(super) fn is_core(urn: &str) -> bool {
    [ScimUser::SCHEMA, ScimGroup::SCHEMA].contains(&urn)
}

/// Splits a name into the URN of its schema and the attribute, if it names one.
///
/// The longest of the `known` URNs wins. Otherwise the URN ends with the resource type (`:User`),
/// as URNs of extensions do; otherwise before the last colon, unless the rest cannot be an
/// attribute or the name may be that of a whole extension (`is_whole`).
pub(super) fn split<'a>(name: &'a str, known: &[String], is_whole: bool) -> (String, Option<&'a str>) {
    let known = KNOWN.into_iter().chain(known.iter().map(String::as_str));
    let fits = |urn: &str| match after(name, urn)? {
        "" => Some((urn.to_owned(), None)),
        rest => Some((urn.to_owned(), Some(rest.strip_prefix(':')?))),
    };
    if let Some(found) = known.filter_map(fits).max_by_key(|(urn, _)| urn.len()) {
        return found;
    }
    let colons = name.rmatch_indices(':');
    let mut splits = colons.filter_map(|(colon, _)| Some((name.get(..colon)?, name.get(colon + 1..)?)));
    let typed = splits.find(|(urn, rest)| ends_with_resource_type(urn) && is_attribute_path(rest));
    let is_whole = is_whole || ends_with_resource_type(name);
    let last = || name.rsplit_once(':').filter(|(urn, _)| !is_whole && urn.contains(':'));
    match typed.or_else(last).filter(|(_, rest)| is_attribute_path(rest)) {
        Some((urn, rest)) => (urn.to_owned(), Some(rest)),
        None => (name.to_owned(), None),
    }
}

fn ends_with_resource_type(urn: &str) -> bool {
    let last = urn.rsplit(':').next().unwrap_or_default();
    ["User", "Group"].iter().any(|resource| resource.eq_ignore_ascii_case(last))
}

/// The rest after a prefix, which may be in any case.
fn after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, tail) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(tail)
}

/// Whether a text names an attribute, and at most one part of it.
fn is_attribute_path(text: &str) -> bool {
    let (attribute, part) = text.split_once('.').unwrap_or((text, "part"));
    is_name(attribute) && is_name(part)
}

/// Whether a text is the name of an attribute.
pub(super) fn is_name(text: &str) -> bool {
    let fits = |character: char| character.is_ascii_alphanumeric() || "_-$".contains(character);
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '$') && text.chars().all(fits)
}
