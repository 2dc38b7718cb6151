//! Writes whose responses are lost: none is made twice, and an unknown outcome is reported as
//! such.

use std::time::Duration;

use atlassian_admin::handles::Directory;
use atlassian_admin::model::{AccountId, GroupId, UserStatus};
use atlassian_admin::policy::Timeouts;
use atlassian_admin::{Client, Error, ErrorKind};
use atlassian_admin_simulator::{SeenChange, SeenRequest};
use futures_util::TryStreamExt;
use futures_util::future::join_all;
use proptest::prelude::*;

use crate::behaviour;
use crate::support::groups;
use crate::world::{Backend, World};

/// The maximum attempts of a repeatable write, by default.
const ATTEMPTS: usize = 5;

/// A write that is made for many users, one call each.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Bulk {
    Create,
    Add,
    Remove,
    Suspend,
    Restore,
}

impl Bulk {
    const ALL: [Self; 5] = [Self::Create, Self::Add, Self::Suspend, Self::Restore, Self::Remove];

    /// Returns its action in the audit log, and the opposite action.
    fn actions(self) -> (&'static str, &'static str) {
        match self {
            Self::Create => ("group_created", "group_deleted"),
            Self::Add => ("user_added_to_group", "user_removed_from_group"),
            Self::Remove => ("user_removed_from_group", "user_added_to_group"),
            Self::Suspend => ("user_suspended", "user_restored"),
            Self::Restore => ("user_restored", "user_suspended"),
        }
    }
}

/// The users of the writes.
struct Cast {
    directory: Directory,
    group: GroupId,
    users: Vec<AccountId>,
}

impl Cast {
    /// Creates a new group, and selects the first users without administrator roles.
    async fn new(world: &World, client: &Client, count: usize) -> Self {
        let organization = client.organization(world.org());
        let directory = organization.directory(world.simulator.directory_id());
        directory.groups().create("Pilots").send().await.unwrap();
        let found = directory.groups().search().group_names(["Pilots"]).send().await.unwrap();
        let group = found.data[0].id.clone();
        let active = directory.users().search().status([UserStatus::Active]).limit(100);
        let users: Vec<_> = active.pages().items().try_collect().await.unwrap();
        let users = users.into_iter().map(|user| user.account_id);
        // The first users of a directory are its administrators, who cannot be suspended.
        Self { directory, group, users: users.skip(20).take(count).collect() }
    }

    /// Makes the write for the user of this number.
    async fn call(&self, bulk: Bulk, number: usize) -> Result<(), Error> {
        let user = self.users[number].clone();
        match bulk {
            Bulk::Create => self.directory.groups().create(name(number)).send().await,
            Bulk::Add => self.directory.groups().add_member(self.group.clone(), user).send().await,
            Bulk::Remove => self.directory.groups().remove_member(self.group.clone(), user).send().await,
            Bulk::Suspend => self.directory.users().suspend(user).send().await,
            Bulk::Restore => self.directory.users().restore(user).send().await,
        }
    }

    /// Returns the entries of the log for the user of this number and these actions, the earliest
    /// first.
    fn done<'a>(
        &'a self,
        changes: &'a [SeenChange],
        (action, opposite): (&'a str, &'a str),
        number: usize,
    ) -> impl Iterator<Item = &'a str> {
        let user = self.users[number].as_str();
        let actions = changes.iter().filter(move |change| change.objects.last().unwrap() == user);
        actions.map(|change| change.action.as_str()).filter(move |it| [action, opposite].contains(it))
    }
}

fn name(number: usize) -> String {
    format!("Crew {number}")
}

/// Time-outs that fit virtual time, which does not use sockets.
fn client(world: &World) -> Client {
    let timeouts = match world.backend {
        Backend::InProcess => {
            Timeouts { attempt: Some(Duration::from_secs(30)), total: Some(Duration::from_secs(600)) }
        }
        Backend::Reqwest => Timeouts { attempt: None, total: None },
    };
    world.builder().timeouts(timeouts).build().unwrap()
}

