//! The problems of user management, by their keys.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Problem, What};

const fn keyed(status: StatusCode, key: &'static str) -> Problem {
    Problem { status, what: What::Keyed { key, context: None } }
}

impl Problem {
    /// The organization does not manage the account, so its state is not shown.
    pub(crate) const FORBIDDEN_USER: Self = keyed(StatusCode::FORBIDDEN, "forbidden");
    pub(crate) const NO_ACCOUNT: Self = keyed(StatusCode::NOT_FOUND, "accountNotFound");
    pub(crate) const NOT_FOUND: Self = keyed(StatusCode::NOT_FOUND, "notFound");

    /// The key has scopes, and user management accepts only keys without any.
    pub(crate) fn insufficient_scope() -> Self {
        let message = "The scopes of the key do not allow this request";
        keyed(StatusCode::FORBIDDEN, "forbidden.insufficientScope")
            .with_context(json!({ "message": message, "acceptableScopes": ["manage:org"] }))
    }

    /// The action is not allowed, for a reason such as `externalDirectory.scim`.
    pub(crate) fn forbidden_action(reason: &str) -> Self {
        keyed(StatusCode::FORBIDDEN, "forbidden.action")
            .with_context(json!({ "allowed": false, "reason": { "key": reason } }))
    }

    /// The organization has not verified the domain of an e-mail address.
    pub(crate) fn unclaimed_domain(domain: &str) -> Self {
        keyed(StatusCode::FORBIDDEN, "forbidden.unclaimedDomain").with_context(json!({ "domain": domain }))
    }

    /// These members cannot be changed, each for its reason.
    pub(crate) fn forbidden_mutation<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let rule = |reason: &str| json!({ "allowed": false, "reason": { "key": reason } });
        let rules = fields.into_iter().map(|(field, reason)| (field.to_owned(), rule(reason)));
        keyed(StatusCode::FORBIDDEN, "forbidden.fieldMutation").with_context(Value::Object(rules.collect()))
    }

    /// These members break a rule each, such as `maxLength`.
    pub(crate) fn violated<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let violations: Vec<_> = fields
            .into_iter()
            .map(|(field, key)| json!({ "field": field, "violations": [{ "key": key }] }))
            .collect();
        keyed(StatusCode::BAD_REQUEST, "fieldConstraintsViolated")
            .with_context(json!({ "fieldViolations": violations }))
    }

    /// The account's state of life does not allow it, with a code such as `deleted`.
    pub(crate) fn lifecycle_conflict(account: &str, code: &str, message: &str) -> Self {
        keyed(StatusCode::CONFLICT, "conflict.lifecycleErrors").with_context(json!({
            "message": message,
            "accountId": account,
            "errorCodes": [{ "code": code, "message": message }],
        }))
    }

    fn with_context(self, context: Value) -> Self {
        match self.what {
            What::Keyed { key, .. } => Self { what: What::Keyed { key, context: Some(context) }, ..self },
            _ => self,
        }
    }
}
