//! Users: finding them by e-mail address, and waiting for their roles.

use super::wait::{Wait, WaitOptions, first};
use crate::api;
use crate::argument::Argument;
use crate::handles::{AllDirectoriesScope, DirectoryScope, RequestBuilder, UsersApi};
use crate::model::{AccountId, ResourceId, RoleId, UserRoles};
use crate::operation::Endpoint;

impl UsersApi<DirectoryScope> {
    /// Waits until the user is seen to have the role on the resource, directly or through a group,
    /// by default as long as [`WaitOptions::ROLE`] says.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) if it does not appear in time, and the
    /// errors of the requests.
    pub fn wait_for_role(
        &self,
        account_id: impl Into<AccountId>,
        resource_id: impl Into<ResourceId>,
        role: impl Into<RoleId>,
    ) -> Wait<()> {
        let (client, resource_id, role) = (self.client.clone(), resource_id.into(), role.into());
        let call = api::users::ListRoles::new(self.scope.org_id(), self.scope.directory_id(), account_id)
            .resource_ids([resource_id.clone()]);
        Wait::new(WaitOptions::ROLE, move |options| async move {
            let has_it = |row: &UserRoles| row.resource_id == resource_id && has(row, &role);
            let look = || first(&client, call.clone(), has_it);
            client.wait(const { &api::users::ListRoles::OPERATION }, options, look).await.map(drop)
        })
    }
}

macro_rules! by_email {
    ($scope:ident) => {
        impl UsersApi<$scope> {
            /// Finds the users with these e-mail addresses, 1 to 100 in a request. A user that is
            /// not found is missing from the result.
            pub fn by_email(&self, emails: impl Argument<Vec<String>>) -> RequestBuilder<api::users::Search> {
                let call = api::users::Search::new(self.scope.org_id(), self.scope.directory_id());
                RequestBuilder::new(&self.client, call.emails(emails))
            }
        }
    };
}

by_email!(DirectoryScope);
by_email!(AllDirectoriesScope);

fn has(row: &UserRoles, role: &RoleId) -> bool {
    let assigned = row.role_assignments.iter().flatten().map(|assigned| &assigned.role);
    assigned.chain(row.roles.iter().flat_map(|roles| roles.iter())).any(|found| found == role)
}
