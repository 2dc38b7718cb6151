//! Waiting for policies.

use super::{Patience, WaitError};
use crate::api::policies::GetPolicyById;
use crate::handles::{InOrganization, policies};
use crate::model::{ApplicationStatus, Policy, PolicyId};

impl policies::Handle<InOrganization> {
    /// Waits until no resource of the policy is `applying` or `removing` any more, and answers with the policy. To some resource it
    /// may then have failed to apply: look at their `application_status`.
    ///
    /// # Errors
    /// [`WaitError`].
    pub async fn wait_until_settled(
        &self,
        policy_id: impl Into<PolicyId>,
        patience: Patience,
    ) -> Result<Policy, WaitError> {
        let call = GetPolicyById::new(self.scope.org_id.clone(), policy_id);
        self.client
            .wait_until(patience, || async {
                let policy = self.client.send(&call).await?.data;
                Ok(is_settled(&policy).then_some(policy))
            })
            .await
    }
}

fn is_settled(policy: &Policy) -> bool {
    let resources = policy.attributes.iter().flat_map(|attributes| &attributes.resources).flatten();
    resources
        .filter_map(|resource| resource.application_status.as_ref())
        .all(|status| !matches!(status, ApplicationStatus::Applying | ApplicationStatus::Removing))
}
