//! Generated pages of two listings, and an HTTP server that serves them on the loopback interface.
//!
//! The peers' workspace compiles this file as well, so it needs the standard library alone.

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

/// A listing that the walkers read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// The audit log, by polling: 500 events of 1.5 kB on a page.
    Events,
    /// The search for users of version 2: 100 users of 1.5 kB on a page.
    Users,
}

impl Listing {
    /// How many items are on a page.
    #[must_use]
    pub const fn page_size(self) -> usize {
        match self {
            Self::Events => 500,
            Self::Users => 100,
        }
    }
}

/// The items of a page, with the number of the page left open as `@@`.
fn items(template: &str, count: usize) -> String {
    let template: String = template.lines().map(str::trim_start).collect();
    let item = |index: usize| {
        let numbers = [
            ("<index>", format!("{index:05}")),
            ("<second>", format!("{:02}.{:03}", index / 10, index % 10 * 100)),
            ("<account>", format!("{:05}", index * 7_919 % 100_000)),
            ("<site>", format!("{:02}", index % 17)),
        ];
        let item = numbers.iter().fold(template.clone(), |item, (hole, value)| item.replace(hole, value));
        // A line has a placeholder and its values, which take turns.
        include_str!("../fixtures/values.txt").lines().fold(item, |item, line| {
            let (hole, values) = line.split_once('|').unwrap_or_default();
            let values: Vec<&str> = values.split('|').collect();
            item.replace(hole, values.get(index % values.len()).unwrap_or(&""))
        })
    };
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

static EVENTS: LazyLock<String> =
    LazyLock::new(|| items(include_str!("../fixtures/event.template"), Listing::Events.page_size()));
static USERS: LazyLock<String> =
    LazyLock::new(|| items(include_str!("../fixtures/user.template"), Listing::Users.page_size()));
/// The events with each character outside ASCII replaced by as many characters as it has bytes.
static ASCII_EVENTS: LazyLock<String> = LazyLock::new(|| {
    let replaced = |c: char| std::iter::repeat_n(if c.is_ascii() { c } else { 'x' }, c.len_utf8());
    EVENTS.chars().flat_map(replaced).collect()
});

/// The body of a page. The page's number, at most 59, is in the IDs and in the minutes of times.
#[must_use]
pub fn page(listing: Listing, is_ascii: bool, number: usize, is_last: bool) -> String {
    let next = number + 1;
    let (items, end) = match (listing, is_last) {
        (Listing::Events, true) => (&EVENTS, r#""links":{},"meta":{"next":null,"page_size":500}"#.to_owned()),
        (Listing::Events, false) => (
            &EVENTS,
            format!(
                r#""links":{{"next":"https://api.example.com/events?cursor=c{next}"}},"meta":{{"next":"c{next}","page_size":500}}"#
            ),
        ),
        (Listing::Users, true) => (&USERS, r#""links":{"self":"c"}"#.to_owned()),
        (Listing::Users, false) => (&USERS, format!(r#""links":{{"self":"c","next":"c{next}"}}"#)),
    };
    let items = if is_ascii { &ASCII_EVENTS } else { items };
    format!(r#"{{"data":[{}],{end}}}"#, items.replace("@@", &format!("{number:02}")))
}

/// The name of a content encoding, and the function that applies it.
pub type Encoding = (&'static str, fn(&[u8]) -> Vec<u8>);

/// A server of pages. The organization's ID is the number of its pages, and whether they are in
/// ASCII: `p20`, `p20a`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Server {
    /// How long a response takes.
    pub latency: Duration,
    /// The content encoding of all pages.
    pub encoding: Option<Encoding>,
}

impl Server {
    /// Starts the server on threads of its own and returns its URL. It runs until the process ends.
    pub fn start(self) -> Result<String> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let url = format!("http://{}", listener.local_addr()?);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                thread::spawn(move || self.serve(&stream));
            }
        });
        Ok(url)
    }

    #[allow(clippy::disallowed_methods, reason = "each connection has a thread of its own")]
    fn serve(self, stream: &TcpStream) -> Result<()> {
        stream.set_nodelay(true)?;
        let (mut reader, mut writer) = (BufReader::new(stream), stream);
        loop {
            let mut request = String::new();
            while !request.ends_with("\r\n\r\n") {
                if reader.read_line(&mut request)? == 0 {
                    return Ok(());
                }
            }
            let length = number_after(&request.to_ascii_lowercase(), "content-length: ").unwrap_or(0);
            reader.by_ref().take(length as u64).read_to_string(&mut request)?;
            thread::sleep(self.latency);
            let body = body(&request).unwrap_or_default().into_bytes();
            let status = if body.is_empty() { "404 Not Found" } else { "200 OK" };
            let (encoding, body) = match self.encoding {
                Some((name, encode)) => (format!("content-encoding: {name}\r\n"), encode(&body)),
                None => (String::new(), body),
            };
            let length = body.len();
            write!(
                writer,
                "HTTP/1.1 {status}\r\ncontent-type: application/json\r\naccess-control-allow-origin: *\r\n{encoding}content-length: {length}\r\n\r\n"
            )?;
            writer.write_all(&body)?;
        }
    }
}

/// The page that a request asks for, unless there is none.
fn body(request: &str) -> Option<String> {
    let pages = number_after(request, "/orgs/p")?;
    let listing = if request.contains("/users/search") { Listing::Users } else { Listing::Events };
    let is_ascii = request.split('/').nth(4).is_some_and(|organization| organization.ends_with('a'));
    let number =
        number_after(request, "cursor=c").or(number_after(request, r#""cursor":"c"#)).unwrap_or_default();
    (number < pages).then(|| page(listing, is_ascii, number, number + 1 == pages))
}

fn number_after(text: &str, what: &str) -> Option<usize> {
    let (_, rest) = text.split_once(what)?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
