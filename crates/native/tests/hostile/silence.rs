//! Responses that never arrive or never end.

use atlassian_admin::api;
use std::time::Duration;

use atlassian_admin::{ErrorKind, Runtime, TokioRuntime};
use tokio::net::TcpListener;

use crate::server::{Answer, SHORT, Server, refused};

#[tokio::test]
async fn endless_or_missing_response_times_out() {
    let pause = Duration::from_millis(5);
    let answers: [fn(Duration) -> Answer; 6] = [
        |_| Answer::Silence,
        |pause| Answer::Drip(Vec::new(), b"HTTP/1.1 200 OK".to_vec(), pause),
        |pause| Answer::Drip(b"HTTP/1.1 200 OK\r\n".to_vec(), b"x: y\r\n".to_vec(), pause),
        |pause| {
            Answer::Drip(b"HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n".to_vec(), b" ".to_vec(), pause)
        },
        |pause| {
            let chunks = b"1\r\n \r\n".to_vec();
            Answer::Drip(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec(), chunks, pause)
        },
        |pause| {
            Answer::Drip(
                b"HTTP/1.1 500 Broken\r\ncontent-length: 99999\r\n\r\n".to_vec(),
                b" ".to_vec(),
                pause,
            )
        },
    ];
    for (number, answer) in answers.into_iter().enumerate() {
        let server = Server::always(move || answer(pause)).await;
        let (client, time) = (server.builder().timeouts(SHORT).build().unwrap(), TokioRuntime::new());
        let error = refused(&client).await;
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1), "{number}: {error}");
        // The time-out covers the whole attempt: a byte now and then does not extend it.
        let took = time.monotonic();
        assert!(took < Duration::from_secs(5), "{number}: {took:?}");
        let error = client.pages(api::accounts::List::new("o-1")).next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{number}");
        let suspend = client.organization("o-1").directory("d-1").users().suspend("a-1");
        assert_eq!(suspend.send().await.unwrap_err().kind(), ErrorKind::OutcomeUnknown, "{number}");
    }
}

/// The operating system accepts the connection, but nothing reads from it.
#[tokio::test]
async fn connection_that_is_never_accepted_times_out() {
    let server = Server::always(|| Answer::Silence).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let builder = server.builder().base_url(format!("http://{}", listener.local_addr().unwrap()));
    let error = refused(&builder.timeouts(SHORT).build().unwrap()).await;
    assert_eq!(error.kind(), ErrorKind::Timeout);
}
