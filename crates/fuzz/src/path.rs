//! Path templates: no argument leaves its segment, and the arguments can be read back from the
//! path.

use atlassian_admin::OPERATIONS;
use atlassian_admin::url::{PathError, expand, match_path, percent_decode, percent_encode, variables};

use crate::input::{choose, chosen, texts};

/// The first byte chooses an operation's template. The others are its arguments, separated by zero
/// bytes; the first of them is also tried as a path, and as a template.
pub fn holds(data: &[u8]) {
    let (operation, data) = choose(OPERATIONS, data);
    let arguments = texts(data);
    for text in &arguments {
        let encoded = percent_encode(text).to_string();
        assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        assert_eq!(percent_decode(&encoded).as_deref(), Some(text.as_str()));
    }
    inverse(operation.path, &arguments);
    let (first, rest) = arguments.split_first().expect("there is one at least");
    matched(operation.path, first);
    if first.starts_with('/') {
        inverse(first, rest);
        if let Some(second) = rest.first() {
            matched(first, second);
        }
    }
}

/// An expanded template matches, with the same arguments in as many segments.
fn inverse(template: &str, arguments: &[String]) {
    let names: Vec<_> = variables(template).collect();
    let given: Vec<_> = names.iter().copied().zip(arguments.iter().map(String::as_str)).collect();
    let value = |name: &str| given.iter().find(|(it, _)| *it == name).map(|(_, value)| *value);
    match expand(template, value) {
        Ok(path) => {
            assert_eq!(path.split('/').count(), template.split('/').count(), "{path}");
            for (segment, part) in path.split('/').zip(template.split('/')) {
                let is_variable = part.starts_with('{') && part.ends_with('}') && part.len() > 1;
                assert!(!is_variable || !matches!(segment, "" | "." | ".."), "{path}");
                assert!(
                    !is_variable || (segment.is_ascii() && !segment.contains(['?', '#', '\\'])),
                    "{path}"
                );
            }
            let read = match_path(template, &path).expect("a path is of its template");
            let expected: Vec<_> =
                names.iter().map(|name| (*name, value(name).unwrap_or_default().to_owned())).collect();
            assert_eq!(read, expected);
        }
        Err(PathError::Missing(name)) => assert_eq!(value(&name), None),
        Err(PathError::Unusable(name)) => assert!(matches!(value(&name), Some("" | "." | ".."))),
    }
}

/// A path that is built from matched arguments matches with the same arguments.
fn matched(template: &str, path: &str) {
    let Some(values) = match_path(template, path) else { return };
    let value = |name: &str| values.iter().find(|(it, _)| *it == name).map(|(_, value)| value.as_str());
    // A name that occurs twice in a template has two values, and only the first can be used.
    let is_plain = values.iter().all(|(name, text)| value(name) == Some(text));
    if let (true, true) = (is_plain, template.starts_with('/')) {
        let path = expand(template, value).expect("matched arguments fit the template");
        assert_eq!(match_path(template, &path), Some(values));
    }
}

/// Every template with plain arguments and with hostile ones.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for (index, operation) in OPERATIONS.iter().enumerate() {
        seeds.push(chosen(index, "o-1\u{0}712020:é/ü\u{0}c"));
        seeds.push(chosen(index, operation.path));
    }
    for hostile in
        ["..\u{0}.\u{0}", "../../x?y=#%\u{0}%2e%2e\u{0}\\", "/a/{b}/{b}\u{0}c\u{0}/a/c%2Fd/e", "/{}\u{0}x"]
    {
        seeds.push(chosen(8, hostile));
    }
    seeds
}
