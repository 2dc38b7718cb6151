//! Discovery: the schemas, resource types and features of the service (RFC 7643, sections 5 to 7).

use atlassian_admin_core::Raw;
use atlassian_admin_core::api::scim::{
    ScimGetConfig, ScimGetEnterpriseUserSchema, ScimGetGroupResourceType, ScimGetGroupSchema,
    ScimGetResourceTypes, ScimGetSchemas, ScimGetUserResourceType, ScimGetUserSchema,
};
use atlassian_admin_core::model::{EnterpriseUser, ScimGroup, ScimUser};
use atlassian_admin_core::shape::{Described, Kind, Member};
use serde_json::{Value, json};

use super::schema::members;
use crate::organization::call::Call;
use crate::problem::Problem;

const USER_TYPE: &str = include_str!("documents/user_resource_type.json");
const GROUP_TYPE: &str = include_str!("documents/group_resource_type.json");
const CONFIG: &str = include_str!("documents/service_provider_config.json");

/// The attributes that requests must have.
const REQUIRED: [&str; 3] = ["userName", "emails", "displayName"];

macro_rules! documents {
    ($($handler:ident($request:ty) => $document:expr;)*) => {$(
        pub(crate) fn $handler(_: &Call<'_>, _: $request) -> Result<Raw<Value>, Problem> {
            let document: Result<Value, Problem> = $document;
            Raw::encode(&document?).map_err(|_| Problem::INTERNAL)
        }
    )*};
}

documents! {
    schemas(ScimGetSchemas) => list(vec![user(), group(), enterprise_user()]);
    user_schema(ScimGetUserSchema) => Ok(user());
    group_schema(ScimGetGroupSchema) => Ok(group());
    enterprise_user_schema(ScimGetEnterpriseUserSchema) => Ok(enterprise_user());
    resource_types(ScimGetResourceTypes) => list(vec![parse(USER_TYPE)?, parse(GROUP_TYPE)?]);
    user_resource_type(ScimGetUserResourceType) => parse(USER_TYPE);
    group_resource_type(ScimGetGroupResourceType) => parse(GROUP_TYPE);
    config(ScimGetConfig) => parse(CONFIG);
}

fn parse(document: &str) -> Result<Value, Problem> {
    serde_json::from_str(document).map_err(|_| Problem::INTERNAL)
}

fn list(resources: Vec<Value>) -> Result<Value, Problem> {
    Ok(json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": resources.len(),
        "startIndex": 1,
        "itemsPerPage": resources.len(),
        "Resources": resources,
    }))
}

fn user() -> Value {
    schema::<ScimUser>(ScimUser::SCHEMA, "User", "A user")
}

fn group() -> Value {
    schema::<ScimGroup>(ScimGroup::SCHEMA, "Group", "A group")
}

fn enterprise_user() -> Value {
    schema::<EnterpriseUser>(EnterpriseUser::SCHEMA, "EnterpriseUser", "What enterprises add to a user")
}

/// The schema of one of the client's types.
fn schema<T: Described>(id: &str, name: &str, description: &str) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
        "id": id,
        "name": name,
        "description": description,
        "attributes": attributes(T::KIND),
    })
}

/// The attributes of a type, except extensions and `schemas`.
fn attributes(kind: Kind) -> Value {
    let listed = members(kind).iter().filter(|member| !member.name.contains(':') && member.name != "schemas");
    let attribute = |member: &Member| {
        let (of, several) = if let Kind::List(of) = member.kind { (*of, true) } else { (member.kind, false) };
        let mut attribute = json!({
            "name": member.name,
            "type": match of { Kind::Boolean => "boolean", Kind::Object(_) => "complex", _ => "string" },
            "multiValued": several,
            "required": REQUIRED.contains(&member.name),
            "description": member.docs,
        });
        if let (Kind::Object(_), Some(attribute)) = (of, attribute.as_object_mut()) {
            attribute.insert("subAttributes".to_owned(), attributes(of));
        }
        attribute
    };
    listed.map(attribute).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::scim::routes::LARGEST_PAGE;

    #[test]
    fn config_documents_the_largest_page() {
        assert_eq!(parse(CONFIG).unwrap()["filter"]["maxResults"], LARGEST_PAGE);
    }
}
