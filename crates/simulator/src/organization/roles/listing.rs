//! The roles of users and of groups, by resource.

use atlassian_admin_core::api;
use std::collections::BTreeMap;

use atlassian_admin_core::model::{
    AssignedRole, DirectoryId, GroupRoles, ResourceId, RoleId, Roles, UserRoles,
};
use atlassian_admin_core::page::LinkedPage;
use serde::{Deserialize, Serialize};

use crate::organization::users::among;
use crate::organization::{
    Call, Grant, Holder, Purpose, Resource, Role, Scope, World, as_search, groups, model, page_size, part,
    roles, users,
};
use crate::problem::Problem;
use crate::refusal::Failure;

pub(crate) fn of_user(
    call: &Call<'_>,
    mut request: api::users::ListRoles,
) -> Result<LinkedPage<UserRoles>, Failure> {
    let cursor = request.cursor.take();
    call.list::<api::users::ListRoles, _, _, _>(cursor, request, |query, after| {
        let scope = Scope::named(call.tx.world, query.directory_id.as_str())?;
        let user = users::find_user(call.view(), scope, query.account_id.as_str())?;
        let (status, roles) = (user.membership, roles::of_user(call.view(), user.index));
        let asked: GrantFilter = as_search(query)?;
        let rows = asked.rows(call.tx.world, roles.keys(), |resource, directory, grants| {
            let assignments = grants.iter().map(|grant| {
                let methods = roles.get(grant).into_iter().flatten().map(|method| method.id().into());
                model!(AssignedRole {
                    role: grant.role.id(),
                    role_assignment_methods: methods.collect::<Vec<_>>(),
                })
            });
            model!(UserRoles {
                resource_id: resource.id.as_str(),
                resource_owner: resource.owner.to_owned(),
                user_directory_status: directory.as_ref().map(|_| status.clone()),
                directory_id: directory,
                role_assignments: assignments.collect::<Vec<_>>(),
                roles: Roles::from(names(grants)),
            })
        });
        Ok(part(rows, after, page_size::<api::users::ListRoles>(query.limit)))
    })
}

pub(crate) fn of_group(
    call: &Call<'_>,
    mut request: api::groups::ListRoles,
) -> Result<LinkedPage<GroupRoles>, Failure> {
    let cursor = request.cursor.take();
    call.list::<api::groups::ListRoles, _, _, _>(cursor, request, |query, after| {
        let group = groups::find_in(call.view(), &query.directory_id, &query.group_id)?;
        let is_default = matches!(group.purpose, Purpose::Product(_));
        let grants = roles::grants(call.view(), Holder::Group(group.index));
        let asked: GrantFilter = as_search(query)?;
        let rows = asked.rows(call.tx.world, grants.iter(), |resource, _, grants| {
            let default_role = grants.iter().find(|grant| is_default && grant.role == Role::User);
            model!(GroupRoles {
                resource_id: resource.id.as_str(),
                resource_owner: resource.owner.to_owned(),
                default_role: default_role.map(|grant| grant.role.id().into()),
                roles: Roles::from(names(grants)),
            })
        });
        Ok(part(rows, after, page_size::<api::groups::ListRoles>(query.limit)))
    })
}

fn names(grants: &[Grant]) -> Vec<RoleId> {
    grants.iter().map(|grant| grant.role.id().into()).collect()
}

/// A resource, and the directory that its users come from: only products have one.
fn place(world: &World, index: usize) -> Option<(&Resource, Option<DirectoryId>)> {
    let resource = world.resources.get(index)?;
    let directory = resource.product.and_then(|_| world.directory_of_resource(index));
    let directory = directory.and_then(|index| world.directories.get(index));
    Some((resource, directory.map(|directory| directory.id.as_str().into())))
}

/// Which grants a query asks for. What is `None` does not matter; of a list, one must match.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GrantFilter {
    directory_ids: Option<Vec<DirectoryId>>,
    resource_owners: Option<Vec<String>>,
    resource_ids: Option<Vec<ResourceId>>,
    role_ids: Option<Vec<RoleId>>,
}

impl GrantFilter {
    /// What a search for holders asks for. The directories in it are those of the holders.
    pub(crate) fn of_holders(search: &impl Serialize) -> Result<Self, Problem> {
        Ok(Self { directory_ids: None, ..as_search(search)? })
    }

    /// Whether such a grant is among those of a holder. Where nothing is asked for, none is needed.
    pub(crate) fn are_held<G>(&self, world: &World, grants: impl FnOnce() -> G) -> bool
    where
        G: IntoIterator<Item = Grant>,
    {
        let is_any = self.resource_owners.is_none() && self.resource_ids.is_none() && self.role_ids.is_none();
        is_any || grants().into_iter().any(|grant| self.includes(world, grant))
    }

    /// A row for each resource with the grants that are asked for, in the order of the resources.
    fn rows<'g, T>(
        &self,
        world: &World,
        grants: impl Iterator<Item = &'g Grant>,
        row: impl Fn(&Resource, Option<DirectoryId>, &[Grant]) -> T,
    ) -> impl Iterator<Item = (u64, T)> {
        let mut resources: BTreeMap<usize, Vec<Grant>> = BTreeMap::new();
        for grant in grants.filter(|grant| self.includes(world, **grant)) {
            resources.entry(grant.resource).or_default().push(*grant);
        }
        resources.into_iter().filter_map(move |(index, grants)| {
            let (resource, directory) = place(world, index)?;
            Some((index as u64, row(resource, directory, &grants)))
        })
    }

    fn includes(&self, world: &World, grant: Grant) -> bool {
        let Some((resource, directory)) = place(world, grant.resource) else { return false };
        among(self.directory_ids.as_deref(), |id| directory.as_ref() == Some(id))
            && among(self.resource_owners.as_deref(), |owner| owner == resource.owner)
            && among(self.resource_ids.as_deref(), |id| id.as_str() == resource.id)
            && among(self.role_ids.as_deref(), |role| role.as_str() == grant.role.id())
    }
}
