//! The steps of a scenario, as changes of the organization.

use std::collections::BTreeMap;

use atlassian_admin_core::model::{PolicyInputAttributes, PolicyRule, PolicyStatus, PolicyType};
use serde::Deserialize;

use crate::organization::directories::Scope;
use crate::organization::groups::{Group, members};
use crate::organization::names::PRODUCTS;
use crate::organization::roles::{Grant, Holder};
use crate::organization::scim::provisioning;
use crate::organization::transaction::{By, Transaction, View};
use crate::organization::users::Invitation;
use crate::organization::world::World;
use crate::organization::{account, groups, policies, roles, tokens, users};
use crate::refusal::Refusal;

/// A step of a scenario. Most are about the user or group of the last step that named one. As JSON
/// it is `{"user": "ann@example.com"}`, or `"suspended"` for a step without a value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Step {
    InDirectory(usize),
    User(String),
    ProvisionedUser(String),
    Group(String),
    InGroup(String),
    /// A role and a product, `site` or `organization`.
    WithRole(String, String),
    WithToken(String),
    Suspended,
    Removed,
    Deactivated,
    ForDeletion,
    Policy(String),
}

/// Why a step cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ScenarioProblem {
    /// No step before it names a user.
    NoUser,
    /// No step before it names a user or a group.
    NoHolder,
    /// The organization has fewer directories.
    UnknownDirectory,
    /// The role is not known.
    UnknownRole,
    /// The directory has no such product.
    UnknownResource,
    /// A request would be refused for this rule, such as `LastOrgAdmin`.
    Refused(String),
}

impl From<Refusal> for ScenarioProblem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(format!("{refusal:?}"))
    }
}

/// What the next step is about.
#[derive(Debug, Default)]
pub(crate) struct Stage {
    directory: usize,
    user: Option<u64>,
    holder: Option<Holder>,
    /// The identifiers of what the steps named last, by the names that arguments have:
    /// `accountId`, `scimUserId`, `groupId`, `tokenId`, `policyId`.
    pub(crate) ids: BTreeMap<&'static str, String>,
}

impl Stage {
    pub(crate) fn take(&mut self, tx: &mut Transaction<'_>, step: &Step) -> Result<(), ScenarioProblem> {
        match step {
            Step::InDirectory(number) => {
                tx.world.directories.get(*number).ok_or(ScenarioProblem::UnknownDirectory)?;
                self.directory = *number;
            }
            Step::User(email) => {
                let invitation = Invitation { directory: Some(self.directory), ..Invitation::default() };
                let user = users::invite(tx, email, &invitation)?.user;
                self.name_user(tx, user);
            }
            Step::ProvisionedUser(email) => {
                let user = provisioning::provision(tx, self.directory, email, email, |_| {})?;
                self.name_user(tx, user);
                self.ids.insert("scimUserId", tx.world.scim_ids.to_uuid(user));
            }
            Step::Group(name) => self.holder = Some(Holder::Group(self.group(tx, name)?)),
            Step::InGroup(name) => {
                let (user, group) = (self.user()?, self.group(tx, name)?);
                let synced = groups::get(tx.truth(), group).is_some_and(|group| group.synced);
                let by = if synced { By::Provider } else { By::Admin };
                members::set(&mut Transaction { by, store: &mut *tx.store, ..*tx }, group, user, true)?;
            }
            Step::WithRole(role, resource) => {
                let role = roles::find_role(role).map_err(|_| ScenarioProblem::UnknownRole)?;
                let resource = self.resource(tx.world, resource).ok_or(ScenarioProblem::UnknownResource)?;
                let holder = self.holder.ok_or(ScenarioProblem::NoHolder)?;
                roles::set(tx, holder, Grant { resource, role }, true)?;
            }
            Step::WithToken(label) => {
                let user = self.user()?;
                tokens::add(tx, user, label)?;
                let last = tokens::of(tx.truth(), user).pop();
                self.ids.extend(last.map(|token| ("tokenId", token.id.to_string())));
            }
            Step::Suspended => users::suspend(tx, self.user()?)?,
            Step::Removed => users::remove(tx, self.user()?)?,
            Step::Deactivated => account::disable(tx, self.user()?)?,
            Step::ForDeletion => account::delete(tx, self.user()?)?,
            Step::Policy(name) => {
                let rule = PolicyRule::new().values(["192.0.2.0/24"]);
                let attributes = PolicyInputAttributes::new(PolicyType::IpAllowlist).rule(rule);
                let policy =
                    policies::create(tx, attributes.name(name.as_str()).status(PolicyStatus::Enabled))?;
                self.ids.insert("policyId", policy.id);
            }
        }
        Ok(())
    }

    fn name_user(&mut self, tx: &Transaction<'_>, user: u64) {
        (self.user, self.holder) = (Some(user), Some(Holder::User(user)));
        self.ids.extend(users::get(tx.truth(), user).map(|user| ("accountId", user.account_id)));
    }

    fn user(&self) -> Result<u64, ScenarioProblem> {
        self.user.ok_or(ScenarioProblem::NoUser)
    }

    /// The group of this name in the directory, which is made where there is none.
    fn group(&mut self, tx: &mut Transaction<'_>, name: &str) -> Result<u64, ScenarioProblem> {
        let is_it = |group: &Group| group.name == name && group.directory == self.directory;
        let existing = groups::all(tx.truth()).find(is_it).map(|group| group.index);
        let index = match existing {
            Some(existing) => existing,
            None => groups::create(tx, self.directory, name, |_| {})?,
        };
        self.ids.extend(groups::get(tx.truth(), index).map(|group| ("groupId", group.id)));
        Ok(index)
    }

    fn resource(&self, world: &World, name: &str) -> Option<usize> {
        match name {
            "organization" => Some(World::ORGANIZATION),
            "site" => world.resource_at(self.directory, None),
            key => {
                let product = PRODUCTS.iter().position(|(product, _)| *product == key)?;
                world.resource_at(self.directory, Some(product))
            }
        }
    }
}

/// The account identifier of the user with this address.
pub(crate) fn account_of(view: View<'_>, email: &str) -> Option<String> {
    let user = users::get(view, users::by_email(view, email)?)?;
    users::find(view, Scope::All, &user.account_id).ok().map(|_| user.account_id)
}

/// The identifier of the group of this name.
pub(crate) fn group_of(view: View<'_>, name: &str) -> Option<String> {
    groups::all(view).find(|group| group.name == name).map(|group| group.id)
}
