//! The server: pages over loopback. What it serves is in the organization's name, such as `p120l50`.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::{Read, Write};
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde::Deserialize;
use tokio::net::TcpListener;

use crate::Outcome;
use crate::listing::Listing;
use crate::template::Template;

/// What an organization's listings are like.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Configuration {
    /// `p`: how many pages.
    pages: usize,
    /// `l`: how long an answer takes, in milliseconds.
    latency: usize,
    /// `u`: how many unknown members each item has, 0 to 2.
    unknown: usize,
    /// `z`: whether pages are compressed.
    gzip: usize,
    /// `a`: whether pages are all ASCII.
    ascii: usize,
}

impl Configuration {
    fn read(name: &str) -> Option<Self> {
        let mut configuration = Self::default();
        let mut rest = name;
        while let Some(letter) = rest.chars().next() {
            let value = rest.get(1..)?;
            let end = value.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(value.len());
            let number = value.get(..end)?.parse().ok()?;
            match letter {
                'p' => configuration.pages = number,
                'l' => configuration.latency = number,
                'u' => configuration.unknown = number,
                'z' => configuration.gzip = number,
                'a' => configuration.ascii = number,
                _ => return None,
            }
            rest = value.get(end..)?;
        }
        Some(configuration)
    }
}

/// A page that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Wanted {
    listing: Listing,
    configuration: Configuration,
    page: usize,
}

/// What the server needs for its answers.
struct Pages {
    /// By listing, unknown members and whether they are all ASCII.
    templates: BTreeMap<(Listing, usize, bool), Template>,
    /// Pages that were compressed before: compressing takes longer than all else.
    compressed: Mutex<BTreeMap<Wanted, Bytes>>,
}

impl Pages {
    fn new() -> Self {
        let kinds =
            Listing::ALL.into_iter().flat_map(|listing| (0..=2).map(move |unknown| (listing, unknown)));
        let templates = kinds.flat_map(|(listing, unknown)| {
            let template = listing.template(unknown);
            [((listing, unknown, true), template.in_ascii()), ((listing, unknown, false), template)]
        });
        Self { templates: templates.collect(), compressed: Mutex::default() }
    }

    /// The page's body, if there is such a page.
    fn body(&self, wanted: Wanted) -> Option<Bytes> {
        let Wanted { listing, configuration, page } = wanted;
        let template = self.templates.get(&(listing, configuration.unknown, configuration.ascii > 0))?;
        let next = (page + 1 < configuration.pages).then(|| format!("c{}", page + 1));
        let render = || template.render(page, next.as_deref());
        if page >= configuration.pages {
            None
        } else if configuration.gzip == 0 {
            Some(render().into())
        } else {
            let mut pages = self.compressed.lock().unwrap_or_else(PoisonError::into_inner);
            Some(pages.entry(wanted).or_insert_with(|| gzip(&render())).clone())
        }
    }
}

/// Serves until standard input ends, so that the server never outlives who started it. Prints its URL first.
pub(crate) async fn serve() -> Outcome {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    println!("http://{}", listener.local_addr()?);
    std::io::stdout().flush()?;
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    let pages = Arc::new(Pages::new());
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let pages = Arc::clone(&pages);
        let service = service_fn(move |request| answer(request, Arc::clone(&pages)));
        tokio::spawn(
            hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service),
        );
    }
}

async fn answer(request: Request<Incoming>, pages: Arc<Pages>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    // A request that breaks off asks for nothing.
    let body = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let wanted = wanted(head.uri.path(), head.uri.query().unwrap_or_default(), &body);
    let Some((wanted, body)) = wanted.and_then(|wanted| Some((wanted, pages.body(wanted)?))) else {
        let mut response = Response::new(Full::default());
        *response.status_mut() = StatusCode::NOT_FOUND;
        return Ok(response);
    };
    tokio::time::sleep(Duration::from_millis(wanted.configuration.latency as u64)).await;
    let mut response = Response::new(Full::new(body));
    let headers = response.headers_mut();
    headers.insert("content-type", http::HeaderValue::from_static("application/json"));
    // Pages of any origin may read it.
    headers.insert("access-control-allow-origin", http::HeaderValue::from_static("*"));
    if wanted.configuration.gzip > 0 {
        headers.insert("content-encoding", http::HeaderValue::from_static("gzip"));
    }
    Ok(response)
}

