//! What the operations of provisioning share: directories, bodies, paths and pages.

use std::borrow::Cow;

use atlassian_admin_core::auth::KeyKind;
use atlassian_admin_core::endpoint::{Operation, Parts};
use atlassian_admin_core::model::DirectoryId;
use atlassian_admin_core::paging::ResourcePage;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Document;
use crate::organization::call::Call;
use crate::problem::{Problem, ScimType};

/// The default and the maximum number of records of a page.
const PAGE: u32 = 100;
pub(crate) const LARGEST_PAGE: u32 = 1_000;

/// A directory that provisions users and groups.
#[derive(Debug)]
pub(crate) struct Directory {
    pub(crate) index: usize,
    pub(crate) url: String,
}

impl Call<'_> {
    pub(crate) fn scim_directory(&self, id: &DirectoryId) -> Result<Directory, Problem> {
        let index = self.tx.world.directory_index(id.as_str());
        let index =
            index.ok_or_else(|| Problem::scim_not_found(format!("Resource DIRECTORY {id} not found.")))?;
        Ok(Directory { index, url: format!("{}/scim/directory/{id}", self.origin) })
    }

    /// The document that a request writes.
    pub(crate) fn take_document(&mut self) -> Result<Document, Problem> {
        match self.document.take() {
            Some(Value::Object(document)) => Ok(document),
            _ => Err(Problem::scim(ScimType::InvalidSyntax, "the body must be an object")),
        }
    }
}

/// The document as the client's type, which keeps unknown attributes.
pub(crate) fn record<T: DeserializeOwned>(document: Document) -> Result<T, Problem> {
    serde_json::from_value(Value::Object(document)).map_err(|_| Problem::INTERNAL)
}

/// Takes the document of a write out of the request's parts. The handlers read it as sent: the
/// client's types read `null` as absent, and refuse text for a boolean.
pub(crate) fn set_document_aside(operation: &Operation, parts: &mut Parts) -> Option<Value> {
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
pub(crate) fn page<T, R>(
    found: &[T],
    start_index: Option<u64>,
    count: Option<u32>,
    record: impl Fn(&T) -> Result<R, Problem>,
) -> Result<ResourcePage<R>, Problem> {
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

#[cfg(test)]
mod tests {
    use super::without_appended;

    #[test]
    fn without_appended_removes_one_scim_after_the_directory() {
        for (path, expected) in [
            ("/scim/directory/d/scim/Users", "/scim/directory/d/Users"),
            ("/scim/directory/d/scim/Users/1", "/scim/directory/d/Users/1"),
            ("/scim/directory/scim/scim/Groups", "/scim/directory/scim/Groups"),
            ("/scim/directory/scim/Users", "/scim/directory/scim/Users"),
            ("/scim/directory/d/scim/scim/Users", "/scim/directory/d/scim/Users"),
            ("/scim/directory/d/scim", "/scim/directory/d/scim"),
            ("/scim/directory/d/SCIM/Users", "/scim/directory/d/SCIM/Users"),
            ("/scim/directory/d/Users", "/scim/directory/d/Users"),
            ("/admin/v1/orgs", "/admin/v1/orgs"),
        ] {
            assert_eq!(without_appended(path), expected);
        }
    }
}
