//! Workspaces: filtered, combined, sorted, and page by page.

use atlassian_admin::api;
use atlassian_admin::api::workspaces::{WorkspaceQuery, WorkspaceSort};
use atlassian_admin::model::{SortOrder, Workspace, WorkspaceRelative};
use atlassian_admin::{Client, ErrorKind};
use atlassian_admin_simulator::Quirk;
use futures_util::TryStreamExt;

use crate::behaviour;
use crate::support::summary;

async fn all(client: &Client, search: api::workspaces::Search) -> Vec<Workspace> {
    client.pages(search).items().try_collect().await.unwrap()
}

/// Site and product of each.
fn names(workspaces: &[Workspace]) -> Vec<(String, String)> {
    let attributes = workspaces.iter().map(|workspace| workspace.attributes.clone().unwrap());
    attributes.map(|attributes| (attributes.name.unwrap(), attributes.type_key.unwrap())).collect()
}

behaviour!(workspaces_are_paginated_with_a_cursor_alone, |simulator| simulator, async |world| {
    let client = world.client();
    let whole = client.send(&api::workspaces::Search::new(world.org())).await.unwrap();
    assert_eq!((whole.meta.total, whole.meta.size), (Some(11), Some(20)));
    let search = api::workspaces::Search::new(world.org())
        .sort([WorkspaceSort::new("typeKey", SortOrder::Descending)])
        .limit(2);
    let page = client.send(&search).await.unwrap();
    assert_eq!((page.meta.start_index, page.meta.end_index), (Some(1), Some(2)));
    let mut walked = names(&all(&client, search).await);
    assert_eq!(walked.len(), 11);
    assert!(walked.is_sorted_by(|one, next| one.1 >= next.1), "{walked:?}");
    walked.sort();
    let mut expected = names(&whole.data);
    expected.sort();
    assert_eq!(walked, expected);
});

behaviour!(workspace_search_filters_and_sorts, |simulator| simulator, async |world| {
    let client = world.client();
    let ask = |query: WorkspaceQuery| all(&client, api::workspaces::Search::new(world.org()).query(query));
    let ours = WorkspaceQuery::search("example-LABS");
    let site = |key: &str| ("example-labs".to_owned(), key.to_owned());
    let labs = [site("jira-software"), site("jira-service-desk"), site("confluence")];
    assert_eq!(names(&ask(ours.clone()).await), labs);
    let jira = WorkspaceQuery::field("typeKey", ["jira-software"]);
    assert_eq!(names(&ask(WorkspaceQuery::and([ours.clone(), jira.clone()])).await), labs[..1]);
    let rest = ask(WorkspaceQuery::and([ours, WorkspaceQuery::nor([jira])])).await;
    assert_eq!(names(&rest), labs[1..]);
});

behaviour!(workspaces_hold_the_policies_that_apply_to_them, |simulator| simulator, async |world| {
    let client = world.client();
    let ask = async |policy: &str| {
        let query = WorkspaceQuery::policies([policy]);
        all(&client, api::workspaces::Search::new(world.org()).query(query)).await
    };
    let policies = client.organization(world.org()).policies();
    let policy = policies.list().send().await.unwrap().data.remove(0);
    let resources = policy.attributes.unwrap().resources.unwrap();
    let subject = ask(policy.id.as_str()).await;
    let ids = |workspaces: &[Workspace]| -> Vec<_> {
        workspaces.iter().map(|workspace| workspace.id.clone()).collect()
    };
    assert_eq!(ids(&subject), [resources[0].id.clone(), resources[1].id.clone()]);
    let holds_policy = |workspace: &Workspace| {
        let policies = workspace.relationships.clone().and_then(|it| it.policy).unwrap_or_default();
        policies.iter().any(|it| it.id.as_deref() == Some(policy.id.as_str()))
    };
    let mut holders = all(&client, api::workspaces::Search::new(world.org())).await;
    holders.retain(holds_policy);
    assert_eq!(ids(&holders), ids(&subject));

    let free = names(&ask("none").await);
    assert_eq!(free, []);
    let other = all(&client, api::workspaces::Search::new(world.org())).await.remove(1).id;
    policies.add_resource(policy.id.clone(), other.clone()).send().await.unwrap();
    assert!(ids(&ask(policy.id.as_str()).await).contains(&other));
});

