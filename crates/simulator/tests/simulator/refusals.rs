//! What the documents say is refused, and how.

use http::Request;
use http::header::AUTHORIZATION;
use serde_json::json;

use crate::{Fixture, with_cursor};

#[tokio::test]
async fn simulator_accepts_only_the_key_of_the_organization() {
    let fixture = Fixture::new(|builder| builder);
    let key = fixture.simulator.api_key();
    let directory_key = fixture.simulator.directory_key();
    for (authorization, status) in [
        (Some(format!("Bearer {key}")), 200),
        (Some(format!("bearer {key}")), 200),
        (Some(format!("Bearer {directory_key}")), 401),
        (Some("Bearer ATCTT3xSim".to_owned()), 401),
        (Some(format!("Basic {key}")), 401),
        (None, 401),
    ] {
        let mut request = Request::get("/admin/v1/orgs");
        if let Some(authorization) = &authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        let answer = fixture.send(request.body(Default::default()).unwrap()).await;
        assert_eq!(answer.status, status, "{authorization:?}");
        if status == 401 {
            assert_eq!(answer.json(), json!({ "code": 401, "message": "Unauthorized" }));
        }
    }
}

#[tokio::test]
async fn each_refusal_has_its_code() {
    let fixture = Fixture::new(|builder| builder.rate_limits(false));
    for (resource, status, code) in [
        ("/domains/nope", 400, "ADMIN-400-2"),
        ("/domains/00000000-0000-4000-8000-000000000000", 404, "ADMIN-404-3"),
        ("/events/00000000-0000-4000-8000-000000000000", 404, "ADMIN-404-4"),
        ("/users?cursor=nope", 400, "ADMIN-400-1"),
        ("/domains?cursor=", 400, "ADMIN-400-1"),
        ("/events?cursor=nope", 400, "ADMIN-400-1"),
        ("/events-stream?cursor=nope", 400, "ADMIN-400-1"),
        ("/events?from=2026-01-01", 400, "ADMIN-400-3"),
        ("/events-stream?to=2026-01-01T00:00:00Z", 400, "ADMIN-400-3"),
        ("/events?from=2&to=1", 400, "ADMIN-400-3"),
        ("/events-stream?from=2&to=1", 400, "ADMIN-400-3"),
        ("/events?from=", 400, "ADMIN-400-3"),
        ("/events?limit=0", 400, "ADMIN-400-19"),
        ("/events?limit=501", 400, "ADMIN-400-19"),
        ("/events?limit=many", 400, "ADMIN-400-19"),
        ("/events?limit=-1", 400, "ADMIN-400-19"),
        ("/events?location=Austin", 400, "ADMIN-400-19"),
        ("/events-stream?limit=501", 400, "ADMIN-400-19"),
        ("/events-stream?sortOrder=up", 400, "ADMIN-400-19"),
        ("/events?q=%ff", 400, "ADMIN-400-19"),
    ] {
        assert_eq!(fixture.get(resource).await.refusal(), (status, code.to_owned()), "{resource}");
    }
    let answer = fixture.send(fixture.request("/admin/v1/orgs/other/users")).await;
    assert_eq!(answer.refusal(), (404, "ADMIN-404-2".into()));
    let mut request = fixture.request("/admin/v1/orgs");
    *request.method_mut() = http::Method::DELETE;
    assert_eq!(fixture.send(request).await.refusal(), (405, "ADMIN-405-1".into()));
    for path in ["/", "/admin/v1", "/admin/v1/teams", "/admin/v2/orgs"] {
        let answer = fixture.send(fixture.request(path)).await;
        let message = "Request failed to match any route";
        assert_eq!(
            (answer.status, answer.json()),
            (404, json!({ "code": 404, "message": message })),
            "{path}"
        );
    }
}

