//! A loopback server that sends scripted responses, and a client for it.

use atlassian_admin::api;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use atlassian_admin::policy::{NeverRetry, Timeouts, Unlimited};
use atlassian_admin::{Client, ClientBuilder, Error, OrganizationKey, ReqwestBackend, TokioRuntime};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// The reaction to a request.
pub enum Answer {
    /// Sends these bytes, and then waits for the next request.
    Bytes(Vec<u8>),
    /// Sends these bytes, and then closes the connection.
    Last(Vec<u8>),
    /// Sends the first bytes, and then repeats the others until the client closes.
    Endless(Vec<u8>, Vec<u8>),
    /// Like `Endless`, one byte at a time with this delay.
    Drip(Vec<u8>, Vec<u8>, Duration),
    /// Sends nothing.
    Silence,
}

/// Returns a response with this status line, these headers and the length of its body.
pub fn with(head: &str, body: impl AsRef<[u8]>) -> Answer {
    let body = body.as_ref();
    let head = format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n", body.len());
    Answer::Bytes([head.as_bytes(), body].concat())
}

/// Returns a successful response.
pub fn ok(body: impl AsRef<[u8]>) -> Answer {
    with("200 OK\r\ncontent-type: application/json", body)
}

pub struct Server {
    pub url: String,
    /// The heads of the requests so far.
    seen: Arc<Mutex<Vec<String>>>,
    written: Arc<AtomicU64>,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    /// Responds to each request by its head.
    pub async fn start(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (seen, written) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicU64>::default());
        let (answer, notes) = (Arc::new(answer), (Arc::clone(&seen), Arc::clone(&written)));
        let task = tokio::spawn(async move {
            loop {
                let (socket, _) = listener.accept().await.unwrap();
                let (answer, (seen, written)) = (Arc::clone(&answer), notes.clone());
                tokio::spawn(async move {
                    // A client that reached its limit closes the connection.
                    let _ = serve(socket, &*answer, &seen, &written).await;
                });
            }
        });
        Self { url, seen, written, task }
    }

    /// Sends the same response to every request.
    pub async fn always(answer: impl Fn() -> Answer + Send + Sync + 'static) -> Self {
        Self::start(move |_| answer()).await
    }

    pub fn requests(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }

    /// Returns how many bytes the client accepted: those that it read, and those in the socket
    /// buffers.
    pub fn written(&self) -> u64 {
        self.written.load(Ordering::Relaxed)
    }

    /// Returns a client that does not retry.
    pub fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub fn builder(&self) -> ClientBuilder {
        let key = OrganizationKey::new("canary-key").unwrap();
        ClientBuilder::new(ReqwestBackend::new().unwrap(), TokioRuntime::new(), key)
            .base_url(&self.url)
            .retry(NeverRetry)
            .rate_limiter(Unlimited)
    }
}

async fn serve(
    socket: TcpStream,
    answer: &(dyn Fn(&str) -> Answer + Send + Sync),
    seen: &Mutex<Vec<String>>,
    written: &AtomicU64,
) -> std::io::Result<()> {
    let (reader, mut writer) = socket.into_split();
    let mut reader = BufReader::new(reader);
    loop {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            if reader.read_until(b'\n', &mut head).await? == 0 {
                return Ok(());
            }
        }
        let head = String::from_utf8(head).unwrap();
        seen.lock().unwrap().push(head.clone());
        let mut write = async |bytes: &[u8]| {
            writer.write_all(bytes).await.inspect(|()| {
                written.fetch_add(bytes.len() as u64, Ordering::Relaxed);
            })
        };
        match answer(&head) {
            Answer::Bytes(bytes) => write(&bytes).await?,
            Answer::Last(bytes) => return write(&bytes).await,
            Answer::Endless(first, again) => {
                write(&first).await?;
                loop {
                    write(&again).await?;
                }
            }
            Answer::Drip(first, again, pause) => {
                write(&first).await?;
                for byte in again.iter().cycle() {
                    tokio::time::sleep(pause).await;
                    write(&[*byte]).await?;
                }
            }
            Answer::Silence => std::future::pending().await,
        }
    }
}

/// Time-outs that a test can wait for.
pub const SHORT: Timeouts =
    Timeouts { attempt: Some(Duration::from_millis(300)), total: Some(Duration::from_millis(600)) };

/// Requests an organization.
pub async fn ask(client: &Client) -> Result<String, Error> {
    let answer = client.send(&api::orgs::Get::new("o-1")).await?;
    Ok(answer.id.to_string())
}

/// Returns the error of [`ask`].
pub async fn refused(client: &Client) -> Error {
    ask(client).await.unwrap_err()
}
