//! A result with the response that it was read from.

use http::{HeaderMap, StatusCode, Uri};

use crate::headers;

/// A result with the head of the response that it was read from. If the request was sent several
/// times, it is the last response.
///
/// # Examples
/// ```
/// # use atlassian_admin_core::{Client, Result};
/// # async fn example(client: Client) -> Result<()> {
/// let domains = client.organization("8a130dbc-06bc-1a05-1117-a1c2d3e4f5a6").domains().list();
/// let response = domains.with_response().await?;
/// println!("{}: HTTP {}, trace {:?}", response.url, response.status, response.trace_id());
/// for domain in response.value.data {
///     println!("{:?}", domain.attributes);
/// }
/// # Ok(()) }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WithResponse<T> {
    /// The result.
    pub value: T,
    /// The status, which is one of success, such as 200 or 206.
    pub status: StatusCode,
    /// The headers. Empty if one of them repeats the key.
    pub headers: HeaderMap,
    /// The URL of the request. Its path and query hold the arguments, which may be personal data.
    pub url: Uri,
}

impl<T> WithResponse<T> {
    /// The trace identifier of the response, which Atlassian's support asks for.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result};
    /// # async fn example(client: Client) -> Result<()> {
    /// let response = client.orgs().list().with_response().await?;
    /// println!("trace {}", response.trace_id().unwrap_or("unknown"));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        headers::trace_id(&self.headers)
    }
}