/// Describes how a call ended: the kind of error, and the number of requests.
async fn ended(world: &World, cast: &Cast, bulk: Bulk) -> (Option<ErrorKind>, usize) {
    world.simulator.clear_requests();
    let answer = cast.call(bulk, 0).await;
    (answer.err().map(|error| error.kind()), world.simulator.requests().unwrap().len())
}

behaviour!(outcome_is_unknown_when_no_response_arrives, |simulator| simulator, async |world| {
    let cast = Cast::new(&world, &client(&world), 1).await;
    let mut faults = vec!["reset", "lost", "500", "502", "503", "504", "lost:as=500", "lost:as=504"];
    if world.backend == Backend::InProcess {
        faults.extend(["hang", "lost:as=hang", "delay:ms=40000"]);
    }
    for fault in faults {
        for bulk in Bulk::ALL {
            world.simulator.set_faults(vec![fault.parse().unwrap()]);
            // A repeatable write is retried; a second group would be a duplicate. Of repeatable
            // writes, only the first response is lost: a refusal arrives.
            let is_done = fault.starts_with("lost");
            let expected = match bulk {
                Bulk::Create => (Some(ErrorKind::OutcomeUnknown), 1),
                // The second attempt is refused, because the first one removed the member.
                Bulk::Remove if is_done => (Some(ErrorKind::NotFound), 2),
                _ => (Some(ErrorKind::OutcomeUnknown), ATTEMPTS),
            };
            assert_eq!(ended(&world, &cast, bulk).await, expected, "{bulk:?} {fault}");
        }
        // The group may exist by now; its name must not conflict under the next fault.
        world.simulator.set_faults(Vec::new());
        for group in groups(cast.directory.groups().search()).await {
            if group.name.as_deref() == Some(name(0).as_str()) {
                cast.directory.groups().delete(group.id).send().await.unwrap();
            }
        }
    }
});

behaviour!(outcome_is_known_when_write_is_refused, |simulator| simulator, async |world| {
    let cast = Cast::new(&world, &client(&world), 1).await;
    world.simulator.set_faults(vec!["429:times=3".parse().unwrap()]);
    assert_eq!(ended(&world, &cast, Bulk::Remove).await, (Some(ErrorKind::NotFound), 4));
    world.simulator.set_faults(vec!["429:retry-after=3".parse().unwrap()]);
    assert_eq!(ended(&world, &cast, Bulk::Create).await, (Some(ErrorKind::RateLimited), 10));
    world.simulator.set_faults(Vec::new());
    assert_eq!(ended(&world, &cast, Bulk::Create).await, (None, 1));
    assert_eq!(ended(&world, &cast, Bulk::Create).await, (Some(ErrorKind::Conflict), 1));
});

/// The parameters of a case of the property below.
#[derive(Debug, Clone)]
struct Trouble {
    faults: Vec<String>,
    seed: u64,
    count: usize,
}

fn trouble(kinds: &'static [&'static str]) -> impl Strategy<Value = Trouble> {
    let fault = (proptest::sample::select(kinds), 0.05_f64..0.5).prop_map(|(kind, chance)| {
        format!("{kind}{}chance={chance:.2}", if kind.contains(':') { ',' } else { ':' })
    });
    (proptest::collection::vec(fault, 1..4), any::<u64>(), 1_usize..25)
        .prop_map(|(faults, seed, count)| Trouble { faults, seed, count })
}

const OVER_SOCKETS: &[&str] =
    &["429", "429:retry-after=2", "500", "503", "504", "reset", "lost", "lost:as=500", "lost:as=504"];

const IN_PROCESS: &[&str] = &[
    "429",
    "429:retry-after=2",
    "500",
    "502",
    "503",
    "504",
    "reset",
    "reset-body",
    "hang",
    "delay:ms=40000",
    "lost",
    "lost:as=hang",
    "lost:as=500",
    "lost:as=502",
    "lost:as=503",
    "lost:as=504",
];

