//! The texts of errors: without keys and personal data.

use super::{Error, ErrorKind, Source, Unresolved, body, said};
use crate::backend::BodyTooLarge;

impl Error {
    fn describe(&self) -> &'static str {
        match self.kind() {
            ErrorKind::Timeout if matches!(self.0.source, Some(Source::NotVisible(_))) => {
                "the change is not visible yet"
            }
            // The server did not refuse the request: the client itself keeps the limit.
            ErrorKind::RateLimited if self.http_status().is_none() => {
                "the rate limit allows no request within the time-out"
            }
            kind => kind.describe(),
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.name(), self.describe())?;
        if let Some(status) = self.http_status() {
            write!(f, " (HTTP {}", status.as_u16())?;
            said::write_codes(f, self.api())?;
            f.write_str(")")?;
        }
        match &self.0.source {
            None => {
                if let (Some(host), None) = (self.host(), self.http_status()) {
                    write!(f, ": waited for {host}")?;
                }
            }
            Some(Source::Foreign(foreign)) => write!(f, ": {}", foreign.describe())?,
            Some(Source::Argument(error)) => write!(f, ": {error}")?,
            Some(Source::Key(error)) => write!(f, ": {error}")?,
            // The backend's own error may contain the URL, and with it e-mail addresses, so it is
            // the source and not in the text.
            Some(Source::Transport(error)) => match error.source.downcast_ref::<BodyTooLarge>() {
                Some(error) => write!(f, ": {error}")?,
                None => {
                    f.write_str(": ")?;
                    error.describe(f, self.host())?;
                }
            },
            Some(Source::Decode(error)) => write!(f, ": {error}")?,
            Some(Source::Paging(error)) => write!(f, ": {error}")?,
            Some(Source::Unresolved(unresolved)) => unresolved.describe(f)?,
            Some(Source::NotVisible(waited)) if waited.subsec_nanos() == 0 => {
                write!(f, ": waited {} s", waited.as_secs())?;
            }
            Some(Source::NotVisible(waited)) => write!(f, ": waited {} ms", waited.as_millis())?,
        }
        if self.attempts() > 1 {
            write!(f, " after {} attempts", self.attempts())?;
        }
        if let (ErrorKind::RateLimited, Some(wait)) = (self.kind(), self.retry_after()) {
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            write!(f, "; the next request is allowed in {seconds} s")?;
        }
        if let Some(trace) = self.trace_id().filter(|trace| body::is_code(trace)) {
            write!(f, "; trace {trace}")?;
        }
        if let Some(hint) = self.hint() {
            write!(f, "; {hint}")?;
        }
        Ok(())
    }
}

impl Unresolved {
    fn describe(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let what = self.what;
        if self.directories.is_empty() {
            return write!(f, ": {what} has no directory that the key may manage");
        }
        write!(f, ": {what} has several directories:")?;
        let mut before = "";
        for id in &self.directories {
            write!(f, "{before} {id}")?;
            before = ",";
        }
        Ok(())
    }
}

impl std::fmt::Debug for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("operation", &self.operation().id)
            .field("status", &self.http_status().map(|status| status.as_u16()))
            .field("attempts", &self.attempts())
            .field("message", &self.to_string())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.source {
            None | Some(Source::Foreign(_) | Source::Unresolved(_) | Source::NotVisible(_)) => None,
            // The backend's own error may print the URL: `transport_error` returns it.
            Some(Source::Transport(error)) => error.problem.as_ref().map(|problem| problem as _),
            Some(Source::Argument(error)) => Some(error),
            Some(Source::Key(error)) => Some(error),
            Some(Source::Decode(error)) => Some(error),
            Some(Source::Paging(error)) => Some(error),
        }
    }
}
