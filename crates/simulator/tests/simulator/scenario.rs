//! Scenarios: the organization has what a test states, without a trace of how it got there.

use atlassian_admin_core::api;
use std::sync::Arc;
use std::time::Duration;

use atlassian_admin_core::model::{AccountId, DirectoryUser, ManagementSource, RoleId, UserStatus};
use atlassian_admin_simulator::{Fault, Quirk, Scenario, ScenarioProblem, Simulator};
use atlassian_admin_testing::VirtualTime;

use crate::Fixture;

impl Fixture {
    fn arrange(&self, scenario: Scenario) {
        self.simulator.arrange(&scenario).unwrap();
    }

    fn account(&self, email: &str) -> AccountId {
        self.simulator.account_id(email).unwrap()
    }

    async fn user_in(&self, directory: usize, email: &str) -> DirectoryUser {
        let directory = self.simulator.directory_ids()[directory].clone();
        let call = api::users::Get::new(self.simulator.org_id(), directory, self.account(email));
        self.client.send(&call).await.unwrap()
    }

    async fn groups_of(&self, email: &str) -> Vec<String> {
        let call = api::groups::Search::new(self.simulator.org_id(), self.simulator.directory_id());
        let call = call.account_ids([self.account(email)]);
        let found = self.client.send(&call).await.unwrap().data;
        found.into_iter().filter_map(|group| group.name).collect()
    }
}

#[tokio::test]
async fn users_have_the_states_that_a_scenario_sets() {
    let fixture = Fixture::new(|builder| builder);
    fixture.arrange(
        Scenario::new()
            .user("ann@example.com")
            .user("bob@example.com")
            .suspended()
            .in_group("auditors")
            .user("cy@example.com")
            .deactivated()
            .user("dee@example.com")
            .for_deletion()
            .provisioned_user("eve@example.com"),
    );
    for (email, status) in [
        ("ann@example.com", UserStatus::Active),
        ("bob@example.com", UserStatus::Suspended),
        ("cy@example.com", UserStatus::Deactivated),
        ("dee@example.com", UserStatus::ForDeletion),
        ("eve@example.com", UserStatus::Active),
    ] {
        let user = fixture.user_in(0, email).await;
        assert_eq!((user.email.as_deref(), user.status), (Some(email), Some(status)), "{email}");
    }
    assert_eq!(fixture.groups_of("bob@example.com").await, ["auditors"]);
    assert_eq!(fixture.groups_of("ann@example.com").await, [""; 0]);
    let provisioned = fixture.user_in(0, "eve@example.com").await;
    assert_eq!(provisioned.management_source, Some(ManagementSource::Synced));
}

#[tokio::test]
async fn users_and_groups_hold_roles_on_products() {
    let fixture = Fixture::new(|builder| builder);
    fixture.arrange(
        Scenario::new()
            .user("ann@example.com")
            .with_role(RoleId::User, "confluence")
            .user("bob@example.com")
            .with_role(RoleId::OrgAdmin, "organization")
            .group("readers")
            .with_role(RoleId::Guest, "jira-software")
            .user("cy@example.com")
            .in_group("readers"),
    );
    for (email, owner, role) in
        [("ann@example.com", "confluence", RoleId::User), ("cy@example.com", "jira-software", RoleId::Guest)]
    {
        let (org, directory) = (fixture.simulator.org_id(), fixture.simulator.directory_id());
        let call = api::users::ListRoles::new(org, directory, fixture.account(email));
        let rows = fixture.client.send(&call).await.unwrap().data;
        let [row] = rows.as_slice() else { panic!("{email}: {rows:?}") };
        assert_eq!(row.resource_owner.as_deref(), Some(owner), "{email}");
        assert_eq!(row.roles, Some(vec![role].into()), "{email}");
    }
    let admin = fixture.user_in(0, "bob@example.com").await;
    assert_eq!(admin.platform_roles, Some(vec![RoleId::OrgAdmin]));
}

#[tokio::test]
async fn scenario_sets_other_directories_policies_and_tokens() {
    let fixture = Fixture::new(|builder| builder.directories(2));
    fixture.arrange(
        Scenario::new()
            .in_directory(1)
            .user("ann@example.com")
            .in_group("auditors")
            .with_token("nightly")
            .policy("Home offices"),
    );
    assert_eq!(fixture.user_in(1, "ann@example.com").await.status, Some(UserStatus::Active));
    let call = api::account::ListTokens::new(fixture.account("ann@example.com"));
    let labels: Vec<_> = fixture.client.send(&call).await.unwrap().into_iter().map(|it| it.label).collect();
    assert_eq!(labels, [Some("nightly".to_owned())]);
    let policies =
        fixture.client.send(&api::policies::List::new(fixture.simulator.org_id())).await.unwrap().data;
    let names: Vec<_> = policies.into_iter().filter_map(|policy| policy.attributes?.name).collect();
    assert!(names.contains(&"Home offices".to_owned()), "{names:?}");
}

