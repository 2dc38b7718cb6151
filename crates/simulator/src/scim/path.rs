//! Places in a document: `name.givenName`, `emails[type eq "work"].value`, `urn:…:User:department`.

use atlassian_admin_core::model::{AtlassianUser, EnterpriseUser, ScimGroup, ScimUser};

use super::Comparison;

/// A place in a document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub(super) attribute: String,
    /// Which of several values is meant.
    pub(super) filter: Option<Comparison>,
    /// A part of the attribute.
    pub(super) part: Option<String>,
}

impl Place {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        for schema in [ScimUser::SCHEMA, ScimGroup::SCHEMA] {
            if let Some(rest) = behind(text, schema) {
                return Self::parse(rest.strip_prefix(':')?);
            }
        }
        for extension in [EnterpriseUser::SCHEMA, AtlassianUser::SCHEMA] {
            if let Some(rest) = behind(text, extension) {
                let part = if rest.is_empty() { None } else { Some(name(rest.strip_prefix(':')?)?) };
                return Some(Self { attribute: extension.to_owned(), filter: None, part });
            }
        }
        if behind(text, "urn:").is_some() {
            // An extension that nobody knows here, as a whole: its name has dots.
            return Some(Self { attribute: text.to_owned(), filter: None, part: None });
        }
        let Some((attribute, rest)) = text.split_once('[') else {
            let (attribute, part) =
                text.split_once('.').map_or((text, None), |(head, tail)| (head, Some(tail)));
            let part = part.map(|part| name(part).ok_or(())).transpose().ok()?;
            return Some(Self { attribute: name(attribute)?, filter: None, part });
        };
        // A quoted value may hold a bracket, too.
        let (filter, part) = rest.rsplit_once(']')?;
        let part = if part.is_empty() { None } else { Some(name(part.strip_prefix('.')?)?) };
        Some(Self { attribute: name(attribute)?, filter: Some(Comparison::parse(filter)?), part })
    }
}

/// What follows a prefix, whatever its case.
fn behind<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, tail) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(tail)
}

fn name(text: &str) -> Option<String> {
    let fits = |character: char| character.is_ascii_alphanumeric() || "_-$".contains(character);
    (!text.is_empty() && text.chars().all(fits)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn places_are_read_as_identity_providers_write_them() {
        let work = || Some(Comparison { attribute: "type".into(), value: json!("work") });
        let enterprise = EnterpriseUser::SCHEMA;
        for (text, attribute, filter, part) in [
            ("active", "active", None, None),
            ("name.givenName", "name", None, Some("givenName")),
            (r#"emails[type eq "work"]"#, "emails", work(), None),
            (r#"emails[type eq "work"].value"#, "emails", work(), Some("value")),
            (&format!("{enterprise}:department"), enterprise, None, Some("department")),
            (&enterprise.to_uppercase(), enterprise, None, None),
            (&format!("{}:name.familyName", ScimUser::SCHEMA), "name", None, Some("familyName")),
            ("urn:example:2.0:User", "urn:example:2.0:User", None, None),
        ] {
            let place = Place { attribute: attribute.into(), filter, part: part.map(str::to_owned) };
            assert_eq!(Place::parse(text), Some(place), "{text}");
        }
        for bad in
            ["", ".", "name.", "a b", "emails[type eq work]", "emails[type eq \"work\"", "[x eq 1]", "a.b.c"]
        {
            assert_eq!(Place::parse(bad), None, "{bad}");
        }
    }
}
