//! What became of invitations.

use bytes::Bytes;
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::macros::{object, string_enum};
use super::{AccountId, Extra, GroupId, One, ResourceId};
use crate::json::DecodeError;
use crate::json::List;
use crate::json::decode_slice;
use crate::response::ResponseBody;
use crate::schema::{HasSchema, Kind};

/// What became of the invitations of one request.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "One<List<Invitation>>", into = "One<Vec<Invitation>>")]
#[non_exhaustive]
pub struct Invitations {
    /// Whether a part failed while the rest was done (status 206): see [`failures`](Self::failures).
    pub partial: bool,
    /// One for each person.
    pub data: Vec<Invitation>,
    /// Properties that this version does not know, as they came.
    pub extra: Extra,
}

impl Invitations {
    /// Every role and group that was not given, with the invitation that it belongs to.
    pub fn failures(&self) -> impl Iterator<Item = (&Invitation, Failure<'_>)> {
        self.data.iter().flat_map(|invitation| {
            invitation.parts().filter(|part| part.failed()).map(move |failure| (invitation, failure))
        })
    }

    /// Whether nobody got anything: every role and group of every invitation failed. The status may
    /// be a success all the same.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        let is_refused = |invitation: &Invitation| {
            invitation.parts().next().is_some() && invitation.parts().all(Failure::failed)
        };
        !self.data.is_empty() && self.data.iter().all(is_refused)
    }
}

impl Invitation {
    /// Its roles and groups, whether or not they failed.
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
    /// A role was not given.
    Role(&'a InvitedRole),
    /// The person was not put into a group.
    Group(&'a InvitedGroup),
}

impl<'a> Failure<'a> {
    /// What Atlassian says is the reason.
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
        // As with the lists inside an item: what has no place among the invitations stays as text.
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
    const KIND: Kind = One::<Vec<Invitation>>::KIND;
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
    /// What became of the invitation of one person.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-users/#api-v2-orgs-orgid-users-invite-post).
    Invitation {
        optional {
            /// The person's account.
            id: AccountId = "id",
            /// The person's e-mail address.
            email: String = "email",
            /// What became of the roles and groups.
            results: Vec<InvitationResult> = "results",
        }
    }
}

object! {
    /// What became of roles and groups.
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
    /// What became of a role.
    InvitedRole {
        optional {
            /// On what.
            resource: ResourceId = "resource",
            /// The role. Not always in the form of the request: `ari:cloud:jira::role/product/member` is one, too.
            role: String = "role",
            /// Whether it was given.
            status: InvitationStatus = "status",
            /// Why not.
            status_reason: String = "statusReason",
        }
    }
}

object! {
    /// What became of a group.
    InvitedGroup {
        optional {
            /// The group.
            group: GroupId = "group",
            /// Whether the person is in it.
            status: InvitationStatus = "status",
            /// Why not.
            status_reason: String = "statusReason",
        }
    }
}

string_enum! {
    /// Whether a part of an invitation was done.
    InvitationStatus {
        /// It was.
        Invited = "INVITED",
        /// It was not.
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
    fn the_status_says_whether_a_part_failed_and_the_parts_say_why() {
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
    fn where_all_was_done_nothing_failed() {
        let body = r#"{"data":[{"id":"a","results":[{"groupAssignmentResult":[{"group":"g","status":"INVITED"}]}]}]}"#;
        let done = Invitations::decode(StatusCode::OK, body.as_bytes()).unwrap();
        assert!(!done.partial);
        assert_eq!(done.failures().count(), 0);
        assert_eq!(done.encode(StatusCode::OK).unwrap().0, StatusCode::OK);
    }
}
