//! The discovery resources of provisioning.

use atlassian_admin::Raw;
use atlassian_admin::model::{EnterpriseUser, ScimGroup, ScimUser};
use serde_json::{Value, json};

use super::scim;
use crate::behaviour;
use crate::world::refusal;

fn summary(raw: Raw<Value>) -> Value {
    raw.decode().unwrap()
}

fn attribute(schema: &Value, name: &str) -> Value {
    let mut attributes = schema["attributes"].as_array().unwrap().iter();
    attributes.find(|attribute| attribute["name"] == name).unwrap().clone()
}

behaviour!(schemas_are_described, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let user = summary(scim.user_schema().send().await.unwrap());
    let group = summary(scim.group_schema().send().await.unwrap());
    let enterprise = summary(scim.enterprise_user_schema().send().await.unwrap());
    for (schema, id) in [(&user, ScimUser::URN), (&group, ScimGroup::URN), (&enterprise, EnterpriseUser::URN)]
    {
        assert_eq!(schema["id"], id);
    }
    let all = summary(scim.list_schemas().send().await.unwrap());
    assert_eq!((&all["totalResults"], &all["Resources"]), (&json!(3), &json!([user, group, enterprise])));
    assert_eq!(attribute(&user, "userName")["required"], true);
    assert_eq!(attribute(&user, "active")["type"], "boolean");
    let emails = attribute(&user, "emails");
    assert_eq!((&emails["type"], &emails["multiValued"]), (&json!("complex"), &json!(true)));
    assert_eq!(emails["subAttributes"][0]["name"], "value");
    assert_eq!(attribute(&enterprise, "department")["type"], "string");
});

behaviour!(resource_types_and_features_are_described, |simulator| simulator, async |world| {
    let scim = scim(&world);
    let user = summary(scim.user_resource_type().send().await.unwrap());
    let group = summary(scim.group_resource_type().send().await.unwrap());
    assert_eq!((&user["endpoint"], &user["schema"]), (&json!("/Users"), &json!(ScimUser::URN)));
    assert_eq!((&group["endpoint"], &group["schema"]), (&json!("/Groups"), &json!(ScimGroup::URN)));
    let all = summary(scim.list_resource_types().send().await.unwrap());
    assert_eq!(all["Resources"], json!([user, group]));
    let config = summary(scim.service_provider_config().send().await.unwrap());
    assert_eq!((&config["patch"]["supported"], &config["sort"]["supported"]), (&json!(true), &json!(false)));
});

behaviour!(key_of_another_directory_is_refused, |simulator| simulator.directories(2), async |world| {
    let another = world.simulator.directory_ids().pop().unwrap();
    let elsewhere = world.directory_client().scim(another);
    let none = "NotFound 404 ";
    assert_eq!(refusal(elsewhere.list_schemas().send().await), none);
    assert_eq!(refusal(elsewhere.user_schema().send().await), none);
    assert_eq!(refusal(elsewhere.group_schema().send().await), none);
    assert_eq!(refusal(elsewhere.enterprise_user_schema().send().await), none);
    assert_eq!(refusal(elsewhere.list_resource_types().send().await), none);
    assert_eq!(refusal(elsewhere.user_resource_type().send().await), none);
    assert_eq!(refusal(elsewhere.group_resource_type().send().await), none);
    assert_eq!(refusal(elsewhere.service_provider_config().send().await), none);
});
