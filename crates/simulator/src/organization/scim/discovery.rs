//! What provisioning says of itself.

use atlassian_admin_core::Raw;
use atlassian_admin_core::api::scim::{
    ScimGetConfig, ScimGetEnterpriseUserSchema, ScimGetGroupResourceType, ScimGetGroupSchema,
    ScimGetResourceTypes, ScimGetSchemas, ScimGetUserResourceType, ScimGetUserSchema,
};
use atlassian_admin_core::model::{EnterpriseUser, ScimGroup, ScimUser};
use atlassian_admin_core::shape::{Described, Kind, Member};
use serde_json::{Value, json};

use crate::organization::call::Call;
use crate::problem::Problem;

type Answer = Result<Raw<Value>, Problem>;

pub(crate) fn schemas(_: &Call<'_>, _: ScimGetSchemas) -> Answer {
    listed(&[user(), group(), enterprise_user()])
}

pub(crate) fn user_schema(_: &Call<'_>, _: ScimGetUserSchema) -> Answer {
    raw(&user())
}

pub(crate) fn group_schema(_: &Call<'_>, _: ScimGetGroupSchema) -> Answer {
    raw(&group())
}

pub(crate) fn enterprise_user_schema(_: &Call<'_>, _: ScimGetEnterpriseUserSchema) -> Answer {
    raw(&enterprise_user())
}

pub(crate) fn resource_types(_: &Call<'_>, _: ScimGetResourceTypes) -> Answer {
    listed(&[user_type(), group_type()])
}

pub(crate) fn user_resource_type(_: &Call<'_>, _: ScimGetUserResourceType) -> Answer {
    raw(&user_type())
}

pub(crate) fn group_resource_type(_: &Call<'_>, _: ScimGetGroupResourceType) -> Answer {
    raw(&group_type())
}

pub(crate) fn config(_: &Call<'_>, _: ScimGetConfig) -> Answer {
    let no = json!({ "supported": false });
    raw(&json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": { "supported": true },
        "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
        "filter": { "supported": true, "maxResults": super::routes::LARGEST_PAGE },
        "changePassword": no,
        "sort": no,
        "etag": no,
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "Directory key",
            "description": "The key of one directory, as a bearer token",
        }],
    }))
}

fn user() -> Value {
    schema(ScimUser::SCHEMA, "User", "A user", ScimUser::KIND)
}

fn group() -> Value {
    schema(ScimGroup::SCHEMA, "Group", "A group", ScimGroup::KIND)
}

fn enterprise_user() -> Value {
    schema(EnterpriseUser::SCHEMA, "EnterpriseUser", "What enterprises add to a user", EnterpriseUser::KIND)
}

/// A schema, as the type of the wire describes itself.
fn schema(id: &str, name: &str, description: &str, kind: Kind) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
        "id": id,
        "name": name,
        "description": description,
        "attributes": attributes(kind),
    })
}

/// The attributes of an object. Extensions have schemas of their own, and `schemas` is common to all.
fn attributes(kind: Kind) -> Vec<Value> {
    let Kind::Object(shape) = kind else { return Vec::new() };
    let own =
        (shape.members)().iter().filter(|member| !member.name.contains(':') && member.name != "schemas");
    own.map(attribute).collect()
}

fn attribute(member: &Member) -> Value {
    let (kind, several) = match member.kind {
        Kind::List(kind) => (*kind, true),
        kind => (kind, false),
    };
    let (type_name, parts) = match kind {
        Kind::Boolean => ("boolean", Vec::new()),
        Kind::Object(_) => ("complex", attributes(kind)),
        _ => ("string", Vec::new()),
    };
    let required = ["userName", "displayName", "emails"].contains(&member.name);
    let mut attribute = json!({
        "name": member.name,
        "type": type_name,
        "multiValued": several,
        "description": member.docs,
        "required": required,
    });
    if let (false, Some(members)) = (parts.is_empty(), attribute.as_object_mut()) {
        members.insert("subAttributes".to_owned(), parts.into());
    }
    attribute
}

fn user_type() -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
        "id": "User",
        "name": "User",
        "endpoint": "/Users",
        "schema": ScimUser::SCHEMA,
        "schemaExtensions": [{ "schema": EnterpriseUser::SCHEMA, "required": false }],
    })
}

fn group_type() -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
        "id": "Group",
        "name": "Group",
        "endpoint": "/Groups",
        "schema": ScimGroup::SCHEMA,
    })
}

fn listed(resources: &[Value]) -> Answer {
    raw(&json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": resources.len(),
        "startIndex": 1,
        "itemsPerPage": resources.len(),
        "Resources": resources,
    }))
}

fn raw(value: &Value) -> Answer {
    Raw::encode(value).map_err(|_| Problem::INTERNAL)
}
