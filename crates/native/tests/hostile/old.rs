//! Old or terse servers without bad intent.

use crate::server::{Answer, Server, ask};

#[tokio::test]
async fn old_and_terse_responses_are_read() {
    const BODY: &str = r#"{"data":{"id":"o-1","type":"orgs","attributes":{}}}"#;
    for head in [
        "HTTP/1.0 200 OK\r\n",
        "HTTP/1.0 200 OK\r\ncontent-type: text/plain\r\n",
        "HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ncontent-length: 51\r\n",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200\r\ncontent-length: 51\r\n",
        "HTTP/1.1 200 \r\nCONTENT-LENGTH: 51\r\n",
        "HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream\r\ncontent-length: 51\r\n",
        "HTTP/1.1 200 OK\r\ncontent-type:\r\ncontent-length: 51\r\n",
        "HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=latin1\r\ncontent-length: 51\r\n",
        "HTTP/1.1 203 Other\r\ncontent-length: 51\r\n",
    ] {
        assert_eq!(BODY.len(), 51);
        let server = Server::always(move || Answer::Last(format!("{head}\r\n{BODY}").into_bytes())).await;
        assert_eq!(ask(&server.client()).await.unwrap(), "o-1", "{head}");
    }
}
