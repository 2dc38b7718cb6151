//! What user provisioning refuses, as RFC 7644 has it.

use std::borrow::Cow;

use http::StatusCode;

use super::{Problem, What};
use crate::named::named;

named! {
    /// Why a request of provisioning is not valid.
    ScimType {
        InvalidFilter = "invalidFilter",
        TooMany = "tooMany",
        Uniqueness = "uniqueness",
        Mutability = "mutability",
        InvalidSyntax = "invalidSyntax",
        InvalidPath = "invalidPath",
        NoTarget = "noTarget",
        InvalidValue = "invalidValue",
    }
}

impl Problem {
    /// A request of provisioning that cannot be carried out: 409 for what exists already, else
    /// 400.
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
