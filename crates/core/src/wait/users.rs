//! Waiting for the roles of users.

use super::{Patience, WaitError};
use crate::api::users::GetUserRoleAssignments;
use crate::client::Client;
use crate::error::Error;
use crate::handles::{InDirectory, users};
use crate::model::{AccountId, ResourceId, RoleId};

impl users::Handle<InDirectory> {
    /// Waits until the user is seen to have the role on the resource, however it came by it.
    ///
    /// # Errors
    /// [`WaitError`].
    pub async fn wait_for_role(
        &self,
        account_id: impl Into<AccountId>,
        resource_id: impl Into<ResourceId>,
        role: impl Into<RoleId>,
        patience: Patience,
    ) -> Result<(), WaitError> {
        let (resource_id, role) = (resource_id.into(), role.into());
        let call = GetUserRoleAssignments::new(
            self.scope.org_id.clone(),
            self.scope.directory_id.clone(),
            account_id,
        )
        .resource_ids([resource_id]);
        self.client.wait_until(patience, || has_role(&self.client, &call, &role)).await
    }
}

async fn has_role(
    client: &Client,
    call: &GetUserRoleAssignments,
    role: &RoleId,
) -> Result<Option<()>, Error> {
    let mut pages = client.pages(call.clone());
    while let Some(page) = pages.next().await {
        let mut roles = page?.items.into_iter().flat_map(|row| {
            let assigned = row.role_assignments.into_iter().flatten().filter_map(|assigned| assigned.role);
            assigned.chain(row.roles.into_iter().flatten()).collect::<Vec<_>>()
        });
        if roles.any(|found| found == *role) {
            return Ok(Some(()));
        }
    }
    Ok(None)
}
