//! Every operation of the list, once.
#![allow(deprecated, reason = "`api::events::Get` is tested until it stops")]

use atlassian_admin::api;
use std::collections::BTreeSet;

use atlassian_admin::api::events::EventPlace;
use atlassian_admin::model::{EpochMillis, Event, SortOrder};
use atlassian_admin::operation::ListStyle;
use futures_util::TryStreamExt;

use crate::behaviour;

/// Whether an event, as JSON, matches a filter.
type Fits<'a> = &'a dyn Fn(&serde_json::Value) -> bool;

behaviour!(organizations_are_listed_and_read, |simulator| simulator, async |world| {
    let client = world.client();
    let listed = client.send(&api::orgs::List::new()).await.unwrap().data;
    assert_eq!(listed.iter().map(|org| &org.id).collect::<Vec<_>>(), [&world.org()]);
    let read = client.send(&api::orgs::Get::new(world.org())).await.unwrap();
    assert_eq!(read, listed[0]);
});

behaviour!(accounts_are_listed, |simulator| simulator, async |world| {
    let page = world.client().send(&api::accounts::List::new(world.org())).await.unwrap();
    assert_eq!((page.meta.total, page.data.len()), (Some(250), 100));
    assert!(page.data.iter().all(|account| account.email.is_some() && account.account_status.is_some()));
    let unique: BTreeSet<_> = page.data.iter().map(|account| &account.account_id).collect();
    assert_eq!(unique.len(), 100);
});

behaviour!(domains_are_listed_and_read, |simulator| simulator.domains(3), async |world| {
    let client = world.client();
    let listed: Vec<_> =
        client.pages(api::domains::List::new(world.org())).items().try_collect().await.unwrap();
    assert_eq!(listed.len(), 3);
    for domain in &listed {
        assert_eq!(
            &client.send(&api::domains::Get::new(world.org(), domain.id.clone())).await.unwrap(),
            domain
        );
    }
});

behaviour!(query_returns_newest_event_first, |simulator| simulator, async |world| {
    let page = world.client().send(&api::events::Query::new(world.org())).await.unwrap();
    let whole = api::events::Query::new(world.org()).limit(500);
    let whole: Vec<_> = world.client().pages(whole).items().try_collect().await.unwrap();
    assert_eq!(page.data[..], whole[..30]);
    let times: Vec<_> =
        whole.iter().map(|event| event.attributes.clone().unwrap().time.unwrap().millis().unwrap()).collect();
    assert!(times.is_sorted_by(|later, earlier| later >= earlier));
    let unique: BTreeSet<_> = whole.iter().map(|event| event.id.to_string()).collect();
    assert_eq!((whole.len(), unique), (1_234, world.truth().into_iter().collect()));
});