#[tokio::test]
async fn refusal_names_the_malformed_argument() {
    let fixture = Fixture::new(|builder| builder);
    for (resource, title, detail) in [
        ("/events?limit=many", "Invalid request syntax", "limit: must be a whole number"),
        ("/events?q=%ff", "Invalid request syntax", "q: is not UTF-8"),
        (
            "/events?from=x",
            "Invalid time date",
            "from and to must be epoch milliseconds, and from must not be after to",
        ),
    ] {
        let error = &fixture.get(resource).await.json()["errors"][0];
        assert_eq!((&error["title"], &error["detail"]), (&json!(title), &json!(detail)), "{resource}");
    }
}

#[tokio::test]
async fn cursor_is_refused_by_other_listings() {
    let fixture = Fixture::new(|builder| builder.rate_limits(false));
    let cursor = fixture.get("/events-stream?limit=1").await.next().unwrap();
    assert!(cursor.ends_with("=="));
    assert_eq!(fixture.get(&with_cursor("/events-stream", &cursor)).await.status, 200);
    for resource in ["/events", "/users", "/domains"] {
        assert_eq!(
            fixture.get(&with_cursor(resource, &cursor)).await.refusal(),
            (400, "ADMIN-400-1".into()),
            "{resource}"
        );
    }
    assert_eq!(fixture.get(&with_cursor("/events-stream", &cursor[1..])).await.status, 400);
    let unencoded = format!("/events-stream?cursor={}", cursor.replace('/', "+"));
    assert_eq!(fixture.get(&unencoded).await.status, if cursor.contains(['/', '+']) { 400 } else { 200 });
}

#[tokio::test]
async fn responses_have_the_usual_headers() {
    let fixture = Fixture::new(|builder| builder);
    let answer = fixture.get("/users").await;
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("atl-traceid").map(str::len), Some(32));
    assert_eq!(answer.header("date"), Some("Fri, 02 Jan 2026 00:00:00 GMT"));
    assert_eq!(answer.header("x-ratelimit-limit"), None, "this one has no known limit");
    assert_ne!(fixture.get("/users").await.header("atl-traceid"), answer.header("atl-traceid"));
}

#[tokio::test]
async fn eleventh_request_of_a_minute_is_refused() {
    let fixture = Fixture::new(|builder| builder);
    fixture.advance(30);
    for left in (0..10).rev() {
        let answer = fixture.get("/events?limit=1").await;
        assert_eq!((answer.status, answer.header("x-ratelimit-limit")), (200, Some("10")));
        assert_eq!(answer.header("x-ratelimit-remaining"), Some(left.to_string().as_str()));
        assert_eq!(answer.header("x-ratelimit-reset"), Some("2026-01-02T00:01Z"));
    }
    let refused = fixture.get("/events?limit=1").await;
    assert_eq!((refused.status, refused.json()["code"].as_u64()), (429, Some(429)));
    assert_eq!(refused.header("x-ratelimit-remaining"), Some("0"));
    assert_eq!(refused.header("retry-after"), None);
    assert_eq!(fixture.get("/event-actions").await.status, 200, "another family");
    fixture.advance(30);
    assert_eq!(fixture.get("/events?limit=1").await.status, 200);
}

#[tokio::test]
async fn requests_are_recorded_without_the_key() {
    let fixture = Fixture::new(|builder| builder);
    fixture.get("/users").await;
    fixture.get("/events?q=a%20b").await;
    fixture.send(fixture.request("/admin/v1/orgs/x")).await;
    let seen = fixture.simulator.requests().unwrap();
    let summary: Vec<_> = seen
        .iter()
        .map(|request| (request.method.as_str(), request.target.clone(), request.status))
        .collect();
    assert_eq!(
        summary,
        [
            ("GET", fixture.path("/users"), Some(200)),
            ("GET", fixture.path("/events?q=a%20b"), Some(200)),
            ("GET", "/admin/v1/orgs/x".to_owned(), Some(404)),
        ]
    );
    assert!(!serde_json::to_string(&seen).unwrap().contains(fixture.simulator.api_key()));
}
