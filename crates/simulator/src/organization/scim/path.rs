//! Paths of attributes: `name.givenName`, `emails[type eq "work"].value`, `urn:…:User:department`.

use super::filter::Comparison;
use super::{invalid, urn};
use crate::problem::{Problem, ScimType};

/// What a path points at.
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
    /// Reads a path. `known` are the URNs of the document that it leads into; `is_whole` says that
    /// the name of an unknown extension may stand for all of it.
    pub(super) fn parse(text: &str, known: &[String], is_whole: bool) -> Result<Self, Problem> {
        let text = text.trim();
        Self::read(text, known, is_whole)
            .ok_or_else(|| invalid(ScimType::InvalidPath, format!("{text:?} is not a path of an attribute")))?
            .with_truth()
    }

    fn read(text: &str, known: &[String], is_whole: bool) -> Option<Self> {
        // A URN is read in front of the filter, whose value may hold colons, too.
        let head = text.split('[').next().unwrap_or_default();
        if !urn::is_urn(head) {
            return Self::in_schema(None, text);
        }
        if head.matches(':').count() < 2 && !head.contains('/') {
            return None;
        }
        let (urn, rest) = urn::split(head, known, is_whole && head.len() == text.len());
        let is_core = urn::is_core(&urn);
        let extension = (!is_core).then_some(urn);
        match rest {
            None if is_core || head.len() < text.len() => None,
            None => Some(Self { extension, attribute: None, filter: None, part: None }),
            Some(rest) => Self::in_schema(extension, text.get(head.len() - rest.len()..)?),
        }
    }

    fn in_schema(extension: Option<String>, text: &str) -> Option<Self> {
        let Some((attribute, rest)) = text.split_once('[') else {
            let (attribute, part) =
                text.split_once('.').map_or((text, None), |(head, tail)| (head, Some(tail)));
            let part = part.map(|part| name(part).ok_or(())).transpose().ok()?;
            return Some(Self { extension, attribute: Some(name(attribute)?), filter: None, part });
        };
        // A quoted value may hold a bracket, too.
        let (filter, part) = rest.rsplit_once(']')?;
        let part = if part.is_empty() { None } else { Some(name(part.strip_prefix('.')?)?) };
        let filter = Some(Comparison::parse(filter)?);
        Some(Self { extension, attribute: Some(name(attribute)?), filter, part })
    }

    fn with_truth(mut self) -> Result<Self, Problem> {
        self.filter = self.filter.map(Comparison::with_truth).transpose()?;
        Ok(self)
    }

    /// Which of several values is meant, and which part of it.
    pub(super) fn which(&self) -> (Option<&Comparison>, Option<&str>) {
        (self.filter.as_ref(), self.part.as_deref())
    }

    /// The names of the members that lead there, from the document on.
    pub(super) fn steps(&self) -> impl Iterator<Item = &str> {
        [&self.extension, &self.attribute, &self.part].into_iter().flatten().map(String::as_str)
    }
}

/// Whether a text names an attribute, and at most one part of it.
pub(super) fn is_attribute_path(text: &str) -> bool {
    let (attribute, part) = text.split_once('.').unwrap_or((text, "part"));
    name(attribute).is_some() && name(part).is_some()
}

fn name(text: &str) -> Option<String> {
    let fits = |character: char| character.is_ascii_alphanumeric() || "_-$".contains(character);
    let starts = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '$');
    (starts && text.chars().all(fits)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::model::{EnterpriseUser, ScimUser};
    use serde_json::json;

    fn parse(text: &str) -> Result<Path, Problem> {
        Path::parse(text, &[], false)
    }

    #[test]
    fn parse_reads_paths_as_identity_providers_write_them() {
        let equal = |attribute: &str, value| Some(Comparison { attribute: attribute.into(), value });
        let work = || equal("type", json!("work"));
        let enterprise = EnterpriseUser::SCHEMA;
        for (text, extension, attribute, filter, part) in [
            ("active", None, Some("active"), None, None),
            ("name.givenName", None, Some("name"), None, Some("givenName")),
            (r#"emails[type eq "work"]"#, None, Some("emails"), work(), None),
            (r#"emails[type eq "work"].value"#, None, Some("emails"), work(), Some("value")),
            (
                r#"emails[Primary eq "True"].value"#,
                None,
                Some("emails"),
                equal("Primary", json!(true)),
                Some("value"),
            ),
            (&format!("{enterprise}:department"), Some(enterprise), Some("department"), None, None),
            (&format!("{enterprise}:manager.value"), Some(enterprise), Some("manager"), None, Some("value")),
            (&enterprise.to_uppercase(), Some(enterprise), None, None, None),
            (&format!("{}:name.familyName", ScimUser::SCHEMA), None, Some("name"), None, Some("familyName")),
            (
                r#"urn:acme:1.0:phones[value eq "a:b]"].type"#,
                Some("urn:acme:1.0"),
                Some("phones"),
                equal("value", json!("a:b]")),
                Some("type"),
            ),
            ("urn:example:2.0:User", Some("urn:example:2.0:User"), None, None, None),
        ] {
            let owned = |text: Option<&str>| text.map(str::to_owned);
            let (extension, attribute, part) = (owned(extension), owned(attribute), owned(part));
            assert_eq!(parse(text), Ok(Path { extension, attribute, filter, part }), "{text}");
        }
    }

    #[test]
    fn parse_refuses_what_is_not_a_path() {
        for bad in [
            "",
            ".",
            "name.",
            "a b",
            "1st",
            "emails[type eq work]",
            "emails[type eq \"work\"",
            "[x eq 1]",
            "a.b.c",
            "urn:x",
            "foo:bar",
            ScimUser::SCHEMA,
            "urn:example:1.0[x eq 1]",
        ] {
            let problem = parse(bad).unwrap_err().with_detail("");
            assert_eq!(problem, Problem::scim(ScimType::InvalidPath, ""), "{bad}");
        }
        let problem = parse(r#"emails[primary eq "yes"]"#).unwrap_err().with_detail("");
        assert_eq!(problem, Problem::scim(ScimType::InvalidValue, ""));
    }
}
