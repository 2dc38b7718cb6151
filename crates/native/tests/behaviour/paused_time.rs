//! `TokioRuntime` and `VirtualTime` under tokio's paused clock: waits take no real time, and the
//! caller's own time-outs include them.

use std::sync::Arc;
use std::time::Duration;

use atlassian_admin::auth::OrganizationKey;
use atlassian_admin::{Client, ClientBuilder, Runtime, TokioRuntime};
use atlassian_admin_simulator::{Fault, Simulator};
use atlassian_admin_testing::VirtualTime;

fn world(faults: &[Fault]) -> (Simulator, Client) {
    let runtime = TokioRuntime::new();
    let builder = Simulator::builder(Arc::new(runtime.clone())).accounts(20).events(20);
    let simulator = builder.faults(faults.iter().copied()).build();
    let key = OrganizationKey::new(simulator.api_key()).unwrap();
    let client = ClientBuilder::new(simulator.clone(), runtime, key).build().unwrap();
    (simulator, client)
}

/// The first request is refused, with a wait of 7 s.
fn limited_once() -> Fault {
    Fault::status(429).times(1).retry_after(Duration::from_secs(7))
}

fn statuses(simulator: &Simulator) -> Vec<u16> {
    simulator.requests().unwrap().iter().filter_map(|request| request.status).collect()
}

#[tokio::test(start_paused = true)]
async fn retry_waits_by_paused_clock() {
    let (simulator, client) = world(&[limited_once()]);
    let start = tokio::time::Instant::now();
    client.orgs().list().send().await.unwrap();
    assert!((7..=8).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
    assert_eq!(statuses(&simulator), [429, 200]);
}

#[tokio::test(start_paused = true)]
async fn rate_limiter_waits_by_paused_clock() {
    let (simulator, client) = world(&[]);
    let start = tokio::time::Instant::now();
    for _ in 0..110 {
        client.organization(simulator.org_id()).events().poll().send().await.unwrap();
    }
    // 50 requests a minute: two full periods, and ten requests of the third.
    assert_eq!(start.elapsed().as_secs(), 121);
    assert_eq!(statuses(&simulator), [200; 110]);
}

#[tokio::test(start_paused = true)]
async fn caller_timeout_sees_waits_of_client() {
    let (_, client) = world(&[limited_once()]);
    let call = async { client.orgs().list().send().await };
    assert!(tokio::time::timeout(Duration::from_secs(3), call).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn both_clocks_move_together_while_time_is_paused() {
    let runtime = TokioRuntime::new();
    let (wall, monotonic) = (runtime.now(), runtime.monotonic());
    runtime.sleep(Duration::from_secs(3_600)).await;
    assert_eq!(runtime.monotonic() - monotonic, Duration::from_secs(3_600));
    let wall = runtime.now().duration_since(wall).unwrap();
    assert!(wall.abs_diff(Duration::from_secs(3_600)) < Duration::from_secs(60), "{wall:?}");
}

#[tokio::test]
async fn caller_timeout_sees_waits_in_virtual_time() {
    let time = VirtualTime::new(|task| drop(tokio::spawn(task)));
    let builder = Simulator::builder(Arc::new(time.clone())).accounts(20);
    let simulator = builder.fault(limited_once()).build();
    let call = async { simulator.client().orgs().list().send().await };
    assert!(tokio::time::timeout(Duration::from_secs(3), call).await.is_err());
    assert_eq!((time.monotonic().as_secs(), statuses(&simulator)), (3, vec![429]));
}
