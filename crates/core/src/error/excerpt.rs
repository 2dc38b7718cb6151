//! What is kept of a body that is not an error in any known shape: whether it is a web page, and
//! an excerpt.

use http::HeaderMap;
use http::header::CONTENT_TYPE;

use crate::json::without_bom;

/// The most characters of an excerpt.
const MAX_EXCERPT_CHARS: usize = 200;

/// The most bytes that are searched for them.
const SEARCHED: usize = 16 * 1024;

/// The media type of a response: `text/html`, or nothing where it has none that can be shown.
pub(crate) fn media_type(headers: &HeaderMap) -> &str {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = value.split(';').next().unwrap_or_default().trim();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/+-.".contains(&byte);
    if media.len() <= 80 && media.bytes().all(is_plain) { media } else { "" }
}

/// Whether a media type is that of web pages.
pub(crate) fn is_html(media: &str) -> bool {
    media.eq_ignore_ascii_case("text/html") || media.eq_ignore_ascii_case("application/xhtml+xml")
}

/// What a response has in place of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    /// An HTML document.
    WebPage,
    /// XML, or another text with tags.
    Markup,
    /// Anything else that cannot be JSON or its beginning.
    Other,
    /// Nothing but white space.
    Empty,
}

impl Foreign {
    /// What a body is, unless it begins as JSON does.
    pub(super) fn of(media: &str, body: &[u8]) -> Option<Self> {
        if is_web_page(media, body) {
            return Some(Self::WebPage);
        }
        let start = start(body);
        match start.first() {
            None => Some(Self::Empty),
            Some(b'<') => Some(Self::Markup),
            Some(_) if may_be_json(start) => None,
            Some(_) => Some(Self::Other),
        }
    }

    /// The words for it in a message.
    pub(super) fn describe(self) -> &'static str {
        match self {
            Self::WebPage => "the server sent a web page (HTML) instead of JSON",
            Self::Markup => "the server sent markup (XML) instead of JSON",
            Self::Other => "the response is not JSON",
            Self::Empty => "the response is empty",
        }
    }
}

/// Whether a body is a web page: an HTML document, or a body of that media type, unless it is JSON
/// all the same.
pub(crate) fn is_web_page(media: &str, body: &[u8]) -> bool {
    let start = start(body);
    if is_html(media) && !start.is_empty() && !is_json(start) {
        return true;
    }
    let name = first_tag(start.get(..SEARCHED).unwrap_or(start));
    let is = |tag: &&str| name.eq_ignore_ascii_case(tag.as_bytes());
    let xml = media.len().checked_sub(3).and_then(|at| media.get(at..)).unwrap_or_default();
    is(&"html") || (!xml.eq_ignore_ascii_case("xml") && TAGS.iter().any(is))
}

/// The tags besides `html` that web pages begin with. In XML they mean something else.
const TAGS: &[&str] = &[
    "head", "title", "meta", "link", "base", "style", "script", "noscript", "body", "div", "p", "h1", "h2",
    "center", "table", "form", "iframe", "main", "header",
];

/// The name of the first tag, or the name in a document type, after comments and XML declarations.
fn first_tag(mut text: &[u8]) -> &[u8] {
    loop {
        let end: &[u8] = match text {
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            [b'<', b'?', ..] => b"?>",
            _ => break,
        };
        let rest = find(text, end).and_then(|at| text.get(at + end.len()..));
        text = rest.unwrap_or_default().trim_ascii_start();
    }
    const DOCTYPE: &[u8] = b"<!doctype";
    let name = match text.get(..DOCTYPE.len()) {
        Some(part) if part.eq_ignore_ascii_case(DOCTYPE) => {
            text.get(DOCTYPE.len()..).unwrap_or_default().trim_ascii_start()
        }
        _ => text.strip_prefix(b"<").unwrap_or_default(),
    };
    let length = name.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    // `<header:x>` and `<p-x>` are names of another language.
    match name.get(length) {
        Some(b':' | b'-' | b'_' | b'.') => b"",
        _ => name.get(..length).unwrap_or_default(),
    }
}

/// Whether a body can be JSON or its beginning, as far as its first value shows.
fn may_be_json(start: &[u8]) -> bool {
    let text = start.trim_ascii_end();
    let is_number = || text.iter().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(byte));
    is_json(text)
        || ["true", "false", "null"].iter().any(|word| word.as_bytes().starts_with(text))
        || (matches!(text.first(), Some(b'-' | b'0'..=b'9')) && is_number())
}

/// Whether a body begins as JSON does.
pub(super) fn is_json(body: &[u8]) -> bool {
    matches!(start(body).first(), Some(b'{' | b'[' | b'"'))
}

/// Whether a body is plain text: called so, or without a type and without the beginning of
/// anything else.
pub(super) fn is_text(media: &str, body: &[u8]) -> bool {
    let may_be = media.is_empty() || media.eq_ignore_ascii_case("text/plain");
    may_be && !is_json(body) && !matches!(start(body).first(), Some(b'<'))
}

/// The beginning of a body, after its media type; of a web page, its title.
pub(super) fn excerpt(media: &str, body: &[u8]) -> Option<String> {
    let text = match title(body).filter(|_| is_web_page(media, body)) {
        Some(title) => words(title, MAX_EXCERPT_CHARS),
        None => words(body, MAX_EXCERPT_CHARS),
    };
    let colon = if media.is_empty() { "" } else { ": " };
    (!text.is_empty()).then(|| [media, colon, &text].concat())
}

