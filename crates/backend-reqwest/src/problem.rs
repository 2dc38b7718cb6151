//! Describes what went wrong with a request.
//!
//! The errors of the libraries contain URLs and addresses, so none of their text is used.

use std::error::Error;
use std::io::{self, ErrorKind};

use rustls::CertificateError;

const CUT_OFF: &str = "the server closed the connection before the response was complete";

/// Returns the problem, as far as the chain of errors shows it.
pub(crate) fn problem(error: &reqwest::Error) -> Option<&'static str> {
    let mut source = Some(error as &dyn Error);
    while let Some(error) = source {
        if let Some(problem) = known(error) {
            return Some(problem);
        }
        source = error.source();
    }
    match () {
        () if error.is_timeout() => Some("timed out"),
        () if error.is_body() || error.is_decode() => Some(CUT_OFF),
        () => None,
    }
}

fn known(error: &(dyn Error + 'static)) -> Option<&'static str> {
    if let Some(error) = error.downcast_ref::<io::Error>() {
        // A custom error within an I/O error is not among its sources.
        let within = error.get_ref().and_then(|error| error.downcast_ref::<rustls::Error>());
        return within.map(tls).or_else(|| io(error.kind()));
    }
    // The types of these errors are private.
    let text = error.to_string();
    let starts = [
        ("dns error", "the name of the host cannot be resolved (DNS)"),
        ("tunnel error: proxy authorization required", "the proxy requires authentication"),
        ("tunnel error: failed to create", "the proxy cannot be reached"),
        ("tunnel error", "the proxy refused to connect"),
        ("connection closed before message completed", CUT_OFF),
        ("invalid HTTP", "the response is not HTTP"),
    ];
    starts.iter().find(|(start, _)| text.starts_with(start)).map(|(_, problem)| *problem)
}

fn io(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::ConnectionRefused => "connection refused",
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => {
            "connection reset"
        }
        ErrorKind::UnexpectedEof => CUT_OFF,
        ErrorKind::TimedOut => "timed out",
        ErrorKind::HostUnreachable => "the host is unreachable",
        ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => "the network is unreachable",
        _ => return None,
    })
}

fn tls(error: &rustls::Error) -> &'static str {
    match error {
        rustls::Error::InvalidCertificate(error) => match error {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                "the TLS certificate of the server has expired"
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                "the TLS certificate of the server is for another host"
            }
            CertificateError::UnknownIssuer => "the TLS certificate of the server is not trusted",
            _ => "the TLS certificate of the server is not valid",
        },
        _ => "the TLS handshake failed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tls_error_is_found_within_an_io_error() {
        for (error, expected) in [
            (CertificateError::Expired, "the TLS certificate of the server has expired"),
            (CertificateError::NotValidForName, "the TLS certificate of the server is for another host"),
            (CertificateError::UnknownIssuer, "the TLS certificate of the server is not trusted"),
            (CertificateError::Revoked, "the TLS certificate of the server is not valid"),
        ] {
            let error = io::Error::new(ErrorKind::InvalidData, rustls::Error::InvalidCertificate(error));
            assert_eq!(known(&error), Some(expected));
        }
        assert_eq!(known(&io::Error::from(ErrorKind::ConnectionReset)), Some("connection reset"));
        assert_eq!(known(&io::Error::from(ErrorKind::Other)), None);
    }
}
