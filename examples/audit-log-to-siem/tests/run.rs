//! The example, run as a user would, against a simulated organization.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail loudly")]

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use atlassian_admin::TokioRuntime;
use atlassian_admin_simulator::{LoopbackServer, Simulator};

fn run(server: &LoopbackServer, simulator: &Simulator, checkpoint: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_audit-log-to-siem"))
        .arg(checkpoint)
        .env("ATLASSIAN_ADMIN_API_KEY", simulator.api_key())
        .env("ATLASSIAN_ADMIN_ORG_ID", simulator.org_id().as_str())
        .env("ATLASSIAN_ADMIN_BASE_URL", server.base_url())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_event_is_handed_over_once() {
    let simulator = Simulator::builder(Arc::new(TokioRuntime::new())).events(1200).build();
    let server = LoopbackServer::start(simulator.clone(), "127.0.0.1:0".parse().unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let checkpoint = folder.path().join("checkpoint");

    let first = run(&server, &simulator, &checkpoint);
    let ids: Vec<String> = first
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(ids, simulator.visible_event_ids().map(|id| id.to_string()).collect::<Vec<_>>());
    assert_eq!(run(&server, &simulator, &checkpoint), "", "a second run has nothing new");
    server.shutdown().await;
}
