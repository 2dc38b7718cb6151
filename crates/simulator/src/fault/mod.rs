//! Faults: what goes wrong on purpose, and when.

mod plan;
mod table;
mod text;

use std::time::Duration;

use atlassian_admin_core::operation::Endpoint;

pub(crate) use plan::{FaultPlan, is_late};
pub(crate) use table::{Arguments, Kind};
pub use table::{FaultArgument, FaultKind};
pub use text::FaultError;

/// Something that goes wrong on purpose: a kind of [`Fault::KINDS`], its arguments, and the
/// requests that it applies to.
///
/// Of several faults that decide about a request, the first one applies, and the request does not
/// count for the others.
///
/// Each method names the kinds that take its argument; it leaves a fault of another kind unchanged.
/// As text, such an argument is an error.
///
/// The text form, `KIND[:NAME=VALUE[,NAME=VALUE…]]`, says the same.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use atlassian_admin_core::api;
/// use atlassian_admin_simulator::Fault;
///
/// let wait = Duration::from_secs(7);
/// let fault = Fault::status(503).retry_after(wait).times(2).on::<api::events::Poll>();
/// assert_eq!(fault, "503:times=2,operation=pollEvents,retry-after=7".parse()?);
/// assert_eq!(fault.to_string(), "503:retry-after=7,operation=pollEvents,times=2");
/// # Ok::<(), atlassian_admin_simulator::FaultError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[must_use = "a fault applies only to the simulator that it is given to"]
pub struct Fault {
    pub(crate) kind: Kind,
    pub(crate) arguments: Arguments,
}

/// How a response says when to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryAfter {
    Seconds(u32),
    HttpDate,
    /// `X-RateLimit-Reset` alone.
    Iso,
}

/// What arrives instead of a lost response, unless the connection is reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Instead {
    Hang,
    Status(u16),
}

impl Fault {
    fn new(kind: Kind) -> Self {
        Self { kind, arguments: Arguments::default() }
    }

    /// The request is refused with this HTTP status, in the form of its family of operations: 429
    /// as the rate limit does it, 401 as for an unknown key.
    ///
    /// A number outside of 400 to 599 becomes the nearest of these. As text: the number.
    ///
    /// # Examples
    /// ```
    /// use atlassian_admin_simulator::Fault;
    /// assert_eq!(Fault::status(429).times(1).to_string(), "429:times=1");
    /// ```
    pub fn status(status: u16) -> Self {
        Self::new(Kind::Status(text::nearest_error(status)))
    }

    /// Its row of [`Fault::KINDS`].
    #[must_use]
    pub fn kind(&self) -> FaultKind {
        self.kind.row()
    }

    /// Applies only to requests of the operation `E`. For all kinds but [`Fault::late`].
    pub fn on<E: Endpoint>(self) -> Self {
        self.with("operation", E::OPERATION.id)
    }

    /// Sets an argument that its kind takes, as the text form does.
    fn with(mut self, argument: &str, value: impl ToString) -> Self {
        if self.kind.row().takes(argument) {
            let set = self.arguments.set(argument, &value.to_string());
            debug_assert_eq!(set, Ok(()), "the methods give only values that the text form takes");
        }
        self
    }
}

/// A method for each argument of a fault.
macro_rules! arguments {
    ($($(#[$doc:meta])* $visibility:vis $method:ident($($given:ident: $type:ty)?) => $name:literal = $value:expr;)*) => {
        impl Fault {
            $($(#[$doc])* $visibility fn $method(self $(, $given: $type)?) -> Self {
                self.with($name, $value)
            })*
        }
    };
}

arguments! {
    /// Lets the first `requests` pass. For all kinds but [`Fault::late`].
    pub skip(requests: u64) => "skip" = requests;
    /// Applies only to each `nth` of the requests that follow the skipped ones. 0 means 1. Of
    /// [`Fault::late`] it replaces which events are late.
    pub every(nth: u64) => "every" = nth.max(1);
    /// Applies only to this share of the requests, up to 1; a seed always selects the same. 0 means
    /// the smallest share, [`f64::EPSILON`]. For all kinds but [`Fault::late`].
    pub chance(share: f64) => "chance" = if share > f64::EPSILON { share.min(1.0) } else { f64::EPSILON };
    /// Applies at most so many times. 0 means 1. For all kinds but [`Fault::late`].
    pub times(times: u64) => "times" = times.max(1);
    /// The response asks for this wait in `Retry-After`, in whole seconds, rounded up. For
    /// [`Fault::status`] alone.
    pub retry_after(wait: Duration) => "retry-after" = count(wait, SECOND);
    /// The response asks for a wait of 5 seconds in `Retry-After`, as an HTTP date. For
    /// [`Fault::status`] alone.
    pub retry_after_http_date() => "retry-after" = "http-date";
    /// The response gives the end of the minute in `X-RateLimit-Reset`, without `Retry-After`. For
    /// [`Fault::status`] alone.
    pub rate_limit_reset() => "retry-after" = "iso";
    /// Instead of the lost response nothing arrives, and the connection stays open. For
    /// [`Fault::lost`] alone.
    pub as_hang() => "as" = "hang";
    /// Instead of the lost response one with this status arrives; see [`Fault::status`]. For
    /// [`Fault::lost`] alone.
    pub as_status(status: u16) => "as" = text::nearest_error(status);
    ms(wait: Duration) => "ms" = count(wait, SECOND / 1_000);
    by(wait: Duration) => "by" = count(wait, SECOND);
}

/// In nanoseconds.
const SECOND: u128 = 1_000_000_000;

/// How many units of so many nanoseconds there are, rounded up; at most the largest number that
/// fits.
fn count(time: Duration, unit: u128) -> u32 {
    u32::try_from(time.as_nanos().div_ceil(unit)).unwrap_or(u32::MAX)
}
