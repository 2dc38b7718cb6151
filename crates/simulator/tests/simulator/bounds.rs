//! Documented bounds, on the wire.

use atlassian_admin_core::OPERATIONS;
use atlassian_admin_core::operation::{BodyPart, Bounds, Location, Operation, Param, QueryStyle};
use atlassian_admin_core::schema::Schema;
use http::Request;
use http::header::AUTHORIZATION;
use serde_json::{Map, Value, json};

use crate::{Answer, Fixture};

impl Fixture {
    /// Sends one argument and whatever the operation requires, without the client.
    async fn send_argument(&self, operation: &Operation, param: &Param, value: Value) -> Answer {
        let mut path = operation.path.replace("{orgId}", self.simulator.org_id().as_str());
        path = path.replace("{directoryId}", self.simulator.directory_id());
        if path.contains('{') {
            let listing = path.split_once("/{").unwrap().0;
            let first = self.send(self.request(listing)).await.json()["data"][0].clone();
            let id = first.get("accountId").or(first.get("id")).unwrap().as_str().unwrap();
            path = path.replace("{accountId}", id).replace("{groupId}", id);
        }
        let text = |value: &Value| value.as_str().map_or(value.to_string(), str::to_owned);
        let values = match (param.location, &value) {
            (Location::Query(QueryStyle::Repeat), Value::Array(items)) => items.iter().map(text).collect(),
            (location, value) if location.is_query() => vec![text(value)],
            _ => Vec::new(),
        };
        let encode = atlassian_admin_core::url::percent_encode;
        let query: Vec<_> = values.iter().map(|it| format!("{}={}", param.name, encode(it))).collect();
        let body = if values.is_empty() {
            let mut body = Map::new();
            if operation.id == "inviteUsers" {
                body.insert("emails".to_owned(), json!(["a@example.com"]));
            }
            body.insert(param.name.to_owned(), value);
            Value::Object(body).to_string()
        } else {
            String::new()
        };
        let request = Request::builder()
            .method(operation.method.as_str())
            .uri(format!("https://api.atlassian.com{path}?{}", query.join("&")))
            .header(AUTHORIZATION, format!("Bearer {}", self.simulator.api_key()))
            .body(body.into());
        self.send(request.unwrap()).await
    }
}

fn bounded() -> impl Iterator<Item = (&'static Operation, &'static Param, Bounds)> {
    let params = |operation: &'static Operation| operation.params.iter().map(move |it| (operation, it));
    OPERATIONS.iter().flat_map(params).filter_map(|(op, param)| Some((op, param, param.bounds?)))
}

/// A value of the parameter: this number, or this many items.
fn value(param: &Param, amount: u32) -> Value {
    let items = |item: Value| Value::Array(vec![item; amount as usize]);
    match param.schema {
        Schema::Integer => amount.into(),
        Schema::List(Schema::Enum(known)) => items(known.values[0].into()),
        Schema::List(Schema::Object(_)) => {
            let field = if param.name == "sortBy" { "nick_name" } else { "name" };
            items(json!({ "field": field, "direction": "asc" }))
        }
        Schema::List(_) => items("a@example.com".into()),
        Schema::Object(_) => json!({ "eq": items("a".into()) }),
        other => panic!("{other:?}"),
    }
}

/// What a refusal says, in the shapes that the organization API has.
fn detail(answer: &Answer) -> String {
    let body = answer.json();
    let error = body.get("errors").map_or(&body, |errors| &errors[0]);
    error["detail"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn simulator_refuses_every_argument_beyond_its_bounds() {
    let fixture = Fixture::new(|builder| builder.rate_limits(false));
    let mut count = 0;
    for (operation, param, bounds) in bounded() {
        let name = format!("{} {}", operation.id, param.name);
        let over = fixture.send_argument(operation, param, value(param, bounds.max + 1)).await;
        assert_eq!(over.status, 400, "{name}: {}", over.text);
        let expected = format!("{}: must be {} to {}", param.name, bounds.min, bounds.max);
        assert!(detail(&over).starts_with(&expected), "{name}: {}", over.text);
        // The order of groups is by `name`; its value here is that of users.
        if !(param.name == "sortBy" && operation.group == "groups") {
            let most = fixture.send_argument(operation, param, value(param, bounds.max)).await;
            assert!([200, 206].contains(&most.status), "{name}: {}", most.text);
        }
        if bounds.min > 0
            && (param.schema == Schema::Integer || param.location == Location::Body(BodyPart::Property))
        {
            let under = fixture.send_argument(operation, param, value(param, bounds.min - 1)).await;
            assert_eq!(under.status, 400, "{name}: {}", under.text);
            assert!(detail(&under).starts_with(&expected), "{name}: {}", under.text);
        }
        count += 1;
    }
    assert!(count > 70, "{count}");
}

#[tokio::test]
async fn simulator_counts_the_ids_of_a_text_with_commas() {
    let fixture = Fixture::new(|builder| builder.rate_limits(false));
    let org = fixture.simulator.org_id().to_string();
    let mut count = 0;
    let lists = bounded().filter(|(_, param, _)| {
        param.location == Location::Query(QueryStyle::Repeat)
            && matches!(param.schema, Schema::List(Schema::Text))
    });
    for (operation, param, bounds) in lists {
        let path = operation.path.replace("{orgId}", &org).replace("{directoryId}", "-");
        if path.contains('{') {
            continue;
        }
        for (comma, amount, status) in
            [(",", bounds.max, 200), (",", bounds.max + 1, 400), ("%2C", bounds.max + 1, 400)]
        {
            let ids: Vec<_> = (0..amount).map(|id| id.to_string()).collect();
            let target = format!("{path}?{}={}", param.name, ids.join(comma));
            let answer = fixture.send(fixture.request(&target)).await;
            assert_eq!(answer.status, status, "{path} {} {comma} {amount}: {}", param.name, answer.text);
        }
        count += 1;
    }
    assert!(count > 15, "{count}");
}

#[tokio::test]
async fn simulator_refuses_in_the_form_of_the_family() {
    let fixture = Fixture::new(|builder| builder);
    let refused = async |id: &str, name: &str, value: Value| {
        let operation = atlassian_admin_core::operation(id).unwrap();
        let answer = fixture.send_argument(operation, operation.param(name).unwrap(), value).await;
        let mut body = answer.json();
        let error = body.get_mut("errors").map_or(Value::Null, |errors| errors[0].take());
        let error = if error.is_null() { body } else { json!({ "errors": error }) };
        let inner = error.get("errors").unwrap_or(&error);
        (answer.status, error.get("errors").is_some(), inner["code"].clone(), inner["detail"].clone())
    };
    assert_eq!(
        refused("searchDirectoryUsers", "accountIds", json!(vec!["x"; 11])).await,
        (400, true, json!("ADMIN-UAM-400-1"), json!("accountIds: must be 1 to 10 items per request, not 11"))
    );
    assert_eq!(
        refused("getEvents", "limit", json!(501)).await,
        (400, true, json!("ADMIN-400-19"), json!("limit: must be 1 to 500, not 501"))
    );
    assert_eq!(
        refused("queryWorkspacesV2", "limit", json!(0)).await,
        (400, false, json!("ADMIN-400-4"), json!("limit: must be 1 to 1000, not 0"))
    );
}
