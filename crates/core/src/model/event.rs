//! The audit log.
//!
//! Properties marked "undocumented" were observed in responses of the server and are missing from
//! Atlassian's documentation. Do not rely on them.

use serde_json::Value;

use super::macros::{object, string_enum};
use super::{AccountId, EventId, Links, Timestamp};
use crate::json::{List, Raw};
use crate::response::ResponseBody;

string_enum! {
    /// The authentication of an actor.
    AuthType {
        /// A browser session.
        Session = "session",
        /// A container token.
        ContainerToken = "container-token",
        /// An API token.
        ApiToken = "api-token",
        /// The token of a Connect app.
        ConnectToken = "connect-token",
        /// OAuth 2.0, two-legged.
        OAuth2Lo = "auth-token-for-2LO",
        /// OAuth 2.0, three-legged.
        OAuth3Lo = "auth-token-for-3LO",
    }
}

string_enum! {
    /// A product that the audit log can be filtered by.
    EventProduct {
        /// Bitbucket.
        Bitbucket = "bitbucket",
        /// Confluence.
        Confluence = "confluence",
        /// Guard Detect.
        GuardDetect = "guard_detect",
        /// Jira.
        Jira = "jira",
        /// Loom.
        Loom = "loom",
    }
}

string_enum! {
    /// The sort direction of a listing.
    SortOrder {
        /// Ascending: the earliest entry first.
        Ascending = "asc",
        /// Descending: the latest entry first.
        Descending = "desc",
    }
}

object! {
    /// An event of the audit log.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-stream-get).
    Event {
        required {
            /// Its identifier. An event has the same identifier in every listing.
            id: EventId = "id",
        }
        optional {
            /// Always `events`.
            kind: String = "type",
            /// The attributes of the event.
            attributes: EventAttributes = "attributes",
            /// The description of the event as text.
            message: EventMessage = "message",
            /// The links of the event. The server omits them in some responses.
            links: Links = "links",
        }
    }
}

object! {
    /// The attributes of an event: time, action, actor, objects and location.
    EventAttributes {
        optional {
            /// The time of the event.
            time: Timestamp = "time",
            /// The time at which Atlassian processed the event. Only `events-stream` returns it
            /// and sorts by it.
            processed_at: Timestamp = "processedAt",
            /// The action, such as `user_login`. Atlassian adds actions: see `event-actions`.
            action: String = "action",
            /// The actor.
            actor: EventActor = "actor",
            /// The objects of the action.
            context: Vec<EventObject> = "context",
            /// The containers of the objects.
            container: Vec<EventObject> = "container",
            /// The location of the actor.
            location: EventLocation = "location",
        }
    }
}

object! {
    /// The actor of an event: a person, an app or the system.
    EventActor {
        optional {
            /// The account, or the name of an app such as `confluence`. Optional, so that an event
            /// whose actor has none keeps the other properties of the actor.
            id: AccountId = "id",
            /// The name.
            name: String = "name",
            /// The e-mail address. For apps, a text such as `Atlassian app`.
            email: String = "email",
            /// The URL of the picture.
            picture: String = "picture",
            /// How the actor was signed in.
            auth: EventActorAuth = "auth",
            /// The app that the actor used.
            app: EventActorApp = "app",
            /// The person on whose behalf the actor acted.
            on_behalf_of: OnBehalfOf = "onBehalfOf",
            /// The links of the actor.
            links: Links = "links",
        }
    }
}

object! {
    /// The authentication of an actor.
    EventActorAuth {
        optional {
            /// The type of authentication.
            auth_type: AuthType = "authType",
            /// The identifier of the token.
            token_id: String = "tokenId",
            /// The name of the token.
            token_label: String = "tokenLabel",
        }
    }
}

object! {
    /// The app that an actor used.
    EventActorApp {
        optional {
            /// Its identifier. Optional, so that an app without it keeps its other properties.
            id: String = "id",
            /// The type of the app.
            kind: String = "type",
            /// Free-form.
            attributes: Raw<Value> = "attributes",
        }
    }
}

object! {
    /// The person on whose behalf an actor acted.
    OnBehalfOf {
        optional {
            /// The account. Optional, so that a person without one keeps name and e-mail address.
            id: AccountId = "id",
            /// The name.
            name: String = "name",
            /// The e-mail address.
            email: String = "email",
        }
    }
}

object! {
    /// An object of an event.
    EventObject {
        optional {
            /// Its identifier. Optional, so that an object without it stays in the event.
            id: String = "id",
            /// The type of the object, such as `sites`.
            kind: String = "type",
            /// Free-form. Kept as JSON text: attributes are most of an event, and few callers read
            /// them.
            attributes: Raw<Value> = "attributes",
            /// Its links.
            links: Links = "links",
        }
    }
}

object! {
    /// The location of an actor. Properties can be absent or empty.
    EventLocation {
        optional {
            /// The IP address.
            ip: String = "ip",
            /// The geographic area, such as `EU`.
            geo: String = "geo",
            /// The country.
            country_name: String = "countryName",
            /// The region.
            region_name: String = "regionName",
            /// The city.
            city: String = "city",
        }
    }
}

object! {
    /// The description of the event as text.
    EventMessage {
        optional {
            /// The text.
            content: String = "content",
            /// The format of the text: `simple` or a markup language.
            format: String = "format",
        }
    }
}

object! {
    /// The actions that an audit log can record. Atlassian calls the list incomplete.
    EventActions {
        required {
            /// The actions.
            data: List<EventAction> = "data",
        }
    }
}

impl ResponseBody for EventActions {}

object! {
    /// An action that the audit log can record.
    ///
    /// [Documented by
    /// Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get).
    EventAction {
        required {
            /// The action, such as `user_login`.
            id: String = "id",
        }
        optional {
            /// The type of the resource.
            kind: String = "type",
            /// Its attributes.
            attributes: EventActionAttributes = "attributes",
        }
    }
}

object! {
    /// The attributes of an action.
    EventActionAttributes {
        optional {
            /// The display name.
            display_name: String = "displayName",
            /// The display name of the group of the action.
            group_display_name: String = "groupDisplayName",
            /// The display names of the groups of the action. Undocumented.
            group_display_names: Vec<String> = "groupDisplayNames",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn action_reads_several_groups() {
        let read = |json| serde_json::from_str::<EventActionAttributes>(json).unwrap();
        let both = read(r#"{"displayName":"n","groupDisplayName":"a","groupDisplayNames":["a","b"]}"#);
        assert_eq!(both.group_display_name.as_deref(), Some("a"));
        assert_eq!(both.group_display_names, Some(vec!["a".to_owned(), "b".to_owned()]));
        let several = read(r#"{"displayName":"n","groupDisplayNames":[]}"#);
        assert_eq!((several.group_display_name, several.group_display_names), (None, Some(Vec::new())));
    }
}
