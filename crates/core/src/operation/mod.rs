//! An operation of the API as data: its name, its arguments and its response.

mod bounds;
mod clean;
mod entry;
mod parts;
mod raw;
mod retirement;
#[cfg(test)]
pub(crate) mod test_support;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

pub use crate::page::Paging;
pub use bounds::Bounds;
pub(crate) use bounds::{bounds, bounds_docs, bounds_values};
pub use entry::{BodyPart, Limit, Location, Method, Operation, Param, QueryStyle, Segment, Stability};
pub use parts::{ArgumentError, ListStyle, QueryPair, RequestParts};
pub(crate) use raw::{RAW, check_template};
pub use retirement::Retirement;
pub(crate) use retirement::{announcement, retirement};

use crate::auth::CredentialKind;
use crate::json::problem;
use crate::response::ResponseBody;

/// A call of one operation: a struct whose fields are the operation's arguments.
///
/// Both directions use the same table, [`Self::OPERATION`]: the client encodes a call into request
/// parts, and the simulator decodes the parts into the same struct. As JSON, an endpoint is the
/// flat object of its arguments, by their names.
pub trait Endpoint: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// What the operation is, as data.
    const OPERATION: Operation;
    /// The kind of key that it takes; a client with another kind does not accept it at compile
    /// time.
    type Auth: CredentialKind;
    /// The type of its response body.
    type Response: ResponseBody;
    /// The type of its result: the response body, or the value in the envelope of it.
    type Output: Send + 'static;

    /// Takes the result out of the response body.
    fn output(response: Self::Response) -> Self::Output;

    /// Turns the call into the parts of a request.
    ///
    /// # Errors
    /// [`ArgumentError`] naming the argument that cannot be sent.
    fn encode(&self) -> Result<RequestParts, ArgumentError> {
        RequestParts::from_arguments(&Self::OPERATION, arguments(self)?)
    }

    /// Reads the call back out of a request's parts.
    ///
    /// # Errors
    /// [`ArgumentError`] naming the argument that does not fit.
    fn decode(parts: &RequestParts) -> Result<Self, ArgumentError> {
        let arguments = parts.to_arguments(&Self::OPERATION)?;
        serde_path_to_error::deserialize(Value::Object(arguments))
            .map_err(|error| ArgumentError::new(error.path().to_string(), problem(error.inner())))
    }
}

