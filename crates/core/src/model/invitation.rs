//! Results of invitations.

use bytes::Bytes;
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::macros::{object, string_enum};
use super::{AccountId, Extra, GroupId, One, ResourceId};
use crate::json::{DecodeError, List, decode_slice};
use crate::response::ResponseBody;
use crate::schema::{HasSchema, Schema};

/// The results of the invitations of one request.
///
/// # Examples
/// ```
/// use atlassian_admin_core::model::Invitations;
///
/// let body = r#"{"data":[{"email":"ann@example.com","results":[{"groupAssignmentResult":[
///     {"group":"g-1","status":"INVITED"}, {"group":"g-2","status":"ERROR"}]}]}]}"#;
/// let invitations: Invitations = serde_json::from_str(body)?;
/// assert_eq!(invitations.failures().count(), 1);
/// assert!(!invitations.is_refused());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "One<List<Invitation>>", into = "One<Vec<Invitation>>")]
#[non_exhaustive]
pub struct Invitations {
    /// Whether part of the request failed (status 206): see [`failures`](Self::failures).
    pub partial: bool,
    /// One result per user.
    pub data: Vec<Invitation>,
    /// Unknown properties, kept as received.
    pub extra: Extra,
}

impl Invitations {
    /// Iterates over the roles and groups that failed, with their invitations.
    pub fn failures(&self) -> impl Iterator<Item = (&Invitation, Failure<'_>)> {
        self.data.iter().flat_map(|invitation| {
            invitation.parts().filter(|part| part.failed()).map(move |failure| (invitation, failure))
        })
    }

    /// Returns whether every role and group of every invitation failed. The status of the response
    /// can still be a success.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        let is_refused = |invitation: &Invitation| {
            invitation.parts().next().is_some() && invitation.parts().all(Failure::failed)
        };
        !self.data.is_empty() && self.data.iter().all(is_refused)
    }
}

impl Invitation {
    /// Iterates over all roles and groups, failed or not.
    fn parts(&self) -> impl Iterator<Item = Failure<'_>> {
        self.results.iter().flatten().flat_map(|result| {
            let roles = result.role_assignment_result.iter().flatten().map(Failure::Role);
            let groups = result.group_assignment_result.iter().flatten().map(Failure::Group);
            roles.chain(groups)
        })
    }
}

/// A part of an invitation that failed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Failure<'a> {
    /// A role that was not assigned.
    Role(&'a InvitedRole),
    /// A group that the user was not added to.
    Group(&'a InvitedGroup),
}

impl<'a> Failure<'a> {
    /// Returns the reason that Atlassian states.
    #[must_use]
    pub fn reason(self) -> Option<&'a str> {
        match self {
            Self::Role(role) => role.status_reason.as_deref(),
            Self::Group(group) => group.status_reason.as_deref(),
        }
    }

    fn failed(self) -> bool {
        let status = match self {
            Self::Role(role) => role.status.as_ref(),
            Self::Group(group) => group.status.as_ref(),
        };
        status != Some(&InvitationStatus::Invited)
    }
}

impl From<One<List<Invitation>>> for Invitations {
    fn from(body: One<List<Invitation>>) -> Self {
        let One { data, mut extra } = body;
        // As for lists inside an item, `extra` keeps the text of malformed invitations.
        if !data.malformed.is_empty()
            && let Ok(json) = serde_json::value::to_raw_value(&data)
        {
            extra.push("data".into(), json);
        }
        Self { partial: false, data: data.items, extra }
    }
}

impl From<Invitations> for One<Vec<Invitation>> {
    fn from(invitations: Invitations) -> Self {
        Self { data: invitations.data, extra: invitations.extra }
    }
}

impl HasSchema for Invitations {
    const SCHEMA: Schema = One::<Vec<Invitation>>::SCHEMA;
}

impl ResponseBody for Invitations {
    fn decode(status: StatusCode, body: &[u8]) -> Result<Self, DecodeError> {
        let invitations: Self = decode_slice(body)?;
        Ok(Self { partial: status == StatusCode::PARTIAL_CONTENT, ..invitations })
    }

