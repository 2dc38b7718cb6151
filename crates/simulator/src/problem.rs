//! Everything that is answered instead of what was asked for, in the shapes of the real API.

use atlassian_admin_core::endpoint::CodecError;
use atlassian_admin_core::model::Timestamp;
use http::StatusCode;
use serde_json::json;

/// An answer that is no success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    shape: Shape,
}

/// The shapes of errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// `{"errors": [{id, status, code, title, detail}]}`
    Envelope { code: &'static str, title: &'static str, detail: &'static str },
    /// The gateway's `{code, message}`, with a number.
    Gateway { message: &'static str },
    /// The routing layer's `{timestamp, path, status, error, message, requestId}`.
    Routing { error: &'static str, message: &'static str },
    /// A page for people.
    Html { title: &'static str },
}

const fn envelope(
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    detail: &'static str,
) -> Problem {
    Problem { status, shape: Shape::Envelope { code, title, detail } }
}

const fn gateway(status: StatusCode, message: &'static str) -> Problem {
    Problem { status, shape: Shape::Gateway { message } }
}

impl Problem {
    pub(crate) const UNAUTHORIZED: Self = gateway(StatusCode::UNAUTHORIZED, "Unauthorized");
    pub(crate) const NO_ROUTE: Self = gateway(StatusCode::NOT_FOUND, "Request failed to match any route");
    pub(crate) const NO_ROUTE_HTML: Self =
        Self { status: StatusCode::NOT_FOUND, shape: Shape::Html { title: "Not Found" } };
    pub(crate) const NO_METHOD: Self = envelope(
        StatusCode::METHOD_NOT_ALLOWED,
        "ADMIN-405-1",
        "Method not allowed",
        "The resource does not support this HTTP method",
    );
    pub(crate) const NO_ORG: Self = envelope(
        StatusCode::NOT_FOUND,
        "ADMIN-404-2",
        "Unknown organization",
        "The organization was not found",
    );
    pub(crate) const NO_ORG_ROUTE: Self = Self {
        status: StatusCode::NOT_FOUND,
        shape: Shape::Routing { error: "Not Found", message: "TCS validation failed" },
    };
    pub(crate) const NO_DOMAIN: Self = envelope(
        StatusCode::NOT_FOUND,
        "ADMIN-404-3",
        "Unknown domain",
        "The domain was not found in the organization",
    );
    pub(crate) const NO_EVENT: Self = envelope(
        StatusCode::NOT_FOUND,
        "ADMIN-404-4",
        "Unknown event",
        "The event was not found in the organization",
    );
    pub(crate) const BAD_CURSOR: Self = envelope(
        StatusCode::BAD_REQUEST,
        "ADMIN-400-1",
        "Invalid page cursor",
        "The cursor is invalid or has expired",
    );
    pub(crate) const BAD_TIME: Self = envelope(
        StatusCode::BAD_REQUEST,
        "ADMIN-400-3",
        "Invalid time date",
        "from and to must be epoch milliseconds, and from must not be after to",
    );
    pub(crate) const BAD_SYNTAX: Self = envelope(
        StatusCode::BAD_REQUEST,
        "ADMIN-400-19",
        "Invalid request syntax",
        "A query parameter is not valid",
    );
    pub(crate) const NO_SCOPE: Self = envelope(
        StatusCode::UNAUTHORIZED,
        "ADMIN-401-2",
        "INSUFFICIENT_SCOPE",
        "The key does not have the required scope",
    );
    pub(crate) const LIMITED: Self = gateway(StatusCode::TOO_MANY_REQUESTS, "Too Many Requests");
    pub(crate) const LIMITED_ENVELOPE: Self = envelope(
        StatusCode::TOO_MANY_REQUESTS,
        "ADMIN-429-1",
        "Rate limit exceeded",
        "The rate limit of this resource has been exceeded",
    );
    /// The simulator could not write its own answer, which no request can cause.
    pub(crate) const INTERNAL: Self = envelope(
        StatusCode::INTERNAL_SERVER_ERROR,
        "ADMIN-500-1",
        "Internal server error",
        "Try again later",
    );

    /// A failure of the server or of something before it.
    pub(crate) const fn failure(status: u16) -> Self {
        match status {
            502 => gateway(StatusCode::BAD_GATEWAY, "Bad Gateway"),
            503 => gateway(StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable"),
            504 => gateway(StatusCode::GATEWAY_TIMEOUT, "Gateway Timeout"),
            _ => Self::INTERNAL,
        }
    }

    /// The content type and the body; `trace` identifies the request.
    pub(crate) fn body(&self, trace: &str, path: &str, now: i64) -> (&'static str, String) {
        let id = trace.get(..8).unwrap_or(trace);
        let status = self.status.as_u16();
        let body = match self.shape {
            Shape::Envelope { code, title, detail } => {
                json!({ "errors": [{ "id": id, "status": status.to_string(), "code": code, "title": title, "detail": detail }] })
            }
            Shape::Gateway { message } => json!({ "code": status, "message": message }),
            Shape::Routing { error, message } => json!({
                "timestamp": Timestamp::from_millis(now),
                "path": format!("/api{path}"),
                "status": status,
                "error": error,
                "requestId": id,
                "message": message,
            }),
            Shape::Html { title } => return ("text/html;charset=UTF-8", html(title)),
        };
        ("application/json", body.to_string())
    }
}

impl From<CodecError> for Problem {
    fn from(error: CodecError) -> Self {
        match error.argument.as_str() {
            "from" | "to" => Self::BAD_TIME,
            _ => Self::BAD_SYNTAX,
        }
    }
}

/// A page for people.
pub(crate) fn html(title: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shape_is_written_as_the_real_one() {
        let body = |problem: Problem| problem.body("0123456789abcdef", "/admin/v1/orgs/x", 0).1;
        assert_eq!(body(Problem::UNAUTHORIZED), r#"{"code":401,"message":"Unauthorized"}"#);
        assert_eq!(
            body(Problem::BAD_CURSOR),
            r#"{"errors":[{"code":"ADMIN-400-1","detail":"The cursor is invalid or has expired","id":"01234567","status":"400","title":"Invalid page cursor"}]}"#
        );
        assert_eq!(
            body(Problem::NO_ORG_ROUTE),
            r#"{"error":"Not Found","message":"TCS validation failed","path":"/api/admin/v1/orgs/x","requestId":"01234567","status":404,"timestamp":"1970-01-01T00:00:00.000Z"}"#
        );
        assert!(body(Problem::NO_ROUTE_HTML).starts_with("<!DOCTYPE html>"));
    }
}
