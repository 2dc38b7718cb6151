//! The simulator on loopback, over HTTP/1.1.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use atlassian_admin_core::backend::HttpRequest;
use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Response};
use http_body_util::{BodyExt, Limited};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use crate::reply::{Reply, Respond};
use crate::simulator::Simulator;

/// The most bytes of a request's body that are read.
const LONGEST_REQUEST: usize = 1024 * 1024;

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

    /// Stops accepting, lets the requests under way be answered (those that hang are dropped), and ends.
    pub async fn shutdown(mut self) {
        // Nobody listens any more where the task has ended, which is as well.
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
    // Answers are written in one go; waiting for more would only slow them down.
    let _ = stream.set_nodelay(true);
    let hangs_until = stopped.clone();
    let service = service_fn(move |request| answer(request, simulator.clone(), hangs_until.clone()));
    // The simulator dates its answers itself, by its own clock.
    let connection =
        http1::Builder::new().auto_date_header(false).serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    let stopping = tokio::select! {
        _ = connection.as_mut() => false,
        () = stop_of(&mut stopped) => true,
    };
    if stopping {
        connection.as_mut().graceful_shutdown();
        // A connection that ends badly is the client's to report.
        let _ = connection.await;
    }
}

/// Answers a request; an error closes the connection without an answer.
async fn answer(
    request: http::Request<Incoming>,
    simulator: Simulator,
    mut stopped: watch::Receiver<bool>,
) -> Result<Response<ReplyBody>, BoxError> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, LONGEST_REQUEST).collect().await?.to_bytes();
    match simulator.respond(&HttpRequest::from_parts(head, body)) {
        Reply::Respond(respond) => {
            simulator.wait(respond.delay).await;
            Ok(response(respond))
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

fn response(respond: Respond) -> Response<ReplyBody> {
    let Respond { status, mut headers, body, cut_after, .. } = respond;
    if cut_after.is_some() {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
    }
    let mut response = Response::new(match cut_after {
        None => ReplyBody::Whole(body),
        Some(length) => ReplyBody::Part(body.slice(..length.min(body.len()))),
    });
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// A body that may break off.
enum ReplyBody {
    Whole(Bytes),
    /// The part that still arrives.
    Part(Bytes),
    /// The part is on its way: wait a turn, so that it is written before the connection ends.
    Flushing,
    Broken,
}

impl Body for ReplyBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = self.get_mut();
        match std::mem::replace(this, Self::Broken) {
            Self::Whole(body) => {
                *this = Self::Whole(Bytes::new());
                Poll::Ready((!body.is_empty()).then(|| Ok(Frame::data(body))))
            }
            Self::Part(part) => {
                *this = Self::Flushing;
                Poll::Ready(Some(Ok(Frame::data(part))))
            }
            Self::Flushing => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Self::Broken => Poll::Ready(Some(Err("broken off on purpose".into()))),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(body) if body.is_empty())
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(body) => SizeHint::with_exact(body.len() as u64),
            _ => SizeHint::default(),
        }
    }
}
