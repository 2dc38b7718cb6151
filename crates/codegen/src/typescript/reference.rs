//! The documentation of an operation and of its arguments: what Rust documents, and the facts of
//! the list.

use atlassian_admin_core::OPERATIONS;
use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::operation::{Operation, Param, Stability};
use atlassian_admin_core::schema::Schema;
use atlassian_admin_testing::examples::{Examples, Refusal};

use super::syntax::capitalized;
use super::{docs, example};

/// Returns the doc comment of an operation.
pub(super) fn operation(operation: &Operation, examples: &Examples) -> String {
    let text = |docs: &str| docs::text(operation.group, operation.params, docs);
    let paragraphs = [text(operation.summary), text(operation.details), facts(operation)];
    let mut docs: String =
        paragraphs.iter().filter(|text| !text.is_empty()).map(|text| format!("{text}\n\n")).collect();
    docs += &example::tag(operation, examples);
    docs += &throws(operation, examples);
    if let Some(retirement) = operation.retirement() {
        docs += &format!("@deprecated {}.\n", capitalized(retirement.announcement));
    }
    if operation.stability == Stability::Experimental {
        docs += "@experimental\n";
    }
    docs + "@see " + operation.docs
}

/// Returns the scopes, the rate limit and whether the client repeats the request.
fn facts(operation: &Operation) -> String {
    let mut facts = Vec::new();
    if !operation.scopes.is_empty() {
        let scopes: Vec<_> = operation.scopes.iter().map(|scope| format!("`{scope}`")).collect();
        facts.push(format!("- Scopes of a scoped key: {}.", scopes.join(", ")));
    }
    if let Some(limit) = operation.limit {
        let is_shared = |other: &&Operation| other.limit == Some(limit) && other.id != operation.id;
        let others: Vec<_> =
            OPERATIONS.iter().filter(is_shared).map(|other| format!("`{}`", other.dotted())).collect();
        let shared = match others.is_empty() {
            true => String::new(),
            false => format!(", shared with {}", others.join(" and ")),
        };
        facts.push(format!(
            "- Rate limit: {} requests a minute for each organization{shared}.",
            limit.per_minute
        ));
    }
    let repeated = if operation.idempotent { "yes" } else { "no" };
    facts.push(format!("- Repeated after a lost response: {repeated}."));
    facts.join("\n")
}

/// Returns a tag for each class of errors that the operation throws beyond the common ones.
fn throws(operation: &Operation, examples: &Examples) -> String {
    let mut tags: Vec<_> = examples
        .refusals
        .iter()
        .filter_map(|refusal| {
            let Refusal { name, status, code, .. } = refusal;
            let code = code.as_ref().map(|code| format!(", `{code}`")).unwrap_or_default();
            Some(format!("@throws {{{}}} for {name} (HTTP {status}{code}).\n", class(*status)?))
        })
        .collect();
    if !operation.idempotent {
        tags.push(
            "@throws {OutcomeUnknownError} if the response is lost: the request may have been carried out.\n"
                .to_owned(),
        );
    }
    if operation.dotted() == "users.invite" {
        tags.push("@throws {InvitationError} if every role and group was refused.\n".to_owned());
    }
    tags.concat()
}

/// Returns the class of errors of a status. Every operation can throw the others.
fn class(status: u16) -> Option<&'static str> {
    match status {
        400 => Some("BadRequestError"),
        402 => Some("PaymentRequiredError"),
        403 => Some("ForbiddenError"),
        404 => Some("NotFoundError"),
        409 => Some("ConflictError"),
        _ => None,
    }
}

/// Returns which operation returns the identifiers that an argument takes.
pub(crate) fn origin(operation: &Operation, param: &Param) -> Option<&'static str> {
    let is_list = match param.schema {
        Schema::Text => false,
        Schema::List(Schema::Text) => true,
        _ => return None,
    };
    let is_scim = operation.auth == KeyKind::Directory;
    Some(match (param.name, is_list) {
        ("orgId", _) => "`orgs.list` returns its identifier.",
        ("directoryId", _) if is_scim => "The base URL that Atlassian shows for it contains its identifier.",
        ("directoryId", _) => "`directories.list` returns its identifier.",
        ("directoryIds", _) => "`directories.list` returns their identifiers.",
        ("accountId", _) => "`users.search` returns its identifier.",
        ("accountIds" | "actor", _) => "`users.search` returns their identifiers.",
        ("groupId", _) if is_scim => "`scim.listGroups` returns its identifier.",
        ("groupId", _) => "`groups.search` returns its identifier.",
        ("groupIds" | "additionalGroups", _) => "`groups.search` returns their identifiers.",
        ("userId", _) => "`scim.listUsers` returns it.",
        ("domainId", _) => "`domains.list` returns its identifier.",
        ("eventId", _) => "`events.query` returns its identifier.",
        ("policyId", _) => "`policies.list` returns its identifier.",
        ("tokenId", _) => "`account.listTokens` returns its identifier.",
        ("resourceId", _) if operation.group == "policies" => "`policies.get` returns its identifier.",
        ("resource" | "resourceId", _) => "`workspaces.search` returns its identifier.",
        ("resourceIds", _) => "`workspaces.search` returns their identifiers.",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlassian_admin_core::operation as named;

    #[test]
    fn facts_are_those_of_the_list() {
        for (name, expected) in [
            (
                "events.query",
                "- Scopes of a scoped key: `read:events:admin`.\n- Rate limit: 10 requests a minute for each organization.\n- Repeated after a lost response: yes.",
            ),
            ("groups.create", "- Repeated after a lost response: no."),
        ] {
            assert_eq!(facts(named(name).unwrap()), expected);
        }
    }

    #[test]
    fn throws_names_classes_by_status() {
        let refusal = |status, code: Option<&str>| Refusal {
            name: "an unknown group".to_owned(),
            setup: Default::default(),
            arguments: Default::default(),
            status,
            code: code.map(str::to_owned),
            hint: None,
        };
        let refusals = vec![refusal(404, Some("ADMIN-1")), refusal(409, None), refusal(401, None)];
        let examples = Examples { examples: Vec::new(), refusals };
        assert_eq!(
            throws(named("groups.delete").unwrap(), &examples),
            "@throws {NotFoundError} for an unknown group (HTTP 404, `ADMIN-1`).\n@throws {ConflictError} for an unknown group (HTTP 409).\n"
        );
    }
}
