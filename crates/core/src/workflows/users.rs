//! Waiting for the roles of users.

use super::wait::{WaitOptions, first};
use crate::api;
use crate::error::Result;
use crate::handles::{DirectoryScope, UsersApi};
use crate::model::{AccountId, ResourceId, RoleId, UserRoles};
use crate::operation::Endpoint;

impl UsersApi<DirectoryScope> {
    /// Waits until the user is seen to have the role on the resource, however it came by it.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) if it does not appear in time, and the
    /// errors of the requests.
    pub async fn wait_for_role(
        &self,
        account_id: impl Into<AccountId>,
        resource_id: impl Into<ResourceId>,
        role: impl Into<RoleId>,
        options: WaitOptions,
    ) -> Result<()> {
        let (scope, resource_id, role) = (&self.scope, resource_id.into(), role.into());
        let call = api::users::ListRoles::new(scope.org_id.clone(), scope.directory_id.clone(), account_id)
            .resource_ids([resource_id.clone()]);
        let has_it = |row: &UserRoles| row.resource_id.as_ref() == Some(&resource_id) && has(row, &role);
        self.client
            .wait(const { &api::users::ListRoles::OPERATION }, options, || {
                first(&self.client, call.clone(), has_it)
            })
            .await
            .map(|_| ())
    }
}

fn has(row: &UserRoles, role: &RoleId) -> bool {
    let assigned = row.role_assignments.iter().flatten().filter_map(|assigned| assigned.role.as_ref());
    assigned.chain(row.roles.iter().flat_map(|roles| roles.iter())).any(|found| found == role)
}