behaviour!(
    undocumented_properties_of_workspaces_are_typed,
    |simulator| simulator.quirk(Quirk::UndocumentedProperties),
    async |world| {
        let client = world.client();
        for workspace in all(&client, api::workspaces::Search::new(world.org())).await {
            assert!(workspace.app_type.is_some() && workspace.extra.is_empty());
            let attributes = workspace.attributes.unwrap();
            assert!(
                attributes.directory.is_some() && attributes.unit.is_some() && attributes.extra.is_empty()
            );
            let relationships = workspace.relationships.unwrap();
            assert!(relationships.extra.is_empty());
            let of = |relatives: Option<Vec<WorkspaceRelative>>| -> Vec<_> {
                relatives
                    .unwrap()
                    .into_iter()
                    .map(|relative| relative.attributes.unwrap_or_default())
                    .collect()
            };
            let entitlement = of(relationships.entitlement).remove(0);
            assert_eq!(entitlement.soft_capacity_limit, attributes.capacity);
            assert!(entitlement.usage_identifier.is_some() && entitlement.extra.is_empty());
            let features = relationships.feature.unwrap();
            let feature = |id: &str| {
                let mut found = features.iter().filter(|feature| feature.id.as_deref() == Some(id));
                let attributes = found.next().unwrap().attributes.clone().unwrap();
                assert!(found.next().is_none() && attributes.extra.is_empty(), "{id}");
                attributes
            };
            let realms = ["EU".to_owned(), "US".to_owned()];
            assert_eq!(feature("data-residency").realms.unwrap()[..], realms);
            let tracks = ["continuous".to_owned(), "preview".to_owned()];
            assert_eq!(feature("release-tracks").tracks.unwrap()[..], tracks);
            let allowlists = feature("ip-allowlists");
            assert_eq!((allowlists.ip, allowlists.limit), (Some(500), Some(10)));
            let access = feature("user-access-management").user_access_management_state;
            assert_eq!(access.as_deref(), Some("centralized"));
            let relation = of(relationships.relates_from_entitlement).remove(0);
            let offering = relation.entitlement.unwrap().offering.unwrap();
            assert_eq!(offering.name, entitlement.plan);
            assert_eq!(offering.product_listing.unwrap().name, attributes.kind);
        }
    }
);

behaviour!(each_refusal_about_workspaces_has_its_code, |simulator| simulator, async |world| {
    let client = world.client();
    let search = || api::workspaces::Search::new(world.org());
    let cursor = client.send(&search().limit(1)).await.unwrap().links.next.unwrap();
    let cursor = atlassian_admin::page::cursor_of(Some(&cursor)).unwrap().unwrap().to_string();
    let novel = serde_json::from_str(r#"{"xor":[]}"#).unwrap();
    for refused in [
        search().cursor(cursor).limit(1),
        search().cursor("made up"),
        search().query(WorkspaceQuery::Other(novel)),
        search().query(WorkspaceQuery::field("nothing", ["x"])),
        search().sort([WorkspaceSort::new("nothing", SortOrder::Ascending)]),
    ] {
        let error = client.send(&refused).await.unwrap_err();
        let bad = (ErrorKind::BadRequest, Some(400), Some("ADMIN-400-4"));
        assert_eq!(summary(&error), bad, "{refused:?}");
    }
    for limit in [0_u32, 1_001] {
        let error = client.send(&search().limit(limit)).await.unwrap_err();
        assert_eq!(summary(&error), (ErrorKind::InvalidArgument, None, None), "{limit}");
    }
    let error = client.send(&api::workspaces::Search::new("nobody")).await.unwrap_err();
    assert_eq!(summary(&error), (ErrorKind::NotFound, Some(404), Some("ADMIN-404-2")));
});
