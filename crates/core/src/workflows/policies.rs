//! Waiting for policies.

use super::wait::{Wait, WaitOptions};
use crate::api;
use crate::error::ErrorKind;
use crate::handles::{OrganizationScope, PoliciesApi};
use crate::model::{ApplicationStatus, Policy, PolicyId};
use crate::operation::Endpoint;

impl PoliciesApi<OrganizationScope> {
    /// Waits until the policy can be read and none of its resources is `applying` or `removing`,
    /// and returns it, by default as long as [`WaitOptions::POLICY`] says. A resource may have
    /// failed: check `application_status`. A change of a moment ago may not be visible yet, and the
    /// policy then looks settled: compare it with what was requested.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`] if it is not settled in time, and the errors of the requests.
    pub fn wait_until_settled(&self, policy_id: impl Into<PolicyId>) -> Wait<Policy> {
        let (client, call) = (self.client.clone(), self.read(policy_id));
        Wait::new(WaitOptions::POLICY, move |options| async move {
            let look = || async {
                match client.send(&call).await {
                    Ok(policy) => Ok(Some(policy).filter(is_settled)),
                    // The server accepted it a moment ago.
                    Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                    Err(error) => Err(error),
                }
            };
            client.wait(const { &api::policies::Get::OPERATION }, options, look).await
        })
    }

    /// Waits until the policy no longer exists, by default as long as [`WaitOptions::POLICY`] says:
    /// the server only accepts its deletion at first.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`] if it still exists after that time, and the errors of the requests.
    pub fn wait_until_gone(&self, policy_id: impl Into<PolicyId>) -> Wait<()> {
        let (client, call) = (self.client.clone(), self.read(policy_id));
        Wait::new(WaitOptions::POLICY, move |options| async move {
            let look = || async {
                match client.send(&call).await {
                    Ok(_) => Ok(None),
                    Err(error) if error.kind() == ErrorKind::NotFound => Ok(Some(())),
                    Err(error) => Err(error),
                }
            };
            client.wait(const { &api::policies::Get::OPERATION }, options, look).await
        })
    }

    fn read(&self, policy_id: impl Into<PolicyId>) -> api::policies::Get {
        api::policies::Get::new(self.scope.org_id(), policy_id.into())
    }
}

fn is_settled(policy: &Policy) -> bool {
    let resources = policy.attributes.iter().flat_map(|attributes| &attributes.resources).flatten();
    resources
        .filter_map(|resource| resource.application_status.as_ref())
        .all(|status| !matches!(status, ApplicationStatus::Applying | ApplicationStatus::Removing))
}
