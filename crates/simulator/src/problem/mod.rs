//! The responses of the real API that are not successes, in its forms.

mod family;
mod organization;
mod scim;
mod users;

use std::borrow::Cow;

use atlassian_admin_core::model::Timestamp;
use atlassian_admin_core::operation::{ArgumentError, Operation};
use atlassian_admin_core::schema::Schema;
use http::{HeaderValue, StatusCode};
use serde_json::{Value, json};

use crate::media_type;

pub(crate) use family::Family;
pub(crate) use scim::ScimType;

/// A response that is not a success.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    what: What,
}

/// The content of a problem, by its form.
#[derive(Debug, Clone, PartialEq)]
enum What {
    /// A refusal with a code of the organization API, in the shape of the operation's family.
    Coded { code: &'static str, title: &'static str, detail: Cow<'static, str> },
    /// A refusal by the gateway, `{code, message}` with a number, unless the family has a shape of
    /// its own for it.
    Gateway { message: &'static str },
    /// The routing layer's `{timestamp, path, status, error, message, requestId}`.
    Routing,
    /// A web page.
    Html,
    /// User management's `{key, context}`.
    Keyed { key: &'static str, context: Option<Value> },
    /// An error of SCIM.
    Scim { scim_type: Option<ScimType>, detail: Cow<'static, str> },
}

const fn coded(status: StatusCode, code: &'static str, title: &'static str, detail: &'static str) -> Problem {
    Problem { status, what: What::Coded { code, title, detail: Cow::Borrowed(detail) } }
}

const fn gateway(status: StatusCode, message: &'static str) -> Problem {
    Problem { status, what: What::Gateway { message } }
}

impl Problem {
    pub(crate) const UNAUTHORIZED: Self = gateway(StatusCode::UNAUTHORIZED, "Unauthorized");
    pub(crate) const LIMITED: Self = gateway(StatusCode::TOO_MANY_REQUESTS, "Too Many Requests");
    pub(crate) const NO_ROUTE: Self = gateway(StatusCode::NOT_FOUND, "Request failed to match any route");
    pub(crate) const NO_ROUTE_HTML: Self = Self { status: StatusCode::NOT_FOUND, what: What::Html };
    pub(crate) const NO_ORG_ROUTE: Self = Self { status: StatusCode::NOT_FOUND, what: What::Routing };

    /// A policy cannot be checked: documented with the code of a failure, and a status that is
    /// none.
    pub(crate) const NO_VALIDATION: Self =
        coded(StatusCode::BAD_REQUEST, "ADMIN-500-2", "Validation failed", "The policy was not found");

    /// The error of this status, as an operation of the family writes it.
    pub(crate) fn of_status(status: u16, family: Family) -> Self {
        let access = matches!(family, Family::V2 | Family::Roles);
        match status {
            400 => Self::BAD_SYNTAX,
            401 => Self::UNAUTHORIZED,
            403 if access => Self::UAM_FORBIDDEN,
            403 if family == Family::UserManagement => Self::FORBIDDEN_USER,
            403 => Self::MAY_NOT_MANAGE_ORG,
            404 if access => Self::UAM_NO_RESOURCE,
            404 => Self::NO_RESOURCE,
            409 if access => Self::UAM_CONFLICT,
            409 => Self::CONFLICT,
            500 => Self::INTERNAL,
            other => {
                let status = StatusCode::from_u16(other).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                gateway(status, status.canonical_reason().unwrap_or("Error"))
            }
        }
    }

    /// A request that breaks a documented rule of version 2.
    pub(crate) fn uam_bad(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::UAM_BAD_REQUEST.with_detail(detail)
    }

    /// The key lacks a scope that an operation of the family needs.
    pub(crate) fn no_scope(family: Family) -> Self {
        match family {
            Family::V2 => Self::UAM_FORBIDDEN,
            Family::UserManagement => Self::insufficient_scope(),
            _ => Self::NO_SCOPE,
        }
    }

    /// The request cannot be read as a call of the operation.
    pub(crate) fn malformed(operation: &Operation, error: &ArgumentError) -> Self {
        // The place within an argument may follow its name; a missing property has no name.
        let name = error.argument.split(['.', '[']).next().unwrap_or_default();
        let is_body = match operation.param(name) {
            Some(param) if param.schema == Schema::Time => return Self::BAD_TIME,
            Some(param) => param.location.is_body(),
            None => operation.params.iter().any(|param| param.location.is_body()),
        };
        let problem = if is_body { Self::BAD_BODY } else { Self::BAD_SYNTAX };
        problem.with_detail(error.to_string())
    }

    /// The same with another explanation, where its shape has one.
    #[must_use]
    pub(crate) fn with_detail(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        if let What::Coded { detail, .. } | What::Scim { detail, .. } = &mut self.what {
            *detail = text.into();
        }
        self
    }

    /// The body, and its content type if it is not JSON; `trace` identifies the request.
    pub(crate) fn body(
        &self,
        family: Family,
        trace: &str,
        path: &str,
        now: i64,
    ) -> (Option<HeaderValue>, String) {
        let status = self.status.as_u16();
        let request = Request { family, status, trace, path };
        let body = match &self.what {
            What::Coded { code, title, detail } => request.coded(code, title, detail),
            What::Gateway { message } => request.gateway(message),
            What::Routing => json!({
                "timestamp": Timestamp::from_millis(now),
                "path": format!("/api{path}"),
                "status": status,
                "error": "Not Found",
                "requestId": request.id(),
                "message": "TCS validation failed",
            }),
            What::Html => return (Some(media_type::HTML), html("Not Found")),
            What::Keyed { key, context: None } => json!({ "key": key }),
            What::Keyed { key, context: Some(context) } => json!({ "key": key, "context": context }),
            What::Scim { scim_type, detail } => request.scim(*scim_type, detail),
        };
        (None, body.to_string())
    }
}

/// The request that is refused.
struct Request<'a> {
    family: Family,
    status: u16,
    trace: &'a str,
    path: &'a str,
}

impl Request<'_> {
    /// What errors call their identifier.
    fn id(&self) -> &str {
        self.trace.get(..8).unwrap_or(self.trace)
    }

    fn coded(&self, code: &'static str, title: &str, detail: &str) -> Value {
        let error = || {
            json!({
                "id": self.id(),
                "status": self.status.to_string(),
                "code": self.family.code(code),
                "title": title,
                "detail": detail,
            })
        };
        match (self.family, self.status) {
            (Family::Workspaces, _) | (Family::LegacySearch, 400) => error(),
            (Family::V1 | Family::Roles | Family::V2 | Family::LegacySearch, _) => {
                json!({ "errors": [error()] })
            }
            (Family::UserManagement, 400) => json!({ "key": "bodyParseFailure" }),
            (Family::UserManagement, 403) => json!({ "key": "forbidden" }),
            (Family::UserManagement, 404) => json!({ "key": "notFound" }),
            (Family::UserManagement, _) => self.gateway(title),
            (Family::Scim, 400) => self.scim(Some(ScimType::InvalidSyntax), detail),
            (Family::Scim, 401 | 403) => self.scim_denied(),
            (Family::Scim, _) => self.scim(None, detail),
        }
    }

    fn gateway(&self, message: &str) -> Value {
        match (self.family, self.status) {
            (Family::V2, 401) => self.coded("ADMIN-UAM-401-1", "Unauthenticated", message),
            (Family::V2, 429) => self.coded("ADMIN-429-1", "Rate limit exceeded", message),
            (Family::UserManagement, 401) => json!({ "key": "unauthorized" }),
            (Family::Scim, 401 | 403) => self.scim_denied(),
            (Family::Scim, 503) => self.scim(None, message),
            _ => json!({ "code": self.status, "message": message }),
        }
    }

    fn scim(&self, scim_type: Option<ScimType>, detail: &str) -> Value {
        let mut body = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
            "status": self.status.to_string(),
            "detail": detail,
        });
        if let (Some(scim_type), Some(members)) = (scim_type, body.as_object_mut()) {
            members.insert("scimType".to_owned(), scim_type.id().into());
        }
        body
    }

