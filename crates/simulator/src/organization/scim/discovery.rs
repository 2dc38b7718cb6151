//! Discovery: the schemas, resource types and features of the service (RFC 7643, sections 5 to 7).

use atlassian_admin_core::Raw;
use atlassian_admin_core::api::scim::{
    ScimGetConfig, ScimGetEnterpriseUserSchema, ScimGetGroupResourceType, ScimGetGroupSchema,
    ScimGetResourceTypes, ScimGetSchemas, ScimGetUserResourceType, ScimGetUserSchema,
};
use serde_json::{Value, json};

use super::schema::{ENTERPRISE_USER, GROUP, USER};
use crate::organization::call::Call;
use crate::problem::Problem;

const USER_TYPE: &str = include_str!("documents/user_resource_type.json");
const GROUP_TYPE: &str = include_str!("documents/group_resource_type.json");
const CONFIG: &str = include_str!("documents/service_provider_config.json");

macro_rules! documents {
    ($($handler:ident($request:ty) => $document:expr;)*) => {$(
        pub(crate) fn $handler(_: &Call<'_>, _: $request) -> Result<Raw<Value>, Problem> {
            Raw::encode(&$document?).map_err(|_| Problem::INTERNAL)
        }
    )*};
}

documents! {
    schemas(ScimGetSchemas) => list(&[USER, GROUP, ENTERPRISE_USER]);
    user_schema(ScimGetUserSchema) => parse(USER);
    group_schema(ScimGetGroupSchema) => parse(GROUP);
    enterprise_user_schema(ScimGetEnterpriseUserSchema) => parse(ENTERPRISE_USER);
    resource_types(ScimGetResourceTypes) => list(&[USER_TYPE, GROUP_TYPE]);
    user_resource_type(ScimGetUserResourceType) => parse(USER_TYPE);
    group_resource_type(ScimGetGroupResourceType) => parse(GROUP_TYPE);
    config(ScimGetConfig) => parse(CONFIG);
}

fn list(documents: &[&str]) -> Result<Value, Problem> {
    let resources = documents.iter().map(|text| parse(text)).collect::<Result<Vec<_>, _>>()?;
    Ok(json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": resources.len(),
        "startIndex": 1,
        "itemsPerPage": resources.len(),
        "Resources": resources,
    }))
}

fn parse(document: &str) -> Result<Value, Problem> {
    serde_json::from_str(document).map_err(|_| Problem::INTERNAL)
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
