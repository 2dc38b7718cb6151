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
