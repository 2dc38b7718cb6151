//! The documented rate limits, kept without a single refusal.

use atlassian_admin::ErrorKind;
use atlassian_admin::api::events::{GetEvents, PollEvents};
use atlassian_admin::policy::{NoRetry, Unlimited};

use crate::behaviour;

behaviour!(limits_are_kept_before_the_server_has_to, |simulator| simulator, async |world| {
    let client = world.client();
    for _ in 0..35 {
        client.send(&GetEvents::new(world.org()).limit(1_u32)).await.unwrap();
    }
    for _ in 0..120 {
        client.send(&PollEvents::new(world.org()).limit(1_u32)).await.unwrap();
    }
    assert_eq!(world.statuses(), [200; 155]);
});

behaviour!(clones_share_their_limits, |simulator| simulator, async |world| {
    let client = world.client();
    let tasks: Vec<_> = (0..32)
        .map(|_| {
            let (client, org) = (client.clone(), world.org());
            tokio::spawn(async move { client.send(&GetEvents::new(org).limit(1_u32)).await.map(|_| ()) })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(world.statuses(), [200; 32]);
});

behaviour!(a_refusal_without_a_gate_is_waited_out, |simulator| simulator, async |world| {
    let client = world.builder().rate_gate(Unlimited).build().unwrap();
    for _ in 0..12 {
        client.send(&GetEvents::new(world.org()).limit(1_u32)).await.unwrap();
    }
    let mut statuses = world.statuses();
    statuses.sort_unstable();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 12);
    assert_eq!(statuses.last(), Some(&429));
});

behaviour!(a_refusal_says_how_long_to_wait, |simulator| simulator, async |world| {
    let client = world.builder().rate_gate(Unlimited).retry(NoRetry).build().unwrap();
    let mut last = Ok(());
    for _ in 0..11 {
        last = client.send(&GetEvents::new(world.org()).limit(1_u32)).await.map(|_| ());
    }
    let error = last.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert!(error.retry_after().is_some_and(|wait| wait.as_secs() <= 120));
});
