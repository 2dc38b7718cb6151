//! How a program tests its own code: the simulator in process, a scenario, a fault, paused time.

use std::sync::Arc;

use atlassian_admin::handles::Organization;
use atlassian_admin::model::{AccountId, MembershipStatus};
use atlassian_admin::{Result, TokioRuntime};
use atlassian_admin_simulator::{Fault, Simulator};

/// The code under test: the suspended members of a group.
async fn suspended_members(organization: &Organization, group: &str) -> Result<Vec<AccountId>> {
    let directory = organization.sole_directory().await?;
    let group = directory.groups().ensure(group).await?;
    let members = directory.groups().members(&group).membership_status([MembershipStatus::Suspended]);
    Ok(members.all().await?.into_iter().map(|user| user.account_id).collect())
}

#[tokio::test(start_paused = true)]
async fn suspended_members_are_found_although_the_server_limits_the_search() {
    let simulator = Simulator::builder(Arc::new(TokioRuntime::new()))
        .user("ann@example.com")
        .suspended()
        .in_group("auditors")
        .user("bob@example.com")
        .in_group("auditors")
        .build()
        .unwrap();
    simulator.set_faults(vec!["429:times=1,operation=users.search,retry-after=7".parse::<Fault>().unwrap()]);
    simulator.clear_requests();

    let organization = simulator.client().organization(simulator.org_id());
    let found = suspended_members(&organization, "auditors").await.unwrap();
    assert_eq!(found, [simulator.account_id("ann@example.com").unwrap()]);
    let searches = simulator.requests().unwrap().into_iter();
    let searches = searches.filter(|request| request.target.ends_with("/users/search"));
    assert_eq!(searches.map(|request| request.status).collect::<Vec<_>>(), [Some(429), Some(200)]);
}
