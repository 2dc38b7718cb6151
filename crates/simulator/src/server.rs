//! The simulator on loopback, over HTTP/1.1.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use atlassian_admin_core::backend::HttpRequest;
use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Response};
use http_body_util::{BodyExt, Either, Full, LengthLimitError, Limited, StreamBody};
use hyper::body::{Body, Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use crate::reply::{BodyNotKept, Reply, Respond};
use crate::simulator::Simulator;

/// The most bytes of a request's body; a longer one is refused with 413.
const LONGEST_REQUEST: usize = 1024 * 1024;

/// How many more bytes are read and dropped, so that the client sees the refusal. To close a
/// connection with unread bytes resets it, and the response may be lost.
const MOST_DROPPED: usize = 64 * 1024 * 1024;

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A simulator that listens. Dropping it ends it at once, with all connections.
#[derive(Debug)]
pub struct LoopbackServer {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl LoopbackServer {
    /// Listens at `address`, such as `127.0.0.1:0` for any free port.
    ///
    /// # Errors
    /// Where the address cannot be had, and outside of a tokio runtime with I/O.
    pub fn start(simulator: Simulator, address: SocketAddr) -> io::Result<Self> {
        let handle = Handle::try_current().map_err(io::Error::other)?;
        let listener = std::net::TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let listener = TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = watch::channel(false);
        let task = handle.spawn(accept(listener, simulator, stopped));
        Ok(Self { address, stop, task })
    }

    /// Where it listens, such as `http://127.0.0.1:8080`: a client's base URL.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops accepting connections and completes the requests under way, but drops those that hang.
    pub async fn shutdown(mut self) {
        // The send fails only when the task has already ended.
        let _ = self.stop.send(true);
        let _ = (&mut self.task).await;
    }
}

impl Drop for LoopbackServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, simulator: Simulator, stopped: watch::Receiver<bool>) {
    let mut stop = stopped.clone();
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            () = stop_of(&mut stop) => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => drop(connections.spawn(serve(stream, simulator.clone(), stopped.clone()))),
                // Such as too many open files: a connection that ends makes room again.
                Err(_) => tokio::task::yield_now().await,
            },
        }
    }
    while connections.join_next().await.is_some() {}
}

/// Completes when the server is to stop, or is gone.
async fn stop_of(stopped: &mut watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

async fn serve(stream: TcpStream, simulator: Simulator, mut stopped: watch::Receiver<bool>) {
    // A response is written in one go; waiting for more would only slow it down.
    let _ = stream.set_nodelay(true);
    let hangs_until = stopped.clone();
    let service = service_fn(move |request| answer(request, simulator.clone(), hangs_until.clone()));
    // The simulator dates its responses itself, by its own clock.
    let connection =
        http1::Builder::new().auto_date_header(false).serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => {}
        () = stop_of(&mut stopped) => {
            connection.as_mut().graceful_shutdown();
            // The client reports a connection that ends with an error.
            let _ = connection.await;
        }
    }
}

/// Responds to a request; an error closes the connection without a response.
async fn answer(
    request: http::Request<Incoming>,
    simulator: Simulator,
    mut stopped: watch::Receiver<bool>,
) -> Result<Response<impl Body<Data = Bytes, Error = BoxError>>, BoxError> {
    let (head, body) = request.into_parts();
    let mut request = HttpRequest::from_parts(head, Bytes::new());
    match read(body).await? {
        Some(body) => *request.body_mut() = body,
        None => drop(request.extensions_mut().insert(BodyNotKept)),
    }
    match simulator.respond(&request) {
        Reply::Respond(respond) => {
            simulator.wait(respond.delay).await;
            Ok(response(respond, simulator))
        }
        Reply::Reset(delay) => {
            simulator.wait(delay).await;
            Err("reset on purpose".into())
        }
        Reply::Hang => {
            stop_of(&mut stopped).await;
            Err("hung on purpose".into())
        }
    }
}

/// Reads a body; `None` where it is too long.
async fn read(mut body: Incoming) -> Result<Option<Bytes>, BoxError> {
    match Limited::new(&mut body, LONGEST_REQUEST).collect().await {
        Ok(body) => return Ok(Some(body.to_bytes())),
        Err(error) if !error.is::<LengthLimitError>() => return Err(error),
        Err(_) => {}
    }
    let mut dropped = 0;
    while let Some(frame) = body.frame().await {
        dropped += frame?.data_ref().map_or(0, Bytes::len);
        if dropped > MOST_DROPPED {
            break;
        }
    }
    Ok(None)
}

fn response(
    respond: Respond,
    simulator: Simulator,
) -> Response<impl Body<Data = Bytes, Error = BoxError> + use<>> {
    let Respond { status, mut headers, body, drip, cut_after, .. } = respond;
    let body = if cut_after.is_none() && (drip.is_zero() || body.is_empty()) {
        Either::Left(Full::new(body))
    } else {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        Either::Right(StreamBody::new(pieces(simulator, body, drip, cut_after)))
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// A body that may drip, and may be truncated.
fn pieces(
    simulator: Simulator,
    body: Bytes,
    drip: Duration,
    cut_after: Option<usize>,
) -> impl Stream<Item = Result<Frame<Bytes>, BoxError>> {
    let part = body.slice(..cut_after.unwrap_or(body.len()).min(body.len()));
    let size = if drip.is_zero() { part.len() } else { part.len().div_ceil(Respond::PIECES as usize) };
    let starts = (0..part.len()).step_by(size.max(1));
    let pieces = stream::iter(starts).then(move |start| {
        let piece = part.slice(start..part.len().min(start + size));
        let (simulator, wait) = (simulator.clone(), if start == 0 { Duration::ZERO } else { drip });
        async move {
            simulator.wait(wait).await;
            Ok(Frame::data(piece))
        }
    });
    pieces.chain(stream::iter(cut_after).then(async |_| {
        // The connection will end. Wait a turn first, so that the last piece is written.
        tokio::task::yield_now().await;
        Err("broken off on purpose".into())
    }))
}
