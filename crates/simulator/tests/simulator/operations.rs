//! Each operation, as the documents have it.
#![allow(deprecated, reason = "`api::events::Get` is tested until it stops")]

use atlassian_admin_core::api;
use std::collections::BTreeSet;

use atlassian_admin_core::api::events::EventPlace;
use atlassian_admin_core::auth::OrganizationKey;
use atlassian_admin_core::model::{EpochMillis, Event, EventProduct, RoleId, SortOrder};
use atlassian_admin_core::operation::Endpoint;
use atlassian_admin_core::paging::Paged;
use atlassian_admin_simulator::Scenario;
use proptest::prelude::*;

use crate::Fixture;

impl Fixture {
    /// The whole listing, and the sizes of its pages.
    async fn walk<E: Paged + Endpoint<Auth = OrganizationKey>>(&self, call: E) -> (Vec<E::Item>, Vec<usize>) {
        let (mut items, mut sizes) = (Vec::new(), Vec::new());
        let mut pages = self.client.pages(call);
        while let Some(page) = pages.next().await {
            let page = page.unwrap();
            assert!(page.malformed.is_empty());
            sizes.push(page.items.len());
            items.extend(page.items);
        }
        (items, sizes)
    }

    fn truth(&self) -> Vec<String> {
        self.simulator.visible_event_ids().map(|id| id.to_string()).collect()
    }
}

fn ids(events: &[Event]) -> Vec<String> {
    events.iter().map(|event| event.id.to_string()).collect()
}

fn time(event: &Event) -> i64 {
    event.attributes.as_ref().unwrap().time.as_ref().unwrap().millis().unwrap()
}

fn processed_at(event: &Event) -> i64 {
    event.attributes.as_ref().unwrap().processed_at.as_ref().unwrap().millis().unwrap()
}

#[tokio::test]
async fn organization_is_listed_and_read() {
    let fixture = Fixture::new(|builder| builder);
    let listed = fixture.client.send(&api::orgs::List::new()).await.unwrap().data;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].id, fixture.simulator.org_id());
    let one = fixture.client.send(&api::orgs::Get::new(fixture.simulator.org_id())).await.unwrap();
    assert_eq!(one, listed[0]);
}

#[tokio::test]
async fn accounts_are_listed_in_pages() {
    let fixture = Fixture::new(|builder| builder.accounts(250));
    let call = api::accounts::List::new(fixture.simulator.org_id());
    assert_eq!(fixture.client.send(&call).await.unwrap().meta.total, Some(250));
    let (accounts, sizes) = fixture.walk(call).await;
    assert_eq!(sizes, [100, 100, 50]);
    let ids: BTreeSet<_> = accounts.iter().map(|account| account.account_id.as_str()).collect();
    assert_eq!(ids.len(), 250);
    let scenario = Scenario::new().user("stranger@elsewhere.example").user("new@example.com");
    fixture.simulator.arrange(&scenario.with_role(RoleId::User, "confluence")).unwrap();
    let (accounts, sizes) = fixture.walk(api::accounts::List::new(fixture.simulator.org_id())).await;
    assert_eq!((sizes, accounts[250].email.as_deref()), (vec![100, 100, 51], Some("new@example.com")));
    let products = accounts[250].product_access.iter().flatten();
    assert_eq!(products.filter_map(|product| product.key.as_deref()).collect::<Vec<_>>(), ["confluence"]);
    let empty = Fixture::new(|builder| builder.accounts(0));
    assert_eq!(empty.walk(api::accounts::List::new(empty.simulator.org_id())).await.1, [0]);
}

#[tokio::test]
async fn domains_are_listed_in_pages_and_read() {
    let fixture = Fixture::new(|builder| builder.domains(41));
    let (domains, sizes) = fixture.walk(api::domains::List::new(fixture.simulator.org_id())).await;
    assert_eq!(sizes, [20, 20, 1]);
    let one = api::domains::Get::new(fixture.simulator.org_id(), domains[40].id.clone());
    assert_eq!(fixture.client.send(&one).await.unwrap(), domains[40]);
    let ids: BTreeSet<_> = domains.iter().map(|domain| domain.id.as_str()).collect();
    assert_eq!(ids.len(), 41);
    let larger = Fixture::new(|builder| builder.domains(42));
    let (domains, _) = larger.walk(api::domains::List::new(larger.simulator.org_id())).await;
    let refused = fixture.get(&format!("/domains/{}", domains[41].id)).await.refusal();
    assert_eq!(refused, (404, "ADMIN-404-3".to_owned()), "only a larger organization has it");
}

