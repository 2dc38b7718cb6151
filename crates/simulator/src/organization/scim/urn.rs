//! Names of attributes with the URN of their schema: `urn:…:2.0:User:department`.

use atlassian_admin_core::model::{AtlassianUser, EnterpriseUser, ScimGroup, ScimUser};
use serde_json::Value;

use super::Document;
use super::path::is_attribute_path;

const KNOWN: [&str; 4] = [ScimUser::SCHEMA, ScimGroup::SCHEMA, EnterpriseUser::SCHEMA, AtlassianUser::SCHEMA];

/// The URNs of the schemas that a document has.
///
/// A name that adds an attribute to the URN of another schema is none, even where its value is an
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
    ["urn:", "http://", "https://"].iter().any(|prefix| behind(name, prefix).is_some())
}

/// Whether it is one of the schemas whose attributes are in the document itself.
pub(super) fn is_core(urn: &str) -> bool {
    [ScimUser::SCHEMA, ScimGroup::SCHEMA].contains(&urn)
}

/// Splits a name into the URN of its schema and the attribute, if it names one.
///
/// The longest of the `known` URNs wins. Otherwise the URN ends with the resource type (`:User`),
/// as URNs of extensions do; otherwise before the last colon, unless what comes there cannot be an
/// attribute or the name may be that of a whole extension (`is_whole`).
pub(super) fn split<'a>(name: &'a str, known: &[String], is_whole: bool) -> (String, Option<&'a str>) {
    let known = KNOWN.into_iter().chain(known.iter().map(String::as_str));
    let fits = |urn: &str| match behind(name, urn)? {
        "" => Some((urn.to_owned(), None)),
        rest => Some((urn.to_owned(), Some(rest.strip_prefix(':')?))),
    };
    if let Some(found) = known.filter_map(fits).max_by_key(|(urn, _)| urn.len()) {
        return found;
    }
    let at = |colon: usize| (name.get(..colon), name.get(colon + 1..));
    let colons = || name.char_indices().rev().filter(|(_, character)| *character == ':');
    for (colon, _) in colons() {
        match at(colon) {
            (Some(urn), Some(rest)) if ends_with_resource_type(urn) && is_attribute_path(rest) => {
                return (urn.to_owned(), Some(rest));
            }
            _ => {}
        }
    }
    let is_whole = is_whole || ends_with_resource_type(name);
    let last = colons().next().map(|(colon, _)| at(colon));
    match last {
        Some((Some(urn), Some(rest))) if !is_whole && urn.contains(':') && is_attribute_path(rest) => {
            (urn.to_owned(), Some(rest))
        }
        _ => (name.to_owned(), None),
    }
}

fn ends_with_resource_type(urn: &str) -> bool {
    let last = urn.rsplit(':').next().unwrap_or_default();
    ["User", "Group"].iter().any(|resource| resource.eq_ignore_ascii_case(last))
}

/// What follows a prefix, whatever its case.
fn behind<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, tail) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(tail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn urns_of_a_document_are_those_that_extend_no_other() {
        let enterprise = EnterpriseUser::SCHEMA;
        let manager = format!("{enterprise}:manager");
        for (document, urns) in [
            (json!({ &manager: {} }), vec![]),
            (json!({ manager.to_uppercase(): {}, "schemas": [&manager] }), vec![]),
            (json!({ format!("{}:name", ScimUser::SCHEMA): {} }), vec![]),
            (json!({ "urn:acme:2.0:User:manager": {} }), vec![]),
            (json!({ "urn:a:custom": {}, "urn:a:custom:x": {} }), vec!["urn:a:custom"]),
            (json!({ "urn:a:custom:x": {}, "schemas": ["urn:a:custom"] }), vec!["urn:a:custom"]),
            (json!({ "urn:a:custom:x": {} }), vec!["urn:a:custom:x"]),
            (json!({ "urn:a:custom": {}, "urn:a:custom:2": {} }), vec!["urn:a:custom", "urn:a:custom:2"]),
            (json!({ "urn:a:customs": {}, "urn:a:custom": {} }), vec!["urn:a:custom", "urn:a:customs"]),
            (json!({ "urn:a:1.0": 7, "title": {} }), vec![]),
        ] {
            assert_eq!(urns_of(document.as_object().unwrap()), urns, "{document}");
        }
    }

    #[test]
    fn split_finds_where_the_urn_ends() {
        let enterprise = EnterpriseUser::SCHEMA;
        let known = ["urn:example:badges".to_owned(), "urn:example:badges:2".to_owned()];
        for (name, is_whole, urn, attribute) in [
            (format!("{enterprise}:department"), false, enterprise, Some("department")),
            (
                format!("{}:manager.value", enterprise.to_uppercase()),
                false,
                enterprise,
                Some("manager.value"),
            ),
            (enterprise.to_owned(), false, enterprise, None),
            ("urn:acme:2.0:User:department".into(), false, "urn:acme:2.0:User", Some("department")),
            ("urn:acme:2.0:User:manager".into(), true, "urn:acme:2.0:User", Some("manager")),
            ("urn:acme:2.0:User:group".into(), false, "urn:acme:2.0:User", Some("group")),
            ("urn:acme:User:2.0:User".into(), false, "urn:acme:User:2.0:User", None),
            ("urn:acme:2.0:User".into(), false, "urn:acme:2.0:User", None),
            ("urn:example:1.0".into(), false, "urn:example:1.0", None),
            ("urn:example:1.0:floor".into(), false, "urn:example:1.0", Some("floor")),
            ("urn:example:custom".into(), true, "urn:example:custom", None),
            ("urn:example:badges:floor".into(), true, "urn:example:badges", Some("floor")),
            ("URN:example:badges:2:floor".into(), false, "urn:example:badges:2", Some("floor")),
            ("urn:single".into(), false, "urn:single", None),
            ("http://example.com/2.0/User".into(), false, "http://example.com/2.0/User", None),
        ] {
            assert_eq!(split(&name, &known, is_whole), (urn.to_owned(), attribute), "{name}");
        }
    }
}
