//! The simulator over real sockets: what is on the wire, byte by byte.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

use std::sync::Arc;

use atlassian_admin_core::Runtime;
use atlassian_admin_simulator::{LoopbackServer, Simulator, SimulatorBuilder};
use atlassian_admin_testing::VirtualTime;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

fn start(set: impl FnOnce(SimulatorBuilder) -> SimulatorBuilder) -> (Simulator, LoopbackServer) {
    let time = VirtualTime::beside_sockets(|task| drop(tokio::spawn(task)));
    let simulator = set(Simulator::builder(Arc::new(time))).build();
    let server = LoopbackServer::start(simulator.clone(), "127.0.0.1:0".parse().unwrap()).unwrap();
    (simulator, server)
}

fn host(server: &LoopbackServer) -> String {
    server.base_url().strip_prefix("http://").unwrap().to_owned()
}

async fn connect(server: &LoopbackServer, request: &str, headers: &str, body: &str) -> TcpStream {
    let host = host(server);
    let mut stream = TcpStream::connect(&host).await.unwrap();
    let length = body.len();
    let request = format!(
        "{request} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

/// Head and body of the response; both empty where there is none.
async fn exchange(server: &LoopbackServer, request: &str, headers: &str, body: &str) -> (String, String) {
    let mut stream = connect(server, request, headers, body).await;
    let mut answer = Vec::new();
    // An aborted connection may also end in an error; what came before it counts.
    let _ = stream.read_to_end(&mut answer).await;
    let answer = String::from_utf8(answer).unwrap();
    answer
        .split_once("\r\n\r\n")
        .map(|(head, body)| (format!("{}\r\n", head.to_lowercase()), body.to_owned()))
        .unwrap_or_default()
}

fn key(simulator: &Simulator) -> String {
    format!("authorization: Bearer {}\r\n", simulator.api_key())
}

fn status(head: &str) -> &str {
    head.split(' ').nth(1).unwrap_or_default()
}

#[tokio::test]
async fn links_of_a_response_lead_to_the_same_host() {
    let (simulator, server) = start(|builder| builder);
    let target = format!("GET /admin/v1/orgs/{}/users", simulator.org_id());
    let (head, body) = exchange(&server, &target, &key(&simulator), "").await;
    assert_eq!(status(&head), "200");
    assert!(head.contains("\r\ncontent-type: application/json\r\n"), "{head}");
    assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", body.len())), "{head}");
    assert!(head.contains("\r\natl-traceid: "), "{head}");
    let body: Value = serde_json::from_str(&body).unwrap();
    assert!(body["links"]["next"].as_str().unwrap().starts_with(&server.base_url()), "{}", body["links"]);
    let (head, body) = exchange(&server, &target, "", "").await;
    assert_eq!((status(&head), body.as_str()), ("401", r#"{"code":401,"message":"Unauthorized"}"#));
    assert!(!head.contains("access-control"), "{head}");
    server.shutdown().await;
}

#[tokio::test]
async fn body_over_the_limit_is_refused_in_the_form_of_the_api() {
    let (simulator, server) = start(|builder| builder);
    let target = format!("POST /admin/v1/orgs/{}/directory/groups", simulator.org_id());
    for bytes in [1024 * 1024 + 1, 5 * 1024 * 1024] {
        let (head, body) = exchange(&server, &target, &key(&simulator), &"x".repeat(bytes)).await;
        assert_eq!(status(&head), "413", "{bytes} bytes");
        assert!(head.contains("\r\ncontent-type: application/json\r\n"), "{head}");
        assert_eq!(body, r#"{"code":413,"message":"Payload Too Large"}"#);
    }
    let (head, _) = exchange(&server, &target, &key(&simulator), &"x".repeat(1024 * 1024)).await;
    assert_eq!(status(&head), "400", "a body at the limit is read");
    let statuses: Vec<_> = simulator.requests().unwrap().iter().map(|request| request.status).collect();
    assert_eq!(statuses, [Some(413), Some(413), Some(400)]);
}

#[tokio::test]
async fn connections_break_at_the_place_of_the_fault() {
    let faults = ["reset:times=1", "reset-body:times=1"].map(|fault| fault.parse().unwrap());
    let (simulator, server) = start(|builder| builder.faults(faults));
    let target = format!("GET /admin/v1/orgs/{}/users", simulator.org_id());
    assert_eq!(exchange(&server, &target, &key(&simulator), "").await, (String::new(), String::new()));
    let (head, body) = exchange(&server, &target, &key(&simulator), "").await;
    assert_eq!(status(&head), "200");
    let length: usize =
        head.split("content-length: ").nth(1).unwrap().split("\r\n").next().unwrap().parse().unwrap();
    assert_eq!(body.len(), length / 2);
    let (_, whole) = exchange(&server, &target, &key(&simulator), "").await;
    assert!(whole.starts_with(&body));
    assert_eq!(whole.len(), length);
}

#[tokio::test]
async fn body_is_truncated_when_it_drips_as_well() {
    let time = VirtualTime::beside_sockets(|task| drop(tokio::spawn(task)));
    let faults = ["drip:ms=100", "reset-body:skip=1,times=1"].map(|fault| fault.parse().unwrap());
    let simulator = Simulator::builder(Arc::new(time.clone())).faults(faults).build();
    let server = LoopbackServer::start(simulator.clone(), "127.0.0.1:0".parse().unwrap()).unwrap();
    let target = format!("GET /admin/v1/orgs/{}/users", simulator.org_id());
    let (head, whole) = exchange(&server, &target, &key(&simulator), "").await;
    assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", whole.len())), "{head}");
    assert!(serde_json::from_str::<Value>(&whole).is_ok());
    assert_eq!(time.monotonic().as_millis(), 1_500);
    let (_, half) = exchange(&server, &target, &key(&simulator), "").await;
    assert_eq!(half, whole[..whole.len() / 2]);
    assert_eq!(time.monotonic().as_millis(), 3_000);
}

#[tokio::test]
async fn control_requests_need_no_key() {
    let (simulator, server) = start(|builder| builder.cors(true));
    let (head, _) = exchange(&server, "PUT /_simulator/faults", "", r#"["503:times=1"]"#).await;
    assert_eq!(status(&head), "204");
    let (head, _) = exchange(&server, "GET /admin/v1/orgs", &key(&simulator), "").await;
    assert_eq!(status(&head), "503");
    let (head, body) = exchange(&server, "GET /_simulator/requests", "", "").await;
    assert_eq!(
        (status(&head), body.as_str()),
        ("200", r#"[{"method":"GET","target":"/admin/v1/orgs","status":503}]"#)
    );
    let (head, body) = exchange(&server, "GET /_simulator/requests/count", "", "").await;
    assert_eq!((status(&head), body.as_str()), ("200", r#"{"count":1}"#));
    let (head, body) = exchange(&server, "GET /_simulator/requests?from=1", "", "").await;
    assert_eq!((status(&head), body.as_str()), ("200", "[]"));
    let (head, _) = exchange(&server, "GET /_simulator/requests?from=x", "", "").await;
    assert_eq!(status(&head), "400");
}

#[tokio::test]
async fn scripted_responses_are_returned_in_order() {
    let (simulator, server) = start(|builder| builder);
    let script = r#"[{"status": 418, "headers": {"x-request-id": "t-1"}, "body": "tea", "repeat": 2}, {"status": 204}]"#;
    let (head, _) = exchange(&server, "PUT /_simulator/answers", "", script).await;
    assert_eq!(status(&head), "204");
    let (head, body) = exchange(&server, "GET /admin/v1/orgs", "", "").await;
    assert_eq!((status(&head), body.as_str()), ("418", "teatea"));
    assert!(head.contains("\r\nx-request-id: t-1\r\n"), "{head}");
    let (head, body) = exchange(&server, "DELETE /nowhere", "", "").await;
    assert_eq!((status(&head), body.as_str()), ("204", ""));
    let (head, _) = exchange(&server, "GET /admin/v1/orgs", &key(&simulator), "").await;
    assert_eq!(status(&head), "200");
    for (wrong, problem) in [
        (r#"[{"status": 99}]"#, "99 is not a status"),
        (r#"[{"status": 200, "headers": {"a b": ""}}]"#, "is not the name of a header"),
        (r#"[{"status": 200, "body": "x", "repeat": 1000000000}]"#, "at most"),
        ("{}", "must be a JSON array"),
    ] {
        let (head, body) = exchange(&server, "PUT /_simulator/answers", "", wrong).await;
        assert_eq!(status(&head), "400");
        assert!(body.contains(problem), "{body}");
    }
}

#[tokio::test]
async fn scenario_returns_the_ids_that_it_made() {
    let (simulator, server) = start(|builder| builder);
    let scenario = r#"[{"provisionedUser": "ann@example.com"}, {"inGroup": "auditors"}, {"withToken": "t"}, {"policy": "p"}, "suspended"]"#;
    let (head, body) = exchange(&server, "POST /_simulator/scenario", "", scenario).await;
    assert_eq!(status(&head), "200", "{body}");
    let ids: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(ids["accountId"], simulator.account_id("ann@example.com").unwrap().as_str());
    assert_eq!(ids["groupId"], simulator.group_id("auditors").unwrap().as_str());
    let names: Vec<_> = ids.as_object().unwrap().keys().collect();
    assert_eq!(names, ["accountId", "groupId", "policyId", "scimUserId", "tokenId"]);
    for (wrong, problem) in [
        (r#"[{"user": 1}]"#, "the body must be a JSON array of steps"),
        (r#"[{"withRole": ["atlassian/user", "nothing"]}]"#, "the directory does not have this resource"),
        (r#"["flying"]"#, "unknown variant `flying`"),
    ] {
        let (head, body) = exchange(&server, "POST /_simulator/scenario", "", wrong).await;
        assert_eq!(status(&head), "400");
        assert!(body.contains(problem), "{body}");
    }
}

#[tokio::test]
async fn control_request_advances_the_clock() {
    let (simulator, server) = start(|builder| builder);
    let before = simulator.now();
    let (head, _) = exchange(&server, "POST /_simulator/clock", "", r#"{"advanceMs": 90000}"#).await;
    assert_eq!(status(&head), "204");
    assert_eq!(simulator.now().duration_since(before).unwrap().as_secs(), 90);
    let (head, _) = exchange(&server, "POST /_simulator/clock", "", r#"{"advanceMs": -1}"#).await;
    assert_eq!(status(&head), "400");
}

#[tokio::test]
async fn responses_have_cors_headers_when_enabled() {
    let (simulator, server) = start(|builder| builder.cors(true));
    let (head, _) = exchange(&server, "OPTIONS /admin/v1/orgs", "origin: http://page.example\r\n", "").await;
    assert_eq!(status(&head), "204");
    assert!(head.contains("\r\naccess-control-allow-origin: *\r\n"), "{head}");
    assert!(head.contains("\r\naccess-control-allow-headers: authorization, "), "{head}");
    let (head, _) = exchange(&server, "GET /admin/v1/orgs", &key(&simulator), "").await;
    assert_eq!(status(&head), "200");
    assert!(head.contains("\r\naccess-control-expose-headers: atl-traceid, "), "{head}");
}

#[tokio::test]
async fn shutdown_closes_hanging_connections() {
    let (simulator, server) = start(|builder| builder.fault("hang".parse().unwrap()));
    let mut stream = connect(&server, "GET /admin/v1/orgs", &key(&simulator), "").await;
    while simulator.request_count() == 0 {
        tokio::task::yield_now().await;
    }
    server.shutdown().await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    assert_eq!(answer, b"");
}

#[tokio::test]
async fn drop_closes_connections() {
    let (_, server) = start(|builder| builder);
    let host = host(&server);
    let mut stream = TcpStream::connect(&host).await.unwrap();
    drop(server);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    assert_eq!(answer, b"");
}

#[test]
fn start_fails_outside_of_a_runtime() {
    let simulator = Simulator::builder(Arc::new(VirtualTime::new(drop))).build();
    assert!(LoopbackServer::start(simulator, "127.0.0.1:0".parse().unwrap()).is_err());
}

#[tokio::test]
async fn date_header_has_the_simulated_time() {
    let request = |simulator: &Simulator| format!("GET /admin/v1/orgs/{}", simulator.org_id());
    let (simulator, server) = start(|simulator| simulator);
    let (head, _) = exchange(&server, &request(&simulator), &key(&simulator), "").await;
    assert!(head.contains("\r\ndate: fri, 02 jan 2026 00:00:00 gmt\r\n"), "{head}");
    let before = std::time::UNIX_EPOCH - std::time::Duration::from_secs(86_400);
    let (simulator, server) = start(|simulator| simulator.now(before));
    let (head, _) = exchange(&server, &request(&simulator), &key(&simulator), "").await;
    assert!(head.starts_with("http/1.1 200 ") && !head.contains("\r\ndate:"), "{head}");
}