#[tokio::test]
async fn stream_has_every_event_once_and_in_order() {
    let fixture = Fixture::new(|builder| builder.events(1_000));
    let (events, sizes) = fixture.walk(api::events::Poll::new(fixture.simulator.org_id())).await;
    assert_eq!(sizes, [200, 200, 200, 200, 200, 0]);
    assert_eq!(ids(&events), fixture.truth());
    assert!(events.windows(2).all(|pair| processed_at(&pair[0]) < processed_at(&pair[1])));
    let json = serde_json::to_string(&events[17]).unwrap();
    assert_eq!(json, fixture.simulator.event_json(17));
    let call =
        api::events::Poll::new(fixture.simulator.org_id()).sort_order(SortOrder::Descending).limit(300);
    let (mut descending, sizes) = fixture.walk(call).await;
    assert_eq!(sizes, [300, 300, 300, 100, 0]);
    descending.reverse();
    assert_eq!(descending, events);
}

#[tokio::test]
async fn stream_filters_by_processing_time() {
    let fixture = Fixture::new(|builder| builder.events(500));
    let (events, _) = fixture.walk(api::events::Poll::new(fixture.simulator.org_id())).await;
    let (from, to) = (processed_at(&events[100]), processed_at(&events[299]));
    let bounded = |from, to| {
        api::events::Poll::new(fixture.simulator.org_id()).from(EpochMillis(from)).to(EpochMillis(to))
    };
    assert_eq!(fixture.walk(bounded(from, to)).await.0, events[100..300]);
    assert_eq!(fixture.walk(bounded(from + 1, to - 1)).await.0, events[101..299]);
    let descending = bounded(from, to).sort_order(SortOrder::Descending);
    assert_eq!(fixture.walk(descending).await.0.len(), 200);
}

#[tokio::test]
async fn last_cursor_of_stream_returns_later_events() {
    let fixture = Fixture::new(|builder| builder.events(10).events_per_minute(60.0));
    let call = api::events::Poll::new(fixture.simulator.org_id());
    let first = fixture.client.send(&call).await.unwrap();
    assert_eq!(first.data.len(), 10);
    let cursor = first.meta.next.unwrap();
    assert!(first.links.next.unwrap().starts_with("https://api.atlassian.com/admin/v1/orgs/"));
    let later = call.clone().cursor(cursor.clone());
    let empty = fixture.client.send(&later).await.unwrap();
    assert_eq!((empty.data.len(), empty.meta.next.as_ref()), (0, Some(&cursor)));
    fixture.advance(5);
    let new = fixture.client.send(&later).await.unwrap();
    assert_eq!(ids(&new.data), fixture.truth()[10..]);
    assert_eq!(new.data.len(), 4, "the fifth is a moment later");
}

#[tokio::test]
async fn long_stream_costs_neither_memory_nor_time() {
    let fixture = Fixture::new(|builder| builder.events(10_000_000).accounts(1_000_000));
    let late = EpochMillis::from(fixture.simulator.now());
    let call =
        api::events::Poll::new(fixture.simulator.org_id()).from(EpochMillis(late.0 - 3_600_000)).limit(500);
    let (events, sizes) = fixture.walk(call).await;
    assert_eq!(sizes.len(), 6, "2,451 events are 1.47 s apart");
    assert!(processed_at(events.last().unwrap()) <= late.0);
    let newest = fixture.client.send(&api::events::Query::new(fixture.simulator.org_id())).await.unwrap();
    assert_eq!(newest.data.len(), 30);
}

#[tokio::test]
async fn events_are_listed_newest_first() {
    let fixture = Fixture::new(|builder| builder.events(700).rate_limits(false));
    let first = fixture.client.send(&api::events::Query::new(fixture.simulator.org_id())).await.unwrap();
    assert_eq!((first.data.len(), first.meta.page_size), (30, Some(30)));
    let (events, sizes) = fixture.walk(api::events::Query::new(fixture.simulator.org_id()).limit(350)).await;
    assert_eq!(sizes, [350, 350]);
    assert!(events.windows(2).all(|pair| time(&pair[0]) >= time(&pair[1])));
    assert!(events.iter().all(|event| event.attributes.as_ref().unwrap().processed_at.is_none()));
    assert_eq!(ids(&events).into_iter().collect::<BTreeSet<_>>(), fixture.truth().into_iter().collect());
    let small = fixture.walk(api::events::Query::new(fixture.simulator.org_id()).limit(33)).await;
    assert_eq!(small.0, events);
}

