//! The facts of an operation, and its refusals.

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::operation::{Operation, Paging};
use atlassian_admin_core::response_schema;
use atlassian_admin_core::schema::Schema;
use atlassian_admin_testing::examples::Refusal;

use super::paths;
use super::words::sentence;

/// Returns what a caller looks up before the first call.
pub(super) fn list(operation: &Operation) -> Result<String, String> {
    let Operation { id, docs, path, .. } = operation;
    let limit = operation.limit.map_or_else(
        || "not documented".to_owned(),
        |limit| format!("{} requests a minute for all operations of `{}`", limit.per_minute, limit.family),
    );
    let facts = [
        ("Returns", returned(operation)?),
        ("Key", key(operation)),
        ("Rate limit", limit),
        ("After a lost response", repetition(operation).to_owned()),
        ("In the command line and the npm package", format!("`{}`", operation.dotted())),
    ];
    let facts: String = facts.iter().map(|(name, value)| format!("- **{name}:** {value}\n")).collect();
    let method = operation.method.as_str();
    Ok(format!("\n# Request\n`{method} {path}`, documented by Atlassian as [`{id}`]({docs}).\n\n{facts}"))
}

fn key(operation: &Operation) -> String {
    match (operation.auth, operation.scopes) {
        (KeyKind::Directory, _) => "[`DirectoryKey`](crate::DirectoryKey)".to_owned(),
        (_, []) => "[`OrganizationKey`](crate::OrganizationKey); no scope is documented".to_owned(),
        (_, scopes) => {
            let scopes: Vec<_> = scopes.iter().map(|scope| format!("`{scope}`")).collect();
            let noun = if scopes.len() == 1 { "scope" } else { "scopes" };
            format!("[`OrganizationKey`](crate::OrganizationKey) with the {noun} {}", scopes.join(", "))
        }
    }
}

fn repetition(operation: &Operation) -> &'static str {
    match operation.idempotent {
        true => "the client repeats the request",
        false => {
            "the client does not repeat the request: the error is [`OutcomeUnknown`](crate::ErrorKind::OutcomeUnknown)"
        }
    }
}

/// Links the type of the result.
fn returned(operation: &Operation) -> Result<String, String> {
    let link = |schema: &Schema| match schema {
        Schema::Object(schema) => {
            Ok(format!("[`{0}`](crate::{1}::{0})", schema.name, paths::module(schema.name)))
        }
        Schema::Json => Ok("JSON, as [`Raw`](crate::Raw)".to_owned()),
        Schema::Nothing => Ok("nothing".to_owned()),
        _ => Err(format!("{}: the type of the result has no name", operation.dotted())),
    };
    let response = response_schema(operation).ok_or_else(|| format!("{}: no result", operation.dotted()))?;
    let Schema::Object(schema) = response else {
        return match response {
            Schema::List(item) => Ok(format!("a list of {}", link(item)?)),
            other => link(&other),
        };
    };
    match schema.of {
        Some(item) if operation.paging != Paging::None => Ok(format!("pages of {}", link(item)?)),
        Some(Schema::List(_)) => Ok("[`Invitations`](crate::model::Invitations)".to_owned()),
        Some(item) => link(item),
        None => link(&response),
    }
}

/// Returns the refusals among the examples.
pub(super) fn refusals(refusals: &[Refusal]) -> String {
    let row = |refusal: &Refusal| {
        let code = refusal.code.as_ref().map_or_else(String::new, |code| format!("`{code}`"));
        format!("| {} | {} | {code} |\n", sentence(&refusal.name), refusal.status)
    };
    let rows: String = refusals.iter().map(row).collect();
    format!(
        "\n# Errors\n| Cause | Status | Code |\n|---|---|---|\n{rows}\nSee [`ErrorKind`](crate::ErrorKind) for the kinds of all errors.\n"
    )
}

#[cfg(test)]
mod tests {
    use atlassian_admin_core::operation;

    use super::*;

    #[test]
    fn list_has_scopes_limit_and_repetition() {
        let list = list(operation("events.query").unwrap()).unwrap();
        let expected = "
# Request
`GET /admin/v1/orgs/{orgId}/events`, documented by Atlassian as [`getEvents`](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-get).

- **Returns:** pages of [`Event`](crate::model::Event)
- **Key:** [`OrganizationKey`](crate::OrganizationKey) with the scope `read:events:admin`
- **Rate limit:** 10 requests a minute for all operations of `events`
- **After a lost response:** the client repeats the request
- **In the command line and the npm package:** `events.query`
";
        assert_eq!(list, expected);
    }

    #[test]
    fn refusals_have_status_and_code() {
        let refusal = Refusal {
            name: "an unknown group".to_owned(),
            setup: Default::default(),
            arguments: Default::default(),
            status: 404,
            code: Some("ADMIN-404-1".to_owned()),
            hint: None,
        };
        assert!(refusals(&[refusal]).contains("\n| An unknown group | 404 | `ADMIN-404-1` |\n"));
    }
}
