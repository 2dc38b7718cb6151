//! Links between records and accounts.

use atlassian_admin::model::{ScimLink, ScimUser};

use super::{ada, create, scim};
use crate::behaviour;
use crate::world::refusal;

behaviour!(record_is_found_by_account_and_by_address, |simulator| simulator, async |world| {
    let (id, user) = create(&scim(&world), ada()).await;
    let scim_links = world.client().organization(world.org()).scim_links();
    let account = user.account_id().unwrap().clone();
    let found = scim_links.get(account.clone()).send().await.unwrap().links.unwrap();
    assert_eq!(found.len(), 1);
    let ScimLink { scim_user_id, account_id, directory_id, org_id, .. } = found[0].clone();
    assert_eq!((scim_user_id, account_id), (id, Some(account)));
    assert_eq!(directory_id.unwrap().as_str(), world.simulator.directory_id());
    assert_eq!(org_id, Some(world.org()));
    assert_eq!(scim_links.get_for_email("ADA@example.com").send().await.unwrap().links, Some(found));

    assert_eq!(scim_links.get_for_email("nobody@example.com").send().await.unwrap().links, Some(vec![]));
    assert_eq!(refusal(scim_links.get("557058:nobody").send().await), "NotFound 404 ADMIN-404-8");
});

behaviour!(unlinked_record_remains_and_blocks_its_name, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let (id, user) = create(&scim, ada()).await;
    let scim_links = world.client().organization(world.org()).scim_links();
    let account = user.account_id().unwrap().clone();
    let directory = world.simulator.directory_id();
    assert!(
        !world
            .client()
            .account(account.clone())
            .permissions()
            .send()
            .await
            .unwrap()
            .email_set
            .unwrap()
            .allowed
    );
    scim_links.unlink(directory, id.clone()).send().await.unwrap();

    let record = scim.get_user(id.clone()).send().await.unwrap();
    assert_eq!((record.account_id(), record.user_name.as_deref()), (None, Some("Ada")));
    assert!(
        world
            .client()
            .account(account.clone())
            .permissions()
            .send()
            .await
            .unwrap()
            .email_set
            .unwrap()
            .allowed
    );
    assert_eq!(scim_links.get(account).send().await.unwrap().links, Some(vec![]));
    let left = scim_links.get_for_email("ada@example.com").send().await.unwrap().links.unwrap();
    assert_eq!((left.len(), &left[0].account_id), (1, &None));
    assert_eq!(refusal(scim.create_user(ada()).send().await), "Conflict 409 uniqueness");

    assert_eq!(refusal(scim_links.unlink(directory, id.clone()).send().await), "NotFound 404 ADMIN-404-8");
    assert_eq!(refusal(scim_links.unlink("elsewhere", id).send().await), "NotFound 404 ADMIN-404-1");
});

behaviour!(deleted_record_frees_its_name, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let (id, user) = create(&scim, ada()).await;
    let scim_links = world.client().organization(world.org()).scim_links();
    let account = user.account_id().unwrap().clone();
    scim.delete_user(id.clone()).send().await.unwrap();
    assert_eq!(refusal(scim.create_user(ada()).send().await), "Conflict 409 uniqueness");
    scim_links.delete_user(account.clone()).send().await.unwrap();
    assert_eq!(refusal(scim.get_user(id).send().await), "NotFound 404 ");
    assert_eq!(scim_links.get_for_email("ada@example.com").send().await.unwrap().links, Some(vec![]));
    let (_, again) = create(&scim, ScimUser::with_email("Ada", "ada@example.com")).await;
    assert_eq!(again.account_id(), Some(&account), "the account is the same");

    assert_eq!(refusal(scim_links.delete_user("557058:nobody").send().await), "NotFound 404 ADMIN-404-8");
});
