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

behaviour!(absolute_links, |simulator| simulator, async |world| { walks_all_accounts(world).await });
behaviour!(relative_links, |simulator| simulator.quirk(Quirk::RelativeNext), async |world| {
    walks_all_accounts(world).await
});
behaviour!(bare_cursors, |simulator| simulator.quirk(Quirk::BareCursor), async |world| {
    walks_all_accounts(world).await
});
behaviour!(links_to_a_foreign_host, |simulator| simulator.quirk(Quirk::ForeignNext), async |world| {
    walks_all_accounts(world).await
});

behaviour!(cursors_in_meta_alone, |simulator| simulator.quirk(Quirk::MetaNextOnly), async |world| {
    let events: Vec<_> = world
        .client()
        .pages(api::events::Query::new(world.org()).limit(500))
        .items()
        .try_collect()
        .await
        .unwrap();
    let ids: BTreeSet<_> = events.iter().map(|event| event.id.to_string()).collect();
    assert_eq!((events.len(), ids), (1_234, world.truth().into_iter().collect()));
});

behaviour!(
    sparse_events_and_lying_sizes,
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
    an_organization_without_domains_manages_nobody,
    |simulator| simulator.quirk(Quirk::NoClaimedDomains),
    async |world| {
        assert_eq!(world.client().send(&api::accounts::List::new(world.org())).await.unwrap().data, []);
    }
);

behaviour!(
    a_scoped_key_sees_no_organizations,
    |simulator| simulator.quirk(Quirk::ScopedKey),
    async |world| {
        assert_eq!(world.client().send(&api::orgs::List::new()).await.unwrap().data, []);
    }
);

behaviour!(
    a_listing_that_leads_back_is_an_error,
    |simulator| simulator.fault("repeated-cursor:skip=1".parse().unwrap()),
    async |world| {
        let walked: Result<Vec<_>, _> =
            world.client().pages(api::accounts::List::new(world.org())).items().try_collect().await;
        assert_eq!(walked.unwrap_err().kind(), ErrorKind::Paging);
    }
);