behaviour!(query_applies_every_filter, |simulator| simulator.rate_limits(false), async |world| {
    let client = world.client();
    let all: Vec<_> =
        client.pages(api::events::Query::new(world.org()).limit(500)).items().try_collect().await.unwrap();
    assert_eq!(all.len(), 1_234);
    let sample = all[500].attributes.clone().unwrap();
    let (action, actor, time) =
        (sample.action.unwrap(), sample.actor.unwrap().id.unwrap(), sample.time.unwrap().millis().unwrap());
    let located = all.iter().find_map(|event| {
        let location = event.attributes.clone()?.location?;
        Some((location.ip.filter(|ip| !ip.is_empty())?, location.city?, location.country_name?))
    });
    let (ip, city, country_name) = located.unwrap();
    let place = EventPlace::new().city(city.clone()).country_name(country_name);

    let query = || api::events::Query::new(world.org()).limit(500);
    let filters: [(&str, api::events::Query, Fits<'_>); 6] = [
        ("action", query().action(action.clone()), &|event| event["attributes"]["action"] == action.as_str()),
        ("actor", query().actor([actor.clone()]), &|event| {
            event["attributes"]["actor"]["id"] == actor.as_str()
        }),
        ("ip", query().ip([ip.clone()]), &|event| event["attributes"]["location"]["ip"] == ip.as_str()),
        ("location", query().location([place]), &|event| {
            event["attributes"]["location"]["city"] == city.as_str()
        }),
        ("from", query().from(EpochMillis(time)), &|event| millis(event) >= time),
        ("to", query().to(EpochMillis(time)), &|event| millis(event) <= time),
    ];
    for (filter, query, fits) in filters {
        let found: Vec<_> = client.pages(query).items().try_collect().await.unwrap();
        let is_expected = |event: &&Event| fits(&serde_json::to_value(event).unwrap());
        let expected: Vec<_> = all.iter().filter(is_expected).cloned().collect();
        assert!(!expected.is_empty() && expected.len() < all.len(), "{filter}: {}", expected.len());
        assert!(found == expected, "{filter}: {} and not {} events", found.len(), expected.len());
    }
});

fn millis(event: &serde_json::Value) -> i64 {
    atlassian_admin::model::Timestamp::from(event["attributes"]["time"].as_str().unwrap()).millis().unwrap()
}

behaviour!(
    query_returns_the_same_events_in_each_list_style,
    |simulator| simulator.rate_limits(false),
    async |world| {
        let events = world.client().send(&api::events::Query::new(world.org()).limit(5)).await.unwrap().data;
        let actor = |event: &Event| event.attributes.clone()?.actor?.id;
        let actors: BTreeSet<_> = events.iter().filter_map(actor).take(3).collect();
        let mut found = Vec::new();
        for style in [ListStyle::AsDocumented, ListStyle::RepeatedKeys] {
            let client = world.builder().list_style(style).build().unwrap();
            found.push(
                client
                    .send(
                        &api::events::Query::new(world.org())
                            .actor(actors.iter().cloned().collect::<Vec<_>>())
                            .limit(500),
                    )
                    .await
                    .unwrap()
                    .data,
            );
        }
        assert_eq!(found[0].iter().filter_map(actor).collect::<BTreeSet<_>>(), actors);
        assert_eq!(found[0], found[1]);
    }
);

behaviour!(stream_is_read_from_both_ends, |simulator| simulator, async |world| {
    let client = world.client();
    let ids = async |order| -> Vec<String> {
        let call = api::events::Poll::new(world.org()).sort_order(order).limit(500);
        client.pages(call).items().map_ok(|event| event.id.to_string()).try_collect().await.unwrap()
    };
    let mut truth = world.truth();
    assert_eq!(ids(SortOrder::Ascending).await, truth);
    truth.reverse();
    assert_eq!(ids(SortOrder::Descending).await, truth);
});

behaviour!(one_event_is_read, |simulator| simulator, async |world| {
    let client = world.client();
    let events = client.send(&api::events::Poll::new(world.org()).limit(3)).await.unwrap().data;
    assert_eq!(events.len(), 3);
    for event in events {
        let read = client.send(&api::events::Get::new(world.org(), event.id.clone())).await.unwrap();
        assert_eq!((read.id, read.message), (event.id, event.message));
    }
});

behaviour!(actions_have_names_and_cover_all_events, |simulator| simulator, async |world| {
    let actions = world.client().send(&api::events::Actions::new(world.org())).await.unwrap().data;
    let known: BTreeSet<_> = actions.iter().map(|action| action.id.to_string()).collect();
    assert_eq!(known.len(), actions.len(), "each action is listed once");
    let events = world.client().send(&api::events::Query::new(world.org()).limit(500)).await.unwrap().data;
    let seen: BTreeSet<_> = events.into_iter().filter_map(|event| event.attributes?.action).collect();
    assert!(seen.contains("user_login") && seen.is_subset(&known), "{seen:?} of {known:?}");
    assert!(
        actions.iter().all(|action| action.attributes.as_ref().is_some_and(|it| it.display_name.is_some()))
    );
});
