//! Pagination over listings, whatever the next page is called.

use atlassian_admin::api;
use std::collections::BTreeSet;

use atlassian_admin::ErrorKind;
use atlassian_admin_simulator::Quirk;
use futures_util::TryStreamExt;

use crate::behaviour;
use crate::world::World;

async fn walks_all_accounts(world: World) {
    let accounts: Vec<_> =
        world.client().pages(api::accounts::List::new(world.org())).items().try_collect().await.unwrap();
    let ids: BTreeSet<_> = accounts.iter().map(|account| account.account_id.clone()).collect();
    assert_eq!((accounts.len(), ids.len()), (250, 250));
    assert_eq!(world.statuses(), [200, 200, 200], "three pages, each asked for once, of the simulator");
}

behaviour!(walk_returns_every_account_when_links_are_absolute, |simulator| simulator, async |world| {
    walks_all_accounts(world).await
});
behaviour!(
    walk_returns_every_account_when_links_are_relative,
    |simulator| simulator.quirk(Quirk::RelativeNext),
    async |world| { walks_all_accounts(world).await }
);
behaviour!(
    walk_returns_every_account_when_next_is_a_bare_cursor,
    |simulator| simulator.quirk(Quirk::BareCursor),
    async |world| { walks_all_accounts(world).await }
);
behaviour!(
    walk_returns_every_account_when_links_name_a_foreign_host,
    |simulator| simulator.quirk(Quirk::ForeignNext),
    async |world| { walks_all_accounts(world).await }
);

behaviour!(
    walk_returns_every_event_when_cursors_are_in_meta_alone,
    |simulator| simulator.quirk(Quirk::MetaNextOnly),
    async |world| {
        let events: Vec<_> = world
            .client()
            .pages(api::events::Query::new(world.org()).limit(500))
            .items()
            .try_collect()
            .await
            .unwrap();
        let ids: BTreeSet<_> = events.iter().map(|event| event.id.to_string()).collect();
        assert_eq!((events.len(), ids), (1_234, world.truth().into_iter().collect()));
    }
);

behaviour!(
    walk_returns_every_event_when_events_are_sparse_and_sizes_wrong,
    |simulator| simulator.quirk(Quirk::SparseEvents).quirk(Quirk::PageSizeLies),
    async |world| {
        let events: Vec<_> = world
            .client()
            .pages(api::events::Poll::new(world.org()).limit(500))
            .items()
            .try_collect()
            .await
            .unwrap();
        assert_eq!(events.iter().map(|event| event.id.to_string()).collect::<Vec<_>>(), world.truth());
    }
);

behaviour!(
    listing_is_empty_when_no_domain_is_claimed,
    |simulator| simulator.quirk(Quirk::NoClaimedDomains),
    async |world| {
        assert_eq!(world.client().send(&api::accounts::List::new(world.org())).await.unwrap().data, []);
    }
);

behaviour!(
    listing_is_empty_when_key_is_scoped,
    |simulator| simulator.quirk(Quirk::ScopedKey),
    async |world| {
        assert_eq!(world.client().send(&api::orgs::List::new()).await.unwrap().data, []);
    }
);

behaviour!(
    walk_fails_when_a_cursor_is_repeated,
    |simulator| simulator.fault("repeated-cursor:skip=1".parse().unwrap()),
    async |world| {
        let walked: Result<Vec<_>, _> =
            world.client().pages(api::accounts::List::new(world.org())).items().try_collect().await;
        assert_eq!(walked.unwrap_err().kind(), ErrorKind::Paging);
    }
);
