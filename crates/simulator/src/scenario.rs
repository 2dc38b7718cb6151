//! Scenarios: a test states the users, groups and roles that it needs.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

use atlassian_admin_core::model::{AccountId, DirectoryId, GroupId, RoleId};

use crate::builder::SimulatorBuilder;
pub use crate::organization::ScenarioProblem;
use crate::organization::stage::{self, Stage, Step};
use crate::organization::{By, Transaction, View};
use crate::simulator::Simulator;

/// How many milliseconds before now the changes of a scenario are made: longer than the lag of the
/// quirk `read-lag`, so that all readers see them.
const AGE: i64 = 60_000;

/// What a test needs beside what follows from the seed: users, groups, roles, policies, tokens.
///
/// The changes are those that requests make, by the same rules, but they are neither in
/// [`Simulator::changes`] nor in the audit log, unless [`Scenario::recorded`] asks for it. Faults
/// and rate limits do not apply.
///
/// A scenario begins at a [`SimulatorBuilder`], or is applied by [`Simulator::arrange`].
///
/// # Examples
/// ```
/// use std::sync::Arc;
/// use atlassian_admin_core::api;
/// use atlassian_admin_core::model::{MembershipStatus, RoleId};
/// use atlassian_admin_simulator::Simulator;
/// # use atlassian_admin_testing::ImmediateTime as TokioRuntime;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let simulator = Simulator::builder(Arc::new(TokioRuntime::default()))
///     .user("ann@example.com").suspended().in_group("auditors")
///     .user("bob@example.com").with_role(RoleId::User, "confluence")
///     .build()?;
/// let ann = simulator.account_id("ann@example.com").ok_or("no account")?;
/// let call = api::users::Get::new(simulator.org_id(), simulator.directory_id(), ann);
/// let ann = simulator.client().send(&call).await?;
/// assert_eq!(ann.membership_status, Some(MembershipStatus::Suspended));
/// assert_eq!(simulator.changes(), []);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "a scenario does nothing until it is built or arranged"]
pub struct Scenario<B = ()> {
    builder: B,
    steps: Vec<Step>,
    recorded: bool,
}

/// A step that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScenarioError {
    /// The step, such as `InGroup("auditors")`.
    pub step: String,
    /// Why it cannot be taken.
    pub problem: ScenarioProblem,
}

impl Display for ScenarioError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "the step {} cannot be taken: {}", self.step, self.problem)
    }
}

impl Display for ScenarioProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NoUser => "it needs a user: name one in a step before it",
            Self::NoHolder => "it needs a user or a group: name one in a step before it",
            Self::UnknownDirectory => {
                "the organization has fewer directories: set `SimulatorBuilder::directories`"
            }
            Self::UnknownRole => "the role is not known",
            Self::UnknownResource => {
                "the directory does not have this resource: name a product, `site` or `organization`"
            }
            Self::Refused(rule) => return write!(f, "a request would be refused for the rule {rule}"),
        })
    }
}

impl std::error::Error for ScenarioError {}

impl Scenario {
    /// Reads the steps from JSON: `[{"user": "ann@example.com"}, "suspended"]`.
    pub(crate) fn from_json(json: &[u8]) -> serde_json::Result<Self> {
        Ok(Self { steps: serde_json::from_slice(json)?, ..Self::default() })
    }

    /// A scenario without steps.
    ///
    /// # Examples
    /// ```
    /// use std::sync::Arc;
    /// use atlassian_admin_simulator::{Scenario, Simulator};
    /// # use atlassian_admin_testing::ImmediateTime as TokioRuntime;
    ///
    /// let simulator = Simulator::builder(Arc::new(TokioRuntime::default())).build();
    /// simulator.arrange(&Scenario::new().group("auditors"))?;
    /// assert!(simulator.group_id("auditors").is_some());
    /// # Ok::<(), atlassian_admin_simulator::ScenarioError>(())
    /// ```
    pub fn new() -> Self {
        Self::default()
    }
}

