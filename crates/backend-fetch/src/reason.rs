//! What JavaScript threw, as an error.

use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

use crate::js::get;

/// What a `fetch` threw or was rejected with: an `Error`, or any other value.
pub struct Reason(SendWrapper<JsValue>);

impl Reason {
    pub(crate) fn new(value: JsValue) -> Self {
        Self(SendWrapper::new(value))
    }

    /// An answer that is none.
    pub(crate) fn told(problem: &str) -> Self {
        Self::new(js_sys::Error::new(problem).into())
    }

    /// What went wrong, in plain words, where the host says so by a code: on the error itself or,
    /// as Node does, on its cause.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        let code = |value: &JsValue| get(value, "code").as_string();
        let code = code(&get(&self.0, "cause")).or_else(|| code(&self.0))?;
        PROBLEMS.iter().find(|(known, _)| *known == code).map(|(_, problem)| *problem)
    }

    /// The value itself.
    #[must_use]
    pub fn value(&self) -> &JsValue {
        &self.0
    }
}

/// The codes of Node's errors, which Deno and Bun share.
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

/// The message may hold the URL, and with it e-mail addresses.
impl std::fmt::Debug for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reason(…)")
    }
}

impl std::error::Error for Reason {}
