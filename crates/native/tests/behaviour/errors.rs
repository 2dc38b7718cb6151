//! Refusals by the API, and the client's errors for them.
#![allow(deprecated, reason = "`api::events::Get` is tested until it stops")]

use atlassian_admin::ErrorKind;
use atlassian_admin::api;
use atlassian_admin::model::{EpochMillis, OrgId};
use atlassian_admin_simulator::Quirk;

use crate::behaviour;
use crate::support::summary;
use crate::world::{Backend, World};

behaviour!(each_refusal_has_its_kind_and_code, |simulator| simulator, async |world| {
    let client = world.client();
    let org = world.org();
    let error = client.send(&api::orgs::Get::new("nobody")).await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-404-2")));
    assert!(error.trace_id().is_some());
    let error = client.send(&api::domains::Get::new(org.clone(), "none")).await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-2")));
    let unknown = api::domains::Get::new(org.clone(), "00000000-0000-4000-8000-000000000000");
    let error = client.send(&unknown).await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-404-3")));
    let error = client.send(&api::events::Get::new(org.clone(), "none")).await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-404-4")));
    let error = client.send(&api::events::Poll::new(org.clone()).cursor("made up")).await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-1")));
    let error = client
        .send(&api::events::Query::new(org.clone()).from(EpochMillis(2)).to(EpochMillis(1)))
        .await
        .unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::InvalidArgument, None, None));
    let error = client.send(&api::events::Poll::new(org).limit(501)).await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::InvalidArgument, None, None));
});

behaviour!(hostile_ids_stay_in_their_segment, |simulator| simulator, async |world| {
    for id in ["../../orgs", "a/b", "a?b=c", "a#b", "50%", "a b", "é", "…"] {
        let error = world.client().send(&api::events::Get::new(world.org(), id)).await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-404-4")), "{id}");
    }
    for id in ["", ".", "..", "a\u{0}b", "a\r\nb", "\"a\""] {
        let error = world.client().send(&api::events::Get::new(world.org(), id)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{id}");
    }
});

behaviour!(id_is_sent_clean_when_dirt_surrounds_it, |simulator| simulator, async |world| {
    let org = OrgId::from(format!("\u{feff}{}\r\n", world.org()));
    assert_eq!(org, world.org());
    world.client().send(&api::orgs::Get::new(org)).await.unwrap();
    let error = world.client().send(&api::orgs::Get::new(format!("'{}'", world.org()))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.to_string().contains("orgId: is in quotes: remove them"), "{error}");
});

behaviour!(error_distinguishes_wrong_key, |simulator| simulator, async |world| {
    for key in ["ATATT3xNotAnOrganizationKey", world.simulator.directory_key()] {
        let client = world.builder_with_key(key).build().unwrap();
        let error = client.send(&api::orgs::Get::new(world.org())).await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::Unauthorized, Some(401), None));
        assert!(error.hint().unwrap().contains("organization API key"));
    }
});

behaviour!(expired_key_is_refused, |simulator| simulator.quirk(Quirk::ExpiredKey), async |world| {
    let error = world.client().send(&api::orgs::Get::new(world.org())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
});

behaviour!(
    error_reads_the_response_of_the_routing_layer,
    |simulator| simulator.quirk(Quirk::UnroutableOrg),
    async |world| {
        let error = world.client().send(&api::orgs::Get::new("nobody")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound);
        assert_eq!((error.code(), error.detail()), (None, Some("TCS validation failed")));
        assert!(error.trace_id().is_some());
    }
);

behaviour!(
    error_distinguishes_missing_scope,
    |simulator| simulator.quirk(Quirk::MissingScope),
    async |world| {
        let error = world.client().send(&api::orgs::Get::new(world.org())).await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::Unauthorized, Some(401), Some("ADMIN-401-2")));
        assert!(error.hint().unwrap().contains("lacks a scope"));
    }
);

#[tokio::test]
async fn error_has_status_413_when_server_refuses_a_long_body() {
    let world = World::new(Backend::Reqwest, |simulator| simulator);
    let directory = world.simulator.directory_id().to_owned();
    let call = api::groups::Create::new(world.org(), directory, "x".repeat(2 * 1024 * 1024));
    let error = world.client().send(&call).await.unwrap_err();
    assert_eq!(error.http_status().map(|status| status.as_u16()), Some(413), "{error}");
    assert_eq!(world.statuses(), [413]);
    assert!(world.simulator.changes().is_empty());
}
