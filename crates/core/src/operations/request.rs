//! Raw requests: for what has no operation in the list.

use http::Method;

use super::OPERATIONS;
use crate::auth::CredentialKind;
use crate::client::{Client, RawRequest};

impl<K: CredentialKind> Client<K> {
    /// Makes a raw request, for what has no operation in the list. The path is a template from the
    /// root of the API; [`RawRequest::arg`] gives the values of its `{name}`.
    ///
    /// It has the client's key, time-outs, retries and headers, and its errors and events show no
    /// argument. It cannot leave the base URL. It differs from an operation in what nothing says
    /// about it:
    /// - Only GET and HEAD are reads: a read-only client refuses all other methods. Only they are
    ///   sent again after a lost response, unless the caller declares the request
    ///   [`idempotent`](RawRequest::idempotent).
    /// - The client knows no rate limit. After a 429, all raw requests for the same `{orgId}` wait.
    ///
    /// A request with the method and path of a listed operation counts as that operation.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// use atlassian_admin_core::http::Method;
    ///
    /// # async fn example(client: Client) -> Result<()> {
    /// let things = client
    ///     .request(Method::GET, "/admin/v2/orgs/{orgId}/new-things")
    ///     .arg("orgId", "8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6")
    ///     .query("limit", 5)
    ///     .await?;
    /// println!("{}", things["data"]);
    /// # Ok(()) }
    /// ```
    pub fn request(&self, method: Method, path: impl Into<String>) -> RawRequest<K> {
        let path = path.into();
        let listed = OPERATIONS
            .iter()
            .find(|operation| operation.path == path && operation.method.as_str() == method.as_str());
        RawRequest::new(self, method, path, listed)
    }
}
