//! The server: pages of events over loopback. What it serves is in the organization's name, such as `p120l50`.

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
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::Outcome;
use crate::event::Template;

/// What an organization's log is like.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Configuration {
    /// `p`: how many pages.
    pages: usize,
    /// `l`: how long an answer takes, in milliseconds.
    latency: usize,
    /// `u`: how many unknown members each event has, 0 to 2.
    unknown: usize,
    /// `z`: whether pages are compressed.
    gzip: usize,
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
                _ => return None,
            }
            rest = value.get(end..)?;
        }
        Some(configuration)
    }
}

/// Pages that were compressed before: compressing takes longer than all else.
type Compressed = Arc<Mutex<BTreeMap<(Configuration, usize), Bytes>>>;

/// Serves until standard input ends, so that the server never outlives who started it. Prints its URL first.
pub(crate) async fn serve() -> Outcome {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    println!("http://{}", listener.local_addr()?);
    std::io::stdout().flush()?;
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    let templates = Arc::new([Template::new(0), Template::new(1), Template::new(2)]);
    let compressed = Compressed::default();
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let (templates, compressed) = (Arc::clone(&templates), Arc::clone(&compressed));
        let service =
            service_fn(move |request| answer(request, Arc::clone(&templates), Arc::clone(&compressed)));
        tokio::spawn(
            hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service),
        );
    }
}

async fn answer(
    request: Request<Incoming>,
    templates: Arc<[Template; 3]>,
    compressed: Compressed,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (configuration, page) = match wanted(&request) {
        Some(wanted) => wanted,
        None => {
            let mut response = Response::new(Full::default());
            *response.status_mut() = StatusCode::NOT_FOUND;
            return Ok(response);
        }
    };
    let next = (page + 1 < configuration.pages).then(|| format!("c{}", page + 1));
    let render = || template(&templates, configuration).render(page, next.as_deref());
    let body = if configuration.gzip == 0 {
        render().into()
    } else {
        let mut pages = compressed.lock().unwrap_or_else(PoisonError::into_inner);
        pages.entry((configuration, page)).or_insert_with(|| gzip(&render())).clone()
    };
    tokio::time::sleep(Duration::from_millis(configuration.latency as u64)).await;
    let mut response = Response::new(Full::new(body));
    let headers = response.headers_mut();
    headers.insert("content-type", http::HeaderValue::from_static("application/json"));
    if configuration.gzip > 0 {
        headers.insert("content-encoding", http::HeaderValue::from_static("gzip"));
    }
    Ok(response)
}

fn template(templates: &[Template; 3], configuration: Configuration) -> &Template {
    let [none, one, two] = templates;
    match configuration.unknown {
        0 => none,
        1 => one,
        _ => two,
    }
}

/// Which page of which log is asked for, if there is such a page.
fn wanted(request: &Request<Incoming>) -> Option<(Configuration, usize)> {
    let path = request.uri().path().strip_prefix("/admin/v1/orgs/")?;
    let (name, listing) = path.split_once('/')?;
    if !matches!(listing, "events" | "events-stream") {
        return None;
    }
    let configuration = Configuration::read(name)?;
    let mut arguments = request.uri().query().unwrap_or_default().split('&');
    let page = match arguments.find_map(|argument| argument.strip_prefix("cursor=c")) {
        Some(page) => page.parse().ok()?,
        None => 0,
    };
    (page < configuration.pages).then_some((configuration, page))
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
        let read = Configuration::read("p120l50u2z1");
        assert_eq!(read, Some(Configuration { pages: 120, latency: 50, unknown: 2, gzip: 1 }));
        assert_eq!(Configuration::read("p20"), Some(Configuration { pages: 20, ..Configuration::default() }));
        for name in ["o-1", "p", "p1x2", "é1"] {
            assert_eq!(Configuration::read(name), None, "{name}");
        }
    }
}