#[tokio::test]
async fn query_applies_every_filter_of_events() {
    let fixture = Fixture::new(|builder| builder.events(2_000).accounts(20).rate_limits(false));
    let all = api::events::Query::new(fixture.simulator.org_id()).limit(500);
    let (events, _) = fixture.walk(all.clone()).await;
    let sample = events[1_234].clone();
    let attributes = sample.attributes.clone().unwrap();
    let (actor, location) = (attributes.actor.clone().unwrap(), attributes.location.clone().unwrap());
    let place = EventPlace::new().city(location.city.clone().unwrap());
    let (from, to) = (EpochMillis(time(&events[900])), EpochMillis(time(&events[300])));
    type Matches<'a> = Box<dyn Fn(&Event) -> bool + 'a>;
    let of = |event: &Event| event.attributes.clone().unwrap();
    let name = actor.name.clone().unwrap();
    let questions: Vec<(api::events::Query, Matches<'_>)> = vec![
        (
            all.clone().action(attributes.action.clone().unwrap()),
            Box::new(|event| of(event).action == attributes.action),
        ),
        (
            all.clone().actor([actor.id.clone().unwrap()]),
            Box::new(|event| of(event).actor.unwrap().id == actor.id),
        ),
        (
            all.clone().ip([location.ip.clone().unwrap()]),
            Box::new(|event| of(event).location.unwrap().ip == location.ip),
        ),
        (all.clone().location([place]), Box::new(|event| of(event).location.unwrap().city == location.city)),
        (
            all.clone().product([EventProduct::Loom, EventProduct::Bitbucket]),
            Box::new(|event| {
                ["loom", "bitbucket"].iter().any(|name| of(event).action.unwrap().starts_with(name))
            }),
        ),
        (
            all.clone().q(name.to_uppercase()),
            Box::new(|event| of(event).actor.unwrap().name.as_ref() == Some(&name)),
        ),
        (
            all.clone().q("logged IN"),
            Box::new(|event| event.message.clone().unwrap().content.unwrap().contains("logged in")),
        ),
        (all.clone().from(from).to(to), Box::new(move |event| (from.0..=to.0).contains(&time(event)))),
    ];
    for (question, matches) in questions {
        let expected: Vec<_> = events.iter().filter(|event| matches(event)).cloned().collect();
        assert!(!expected.is_empty() && expected.len() < events.len(), "{question:?}");
        assert_eq!(fixture.walk(question.clone()).await.0, expected, "{question:?}");
        assert_eq!(fixture.walk(question.limit(7)).await.0, expected);
    }
    let nobody = all.actor(["712020:nobody"]);
    assert_eq!(fixture.walk(nobody).await.1, [0]);
}

#[tokio::test]
async fn event_and_actions_are_read() {
    let fixture = Fixture::new(|builder| builder.events(50));
    let id = fixture.simulator.visible_event_ids().nth(49).unwrap();
    let event =
        fixture.client.send(&api::events::Get::new(fixture.simulator.org_id(), id.clone())).await.unwrap();
    assert_eq!(event.id, id);
    let actions =
        fixture.client.send(&api::events::Actions::new(fixture.simulator.org_id())).await.unwrap().data;
    assert_eq!(actions.len(), 58);
    assert_eq!(actions[0].id, "user_login");
}

#[tokio::test]
async fn feed_copies_the_log() {
    let fixture = Fixture::new(|builder| builder.events(1_500).events_per_minute(30.0));
    let mut feed = fixture.client.organization(fixture.simulator.org_id()).event_feed().stream().unwrap();
    let mut copied = Vec::new();
    while let Some(batch) = feed.next().await {
        copied.extend(batch.unwrap().events.iter().map(|event| event.decode().unwrap().id.to_string()));
    }
    assert_eq!(copied, fixture.truth());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn stream_has_every_event_once_with_any_page_size(events in 0_u64..300, limit in 1_u32..=500, descending in any::<bool>()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let fixture = Fixture::new(|builder| builder.events(events).rate_limits(false));
            let mut call = api::events::Poll::new(fixture.simulator.org_id()).limit(limit);
            if descending {
                call = call.sort_order(SortOrder::Descending);
            }
            let (polled, sizes) = fixture.walk(call).await;
            let mut polled = ids(&polled);
            if descending {
                polled.reverse();
            }
            assert_eq!(polled, fixture.truth());
            assert_eq!(sizes.iter().filter(|size| **size == 0).count(), 1, "the end");
            let (queried, _) = fixture.walk(api::events::Query::new(fixture.simulator.org_id()).limit(limit)).await;
            assert_eq!(ids(&queried).into_iter().collect::<BTreeSet<_>>(), fixture.truth().into_iter().collect());
            assert_eq!(queried.len(), events as usize);
        });
    }
}
