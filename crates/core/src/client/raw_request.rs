//! A request of a method and path that the caller gives.

use std::fmt::Display;

use futures_util::future::BoxFuture;
use http::response::Parts as Head;
use serde_json::Value;

use super::exchange::Exchange;
use super::{Client, WithResponse};
use crate::auth::{CredentialKind, OrganizationKey};
use crate::backend::{Body, HttpRequest};
use crate::error::Error;
use crate::json::{DecodeError, decode_slice};
use crate::operation::{
    ArgumentError, Method, Operation, QueryPair, QueryStyle, RAW, RequestParts, check_template,
};
use crate::policy::{RetryPolicy, Timeouts};

/// A raw request: [`Client::request`] makes it, awaiting it sends it.
#[derive(Debug, Clone)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct RawRequest<K = OrganizationKey> {
    client: Client<K>,
    method: http::Method,
    template: String,
    /// The operation of this method and path, if there is one.
    listed: Option<&'static Operation>,
    arguments: Vec<(String, String)>,
    query: Vec<QueryPair>,
    body: Option<Value>,
    idempotent: bool,
}

impl<K: CredentialKind> RawRequest<K> {
    /// Makes a raw request, as [`Client::request`] does, for a host with its own list of
    /// operations: `listed` is the operation of this method and path, if there is one.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_core::{Client, RawRequest, http::Method, operation};
    ///
    /// fn request(client: &Client) -> RawRequest {
    ///     let path = "/admin/v1/orgs/{orgId}".to_owned();
    ///     RawRequest::new(client, Method::GET, path, operation("orgs.get"))
    /// }
    /// ```
    pub fn new(
        client: &Client<K>,
        method: http::Method,
        template: String,
        listed: Option<&'static Operation>,
    ) -> Self {
        let (arguments, query) = (Vec::new(), Vec::new());
        Self {
            client: client.clone(),
            method,
            template,
            listed,
            arguments,
            query,
            body: None,
            idempotent: false,
        }
    }

    /// The value of `{name}` in the path. It is cleaned as identifiers are (see
    /// [`input`](crate::input)), and encoded as one segment. The last value of a name holds.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// # fn example(client: Client) -> Result<()> {
    /// let request = client.request(Method::GET, "/admin/v2/orgs/{orgId}/new-thing");
    /// let preview = request.arg("orgId", "o/1").preview()?;
    /// assert_eq!(preview.uri().path(), "/admin/v2/orgs/o%2F1/new-thing");
    /// # Ok(()) }
    /// ```
    pub fn arg(mut self, name: &str, value: impl Display) -> Self {
        self.arguments.push((name.to_owned(), value.to_string()));
        self
    }

    /// A parameter of the query, percent-encoded. A name that is given several times is sent
    /// several times, in order.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// # fn example(client: Client) -> Result<()> {
    /// let request = client.request(Method::GET, "/admin/v2/new-things").query("limit", 5);
    /// let preview = request.query("name", "a&b").preview()?;
    /// assert_eq!(preview.uri().query(), Some("limit=5&name=a%26b"));
    /// # Ok(()) }
    /// ```
    pub fn query(mut self, name: &str, value: impl Display) -> Self {
        let values = vec![value.to_string()];
        self.query.push(QueryPair { name: name.to_owned(), values, style: QueryStyle::Plain });
        self
    }

    /// The body, which is sent as JSON. GET and HEAD have none.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// use serde_json::json;
    ///
    /// # async fn example(client: Client) -> Result<()> {
    /// let request = client.request(Method::POST, "/admin/v2/orgs/{orgId}/new-things");
    /// let made = request.arg("orgId", "o-1").body(json!({ "name": "first" })).await?;
    /// println!("{}", made["id"]);
    /// # Ok(()) }
    /// ```
    pub fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// Declares that making the request twice has the same effect as making it once. The client
    /// then sends it again after a lost response or a server failure; without it, only GET and
    /// HEAD. It has no effect on a request of a listed operation, whose entry says whether it is
    /// idempotent.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// # async fn example(client: Client) -> Result<()> {
    /// let removal = client.request(Method::DELETE, "/admin/v2/orgs/{orgId}/new-things/{thingId}");
    /// removal.arg("orgId", "o-1").arg("thingId", "t-1").idempotent().await?;
    /// # Ok(()) }
    /// ```
    pub fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// The time-outs of this request. Default: those of the client.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// use std::time::Duration;
    /// use atlassian_admin_core::policy::Timeouts;
    ///
    /// # async fn example(client: Client) -> Result<()> {
    /// let hasty = Timeouts { total: Some(Duration::from_secs(5)), ..Timeouts::default() };
    /// client.request(Method::GET, "/admin/v2/new-things").with_timeouts(hasty).await?;
    /// # Ok(()) }
    /// ```
    pub fn with_timeouts(mut self, timeouts: Timeouts) -> Self {
        self.client = self.client.with_timeouts(timeouts);
        self
    }

    /// The retry policy of this request. Default: that of the client.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// use atlassian_admin_core::policy::NeverRetry;
    ///
    /// # async fn example(client: Client) -> Result<()> {
    /// client.request(Method::GET, "/admin/v2/new-things").with_retry(NeverRetry).await?;
    /// # Ok(()) }
    /// ```
    pub fn with_retry(mut self, policy: impl RetryPolicy) -> Self {
        self.client = self.client.with_retry(policy);
        self
    }

