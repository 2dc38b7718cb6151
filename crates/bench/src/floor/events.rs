//! Events of the audit log, with the properties of the client's model.

use reqwest::{Client, RequestBuilder};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{FloorPage, Links, Meta};
use crate::tally::Tally;

impl FloorPage for Page {
    fn request(client: &Client, organization: &str, cursor: Option<&str>) -> RequestBuilder {
        let cursor = cursor.map_or(String::new(), |cursor| format!("&cursor={cursor}"));
        client.get(format!("{organization}/events-stream?limit=500{cursor}"))
    }

    fn add(&self, tally: &mut Tally) {
        for event in self.data.iter().flatten() {
            let attributes = event.attributes.as_ref();
            let time = attributes.and_then(|attributes| attributes.time.as_deref()).unwrap_or_default();
            let action = attributes.and_then(|attributes| attributes.action.as_deref()).unwrap_or_default();
            let contexts = attributes.and_then(|attributes| attributes.context.as_ref()).map_or(0, Vec::len);
            tally.add(event.id.as_deref().unwrap_or_default(), time, action, contexts);
        }
    }

    fn next(self) -> Option<String> {
        self.meta?.next
    }
}

objects! {
    Page { data: Vec<Event>, links: Links, meta: Meta }
    Event { id: String, r#type: String, attributes: Attributes, message: Message, links: Links }
    Attributes {
        time: String,
        processed_at: String,
        action: String,
        actor: Actor,
        context: Vec<Object>,
        container: Vec<Object>,
        location: Location,
    }
    Actor {
        id: String,
        name: String,
        email: String,
        picture: String,
        auth: Auth,
        app: App,
        on_behalf_of: Person,
        links: Links,
    }
    Auth { auth_type: AuthType, token_id: String, token_label: String }
    App { id: String, r#type: String, attributes: Map<String, Value> }
    Person { id: String, name: String, email: String }
    Object { id: String, r#type: String, attributes: Map<String, Value>, links: Links }
    Location { ip: String, geo: String, country_name: String, region_name: String, city: String }
    Message { content: String, format: String }
}

enums! {
    AuthType {
        Session = "session",
        ContainerToken = "container-token",
        ApiToken = "api-token",
        ConnectToken = "connect-token",
        OAuth2Lo = "auth-token-for-2LO",
        OAuth3Lo = "auth-token-for-3LO",
    }
}