fn arguments<E: Endpoint>(endpoint: &E) -> Result<Map<String, Value>, ArgumentError> {
    match serde_json::to_value(endpoint) {
        Ok(Value::Object(arguments)) => Ok(arguments),
        Ok(_) => Err(ArgumentError::new("", "the call is not an object")),
        Err(error) => Err(ArgumentError::new("", error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::test_support::{check, request};
    use super::*;
    use crate::api;
    use crate::api::macros::endpoint;
    use crate::model::{AccountId, Privilege};

    endpoint! {
        /// Changes something, with members in the body.
        ChangeMembers: Post "/admin/v2/orgs/{orgId}/things";
        id: "changeMembers"; name: directories.change_members; scope: Organization;
        docs: "https://developer.atlassian.com/cloud/admin/";
        facts: .success(&[204]);
        returns: ();
        required {
            /// The account.
            account_id: AccountId = "accountId" body,
            /// Whether to try it only.
            dry_run: bool = "dryRun" query,
        }
        optional {
            /// The most of something.
            limit: u32 = "limit" body,
            /// The groups.
            group_ids: Vec<String> = "groupIds" repeat,
            /// The domains.
            domains: Vec<String> = "domains" repeat,
        }
    }

    endpoint! {
        /// Replaces something by a whole document.
        Replace: Put "/scim/things/{id}";
        id: "replace"; name: directories.replace; scope: Root;
        docs: "https://developer.atlassian.com/cloud/admin/";
        facts: .idempotent();
        returns: ();
        path {
            /// The thing.
            id: String = "id",
        }
        document {
            /// What it becomes.
            thing: Vec<String>
        }
    }

    #[test]
    fn arguments_are_encoded_at_their_declared_location() {
        assert_eq!(
            request(&ChangeMembers::new("o/1", "a:1", true)),
            ("POST /admin/v2/orgs/o%2F1/things?dryRun=true".into(), Some(r#"{"accountId":"a:1"}"#.into()))
        );
        assert_eq!(
            request(&ChangeMembers::new("o", "a", false).limit(7).domains(["x", "y,z"])),
            (
                "POST /admin/v2/orgs/o/things?dryRun=false&domains=x&domains=y%2Cz".into(),
                Some(r#"{"accountId":"a","limit":7}"#.into())
            )
        );
        assert_eq!(
            request(&Replace::new("t", ["one".to_owned()])),
            ("PUT /scim/things/t".into(), Some(r#"["one"]"#.into()))
        );
    }

    #[test]
    fn decoding_inverts_encoding() {
        check::<ChangeMembers>();
        check::<Replace>();
    }

    #[test]
    fn untyped_call_is_validated_by_table() {
        let parts = |json: &str| {
            RequestParts::from_arguments(&ChangeMembers::OPERATION, serde_json::from_str(json).unwrap())
                .map_err(|error| error.to_string())
        };
        assert!(parts(r#"{"orgId":"o","accountId":"a","dryRun":true}"#).is_ok());
        for (json, problem) in [
            (r#"{"orgId":"o","dryRun":true}"#, "accountId: must be given"),
            (r#"{"accountId":"a","dryRun":true}"#, "orgId: must be given, as text"),
            (r#"{"orgId":"o","accountId":"a","dryRun":{}}"#, "dryRun: must be text, a number or a boolean"),
            (
                r#"{"orgId":"o","accountId":"a","dryRun":true,"limits":1}"#,
                "limits: changeMembers takes orgId, accountId, dryRun, limit, groupIds, domains",
            ),
        ] {
            assert_eq!(parts(json).unwrap_err(), problem);
        }
    }

    #[test]
    fn null_clears_property() {
        let arguments = r#"{"orgId":"o","accountId":"a","dryRun":true,"limit":null}"#;
        let arguments = serde_json::from_str(arguments).unwrap();
        let parts = RequestParts::from_arguments(&ChangeMembers::OPERATION, arguments).unwrap();
        assert_eq!(parts.body.unwrap().to_string(), r#"{"accountId":"a","limit":null}"#);
    }

    #[test]
    fn null_is_refused_as_filter() {
        let parts = |operation, arguments: &str| {
            RequestParts::from_arguments(operation, serde_json::from_str(arguments).unwrap())
        };
        let first = parts(&api::events::Query::OPERATION, r#"{"orgId":"o","cursor":null}"#).unwrap();
        assert_eq!(first.path_and_query(ListStyle::AsDocumented), "/admin/v1/orgs/o/events");
        let in_body = r#"{"orgId":"o","directoryId":"d","cursor":null}"#;
        let first = parts(&api::users::Search::OPERATION, in_body).unwrap();
        assert_eq!(first.body.unwrap().to_string(), "{}");
        for (operation, arguments, name) in [
            (&api::events::Query::OPERATION, r#"{"orgId":"o","action":null}"#, "action"),
            (
                &api::users::Search::OPERATION,
                r#"{"orgId":"o","directoryId":"d","searchTerm":null}"#,
                "searchTerm",
            ),
            (&ChangeMembers::OPERATION, r#"{"orgId":"o","accountId":"a","dryRun":null}"#, "dryRun"),
        ] {
            let refused = parts(operation, arguments).unwrap_err().to_string();
            assert!(refused.starts_with(name), "{refused}");
        }
        let refused = parts(&api::events::Query::OPERATION, r#"{"orgId":"o","action":null}"#).unwrap_err();
        assert_eq!(refused.to_string(), "action: must not be empty or null: leave it out");
    }

    #[test]
    fn longest_names_largest_part_of_url() {
        let longest = |call: api::events::Query| call.encode().unwrap().longest().to_owned();
        let long = "x".repeat(100);
        assert_eq!(longest(api::events::Query::new(long.as_str()).q("y")), "path");
        assert_eq!(longest(api::events::Query::new("o").q("y").action(long.as_str())), "action");
        assert_eq!(longest(api::events::Query::new("o").q(long.as_str()).actor(["y", "z"])), "q");
        let many = vec!["12345"; 30];
        assert_eq!(longest(api::events::Query::new("o").q(long.as_str()).actor(many)), "actor");
    }

    #[test]
    fn empty_filter_is_refused() {
        let refused = |operation: Operation, arguments: String| {
            let arguments = serde_json::from_str(&arguments).unwrap();
            RequestParts::from_arguments(&operation, arguments).unwrap_err().to_string()
        };
        for empty in ["[]", "null", "\"\"", "[\"\"]", "[\"a\",\"\"]"] {
            let in_query = format!(r#"{{"orgId":"o","accountId":"a","dryRun":true,"groupIds":{empty}}}"#);
            assert_eq!(
                refused(ChangeMembers::OPERATION, in_query),
                "groupIds: must not be empty or null: leave it out"
            );
            let in_body = format!(r#"{{"orgId":"o","directoryId":"d","accountIds":{empty}}}"#);
            assert_eq!(
                refused(api::users::Search::OPERATION, in_body),
                "accountIds: must not be empty or null: leave it out"
            );
        }
    }

    #[test]
    fn integer_of_any_size_is_decoded_exactly() {
        let read = |query: &str| {
            let operation = &api::scim::ListUsers::OPERATION;
            let path = "/scim/directory/d/Users";
            let parts = RequestParts::parse(operation, path, Some(query), b"").unwrap();
            parts.to_arguments(operation).map(|arguments| arguments["startIndex"].to_string())
        };
        let call = api::scim::ListUsers::new("d").start_index(u64::MAX);
        let query = "startIndex=18446744073709551615";
        assert_eq!(request(&call).0, format!("GET /scim/directory/d/Users?{query}"));
        assert_eq!(read(query), Ok("18446744073709551615".into()));
        assert_eq!(read("startIndex=-9223372036854775808"), Ok("-9223372036854775808".into()));
        assert!(read("startIndex=18446744073709551616").is_err());
    }

    #[test]
    fn malformed_body_is_reported_by_property() {
        let decode = |body: &str| {
            let path = "/admin/v2/orgs/o/things";
            RequestParts::parse(&ChangeMembers::OPERATION, path, Some("dryRun=true"), body.as_bytes())
                .and_then(|parts| ChangeMembers::decode(&parts))
                .map_err(|error| error.to_string())
        };
        assert_eq!(
            decode(r#"{"accountId":"a","limit":3,"unknown":1}"#),
            Ok(ChangeMembers::new("o", "a", true).limit(3))
        );
        for (body, problem) in [
            (r#"{"accountId":7}"#, "accountId: expected a string"),
            ("{}", ".: `accountId` is missing"),
            ("[]", "body: must be an object"),
            ("{", "body: the JSON ends too early, at line 1, column 1"),
        ] {
            assert_eq!(decode(body).unwrap_err(), problem);
        }
    }

    #[test]
    fn commas_separate_names_and_ids_only() {
        let permissions = |query: &str| {
            let parts = RequestParts::parse(
                &api::account::Permissions::OPERATION,
                "/users/a/manage",
                Some(query),
                b"",
            )
            .unwrap();
            api::account::Permissions::decode(&parts).unwrap()
        };
        let asked =
            api::account::Permissions::new("a").privileges([Privilege::EmailSet, Privilege::ApiTokenDelete]);
        assert_eq!(permissions("privileges=email.set,apiToken.delete"), asked);
        assert_eq!(permissions("privileges=email.set&privileges=apiToken.delete"), asked);
        let escaped = api::account::Permissions::new("a").privileges([Privilege::Other("x,y".into())]);
        assert_eq!(permissions("privileges=x%2Cy"), escaped);

        let query = Some("dryRun=true&domains=x,y&domains=z&groupIds=1,2&groupIds=3%2C4");
        let body = br#"{"accountId":"a"}"#;
        let parts =
            RequestParts::parse(&ChangeMembers::OPERATION, "/admin/v2/orgs/o/things", query, body).unwrap();
        let call = ChangeMembers::new("o", "a", true)
            .domains(["x,y", "z"])
            .group_ids(["1", "2", "3", "4"].map(str::to_owned));
        assert_eq!(ChangeMembers::decode(&parts), Ok(call));
    }
}