    /// How provisioning refuses a key.
    fn scim_denied(&self) -> Value {
        let resource = self.path.trim_start_matches('/');
        let trace = self.trace.get(..16).unwrap_or(self.trace);
        json!({ "error": format!("Not authorized to access : {resource}"), "traceId": trace })
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

    #[derive(serde::Deserialize)]
    struct Case {
        problem: String,
        paths: Vec<String>,
        status: u16,
        body: Value,
    }

    fn problem(name: &str, family: Family) -> Problem {
        match name {
            "limited" => Problem::LIMITED,
            "bad body" => Problem::BAD_BODY.with_detail("accountId: expected a string"),
            "no organization" => Problem::NO_ORG,
            "no scope" => Problem::no_scope(family),
            "no route to the organization" => Problem::NO_ORG_ROUTE,
            "forbidden user" => Problem::FORBIDDEN_USER,
            "no account" => Problem::NO_ACCOUNT,
            "forbidden action" => Problem::forbidden_action("externalDirectory.scim"),
            "unclaimed domain" => Problem::unclaimed_domain("example.org"),
            "forbidden mutation" => Problem::forbidden_mutation([("name", "externalDirectory.google")]),
            "violated" => Problem::violated([("nickname", "maxLength")]),
            "lifecycle conflict" => {
                Problem::lifecycle_conflict("557058:a", "deleted", "The account is deleted")
            }
            "no record" => Problem::scim(None, "Resource USER u not found."),
            other => match ScimType::ALL.iter().find(|scim_type| scim_type.id() == other) {
                Some(scim_type) => Problem::scim(*scim_type, "x"),
                None => Problem::of_status(other.parse().unwrap(), family),
            },
        }
    }

    #[test]
    fn each_family_writes_a_problem_in_its_form() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("bodies.json")).unwrap();
        for Case { problem: name, paths, status, body } in cases {
            for path in paths {
                let family = Family::of(&path);
                let problem = problem(&name, family);
                let (content_type, text) = problem.body(family, "0123456789abcdef0123", &path, 0);
                let read: Value = serde_json::from_str(&text).unwrap();
                let written = (problem.status.as_u16(), content_type, &read);
                assert_eq!(written, (status, None, &body), "{name} at {path}");
            }
        }
    }
}
