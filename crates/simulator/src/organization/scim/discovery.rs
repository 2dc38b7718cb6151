//! Discovery: the schemas, resource types and features of the service (RFC 7643, sections 5 to 7).

use atlassian_admin_core::Raw;
use atlassian_admin_core::api;
use atlassian_admin_core::model::{EnterpriseUser, ScimGroup, ScimUser};
use atlassian_admin_core::schema::{HasSchema as _, Property, Schema};
use serde_json::{Value, json};

use super::routes::LARGEST_PAGE;
use super::schema::properties;
use crate::organization::call::Call;
use crate::problem::Problem;

/// The URN, name and description of a SCIM schema, and the client's schema of its attributes.
type Named = (&'static str, &'static str, &'static str, Schema);

const USER: Named = (ScimUser::URN, "User", "A user", ScimUser::SCHEMA);
const GROUP: Named = (ScimGroup::URN, "Group", "A group", ScimGroup::SCHEMA);
const ENTERPRISE_USER: Named =
    (EnterpriseUser::URN, "EnterpriseUser", "What enterprises add to a user", EnterpriseUser::SCHEMA);

/// The attributes that requests must have.
const REQUIRED: [&str; 3] = ["userName", "emails", "displayName"];

macro_rules! documents {
    ($($handler:ident($request:ty) => $document:expr;)*) => {$(
        pub(crate) fn $handler(_: &Call<'_>, _: $request) -> Result<Raw<Value>, Problem> {
            Raw::encode(&$document).map_err(|_| Problem::INTERNAL)
        }
    )*};
}

documents! {
    schemas(api::scim::ListSchemas) => list([USER, GROUP, ENTERPRISE_USER].map(schema).into());
    user_schema(api::scim::UserSchema) => schema(USER);
    group_schema(api::scim::GroupSchema) => schema(GROUP);
    enterprise_user_schema(api::scim::EnterpriseUserSchema) => schema(ENTERPRISE_USER);
    resource_types(api::scim::ListResourceTypes) => list([USER, GROUP].map(resource_type).into());
    user_resource_type(api::scim::UserResourceType) => resource_type(USER);
    group_resource_type(api::scim::GroupResourceType) => resource_type(GROUP);
    config(api::scim::ServiceProviderConfig) => json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "authenticationSchemes": [{
            "name": "Directory key",
            "type": "oauthbearertoken",
            "description": "The key of one directory, as a bearer token",
        }],
        "bulk": { "maxOperations": 0, "maxPayloadSize": 0, "supported": false },
        "changePassword": { "supported": false },
        "etag": { "supported": false },
        "filter": { "maxResults": LARGEST_PAGE, "supported": true },
        "patch": { "supported": true },
        "sort": { "supported": false },
    });
}

fn list(resources: Vec<Value>) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": resources.len(),
        "startIndex": 1,
        "itemsPerPage": resources.len(),
        "Resources": resources,
    })
}

fn resource_type((schema, name, ..): Named) -> Value {
    let mut resource_type = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
        "id": name,
        "name": name,
        "endpoint": format!("/{name}s"),
        "schema": schema,
    });
    if let (ScimUser::URN, Some(user)) = (schema, resource_type.as_object_mut()) {
        let enterprise = json!({ "required": false, "schema": EnterpriseUser::URN });
        user.insert("schemaExtensions".to_owned(), json!([enterprise]));
    }
    resource_type
}

fn schema((id, name, description, schema): Named) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
        "id": id,
        "name": name,
        "description": description,
        "attributes": attributes(schema),
    })
}

/// The attributes of a type, except extensions and `schemas`.
fn attributes(schema: Schema) -> Value {
    let listed =
        properties(schema).iter().filter(|member| !member.name.contains(':') && member.name != "schemas");
    let attribute = |member: &Property| {
        let (of, several) =
            if let Schema::List(of) = member.schema { (*of, true) } else { (member.schema, false) };
        let mut attribute = json!({
            "name": member.name,
            "type": match of { Schema::Boolean => "boolean", Schema::Object(_) => "complex", _ => "string" },
            "multiValued": several,
            "required": REQUIRED.contains(&member.name),
            "description": member.docs,
        });
        if let (Schema::Object(_), Some(attribute)) = (of, attribute.as_object_mut()) {
            attribute.insert("subAttributes".to_owned(), attributes(of));
        }
        attribute
    };
    listed.map(attribute).collect()
}