/// A bulk of writes, all at once, under any faults: compares the outcome of each call with the
/// changes of the simulator.
async fn assert_no_write_is_repeated_or_misreported(backend: Backend, trouble: Trouble) {
    let Trouble { faults, seed, count } = trouble;
    let world = World::new(backend, |simulator| simulator.seed(seed));
    let client = client(&world);
    let cast = Cast::new(&world, &client, count).await;
    for bulk in Bulk::ALL {
        let before = world.simulator.changes().len();
        world.simulator.clear_requests();
        world.simulator.set_faults(faults.iter().map(|fault| fault.parse().unwrap()).collect());
        let answers = join_all((0..cast.users.len()).map(|number| cast.call(bulk, number))).await;
        world.simulator.set_faults(Vec::new());
        let (changes, requests) = (world.simulator.changes(), world.simulator.requests().unwrap());
        let now = &changes[before..];
        let outcome = |number: usize| answers[number].as_ref().map_err(Error::kind);
        if bulk == Bulk::Create {
            // Each call that the rate limiter did not hold back to its end has requested its group
            // once. Of those with an unknown outcome, some may have been refused by a response
            // that came too late.
            let of = |kind| (0..cast.users.len()).filter(move |number| outcome(*number) == Err(kind)).count();
            let asked = cast.users.len() - of(ErrorKind::RateLimited);
            let heard = asked - of(ErrorKind::OutcomeUnknown);
            let effective = effective(&requests).count();
            assert!(
                (heard..=asked).contains(&effective),
                "{effective} requests may have made {asked} groups"
            );
            let names: Vec<_> =
                groups(cast.directory.groups().search()).await.into_iter().filter_map(|it| it.name).collect();
            for number in 0..cast.users.len() {
                let made = names.iter().filter(|it| **it == name(number)).count();
                match outcome(number) {
                    Ok(()) => assert_eq!(made, 1, "{number}"),
                    Err(ErrorKind::OutcomeUnknown) => assert!(made <= 1, "{number}"),
                    Err(kind) => assert_eq!(made, 0, "{number}: {kind:?}"),
                }
            }
            continue;
        }
        // The simulator records no change that changes nothing, so the requests are counted as
        // well: at most as many as the retries allow.
        let most = ATTEMPTS * if bulk == Bulk::Add { cast.users.len() } else { 1 };
        for user in &cast.users {
            // The body names the user to add, and it is not recorded.
            let of_user =
                |request: &&SeenRequest| bulk == Bulk::Add || request.target.contains(user.as_str());
            let asked = effective(&requests).filter(of_user).count();
            assert!(asked <= most, "{bulk:?}: asked {asked} times");
        }
        let actions = bulk.actions();
        for number in 0..cast.users.len() {
            let done = cast.done(now, actions, number).count();
            let stands = cast.done(&changes, actions, number).last();
            match outcome(number) {
                // Restoring a user that was never suspended changes nothing.
                Ok(()) => assert!(stands == Some(actions.0) || bulk == Bulk::Restore && stands.is_none()),
                Err(ErrorKind::OutcomeUnknown) => {}
                // A lost attempt may have removed the member, or the member was never added.
                Err(ErrorKind::NotFound) if bulk == Bulk::Remove => assert_ne!(stands, Some(actions.1)),
                Err(kind) => assert_eq!(done, 0, "{bulk:?} {number}: {kind:?}"),
            }
            assert!(done <= 1, "{bulk:?} {number}: done {done} times");
        }
    }
}

/// Returns the requests that may have been applied.
fn effective(requests: &[SeenRequest]) -> impl Iterator<Item = &SeenRequest> {
    requests.iter().filter(|request| request.status != Some(429))
}

fn block_on(case: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(case);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bulk_write_is_made_once_and_reported_correctly(trouble in trouble(IN_PROCESS)) {
        block_on(assert_no_write_is_repeated_or_misreported(Backend::InProcess, trouble));
    }
}

proptest! {
    // Real sockets are slow.
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bulk_write_over_reqwest_is_made_once_and_reported_correctly(trouble in trouble(OVER_SOCKETS)) {
        block_on(assert_no_write_is_repeated_or_misreported(Backend::Reqwest, trouble));
    }
}
