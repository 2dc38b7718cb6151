//! Which media type a response has, given what the request accepts (RFC 9110, section 12.5.1).

use http::header::{ACCEPT, HeaderMap, HeaderValue};

pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json");
const SCIM_JSON: HeaderValue = HeaderValue::from_static("application/scim+json");

/// How well a media type is accepted. The order of the fields is that of their weight.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
struct Preference {
    /// From 0, which is not accepted, to 1.
    quality: f32,
    /// Whether the type itself is named, and not a range that includes it.
    is_named: bool,
}

/// The media type of a response of provisioning: `application/json` where the request prefers it,
/// otherwise `application/scim+json` (RFC 7644, section 3.8).
///
/// Of two types that are named with the same weight, the first one is preferred.
pub(crate) fn of_provisioning(headers: &HeaderMap) -> HeaderValue {
    let accepted = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let ranges: Vec<_> = accepted.flat_map(|value| value.split(',')).filter_map(Range::parse).collect();
    let [json, scim] = ["json", "scim+json"].map(|subtype| preference(&ranges, subtype));
    let named = ranges.iter().find(|range| ["json", "scim+json"].iter().any(|subtype| range.names(subtype)));
    let json_is_first = named.is_some_and(|range| range.names("json"));
    let prefers_json = json > scim || (json == scim && json.is_named && json_is_first);
    if prefers_json && json.quality > 0.0 { JSON } else { SCIM_JSON }
}

/// The most specific range that includes a type says how well it is accepted.
fn preference(ranges: &[Range], subtype: &str) -> Preference {
    let specificity = |range: &&Range| range.specificity(subtype);
    let Some(range) = ranges.iter().filter(|range| specificity(range) > 0).max_by_key(specificity) else {
        return Preference::default();
    };
    Preference { quality: range.quality, is_named: range.names(subtype) }
}

/// A part of an `Accept` header, such as `application/*;q=0.5`.
struct Range {
    main: String,
    subtype: String,
    quality: f32,
}

impl Range {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(';').map(str::trim);
        let (main, subtype) = parts.next()?.split_once('/')?;
        let weight = parts.find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.trim().eq_ignore_ascii_case("q").then(|| value.trim().parse::<f32>().ok())
        });
        // A weight that cannot be read is taken as none.
        let quality = weight.flatten().unwrap_or(1.0).clamp(0.0, 1.0);
        let lower = |text: &str| text.trim().to_ascii_lowercase();
        Some(Self { main: lower(main), subtype: lower(subtype), quality })
    }

    /// Whether it is `application/` with this subtype, and no wider range.
    fn names(&self, subtype: &str) -> bool {
        self.specificity(subtype) == 3
    }

    /// How closely it describes `application/` with this subtype; 0 if not at all.
    fn specificity(&self, subtype: &str) -> u8 {
        match (self.main.as_str(), self.subtype.as_str()) {
            ("application", own) if own == subtype => 3,
            ("application", "*") => 2,
            ("*", "*") => 1,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provisioning_responds_with_the_type_that_is_accepted() {
        for (accepted, expected) in [
            (&[][..], SCIM_JSON),
            (&[""], SCIM_JSON),
            (&["*/*"], SCIM_JSON),
            (&["application/*"], SCIM_JSON),
            (&["text/html"], SCIM_JSON),
            (&["application/scim+json"], SCIM_JSON),
            (&["application/json"], JSON),
            (&["Application/JSON; charset=utf-8"], JSON),
            (&["application/json, text/plain, */*"], JSON),
            (&["*/*, application/json"], JSON),
            (&["application/json;q=0.5, */*"], SCIM_JSON),
            (&["application/json;q=0.9, */*;q=0.8"], JSON),
            (&["application/json, application/scim+json"], JSON),
            (&["application/scim+json, application/json"], SCIM_JSON),
            (&["application/scim+json", "application/json"], SCIM_JSON),
            (&["application/scim+json;q=0.5, application/json;q=0.6"], JSON),
            (&["application/json;q=0.5, application/scim+json;Q=0.6"], SCIM_JSON),
            (&["application/json;q=0"], SCIM_JSON),
            (&["application/scim+json;q=0, */*"], JSON),
            (&["application/json;q=0, application/scim+json;q=0"], SCIM_JSON),
            (&["application/json;q=x"], JSON),
            (&["text/*, json"], SCIM_JSON),
        ] {
            let headers =
                accepted.iter().map(|value| (ACCEPT, HeaderValue::from_static(value))).collect::<HeaderMap>();
            assert_eq!(of_provisioning(&headers), expected, "{accepted:?}");
        }
    }
}
