//! The problems of user management, by their keys.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Problem, What};

const fn keyed(status: StatusCode, key: &'static str) -> Problem {
    Problem { status, what: What::Keyed { key, context: None } }
}

fn explained(status: StatusCode, key: &'static str, context: Value) -> Problem {
    Problem { status, what: What::Keyed { key, context: Some(context) } }
}

impl Problem {
    /// The organization does not manage the account, so its state is not shown.
    pub(crate) const FORBIDDEN_USER: Self = keyed(StatusCode::FORBIDDEN, "forbidden");
    pub(crate) const NO_ACCOUNT: Self = keyed(StatusCode::NOT_FOUND, "accountNotFound");
    pub(crate) const NOT_FOUND: Self = keyed(StatusCode::NOT_FOUND, "notFound");

    /// The key has scopes, and user management accepts only keys without any.
    pub(crate) fn insufficient_scope() -> Self {
        let message = "The scopes of the key do not allow this request";
        let context = json!({ "message": message, "acceptableScopes": ["manage:org"] });
        explained(StatusCode::FORBIDDEN, "forbidden.insufficientScope", context)
    }

    /// The action is not allowed, for a reason such as `externalDirectory.scim`.
    pub(crate) fn forbidden_action(reason: &str) -> Self {
        explained(StatusCode::FORBIDDEN, "forbidden.action", rule(reason))
    }

    /// The organization has not verified the domain of an e-mail address.
    pub(crate) fn unclaimed_domain(domain: &str) -> Self {
        explained(StatusCode::FORBIDDEN, "forbidden.unclaimedDomain", json!({ "domain": domain }))
    }

    /// These properties cannot be changed, each for its reason.
    pub(crate) fn forbidden_mutation<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let rules = fields.into_iter().map(|(field, reason)| (field.to_owned(), rule(reason))).collect();
        explained(StatusCode::FORBIDDEN, "forbidden.fieldMutation", Value::Object(rules))
    }

    /// These properties break a rule each, such as `maxLength`.
    pub(crate) fn violated<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let violation =
            |(field, key): (&str, &str)| json!({ "field": field, "violations": [{ "key": key }] });
        let violations: Vec<_> = fields.into_iter().map(violation).collect();
        let context = json!({ "fieldViolations": violations });
        explained(StatusCode::BAD_REQUEST, "fieldConstraintsViolated", context)
    }

    /// The state of the account does not allow it, with a code such as `deleted`.
    pub(crate) fn lifecycle_conflict(account: &str, code: &str, message: &str) -> Self {
        let errors = json!([{ "code": code, "message": message }]);
        let context = json!({ "message": message, "accountId": account, "errorCodes": errors });
        explained(StatusCode::CONFLICT, "conflict.lifecycleErrors", context)
    }
}

fn rule(reason: &str) -> Value {
    json!({ "allowed": false, "reason": { "key": reason } })
}
