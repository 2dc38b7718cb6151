//! Lists the organizations of the key, with a header of its own, a retry policy of its own, and
//! every request as spans and events of `tracing` on standard error.

use std::time::Duration;

use atlassian_admin::TracingObserver;
use atlassian_admin::policy::{RetryPolicy, SafeRetry, Timeouts};
use rust_programs::{Outcome, builder};
use tracing::{Instrument, Level, info_span};

#[tokio::main]
async fn main() -> Outcome {
    tracing_subscriber::fmt().with_max_level(Level::DEBUG).with_writer(std::io::stderr).init();
    let client = builder()?
        .header("x-correlation-id", "nightly-report")
        .retry(SafeRetry.with_attempt_limit(3).with_time_limit(Duration::from_secs(30)))
        .observer(TracingObserver::new())
        .build()?;
    let hurried = Timeouts { total: Some(Duration::from_secs(5)), ..Timeouts::default() };
    let list = client.orgs().list().with_timeouts(hurried);
    for org in list.all().instrument(info_span!("report")).await? {
        println!("{}", org.id);
    }
    Ok(())
}
