//! What the operations of provisioning share: the directory, bodies, references, paths and pages.

use std::borrow::Cow;

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::model::Timestamp;
use atlassian_admin_core::operation::{Operation, RequestParts};
use atlassian_admin_core::page::ResourcePage;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Document;
use crate::organization::call::Call;
use crate::problem::{Problem, ScimType};
use crate::refusal::Failure;

/// The default and the maximum number of records of a page.
const PAGE: u32 = 100;
pub(super) const LARGEST_PAGE: u32 = 1_000;

/// The directory whose key a request has: the first one, as the guard of keys sees to.
pub(super) const DIRECTORY: usize = 0;

impl Call<'_> {
    /// The document that a request writes.
    pub(super) fn take_document(&mut self) -> Result<Document, Problem> {
        match self.document.take() {
            Some(Value::Object(document)) => Ok(document),
            _ => Err(Problem::scim(ScimType::InvalidSyntax, "the body must be an object")),
        }
    }

    fn record_url(&self, kind: &str, id: &str) -> String {
        let directory = self.tx.world.directories.get(DIRECTORY).map_or("", |directory| &directory.id);
        format!("{}/scim/directory/{directory}/{kind}s/{id}", self.origin)
    }

    /// A user or group, as a member or a group of another record.
    pub(super) fn reference(&self, kind: &str, id: &str, display: &str) -> Value {
        json!({ "type": kind, "value": id, "display": display, "$ref": self.record_url(kind, id) })
    }

    /// The attribute `meta`. Times are milliseconds since 1970.
    pub(super) fn meta(&self, kind: &str, id: &str, created: i64, modified: i64) -> Value {
        json!({
            "resourceType": kind,
            "location": self.record_url(kind, id),
            "created": Timestamp::from_millis(created),
            "lastModified": Timestamp::from_millis(modified),
        })
    }
}

/// The document as the client's type, which keeps unknown attributes.
pub(super) fn record<T: DeserializeOwned>(document: Option<Value>) -> Result<T, Failure> {
    let record = document.and_then(|document| serde_json::from_value(document).ok());
    Ok(record.ok_or(Problem::INTERNAL)?)
}

/// Takes the document of a write out of the request's parts. The handlers read it as sent: the
/// client's types read `null` as absent, and refuse text for a boolean.
pub(crate) fn set_document_aside(operation: &Operation, parts: &mut RequestParts) -> Option<Value> {
    let body = parts.body.as_mut().filter(|_| operation.auth == KeyKind::Directory)?;
    Some(std::mem::replace(body, json!({})))
}

/// The path of a request without the `/scim` that Entra ID appends to the URL of the directory.
pub(crate) fn without_appended(path: &str) -> Cow<'_, str> {
    let rest = path.strip_prefix("/scim/directory/").and_then(|rest| rest.split_once('/'));
    match rest.and_then(|(directory, rest)| Some((directory, rest.strip_prefix("scim/")?))) {
        Some((directory, rest)) => format!("/scim/directory/{directory}/{rest}").into(),
        None => path.into(),
    }
}

/// A page of records, counted from 1.
pub(super) fn page<T, R>(
    found: &[T],
    start_index: Option<u64>,
    count: Option<u32>,
    record: impl Fn(&T) -> Result<R, Failure>,
) -> Result<ResourcePage<R>, Failure> {
    let start = start_index.unwrap_or(1).max(1);
    let count = count.unwrap_or(PAGE).min(LARGEST_PAGE) as usize;
    let skipped = usize::try_from(start - 1).unwrap_or(usize::MAX);
    let resources: Vec<_> = found.iter().skip(skipped).take(count).map(record).collect::<Result<_, _>>()?;
    Ok(ResourcePage {
        schemas: Some(vec!["urn:ietf:params:scim:api:messages:2.0:ListResponse".to_owned()]),
        total_results: Some(found.len() as u64),
        start_index: Some(start),
        items_per_page: Some(resources.len() as u64),
        resources: Some(resources),
    })
}
