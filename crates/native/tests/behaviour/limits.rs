//! The documented rate limits are kept without a single refusal.

use atlassian_admin::api;
use std::time::Duration;

use atlassian_admin::model::{AccountId, OrgId};
use atlassian_admin::policy::{NeverRetry, Timeouts, Unlimited};
use atlassian_admin::{Client, Error, ErrorKind, Runtime};
use atlassian_admin_testing::VirtualTime;
use futures_util::future::{BoxFuture, Either, join, join_all, select};

use crate::behaviour;
use crate::world::{Backend, World};

behaviour!(client_keeps_documented_limits_without_a_refusal, |simulator| simulator, async |world| {
    let client = world.client();
    for _ in 0..35 {
        client.send(&api::events::Query::new(world.org()).limit(1)).await.unwrap();
    }
    for _ in 0..120 {
        client.send(&api::events::Poll::new(world.org()).limit(1)).await.unwrap();
    }
    assert_eq!(world.statuses(), [200; 155]);
});

behaviour!(clones_share_their_limits, |simulator| simulator, async |world| {
    let client = world.client();
    let tasks: Vec<_> = (0..32)
        .map(|_| {
            let (client, org) = (client.clone(), world.org());
            tokio::spawn(async move { client.send(&api::events::Query::new(org).limit(1)).await.map(|_| ()) })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(world.statuses(), [200; 32]);
});

behaviour!(client_waits_out_refusal_without_rate_limiter, |simulator| simulator, async |world| {
    let client = world.builder().rate_limiter(Unlimited).build().unwrap();
    for _ in 0..12 {
        client.send(&api::events::Query::new(world.org()).limit(1)).await.unwrap();
    }
    let mut statuses = world.statuses();
    statuses.sort_unstable();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 12);
    assert_eq!(statuses.last(), Some(&429));
});

behaviour!(client_waits_as_long_as_refusal_says, |simulator| simulator, async |world| {
    let client = world.builder().rate_limiter(Unlimited).retry(NeverRetry).build().unwrap();
    let mut last = Ok(());
    for _ in 0..11 {
        last = client.send(&api::events::Query::new(world.org()).limit(1)).await.map(|_| ());
    }
    let error = last.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert!(error.retry_after().is_some_and(|wait| wait.as_secs() <= 120));
});

/// The number of requests per task, the operation, and its requests per minute.
struct Load {
    per_minute: usize,
    each: usize,
    ask: fn(Client, OrgId, AccountId) -> BoxFuture<'static, Result<(), Error>>,
}

const TASKS: usize = 32;

/// The documented limits, from the tightest to the widest.
const LOADS: [Load; 3] = [
    Load {
        per_minute: 10,
        each: 5,
        ask: |client, org, _| {
            Box::pin(async move { client.send(&api::events::Query::new(org).limit(1)).await.map(drop) })
        },
    },
    Load {
        per_minute: 50,
        each: 12,
        ask: |client, org, _| {
            Box::pin(async move { client.send(&api::events::Poll::new(org).limit(1)).await.map(drop) })
        },
    },
    Load {
        per_minute: 200,
        each: 40,
        ask: |client, org, account| {
            let organization = client.organization(org);
            Box::pin(async move { organization.users().last_active(account).send().await.map(drop) })
        },
    },
];

/// Tasks that share a client send as fast as they can. In process, since virtual time does not
/// wait for sockets.
#[tokio::test]
async fn many_tasks_keep_the_limit_and_none_starves() {
    for Load { per_minute, each, ask } in LOADS {
        // This clock wakes sleeps of the same deadline in the order in which they began. On
        // tokio's, some tasks had 8 turns when others had 4.
        let time = VirtualTime::beside_sockets(|task| drop(tokio::spawn(task)));
        let world = World::in_time(time, Backend::InProcess, |simulator| simulator);
        let (client, directory) = (world.client(), world.directory().await);
        let account = directory.users().search().limit(1).send().await.unwrap().data[0].account_id.clone();
        world.simulator.clear_requests();
        let start = world.time.monotonic();
        let tasks = (0..TASKS).map(async |_| {
            let mut answers = Vec::new();
            for _ in 0..each {
                // In process, a response arrives at once: without yielding, the first task would
                // finish before the others start.
                tokio::task::yield_now().await;
                ask(client.clone(), world.org(), account.clone()).await.unwrap();
                answers.push(world.time.monotonic() - start);
            }
            answers
        });
        let answers = join_all(tasks).await;

        let total = TASKS * each;
        assert_eq!(world.statuses(), vec![200; total], "none is refused");
        // The first minute's requests are sent at once, and each further batch a minute later.
        let dictated = Duration::from_secs(60) * (total.div_ceil(per_minute) - 1) as u32;
        let took = answers.iter().flatten().max().copied().unwrap();
        assert!(took <= dictated.mul_f64(1.1), "{total} at {per_minute} a minute: {took:?} for {dictated:?}");
        println!(
            "{total} requests at {per_minute} a minute: {took:?}, where the limit dictates {dictated:?}"
        );

        // Requests are sent in order: no task waits longer than one turn of all others takes.
        let longest_turn = Duration::from_secs(61) * TASKS.div_ceil(per_minute) as u32;
        for times in &answers {
            let gaps = times.windows(2).map(|pair| pair[1] - pair[0]).chain([times[0]]);
            let longest = gaps.max().unwrap();
            assert!(longest <= longest_turn, "{longest:?} at {per_minute} a minute");
        }
        // Requests within one minute are sent in any order, so a task may be ahead of another by
        // one minute's turns, plus one.
        let turns = per_minute.div_ceil(TASKS) + 1;
        for moment in answers.iter().flatten() {
            let done = answers.iter().map(|times| times.iter().filter(|time| *time <= moment).count());
            let (least, most) = (done.clone().min().unwrap(), done.max().unwrap());
            assert!(most - least <= turns, "{least} and {most} at {per_minute} a minute");
        }
    }
}

#[tokio::test]
async fn limit_of_one_clone_applies_to_all() {
    let world = World::new(Backend::InProcess, |simulator| simulator);
    let client = world.client();
    // This operation has no documented limit: the client only learns it from a refusal.
    world.simulator.set_faults(vec!["429:retry-after=40,times=1,operation=getOrgById".parse().unwrap()]);
    let ask = async |client: Client| client.send(&api::orgs::Get::new(world.org())).await.map(drop);
    let hasty = client.with_timeouts(Timeouts { attempt: None, total: Some(Duration::from_secs(10)) });
    assert_eq!(ask(hasty).await.unwrap_err().kind(), ErrorKind::RateLimited);
    let start = world.time.monotonic();
    join_all((0..TASKS).map(|_| client.clone()).map(async |clone| ask(clone).await.unwrap())).await;
    assert_eq!(world.time.monotonic() - start, Duration::from_secs(40));
    assert_eq!(world.statuses(), [vec![429], vec![200; TASKS]].concat());
}

/// Calls that time out or are dropped leave the queue.
#[tokio::test]
async fn cancelled_call_frees_its_reservation() {
    let world = World::new(Backend::InProcess, |simulator| simulator);
    let client = world.client();
    let ask =
        async |client: Client| client.send(&api::events::Query::new(world.org()).limit(1)).await.map(drop);
    join_all((0..10).map(|_| ask(client.clone()))).await;
    let start = world.time.monotonic();
    // Five minutes' worth of requests are queued before the last ten, and are dropped after twenty
    // seconds.
    let impatient = (0..50).map(async |_| {
        let timeout = world.time.sleep(Duration::from_secs(20));
        assert!(matches!(select(Box::pin(ask(client.clone())), timeout).await, Either::Right(_)));
    });
    let patient = (0..10).map(async |_| ask(client.clone()).await.unwrap());
    join(join_all(impatient), join_all(patient)).await;
    let took = world.time.monotonic() - start;
    assert!(took <= Duration::from_secs(66), "a period, and not six: {took:?}");
    assert_eq!(world.statuses(), [200; 20]);

    // A call that would exceed its time-out fails at once, and does not block the queue either.
    let timeouts = Timeouts { attempt: None, total: Some(Duration::from_secs(30)) };
    let hasty = client.with_timeouts(timeouts);
    let answers = join_all((0..TASKS).map(|_| ask(hasty.clone()))).await;
    assert!(answers.iter().all(|it| it.as_ref().is_err_and(|error| error.kind() == ErrorKind::RateLimited)));
    let start = world.time.monotonic();
    join_all((0..10).map(|_| ask(client.clone()))).await;
    assert!(world.time.monotonic() - start <= Duration::from_secs(61));
    assert_eq!(world.statuses(), [200; 30]);
}
