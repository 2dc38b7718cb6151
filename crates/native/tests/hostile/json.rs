//! JSON that is too deep for the stack or too dense for the memory.

use atlassian_admin::api;
use atlassian_admin::events::{Checkpoint, CheckpointError};
use atlassian_admin::{ErrorKind, operation};
use serde_json::{Map, Value};

use crate::server::{Server, ok, refused, with};

/// Far deeper than a stack of 2 MiB allows.
const DEEP: usize = 40_000;

/// Returns deeply nested brackets, closed and open.
fn towers() -> Vec<String> {
    [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")]
        .into_iter()
        .flat_map(|(open, close)| {
            let whole = format!("{}1{}", open.repeat(DEEP), close.repeat(DEEP));
            [whole, open.repeat(DEEP)]
        })
        .collect()
}

/// Returns responses with a tower in each place that a client reads.
fn answers(tower: &str) -> Vec<String> {
    vec![tower.to_owned(), format!(r#"{{"data":{tower}}}"#), format!(r#"{{"data":{{"id":{tower}}}}}"#)]
}

#[tokio::test]
async fn deep_response_does_not_overflow_the_stack() {
    for tower in towers() {
        for body in answers(&tower) {
            let server = Server::always(move || ok(&body)).await;
            assert_eq!(refused(&server.client()).await.kind(), ErrorKind::Decode);
        }
    }
}

#[tokio::test]
async fn deep_property_is_absent_and_costs_nothing_else() {
    for tower in towers().into_iter().step_by(2) {
        let body = format!(r#"{{"data":{{"id":"o-1","type":"orgs","attributes":{{"name":{tower}}}}}}}"#);
        let server = Server::always(move || ok(&body)).await;
        let org = server.client().send(&api::orgs::Get::new("o-1")).await.unwrap();
        let attributes = org.attributes.unwrap();
        assert_eq!(
            (org.id.as_str(), attributes.name, attributes.extra.get("name")),
            ("o-1", None, Some(&*tower))
        );
    }
}

/// JSON that is kept as text may be of any depth until it is decoded.
#[tokio::test]
async fn deep_json_is_an_error_only_where_it_is_decoded() {
    let tower = towers().remove(0);
    for (item, ids) in
        [(format!(r#"{{"account_id":"a","novel":{tower}}}"#), &["a", "b"][..]), (tower.clone(), &["b"])]
    {
        let body =
            format!(r#"{{"data":[{item},{{"account_id":"b"}}],"novel":{tower},"meta":{{"novel":{tower}}}}}"#);
        let server = Server::always(move || ok(&body)).await;
        let page = server.client().pages(api::accounts::List::new("o-1")).next().await.unwrap().unwrap();
        assert_eq!(page.items.len() + page.malformed.len(), 2, "no other item is lost by it");
        assert_eq!(page.items.iter().map(|item| item.account_id.as_str()).collect::<Vec<_>>(), ids);

        let arguments = Map::from_iter([("orgId".to_owned(), Value::from("o-1"))]);
        let users = operation("getUsers").unwrap();
        let (status, answer) = server.client().send_untyped(users, arguments.clone()).await.unwrap();
        assert_eq!((status.as_u16(), answer.bytes().len() > DEEP), (200, true));
        let items = server.client().pages_untyped(users, arguments).next().await.unwrap().unwrap();
        assert_eq!(items.len(), 2);
        assert!(items[0].decode().unwrap_err().to_string().contains("not valid JSON"), "too deep to be read");
        assert_eq!(items[0].one_line().len(), items[0].json().len());
    }
}

#[tokio::test]
async fn deep_error_body_is_an_error() {
    for tower in towers() {
        for body in [tower.clone(), format!(r#"{{"errors":[{tower}]}}"#), format!(r#"{{"context":{tower}}}"#)]
        {
            let server = Server::always(move || with("403 Forbidden", &body)).await;
            let error = refused(&server.client()).await;
            assert_eq!((error.kind(), error.code()), (ErrorKind::Forbidden, None));
            assert_eq!(error.body().len(), 16 * 1024, "no more of it is kept");
        }
    }
}

#[test]
fn deep_checkpoint_is_unreadable() {
    for tower in towers() {
        for text in [
            tower.clone(),
            format!(r#"{{"version":1,"orgId":"o-1","recent":{tower}}}"#),
            format!(r#"{{"version":1,"orgId":"o-1","novel":{tower}}}"#),
        ] {
            assert_eq!(Checkpoint::from_json(&text), Err(CheckpointError::Unreadable));
            assert!(serde_json::from_str::<Checkpoint>(&text).is_err());
        }
    }
}