#[tokio::test]
async fn scenario_leaves_no_trace_unless_recorded() {
    let quirks = [Quirk::ReadLag, Quirk::ExpiredKey];
    let fixture = Fixture::new(|builder| builder.quirks(quirks).fault(Fault::status(500)));
    let events: Vec<_> = fixture.simulator.visible_event_ids().collect();
    let scenario = || Scenario::new().user("ann@example.com").in_group("auditors");
    fixture.arrange(scenario());
    assert_eq!(fixture.simulator.changes(), []);
    assert_eq!(fixture.simulator.request_count(), 0);
    assert_eq!(fixture.simulator.faults()[0].1, 0);
    assert_eq!(fixture.simulator.visible_event_ids().collect::<Vec<_>>(), events);

    fixture.arrange(Scenario::new().user("bob@example.com").in_group("auditors").recorded());
    let changes: Vec<_> = fixture.simulator.changes().into_iter().map(|change| change.action).collect();
    assert_eq!(changes, ["user_invited", "user_added_to_group"]);
    fixture.advance(1);
    assert_eq!(fixture.simulator.visible_event_ids().count(), events.len() + 2);
}

#[tokio::test]
async fn scenario_is_visible_at_once_despite_read_lag() {
    let fixture = Fixture::new(|builder| builder.quirk(Quirk::ReadLag));
    fixture.arrange(Scenario::new().user("ann@example.com").in_group("auditors"));
    assert_eq!(fixture.groups_of("ann@example.com").await, ["auditors"]);
    let search = api::users::Search::new(fixture.simulator.org_id(), fixture.simulator.directory_id());
    let search = search.group_ids([fixture.simulator.group_id("auditors").unwrap()]);
    assert_eq!(fixture.client.send(&search).await.unwrap().data.len(), 1);
}

#[test]
fn impossible_scenario_is_a_typed_error() {
    let fixture = Fixture::new(|builder| builder);
    let refused = |rule: &str| ScenarioProblem::Refused(rule.to_owned());
    for (scenario, step, problem) in [
        (Scenario::new().suspended(), "Suspended", ScenarioProblem::NoUser),
        (Scenario::new().group("g").in_group("h"), r#"InGroup("h")"#, ScenarioProblem::NoUser),
        (
            Scenario::new().with_role(RoleId::User, "confluence"),
            r#"WithRole("atlassian/user", "confluence")"#,
            ScenarioProblem::NoHolder,
        ),
        (Scenario::new().in_directory(1), "InDirectory(1)", ScenarioProblem::UnknownDirectory),
        (
            Scenario::new().group("g").with_role("atlassian/chief", "confluence"),
            r#"WithRole("atlassian/chief", "confluence")"#,
            ScenarioProblem::UnknownRole,
        ),
        (
            Scenario::new().group("g").with_role(RoleId::User, "minesweeper"),
            r#"WithRole("atlassian/user", "minesweeper")"#,
            ScenarioProblem::UnknownResource,
        ),
        (Scenario::new().user("ann"), r#"User("ann")"#, refused("InvalidEmail")),
        (Scenario::new().group(""), r#"Group("")"#, refused("InvalidName")),
    ] {
        let error = fixture.simulator.arrange(&scenario).unwrap_err();
        assert_eq!((error.step.as_str(), &error.problem), (step, &problem));
        assert!(error.to_string().contains(step), "{error}");
    }
    let refused = fixture.simulator.arrange(&Scenario::new().user("ann")).unwrap_err().to_string();
    let message =
        r#"the step User("ann") cannot be taken: a request would be refused for the rule InvalidEmail"#;
    assert_eq!(refused, message);
}

#[tokio::test]
async fn another_organization_is_listed_and_read_with_the_same_key() {
    let other = Simulator::builder(Arc::new(VirtualTime::new(drop))).accounts(7).events(3);
    let fixture = Fixture::new(|builder| builder.accounts(5).organization(other));
    let [own, other] = fixture.simulator.organizations().collect::<Vec<_>>().try_into().unwrap();
    let listed = fixture.client.send(&api::orgs::List::new()).await.unwrap().data;
    let ids: Vec<_> = listed.into_iter().map(|org| org.id).collect();
    assert_eq!(ids, [own.org_id(), other.org_id()]);
    for (org, accounts) in [(&own, 5), (&other, 7)] {
        assert_eq!(
            fixture.client.send(&api::accounts::List::new(org.org_id())).await.unwrap().data.len(),
            accounts
        );
        let found = fixture.client.send(&api::orgs::Get::new(org.org_id())).await.unwrap();
        assert_eq!(found.id, org.org_id());
    }
    other.arrange(&Scenario::new().group("auditors")).unwrap();
    let call = api::groups::Create::new(other.org_id(), other.directory_id(), "pilots");
    fixture.client.send(&call).await.unwrap();
    assert_eq!((own.changes().len(), other.changes().len()), (0, 1));
    assert_eq!((own.request_count(), other.request_count()), (3, 3));
    assert_eq!((own.group_id("auditors"), other.group_id("auditors").is_some()), (None, true));
    fixture.simulator.advance(Duration::from_secs(60));
    assert_eq!(own.now(), other.now());
}

#[tokio::test]
async fn organizations_of_another_organization_are_added_with_it() {
    let builder = || Simulator::builder(Arc::new(VirtualTime::new(drop)));
    let other = builder().accounts(7).organization(builder().accounts(9));
    let fixture = Fixture::new(|builder| builder.accounts(5).organization(other));
    let orgs = fixture.client.send(&api::orgs::List::new()).await.unwrap().data;
    let mut sizes = Vec::new();
    for org in orgs {
        sizes.push(fixture.client.send(&api::accounts::List::new(org.id)).await.unwrap().data.len());
    }
    assert_eq!(sizes, [5, 7, 9]);
}