/// Which page of which listing is asked for.
fn wanted(path: &str, query: &str, body: &[u8]) -> Option<Wanted> {
    let (version, path) = path.strip_prefix("/admin/")?.split_once("/orgs/")?;
    let (name, path) = path.split_once('/')?;
    let listing = match (version, path) {
        ("v1", "events" | "events-stream") => Listing::Events,
        ("v1", "users") => Listing::Accounts,
        ("v2", "directories/-/users/search") => Listing::Users,
        _ => return None,
    };
    let cursor = match listing {
        Listing::Events | Listing::Accounts => {
            query.split('&').find_map(|argument| argument.strip_prefix("cursor=")).map(str::to_owned)
        }
        Listing::Users => serde_json::from_slice::<Search>(body).ok()?.cursor,
    };
    let page = match cursor {
        Some(cursor) => cursor.strip_prefix('c')?.parse().ok()?,
        None => 0,
    };
    Some(Wanted { listing, configuration: Configuration::read(name)?, page })
}

/// What the server reads of a search.
#[derive(Deserialize)]
struct Search {
    cursor: Option<String>,
}

fn gzip(body: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing into memory cannot fail.
    let _ = encoder.write_all(body);
    encoder.finish().unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_the_configuration() {
        let read = Configuration::read("p120l50u2z1a1");
        assert_eq!(read, Some(Configuration { pages: 120, latency: 50, unknown: 2, gzip: 1, ascii: 1 }));
        assert_eq!(Configuration::read("p20"), Some(Configuration { pages: 20, ..Configuration::default() }));
        for name in ["o-1", "p", "p1x2", "é1"] {
            assert_eq!(Configuration::read(name), None, "{name}");
        }
    }

    #[test]
    fn the_cursor_stands_where_the_listing_has_it() {
        let read = |path, query, body: &str| {
            wanted(path, query, body.as_bytes()).map(|wanted| (wanted.listing, wanted.page))
        };
        let stream = "/admin/v1/orgs/p20/events-stream";
        let search = "/admin/v2/orgs/p20/directories/-/users/search";
        assert_eq!(read(stream, "limit=500&cursor=c3", ""), Some((Listing::Events, 3)));
        assert_eq!(read("/admin/v1/orgs/p20/users", "", ""), Some((Listing::Accounts, 0)));
        assert_eq!(read(search, "", r#"{"limit":100,"cursor":"c7"}"#), Some((Listing::Users, 7)));
        assert_eq!(read(search, "cursor=c7", "{}"), Some((Listing::Users, 0)));
        assert_eq!(read("/admin/v2/orgs/p20/users", "", ""), None);
    }

    #[test]
    fn a_page_that_is_all_ascii_is_as_long_as_the_other() {
        let pages = Pages::new();
        let body = |ascii| {
            let configuration = Configuration { pages: 1, ascii, ..Configuration::default() };
            pages.body(Wanted { listing: Listing::Events, configuration, page: 0 }).unwrap()
        };
        let (plain, other) = (body(1), body(0));
        assert!(plain.is_ascii() && !other.is_ascii());
        assert_eq!(plain.len(), other.len());
        assert!(plain.starts_with(&other[..100]));
    }

    #[test]
    fn behind_the_last_page_there_is_none() {
        let pages = Pages::new();
        let body = |page| {
            let configuration = Configuration { pages: 2, ..Configuration::default() };
            let body = pages.body(Wanted { listing: Listing::Users, configuration, page })?;
            Some(serde_json::from_slice::<serde_json::Value>(&body).unwrap()["links"]["next"].clone())
        };
        assert_eq!(body(0), Some("c1".into()));
        assert_eq!(body(1), Some(serde_json::Value::Null));
        assert_eq!(body(2), None);
    }
}
