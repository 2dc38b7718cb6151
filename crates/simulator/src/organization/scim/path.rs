//! Paths such as `name.givenName`, `emails[type eq "work"].value` and `urn:…:User:department`, and
//! the comparisons in them. A path may begin with the URN of a schema: `urn:…:2.0:User:department`.

use atlassian_admin_core::model::{AtlassianUser, EnterpriseUser, ScimGroup, ScimUser};
use serde_json::Value;

use super::Document;
use super::schema::{is_equal, truth};
use crate::problem::{Problem, ScimType};

/// The target of a path.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Path {
    /// The URN of the extension that the attribute is in.
    pub(super) extension: Option<String>,
    /// The attribute; none for the extension as a whole.
    pub(super) attribute: Option<String>,
    /// Which of several values is meant.
    pub(super) filter: Option<Comparison>,
    /// A sub-attribute.
    pub(super) part: Option<String>,
}

impl Path {
    /// Reads a path. `known` are the URNs of the document; `is_whole` says that the name of
    /// an unknown extension may mean the whole of it.
    pub(super) fn parse(text: &str, known: &[String], is_whole: bool) -> Result<Self, Problem> {
        let text = text.trim();
        let invalid =
            || Problem::scim(ScimType::InvalidPath, format!("{text:?} is not a path of an attribute"));
        let mut path = Self::read(text, known, is_whole).ok_or_else(invalid)?;
        if let Some(filter) = path.filter.as_mut().filter(|filter| filter.is_by_primary()) {
            filter.value = filter.truth()?.into();
        }
        Ok(path)
    }

    fn read(text: &str, known: &[String], is_whole: bool) -> Option<Self> {
        // A URN is read in front of the filter, whose value may hold colons, too.
        let head = text.split('[').next().unwrap_or_default();
        if !is_urn(head) {
            return Self::in_schema(None, text);
        }
        if head.matches(':').count() < 2 && !head.contains('/') {
            return None;
        }
        let (urn, rest) = split(head, known, is_whole && head.len() == text.len());
        let is_core = is_core(&urn);
        let extension = (!is_core).then_some(urn);
        match rest {
            None if is_core || head.len() < text.len() => None,
            None => Some(Self { extension, attribute: None, filter: None, part: None }),
            Some(rest) => Self::in_schema(extension, text.get(head.len() - rest.len()..)?),
        }
    }

    fn in_schema(extension: Option<String>, text: &str) -> Option<Self> {
        let (attribute, filter, part) = match (text.split_once('['), text.split_once('.')) {
            (Some((attribute, rest)), _) => {
                // A quoted value may hold a bracket, too.
                let (filter, part) = rest.rsplit_once(']')?;
                let part = if part.is_empty() { None } else { Some(part.strip_prefix('.')?) };
                (attribute, Some(Comparison::parse(filter)?), part)
            }
            (None, Some((attribute, part))) => (attribute, None, Some(part)),
            (None, None) => (text, None, None),
        };
        let is_name = is_name(attribute) && part.is_none_or(is_name);
        let (attribute, part) = (Some(attribute.to_owned()), part.map(str::to_owned));
        is_name.then_some(Self { extension, attribute, filter, part })
    }

    /// The names that lead to the target, from the document on.
    pub(super) fn steps(&self) -> impl Iterator<Item = &str> {
        [&self.extension, &self.attribute, &self.part].into_iter().flatten().map(String::as_str)
    }
}

/// An attribute that must equal a value, as in `userName eq "ada"`: the only filters that Atlassian
/// supports.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Comparison {
    pub(crate) attribute: String,
    pub(crate) value: Value,
}

impl Comparison {
    /// Reads `attribute eq value`; values are written as in JSON.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (attribute, rest) = text.trim().split_once(char::is_whitespace)?;
        let (operator, value) = rest.trim_start().split_once(char::is_whitespace)?;
        let value = match value.trim() {
            // Some identity providers capitalize booleans.
            text if text.eq_ignore_ascii_case("true") => Value::Bool(true),
            text if text.eq_ignore_ascii_case("false") => Value::Bool(false),
            json => serde_json::from_str(json).ok()?,
        };
        let fits = operator.eq_ignore_ascii_case("eq") && !value.is_object() && !value.is_array();
        fits.then(|| Self { attribute: attribute.to_owned(), value })
    }

    /// The value as a boolean, which may be written as text.
    pub(crate) fn truth(&self) -> Result<bool, Problem> {
        truth(&self.attribute, &self.value)
    }

    fn is_by_primary(&self) -> bool {
        self.attribute.eq_ignore_ascii_case("primary")
    }

    /// Whether one of several values is selected. One without `primary` is not a primary one.
    pub(super) fn matches(&self, item: &Value, case_exact: bool) -> bool {
        let is_it = |name: &str| name.eq_ignore_ascii_case(&self.attribute);
        let found = match item {
            Value::Object(parts) => parts.iter().find(|(name, _)| is_it(name)).map(|(_, found)| found),
            _ => Some(item).filter(|_| is_it("value")),
        };
        match found {
            Some(found) => is_equal(found, &self.value, case_exact),
            // References have no primary one.
            None => !case_exact && self.value == false && self.is_by_primary(),
        }
    }
}

const KNOWN: [&str; 4] = [ScimUser::URN, ScimGroup::URN, EnterpriseUser::URN, AtlassianUser::URN];

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
fn is_urn(name: &str) -> bool {
    ["urn:", "http://", "https://"].iter().any(|prefix| after(name, prefix).is_some())
}

/// Whether it is one of the schemas whose attributes are in the document itself.
fn is_core(urn: &str) -> bool {
    [ScimUser::URN, ScimGroup::URN].contains(&urn)
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
fn is_name(text: &str) -> bool {
    let fits = |character: char| character.is_ascii_alphanumeric() || "_-$".contains(character);
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '$') && text.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::model::ScimFilter;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parse_reads_filters_of_the_client(value in "\\PC*") {
            let read = Comparison::parse(ScimFilter::external_id(&value).as_str());
            prop_assert_eq!(read, Some(Comparison { attribute: "externalId".to_owned(), value: value.into() }));
        }
    }
}
