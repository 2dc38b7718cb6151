//! What user provisioning refuses, as RFC 7644 has it.

use std::borrow::Cow;

use http::StatusCode;

use super::{Problem, What};

/// Why a request of provisioning is not valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScimType {
    InvalidFilter,
    TooMany,
    Uniqueness,
    Mutability,
    InvalidSyntax,
    InvalidPath,
    NoTarget,
    InvalidValue,
}

impl ScimType {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidFilter => "invalidFilter",
            Self::TooMany => "tooMany",
            Self::Uniqueness => "uniqueness",
            Self::Mutability => "mutability",
            Self::InvalidSyntax => "invalidSyntax",
            Self::InvalidPath => "invalidPath",
            Self::NoTarget => "noTarget",
            Self::InvalidValue => "invalidValue",
        }
    }
}

impl Problem {
    /// A request of provisioning that cannot be carried out: 409 for what exists already, else 400.
    pub(crate) fn scim(scim_type: ScimType, detail: impl Into<Cow<'static, str>>) -> Self {
        let status = match scim_type {
            ScimType::Uniqueness => StatusCode::CONFLICT,
            _ => StatusCode::BAD_REQUEST,
        };
        Self { status, what: What::Scim { scim_type: Some(scim_type), detail: detail.into() } }
    }

    /// A user, group or directory that provisioning does not know: `Resource USER 1234 not found.`
    pub(crate) fn scim_not_found(detail: impl Into<Cow<'static, str>>) -> Self {
        Self { status: StatusCode::NOT_FOUND, what: What::Scim { scim_type: None, detail: detail.into() } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Family;

    #[test]
    fn errors_are_those_of_the_rfc() {
        let body = |problem: &Problem| problem.body(Family::Scim, "t", "/scim/directory/d/Users", 0).1;
        let taken = "Resource [USER]: with email[a@example.com] already exists.";
        let problem = Problem::scim(ScimType::Uniqueness, taken);
        assert_eq!(problem.status, 409);
        assert_eq!(
            body(&problem),
            r#"{"detail":"Resource [USER]: with email[a@example.com] already exists.","schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"scimType":"uniqueness","status":"409"}"#
        );
        let problem = Problem::scim_not_found("Resource USER u not found.");
        assert_eq!(problem.status, 404);
        assert_eq!(
            body(&problem),
            r#"{"detail":"Resource USER u not found.","schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"404"}"#
        );
    }

    #[test]
    fn each_reason_is_told_by_its_name() {
        for (scim_type, name) in [
            (ScimType::InvalidFilter, "invalidFilter"),
            (ScimType::TooMany, "tooMany"),
            (ScimType::Mutability, "mutability"),
            (ScimType::InvalidSyntax, "invalidSyntax"),
            (ScimType::InvalidPath, "invalidPath"),
            (ScimType::NoTarget, "noTarget"),
            (ScimType::InvalidValue, "invalidValue"),
        ] {
            let problem = Problem::scim(scim_type, "x");
            let (_, body) = problem.body(Family::Scim, "t", "/", 0);
            assert_eq!(problem.status, 400);
            assert!(body.contains(&format!(r#""scimType":"{name}""#)), "{body}");
        }
    }
}
