//! What can happen in the audit log.

use crate::hash::Draw;
use crate::organization::names::TITLES;

/// A kind of event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Action {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) group: &'static str,
    /// The product that it happens in, as the filter of the audit log names it.
    pub(crate) product: Option<&'static str>,
    /// What follows the actor's name in the sentence; `{}` is the thing that it happens to.
    sentence: &'static str,
    /// What kind of thing it happens to.
    pub(crate) object: &'static str,
}

const fn action(
    product: &'static str,
    group: &'static str,
    id: &'static str,
    name: &'static str,
    object: &'static str,
    sentence: &'static str,
) -> Action {
    let product = if product.is_empty() { None } else { Some(product) };
    Action { id, name, group, product, sentence, object }
}

/// What only requests do: they bring what it is done to and a sentence of their own.
const fn change(group: &'static str, id: &'static str, name: &'static str) -> Action {
    action("", group, id, name, "", "")
}

/// How many of the actions happen by themselves; the others are what only requests do.
const BY_THEMSELVES: usize = 32;

/// All of them, in the order of `event-actions`. The first ones are the most frequent.
#[rustfmt::skip]
pub(crate) const ACTIONS: [Action; 58] = [
    action("", "Sign-in", "user_login", "User logged in", "users", "logged in to {}"),
    action("jira", "Jira work items", "jira_issue_viewed", "Work item viewed", "issues", "viewed the work item {}"),
    action("confluence", "Confluence pages", "confluence_page_viewed", "Page viewed", "pages", "viewed the page {}"),
    action("jira", "Jira work items", "jira_issue_updated", "Work item updated", "issues", "updated the work item {}"),
    action("confluence", "Confluence pages", "confluence_page_updated", "Page updated", "pages", "updated the page {}"),
    action("", "Sign-in", "user_logout", "User logged out", "users", "logged out of {}"),
    action("", "Sign-in", "user_login_failed", "User failed to log in", "users", "failed to log in to {}"),
    action("", "API tokens", "api_token_created", "API token created", "api-tokens", "created the API token {}"),
    action("", "API tokens", "api_token_revoked", "API token revoked", "api-tokens", "revoked the API token {}"),
    action("", "Users", "user_added_to_group", "User added to group", "groups", "added a user to the group {}"),
    action("", "Users", "user_removed_from_group", "User removed from group", "groups", "removed a user from the group {}"),
    action("", "Users", "user_invited", "User invited", "users", "invited a user to {}"),
    action("", "Users", "user_deactivated", "User deactivated", "users", "deactivated a user of {}"),
    action("", "Users", "user_profile_viewed", "User profile viewed", "users", "viewed a profile of {}"),
    action("", "Users", "organization_users_viewed", "Users viewed", "orgs", "viewed the users of {}"),
    action("", "Groups", "group_created", "Group created", "groups", "created the group {}"),
    action("", "Groups", "group_deleted", "Group deleted", "groups", "deleted the group {}"),
    action("", "Domains", "domain_claimed", "Domain claimed", "domains", "claimed a domain for {}"),
    action("", "Security", "org_settings_update", "Settings updated", "orgs", "updated the settings of {}"),
    action("", "Security", "auth_policy_updated", "Authentication policy updated", "policies", "updated the policy {}"),
    action("", "Security", "ip_allowlist_updated", "IP allowlist updated", "policies", "updated the IP allowlist {}"),
    action("", "Security", "audit_log_exported", "Audit log exported", "orgs", "exported the audit log of {}"),
    action("jira", "Jira work items", "jira_issue_created", "Work item created", "issues", "created the work item {}"),
    action("jira", "Jira settings", "jira_project_created", "Project created", "projects", "created the project {}"),
    action("jira", "Jira settings", "jira_workflow_updated", "Workflow updated", "workflows", "updated the workflow {}"),
    action("confluence", "Confluence spaces", "confluence_space_created", "Space created", "spaces", "created the space {}"),
    action("confluence", "Confluence spaces", "confluence_added_space_permission", "Space permission added", "spaces", "added a permission to the space {}"),
    action("confluence", "Confluence spaces", "confluence_audit_record_removed_content_restriction", "Restriction removed", "pages", "removed the restriction of {}"),
    action("bitbucket", "Bitbucket", "bitbucket_repository_created", "Repository created", "repositories", "created the repository {}"),
    action("bitbucket", "Bitbucket", "bitbucket_branch_restriction_removed", "Branch restriction removed", "repositories", "removed a branch restriction of {}"),
    action("guard_detect", "Guard Detect", "guard_detect_alert_created", "Alert created", "alerts", "caused the alert {}"),
    action("loom", "Loom", "loom_video_shared", "Video shared", "videos", "shared the video {}"),
    change("Users", "user_suspended", "User suspended"),
    change("Users", "user_restored", "User's access restored"),
    change("Users", "user_removed", "User removed"),
    change("Users", "user_activated", "User activated"),
    change("Users", "user_deletion_requested", "User deletion requested"),
    change("Users", "user_deletion_canceled", "User deletion canceled"),
    change("Users", "user_email_changed", "User's email changed"),
    change("Users", "user_profile_updated", "User profile updated"),
    change("Groups", "group_updated", "Group updated"),
    change("Roles", "user_role_granted", "Role granted to user"),
    change("Roles", "user_role_revoked", "Role revoked from user"),
    change("Roles", "group_role_granted", "Role granted to group"),
    change("Roles", "group_role_revoked", "Role revoked from group"),
    change("User provisioning", "user_provisioned", "User provisioned"),
    change("User provisioning", "user_synced", "User synced"),
    change("User provisioning", "user_deprovisioned", "User deprovisioned"),
    change("User provisioning", "user_unlinked", "User unlinked from directory"),
    change("User provisioning", "group_provisioned", "Group provisioned"),
    change("User provisioning", "group_synced", "Group synced"),
    change("User provisioning", "group_deprovisioned", "Group deprovisioned"),
    change("Security", "policy_created", "Policy created"),
    change("Security", "policy_updated", "Policy updated"),
    change("Security", "policy_deleted", "Policy deleted"),
    change("Security", "policy_resource_added", "Resource added to policy"),
    change("Security", "policy_resource_updated", "Resource of policy updated"),
    change("Security", "policy_resource_removed", "Resource removed from policy"),
];

/// One of the actions; half of the time one of the first five.
pub(crate) fn draw_action(draw: &mut Draw) -> Action {
    let (by_themselves, _) = ACTIONS.split_at(BY_THEMSELVES);
    match by_themselves.first_chunk::<5>() {
        Some(frequent) if draw.once_in(2) => draw.pick(frequent),
        _ => draw.pick(by_themselves),
    }
}

impl Action {
    /// The action of a change; one that is not among [`ACTIONS`] belongs to no product and no group.
    pub(crate) fn of_change(id: &'static str) -> Self {
        let known = ACTIONS.iter().copied().find(|action| action.id == id);
        known.unwrap_or(Self { id, ..Self::default() })
    }

    /// The thing that it happens to.
    pub(crate) fn label(&self, draw: &mut Draw) -> String {
        format!("{} {}", draw.pick(&TITLES), 1 + draw.below(400))
    }

    /// What happened, as a sentence.
    pub(crate) fn message(&self, actor: &str, label: &str) -> String {
        format!("{actor} {}", self.sentence.replacen("{}", label, 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_action_has_one_name() {
        let ids: BTreeSet<_> = ACTIONS.iter().map(|action| action.id).collect();
        assert_eq!(ids.len(), ACTIONS.len());
        for action in ACTIONS {
            assert_eq!(Action::of_change(action.id), action);
        }
    }
}