    /// A header of this request. The last value of a name holds.
    /// [`ClientBuilder::header`](crate::ClientBuilder::header) says which headers are refused.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// # async fn example(client: Client) -> Result<()> {
    /// let request = client.request(Method::GET, "/admin/v2/new-things");
    /// request.with_header("x-correlation-id", "nightly-7").await?;
    /// # Ok(()) }
    /// ```
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.client = self.client.with_header(name, value);
        self
    }

    /// Returns the request that [`Self::send`] would send, without the key. Nothing is sent, also
    /// by a client that is read-only.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// # fn example(client: Client) -> Result<()> {
    /// let preview = client.request(Method::GET, "/admin/v2/new-things").preview()?;
    /// assert_eq!(preview.uri(), "https://api.atlassian.com/admin/v2/new-things");
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument).
    pub fn preview(&self) -> Result<HttpRequest, Error> {
        let (operation, parts) = self.prepare()?;
        let preview = self.client.0.preview(operation, &parts);
        preview.map_err(|error| error.with_template(parts.template))
    }

    /// Sends the request and returns the JSON of the response, `null` if it is empty. Awaiting the
    /// request does the same.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// # async fn example(client: Client) -> Result<()> {
    /// let things = client.request(Method::GET, "/admin/v2/new-things").send().await?;
    /// println!("{}", things["data"]);
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// See [`ErrorKind`](crate::ErrorKind).
    /// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) also for a path that could leave the
    /// base URL, a method that the API does not use, a body of GET or HEAD, and another kind of
    /// key than a listed operation takes.
    pub async fn send(&self) -> Result<Value, Error> {
        self.send_with(|_, body| read(&body)).await
    }

    /// Sends the request, and returns the JSON with the status, the headers and the URL. If the
    /// request is sent several times, they are those of the last response.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// # async fn example(client: Client) -> Result<()> {
    /// let response = client.request(Method::GET, "/admin/v2/new-things").with_response().await?;
    /// println!("HTTP {}: {}", response.status, response.value);
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// As [`Self::send`].
    pub async fn with_response(&self) -> Result<WithResponse<Value>, Error> {
        self.call(|exchange, head, body| Ok(exchange.with_response(read(&body)?, head))).await
    }

    /// Sends the request, and reads the response with `read`, as
    /// [`Client::send_untyped_with`] does: for hosts that read JSON themselves.
    ///
    /// # Examples
    /// ```
    /// # use atlassian_admin_core::{Client, Result, http::Method};
    /// # async fn example(client: Client) -> Result<()> {
    /// let request = client.request(Method::GET, "/admin/v2/new-things");
    /// let bytes = request.send_with(|_, body| Ok(body.bytes().into_owned())).await?;
    /// println!("{} bytes", bytes.len());
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// As [`Self::send`], and the errors of `read`.
    pub async fn send_with<T: Send>(
        &self,
        read: impl Fn(&Head, Body) -> Result<T, DecodeError> + Send + Sync,
    ) -> Result<T, Error> {
        self.call(|_, head, body| read(head, body)).await
    }

    async fn call<T: Send>(
        &self,
        read: impl Fn(&Exchange<'_>, &Head, Body) -> Result<T, DecodeError> + Send + Sync,
    ) -> Result<T, Error> {
        let (operation, parts) = self.prepare()?;
        let result = self.client.0.call(operation, &parts, read).await;
        result.map_err(|error| error.with_template(parts.template))
    }

    /// Returns the operation and the parts that the pipeline takes.
    fn prepare(&self) -> Result<(&'static Operation, RequestParts), Error> {
        let operation = match self.listed {
            Some(listed) => {
                self.client.0.check_kind(listed)?;
                listed
            }
            None => raw_operation(&self.method, self.idempotent)?,
        };
        check_template(&self.template).map_err(|error| Error::argument(operation, error))?;
        let template = self.listed.is_none().then(|| self.template.as_str().into());
        let parts = match &self.body {
            Some(_) if matches!(operation.method, Method::Get | Method::Head) => {
                Err(ArgumentError::new("body", "GET and HEAD have none: leave it out"))
            }
            body => RequestParts::raw(&self.template, &self.arguments, self.query.clone(), body.clone()),
        };
        match parts {
            Ok(parts) => Ok((operation, RequestParts { template, ..parts })),
            Err(error) => Err(Error::argument(operation, error).with_template(template)),
        }
    }
}

/// The operation of all raw requests of this method.
fn raw_operation(method: &http::Method, idempotent: bool) -> Result<&'static Operation, Error> {
    let [get, ..] = &RAW;
    let has_facts = |operation: &&Operation| {
        operation.method.as_str() == method.as_str()
            && (operation.reads || operation.idempotent == idempotent)
    };
    RAW.iter().find(has_facts).ok_or_else(|| {
        let problem = "must be GET, HEAD, POST, PUT, PATCH or DELETE";
        Error::argument(get, ArgumentError::new("method", problem))
    })
}

/// Reads the JSON of a response. An empty one is `null`.
fn read(body: &Body) -> Result<Value, DecodeError> {
    let bytes = body.bytes();
    if bytes.trim_ascii().is_empty() { Ok(Value::Null) } else { decode_slice(&bytes) }
}

impl<K: CredentialKind> IntoFuture for RawRequest<K> {
    type Output = Result<Value, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.send().await })
    }
}
