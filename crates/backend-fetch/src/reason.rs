//! What JavaScript threw, as an error.

use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

use crate::js::get;

/// The value that a `fetch` threw or was rejected with: an `Error`, or any other value.
pub struct Reason(SendWrapper<JsValue>);

impl Reason {
    /// An error of what JavaScript threw.
    #[must_use]
    pub fn new(value: JsValue) -> Self {
        Self(SendWrapper::new(value))
    }

    /// An error of this side, with a message of its own.
    #[must_use]
    pub fn with_message(problem: &str) -> Self {
        Self::new(js_sys::Error::new(problem).into())
    }

    /// Describes the problem if the host gives it a code: on the error itself or, as Node does, on
    /// its cause.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        let code = |value: &JsValue| get(value, "code").as_string();
        let code = code(&get(&self.0, "cause")).or_else(|| code(&self.0))?;
        PROBLEMS.iter().find(|(known, _)| *known == code).map(|(_, problem)| *problem)
    }

    /// Returns the value itself.
    #[must_use]
    pub fn value(&self) -> &JsValue {
        &self.0
    }
}

/// Node's error codes, which Deno and Bun share.
const PROBLEMS: &[(&str, &str)] = &[
    ("ECONNREFUSED", "connection refused"),
    ("ConnectionRefused", "connection refused"),
    ("ENOTFOUND", DNS),
    ("EAI_AGAIN", DNS),
    ("ECONNRESET", "connection reset"),
    ("UND_ERR_SOCKET", "connection reset"),
    ("ETIMEDOUT", "timed out"),
    ("UND_ERR_CONNECT_TIMEOUT", "timed out"),
    ("CERT_HAS_EXPIRED", TLS),
    ("ERR_TLS_CERT_ALTNAME_INVALID", TLS),
    ("DEPTH_ZERO_SELF_SIGNED_CERT", TLS),
    ("SELF_SIGNED_CERT_IN_CHAIN", TLS),
    ("UNABLE_TO_VERIFY_LEAF_SIGNATURE", TLS),
    ("UNABLE_TO_GET_ISSUER_CERT_LOCALLY", TLS),
];

const DNS: &str = "the name of the host cannot be resolved (DNS)";
const TLS: &str = "the TLS certificate of the server is not valid or not trusted";

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = get(&self.0, "message").as_string().or_else(|| self.0.as_string());
        f.write_str(message.as_deref().unwrap_or("fetch failed"))
    }
}

/// `Debug` omits the message, which may contain the URL and with it e-mail addresses.
impl std::fmt::Debug for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reason(…)")
    }
}

impl std::error::Error for Reason {}
