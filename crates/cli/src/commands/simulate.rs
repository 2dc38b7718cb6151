//! `simulate`: serves a simulated API.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use atlassian_admin::model::{EpochMillis, OrgId};
use atlassian_admin::{Runtime, TokioRuntime};
use atlassian_admin_simulator::{LoopbackServer, Simulator};
use serde::Serialize;

use crate::args::SimulateArgs;
use crate::exit::Failure;
use crate::signals::Interrupt;
use crate::{output, plain};

/// Maximum time that connections may take to end.
const GRACE: Duration = Duration::from_secs(1);

/// The facts that clients need, in the order in which they are printed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Ready<'a> {
    base_url: String,
    api_key: &'a str,
    directory_key: &'a str,
    org_id: OrgId,
    directory_id: &'a str,
}

pub(super) async fn run(args: SimulateArgs, mut interrupt: Interrupt) -> Result<(), Failure> {
    if !args.listen.ip().is_loopback() && !args.allow_remote {
        return Err(Failure::usage(format!(
            "{} can be reached from other machines, and the simulator is not a hardened server: listen on 127.0.0.1, or give --allow-remote",
            args.listen
        )));
    }
    let runtime = TokioRuntime::new();
    let mut builder = Simulator::builder(Arc::new(runtime.clone()))
        .seed(args.seed)
        .accounts(args.accounts)
        .events(args.events)
        .events_per_minute(args.events_per_minute)
        .rate_limits(!args.no_rate_limits)
        .quirks(args.quirk)
        .faults(args.fault)
        .cors(args.cors);
    if let Some(now) = args.now {
        builder = builder.now(start(now.start(runtime.now()))?);
    }
    let simulator = builder.build();
    let server = LoopbackServer::start(simulator.clone(), args.listen).map_err(|error| {
        Failure::usage(format!(
            "cannot listen on {}: {}; choose another port, such as 0",
            args.listen,
            plain::system(&error)
        ))
    })?;
    let ready = Ready {
        base_url: server.base_url(),
        api_key: simulator.api_key(),
        directory_key: simulator.directory_key(),
        org_id: simulator.org_id(),
        directory_id: simulator.directory_id(),
    };
    let line = serde_json::to_string(&ready).map_err(|error| Failure::usage(error.to_string()))?;
    output::write(format!("{line}\n").as_bytes()).map_err(|error| Failure::stdout(&error))?;
    interrupt.arrived().await;
    // A client that keeps its connection open must not keep the simulator alive.
    let _ = tokio::time::timeout(GRACE, server.shutdown()).await;
    Ok(())
}

/// Parses a start time that HTTP headers can represent.
fn start(now: EpochMillis) -> Result<SystemTime, Failure> {
    /// 10000-01-01T00:00Z.
    const END: u64 = 253_402_300_800_000;
    u64::try_from(now.0)
        .ok()
        .filter(|millis| *millis < END)
        .and_then(|millis| SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis)))
        .ok_or_else(|| Failure::usage("--now is out of range: give a time in the years 1970 to 9999"))
}