/// The beginning of a text on one line: white space and control characters are one blank each
/// time.
///
/// None of them is left out without a blank in its place: that could join the halves of a key
/// which redaction did not see.
pub(super) fn words(body: &[u8], longest: usize) -> String {
    let body = without_bom(body);
    let text = String::from_utf8_lossy(body.get(..SEARCHED).unwrap_or(body));
    let mut words = String::new();
    for (count, character) in
        text.split(is_blank).filter(|word| !word.is_empty()).flat_map(spaced).skip(1).enumerate()
    {
        if count == longest {
            words.push('…');
            break;
        }
        words.push(character);
    }
    words
}

fn spaced(word: &str) -> impl Iterator<Item = char> {
    std::iter::once(' ').chain(word.chars())
}

/// White space, control characters, and marks that change the direction of writing.
pub(super) fn is_blank(character: char) -> bool {
    character <= ' '
        || matches!(
            character,
            '\u{7f}'..='\u{a0}'
                | '\u{61c}'
                | '\u{2000}'..='\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202f}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{3000}'
                | '\u{feff}'
        )
}

/// The title of a web page.
fn title(body: &[u8]) -> Option<&[u8]> {
    let body = body.get(..SEARCHED).unwrap_or(body);
    let tag = body.get(find(body, b"<title")?..)?;
    let text = tag.get(find(tag, b">")? + 1..)?;
    text.get(..find(text, b"<")?).filter(|title| !title.trim_ascii().is_empty())
}

/// Where a text has these words first, in any case.
fn find(text: &[u8], words: &[u8]) -> Option<usize> {
    text.windows(words.len()).position(|part| part.eq_ignore_ascii_case(words))
}

fn start(body: &[u8]) -> &[u8] {
    without_bom(body).trim_ascii_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_page_is_recognized_by_type_or_beginning() {
        for (media, body, expected) in [
            ("", "<!DOCTYPE html><p>", true),
            ("application/json", "\u{feff} \r\n<HTML lang=en>", true),
            ("text/html", "<!-- x --><html>", true),
            ("TEXT/HTML", "Bad Gateway", true),
            ("application/xhtml+xml", "<?xml version='1.0'?><html/>", true),
            ("text/html", r#" {"data":[]}"#, false),
            ("text/html", "[]", false),
            ("text/html", " \n", false),
            ("application/json", "<!-- saved --><!DOCTYPE html><html>", true),
            ("", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>", true),
            ("text/plain", "<head><title>x</title>", true),
            ("application/octet-stream", "<script>location='/login'</script>", true),
            ("application/xml", "<html>", true),
            ("", "<!-- never closed <html>", false),
            ("", "<!DOCTYPE plist><plist/>", false),
            ("", "<header:x/>", false),
            ("", "<Error><title>x</title></Error>", false),
            ("application/xml", "<?xml version='1.0'?><error/>", false),
            ("application/json", r#"{"a":"<html>"}"#, false),
            ("", "", false),
        ] {
            assert_eq!(is_web_page(media, body.as_bytes()), expected, "{media} {body}");
        }
    }

    #[test]
    fn foreign_is_none_when_body_begins_like_json() {
        for (body, expected) in [
            ("", Some(Foreign::Empty)),
            (" \r\n", Some(Foreign::Empty)),
            ("\u{feff}", Some(Foreign::Empty)),
            ("<Error/>", Some(Foreign::Markup)),
            ("ok", Some(Foreign::Other)),
            ("not found", Some(Foreign::Other)),
            ("404 page not found", Some(Foreign::Other)),
            ("trueish", Some(Foreign::Other)),
            (r#"{"data":["#, None),
            ("[", None),
            (" \"a", None),
            ("tru", None),
            ("null ", None),
            ("-1.5e", None),
        ] {
            assert_eq!(Foreign::of("", body.as_bytes()), expected, "{body}");
        }
    }

    #[test]
    fn media_type_drops_parameters_and_invalid_values() {
        for (value, expected) in [
            ("text/html;charset=UTF-8", "text/html"),
            ("application/problem+json ; a=b", "application/problem+json"),
            ("canary@example.com", ""),
            ("", ""),
        ] {
            let headers = [(CONTENT_TYPE, value.parse().unwrap())].into_iter().collect();
            assert_eq!(media_type(&headers), expected, "{value}");
        }
        assert_eq!(media_type(&HeaderMap::new()), "");
    }

    #[test]
    fn excerpt_is_one_short_line_without_control_characters() {
        for (media, body, expected) in [
            ("application/json", "{\n  \"a\": 1\n}", "application/json: { \"a\": 1 }"),
            ("", "\u{feff}a\u{1b}[2Jb\u{202e}\u{0}\u{a0}c ", "a [2Jb c"),
            ("text/html", "<html><head><TITLE lang=en>\n Log\tin </TITLE>", "text/html: Log in"),
            ("text/html", "<html><title> </title>x", "text/html: <html><title> </title>x"),
            ("application/xml", "<title>x</title>", "application/xml: <title>x</title>"),
        ] {
            assert_eq!(excerpt(media, body.as_bytes()).as_deref(), Some(expected), "{body}");
        }
        assert_eq!(excerpt("text/html", b" \n\0"), None);
        let long = excerpt("", "é".repeat(100_000).as_bytes()).unwrap();
        assert_eq!(long, "é".repeat(200) + "…");
        assert_eq!(excerpt("", "é".repeat(200).as_bytes()).unwrap(), "é".repeat(200));
        assert_eq!(excerpt("", b"a\xffb").unwrap(), "a\u{fffd}b");
    }
}