    fn encode(&self, success: StatusCode) -> Result<(StatusCode, Bytes), serde_json::Error> {
        let status = if self.partial { StatusCode::PARTIAL_CONTENT } else { success };
        Ok((status, serde_json::to_vec(self)?.into()))
    }
}

object! {
    /// The result of the invitation of one user.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post).
    Invitation {
        optional {
            /// The account of the user. Optional: Atlassian does not say whether a user whose
            /// invitation failed has one.
            id: AccountId = "id",
            /// The e-mail address of the user.
            email: String = "email",
            /// The results of the roles and groups.
            results: Vec<InvitationResult> = "results",
        }
    }
}

object! {
    /// The results of roles and groups.
    InvitationResult {
        optional {
            /// The roles.
            role_assignment_result: Vec<InvitedRole> = "roleAssignmentResult",
            /// The groups.
            group_assignment_result: Vec<InvitedGroup> = "groupAssignmentResult",
        }
    }
}

object! {
    /// The result of a role.
    InvitedRole {
        optional {
            /// The resource. Optional, as is the role, so that a failure without it is reported.
            resource: ResourceId = "resource",
            /// The role. It can differ from the form in the request:
            /// `ari:cloud:jira::role/product/member`.
            role: String = "role",
            /// The status of the assignment.
            status: InvitationStatus = "status",
            /// The reason of a failure.
            status_reason: String = "statusReason",
        }
    }
}

object! {
    /// The result of a group.
    InvitedGroup {
        optional {
            /// The group. Optional, so that a failure without it is reported.
            group: GroupId = "group",
            /// The status of the membership.
            status: InvitationStatus = "status",
            /// The reason of a failure.
            status_reason: String = "statusReason",
        }
    }
}

string_enum! {
    /// The status of a part of an invitation.
    InvitationStatus {
        /// The part succeeded.
        Invited = "INVITED",
        /// The part failed.
        Error = "ERROR",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = r#"{"data":[{"id":"a","email":"ada@example.com","results":[
        {"roleAssignmentResult":[
            {"resource":"r-1","role":"atlassian/user","status":"INVITED","statusReason":null},
            {"resource":"r-2","role":"atlassian/user","status":"ERROR","statusReason":"No licence is left"}]},
        {"groupAssignmentResult":[{"group":"g-1","status":"ERROR"},{"group":"g-2","status":"INVITED"}]}]},
        {"id":"b","email":"bo@example.com"}],"novel":1}"#;

    #[test]
    fn invitations_report_failed_parts_when_status_is_206() {
        let partial = Invitations::decode(StatusCode::PARTIAL_CONTENT, BODY.as_bytes()).unwrap();
        assert!(partial.partial);
        let failures: Vec<_> = partial
            .failures()
            .map(|(invitation, failure)| (invitation.email.as_deref(), failure.reason()))
            .collect();
        assert_eq!(
            failures,
            [(Some("ada@example.com"), Some("No licence is left")), (Some("ada@example.com"), None)]
        );
        assert!(matches!(
            partial.failures().nth(1),
            Some((_, Failure::Group(group))) if group.group == Some("g-1".into())
        ));
        let (status, written) = partial.encode(StatusCode::OK).unwrap();
        assert_eq!(status, StatusCode::PARTIAL_CONTENT);
        assert_eq!(Invitations::decode(status, &written).unwrap(), partial);
        assert_eq!(partial.extra.get("novel"), Some("1"));
    }

    #[test]
    fn failures_is_empty_when_all_parts_succeeded() {
        let body = r#"{"data":[{"id":"a","results":[{"groupAssignmentResult":[{"group":"g","status":"INVITED"}]}]}]}"#;
        let done = Invitations::decode(StatusCode::OK, body.as_bytes()).unwrap();
        assert!(!done.partial);
        assert_eq!(done.failures().count(), 0);
        assert_eq!(done.encode(StatusCode::OK).unwrap().0, StatusCode::OK);
    }
}
