//! Faults: what goes wrong on purpose, and when.

mod plan;
mod spec;

use std::time::Duration;

pub(crate) use plan::{FaultPlan, Lateness, Request, is_late};
pub use spec::FaultError;

/// Something that goes wrong on purpose. It is made from a text of the form `KIND[:param=value[,param=value…]]`:
///
/// | kind | what happens | its own parameters |
/// |---|---|---|
/// | `429` | the request is refused for its rate | `retry-after=SECONDS`, `http-date`, `iso` (the reset header alone) or `none` (the default) |
/// | `500`, `502`, `503`, `504` | the server fails | |
/// | `reset` | the connection ends without an answer | |
/// | `reset-body` | the connection ends within the answer | |
/// | `truncated-json` | the answer is complete, its JSON is not | |
/// | `wrong-type` | a success holds JSON of another shape | |
/// | `html` | a success holds an HTML page | |
/// | `lost` | the request is carried out, and its answer never arrives | `as=reset` (the default), `hang`, `500`, `502`, `503` or `504` |
/// | `delay` | the answer takes longer; other faults still apply | `ms=MILLISECONDS` |
/// | `drip` | the body comes in 16 pieces, that long after each other; other faults still apply | `ms=MILLISECONDS` |
/// | `hang` | the answer never comes | |
/// | `repeated-cursor` | the page's next cursor is the one that was asked with | |
/// | `expired-cursor` | a given cursor is refused | |
/// | `duplicate` | a page of events begins with the last event of the page before | |
/// | `late` | each N-th event becomes visible that long after it was processed | `every=N,by=SECONDS` |
///
/// All but `late` also take: `operation=ID` (only this operation), `skip=N` (let N matching requests pass first), `every=N` (of
/// those that follow, only each N-th), `chance=0.25` (of these, a share, the same ones for the same seed), `times=N` (strike N times
/// at most). Of several faults that answer a request, the first one strikes and the others do not see it.
///
/// ```
/// use atlassian_admin_simulator::Fault;
/// let fault: Fault = "503:times=2,operation=pollEvents".parse()?;
/// assert_eq!(fault.to_string(), "503:operation=pollEvents,times=2");
/// # Ok::<(), atlassian_admin_simulator::FaultError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    kind: Kind,
    trigger: Trigger,
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    TooManyRequests(RetryAfter),
    Status(u16),
    Reset,
    ResetBody,
    TruncatedJson,
    WrongType,
    Html,
    Delay(Duration),
    Drip(Duration),
    Hang,
    Lost(Loss),
    RepeatedCursor,
    ExpiredCursor,
    Duplicate,
    Late { every: u64, by: Duration },
}

/// What comes in place of an answer that is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loss {
    Reset,
    Hang,
    Status(u16),
}

/// What a refusal says about when to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryAfter {
    None,
    Seconds(u32),
    HttpDate,
    Iso,
}

/// When it goes wrong.
#[derive(Debug, Clone, Default, PartialEq)]
struct Trigger {
    operation: Option<&'static str>,
    skip: Option<u64>,
    every: Option<u64>,
    chance: Option<f64>,
    times: Option<u64>,
}
