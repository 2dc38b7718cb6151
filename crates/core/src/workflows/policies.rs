//! Waiting for policies.

use super::wait::WaitOptions;
use crate::api;
use crate::error::{ErrorKind, Result};
use crate::handles::{OrganizationScope, PoliciesApi};
use crate::model::{ApplicationStatus, Policy, PolicyId};
use crate::operation::Endpoint;

impl PoliciesApi<OrganizationScope> {
    /// Waits until the policy can be read and none of its resources is `applying` or `removing`
    /// any more, and answers with it. To some resource it may then have failed to apply: look at
    /// their `application_status`. A change of a moment ago may not be seen yet, and its policy
    /// then looks settled: compare what it says with what was asked for.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) if it does not appear in time, and the
    /// errors of the requests.
    pub async fn wait_until_settled(
        &self,
        policy_id: impl Into<PolicyId>,
        options: WaitOptions,
    ) -> Result<Policy> {
        let call = api::policies::Get::new(self.scope.org_id.clone(), policy_id);
        let look = || async {
            match self.client.send(&call).await {
                Ok(policy) => Ok(Some(policy).filter(is_settled)),
                // It was accepted a moment ago.
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error),
            }
        };
        self.client.wait(const { &api::policies::Get::OPERATION }, options, look).await
    }

    /// Waits until the policy is gone: the server only accepts its deletion at first.
    ///
    /// # Errors
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout) if it does not appear in time, and the
    /// errors of the requests.
    pub async fn wait_until_gone(&self, policy_id: impl Into<PolicyId>, options: WaitOptions) -> Result<()> {
        let call = api::policies::Get::new(self.scope.org_id.clone(), policy_id);
        let look = || async {
            match self.client.send(&call).await {
                Ok(_) => Ok(None),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(Some(())),
                Err(error) => Err(error),
            }
        };
        self.client.wait(const { &api::policies::Get::OPERATION }, options, look).await
    }
}

fn is_settled(policy: &Policy) -> bool {
    let resources = policy.attributes.iter().flat_map(|attributes| &attributes.resources).flatten();
    resources
        .filter_map(|resource| resource.application_status.as_ref())
        .all(|status| !matches!(status, ApplicationStatus::Applying | ApplicationStatus::Removing))
}
