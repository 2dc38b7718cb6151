//! Which media type a response has, given what the request accepts (RFC 9110, section 12.5.1).

use std::cmp::Reverse;

use http::header::{ACCEPT, HeaderMap, HeaderValue};

pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json");
pub(crate) const HTML: HeaderValue = HeaderValue::from_static("text/html;charset=UTF-8");
const SCIM_JSON: HeaderValue = HeaderValue::from_static("application/scim+json");

/// The media type of a response of provisioning: `application/json` where the request prefers it,
/// otherwise `application/scim+json` (RFC 7644, section 3.8).
///
/// Of two types that are named with the same weight, the first one is preferred.
pub(crate) fn of_provisioning(headers: &HeaderMap) -> HeaderValue {
    let accepted = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let ranges: Vec<_> = accepted.flat_map(|value| value.split(',')).map(range).collect();
    let json = preference(&ranges, "application/json");
    let prefers_json = json > preference(&ranges, "application/scim+json") && json.0 > 0.0;
    if prefers_json { JSON } else { SCIM_JSON }
}

/// How well a media type is accepted: the weight of the most specific range that includes it, from
/// 0 to 1, then whether and how early the type itself is named.
fn preference(ranges: &[(String, f32)], media_type: &str) -> (f32, Option<Reverse<usize>>) {
    let is = |name: &str, (range, _): &(String, f32)| range == name;
    let weight = |name| ranges.iter().rfind(|range| is(name, range)).map(|(_, weight)| *weight);
    let weight = [media_type, "application/*", "*/*"].into_iter().find_map(weight);
    (weight.unwrap_or_default(), ranges.iter().position(|range| is(media_type, range)).map(Reverse))
}

/// A part of an `Accept` header, such as `application/*;q=0.5`, as its range and its weight.
fn range(text: &str) -> (String, f32) {
    let (name, parameters) = text.split_once(';').unwrap_or((text, ""));
    let weight = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then(|| value.trim().parse::<f32>().ok())
    });
    // A weight that cannot be read is taken as none.
    (name.trim().to_ascii_lowercase(), weight.flatten().unwrap_or(1.0).clamp(0.0, 1.0))
}