/// The steps of at most one text.
macro_rules! steps {
    ($($(#[$doc:meta])* $method:ident($($text:ident)?) = $step:ident;)*) => {
        impl<B> Scenario<B> {
            $($(#[$doc])* pub fn $method(self $(, $text: impl Into<String>)?) -> Self {
                self.step(Step::$step $(($text.into()))?)
            })*
        }
    };
}

steps! {
    /// A user with this address, in the directory. An account that has the address is let in.
    user(email) = User;
    /// A user whom an identity provider has made. The domain must be the organization's, such as
    /// `example.com`.
    provisioned_user(email) = ProvisionedUser;
    /// A group of this name in the directory, made unless it exists.
    group(name) = Group;
    /// The user is in the group of this name, which is made unless it exists.
    in_group(name) = InGroup;
    /// The user has an API token with this label.
    with_token(label) = WithToken;
    /// The user is suspended in the directory.
    suspended() = Suspended;
    /// The user is removed from the directory; a managed account remains.
    removed() = Removed;
    /// The user's account is deactivated.
    deactivated() = Deactivated;
    /// The user's account is to be deleted, after 14 days of grace.
    for_deletion() = ForDeletion;
    /// An enabled policy of the type `ip-allowlist`.
    policy(name) = Policy;
}

impl<B> Scenario<B> {
    fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// The users and groups of the following steps are in the directory of this number; 0 is the
    /// first one, in which a scenario begins.
    pub fn in_directory(self, number: usize) -> Self {
        self.step(Step::InDirectory(number))
    }

    /// The user or group that was named last has a role on a product of the directory, such as
    /// `confluence`, on its `site`, or on the `organization`.
    pub fn with_role(self, role: impl Into<RoleId>, resource: impl Into<String>) -> Self {
        self.step(Step::WithRole(role.into().as_str().to_owned(), resource.into()))
    }

    /// The changes are in [`Simulator::changes`] and in the audit log, as those of requests are.
    pub fn recorded(mut self) -> Self {
        self.recorded = true;
        self
    }
}

impl Scenario<SimulatorBuilder> {
    /// Makes the simulator.
    ///
    /// # Errors
    /// [`ScenarioError`] where a step cannot be taken.
    pub fn build(self) -> Result<Simulator, ScenarioError> {
        let simulator = self.builder.clone().build();
        simulator.arrange(&self)?;
        Ok(simulator)
    }
}

impl SimulatorBuilder {
    /// Begins a scenario with a user: see [`Scenario::user`].
    pub fn user(self, email: impl Into<String>) -> Scenario<Self> {
        self.scenario().user(email)
    }

    /// Begins a scenario with a group: see [`Scenario::group`].
    pub fn group(self, name: impl Into<String>) -> Scenario<Self> {
        self.scenario().group(name)
    }

    /// Begins a scenario without a step yet.
    pub fn scenario(self) -> Scenario<Self> {
        Scenario { builder: self, steps: Vec::new(), recorded: false }
    }
}

impl Simulator {
    /// Makes the changes of a scenario now.
    ///
    /// # Errors
    /// [`ScenarioError`] where a step cannot be taken. The steps before it are taken.
    pub fn arrange<B>(&self, scenario: &Scenario<B>) -> Result<(), ScenarioError> {
        self.arrange_named(scenario).map(drop)
    }

    /// As [`Self::arrange`]; returns the identifiers of what the scenario named last.
    pub(crate) fn arrange_named<B>(
        &self,
        scenario: &Scenario<B>,
    ) -> Result<BTreeMap<&'static str, String>, ScenarioError> {
        let state = &mut *self.state();
        let log = state.store.log.clone();
        let age = if scenario.recorded { 0 } else { AGE };
        let world = &self.shared().world;
        let now = self.now_millis().saturating_sub(age);
        let mut tx = Transaction { world, store: &mut state.store, now, by: By::Admin };
        let mut stage = Stage::default();
        let result = scenario.steps.iter().try_for_each(|step| {
            let taken = stage.take(&mut tx, step);
            taken.map_err(|problem| ScenarioError { step: format!("{step:?}"), problem })
        });
        if !scenario.recorded {
            state.store.log = log;
        }
        result.map(|()| stage.ids)
    }

    /// The account with this e-mail address, where the organization knows one.
    #[must_use]
    pub fn account_id(&self, email: &str) -> Option<AccountId> {
        self.look(|view| stage::account_of(view, email)).map(Into::into)
    }

    /// The group of this name.
    #[must_use]
    pub fn group_id(&self, name: &str) -> Option<GroupId> {
        self.look(|view| stage::group_of(view, name)).map(Into::into)
    }

    /// The directories of the organization, in the order of their numbers.
    #[must_use]
    pub fn directory_ids(&self) -> Vec<DirectoryId> {
        self.shared().world.directories.iter().map(|it| it.id.clone().into()).collect()
    }

    /// Reads the state with all changes.
    fn look<T>(&self, look: impl FnOnce(View<'_>) -> T) -> T {
        let (state, now) = (self.state(), self.now_millis());
        look(View { world: &self.shared().world, store: &state.store, now, seen: i64::MAX })
    }
}
