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
    /// A request of provisioning that cannot be carried out: 404 without a type, for a user, group
    /// or directory that is not known (`Resource USER 1234 not found.`).
    pub(crate) fn scim(scim_type: impl Into<Option<ScimType>>, detail: impl Into<Cow<'static, str>>) -> Self {
        let scim_type = scim_type.into();
        let status = match scim_type {
            None => StatusCode::NOT_FOUND,
            Some(ScimType::Uniqueness) => StatusCode::CONFLICT,
            Some(_) => StatusCode::BAD_REQUEST,
        };
        Self { status, what: What::Scim { scim_type, detail: detail.into() } }
    }
}
