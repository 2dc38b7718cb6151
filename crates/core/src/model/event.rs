//! The audit log.
//!
//! Properties marked "undocumented" were seen in responses of the real API and are missing from
//! Atlassian's document. Do not rely on them.

use serde_json::Value;

use super::macros::{object, string_enum};
use super::{AccountId, EventId, Links, Timestamp};
use crate::json::{List, Raw};
use crate::response::ResponseBody;

string_enum! {
    /// How an actor was signed in.
    AuthType {
        /// In a browser.
        Session = "session",
        /// A container token.
        ContainerToken = "container-token",
        /// An API token.
        ApiToken = "api-token",
        /// A Connect app's token.
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
    /// Which end of a listing comes first.
    SortOrder {
        /// The earliest first.
        Ascending = "asc",
        /// The latest first.
        Descending = "desc",
    }
}

object! {
    /// An entry of the audit log.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-events-stream-get).
    Event {
        required {
            /// Its identifier; the same event has the same one in every listing.
            id: EventId = "id",
        }
        optional {
            /// Always `events`.
            kind: String = "type",
            /// What happened.
            attributes: EventAttributes = "attributes",
            /// What happened, as a sentence.
            message: EventMessage = "message",
            /// Where the event stands; the real API leaves it out at times.
            links: Links = "links",
        }
    }
}

object! {
    /// What happened, when, by whom, to what and where.
    EventAttributes {
        optional {
            /// When it happened.
            time: Timestamp = "time",
            /// When the log took it in; `events-stream` sorts by it, and only that listing has it.
            processed_at: Timestamp = "processedAt",
            /// What was done, such as `user_login`. The list grows: see `event-actions`.
            action: String = "action",
            /// Who did it.
            actor: EventActor = "actor",
            /// What it was done to.
            context: Vec<EventObject> = "context",
            /// What the former belongs to.
            container: Vec<EventObject> = "container",
            /// Where the actor was.
            location: EventLocation = "location",
        }
    }
}

object! {
    /// Who did it: a person, an app or the system.
    EventActor {
        optional {
            /// The account, or an app's name such as `confluence`.
            id: AccountId = "id",
            /// The name.
            name: String = "name",
            /// The e-mail address; for apps a text such as `Atlassian app`.
            email: String = "email",
            /// The URL of the picture.
            picture: String = "picture",
            /// How the actor was signed in.
            auth: EventActorAuth = "auth",
            /// The app through which it was done.
            app: EventActorApp = "app",
            /// The person for whom it was done.
            on_behalf_of: OnBehalfOf = "onBehalfOf",
            /// Where the actor stands.
            links: Links = "links",
        }
    }
}

object! {
    /// How an actor was signed in.
    EventActorAuth {
        optional {
            /// By which means.
            auth_type: AuthType = "authType",
            /// The token's identifier.
            token_id: String = "tokenId",
            /// The token's name.
            token_label: String = "tokenLabel",
        }
    }
}

object! {
    /// An app through which something was done.
    EventActorApp {
        optional {
            /// Its identifier.
            id: String = "id",
            /// What kind of app it is.
            kind: String = "type",
            /// Free-form.
            attributes: Raw<Value> = "attributes",
        }
    }
}

object! {
    /// A person for whom something was done.
    OnBehalfOf {
        optional {
            /// The account.
            id: AccountId = "id",
            /// The name.
            name: String = "name",
            /// The e-mail address.
            email: String = "email",
        }
    }
}

object! {
    /// A thing that an event is about.
    EventObject {
        optional {
            /// Its identifier.
            id: String = "id",
            /// What kind of thing it is, such as `sites`.
            kind: String = "type",
            /// Free-form, and kept as text: it is the greater part of an event, and few read it.
            attributes: Raw<Value> = "attributes",
            /// Where it stands.
            links: Links = "links",
        }
    }
}

object! {
    /// Where an actor was. Members may be absent or empty.
    EventLocation {
        optional {
            /// The IP address.
            ip: String = "ip",
            /// The part of the world, such as `EU`.
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
    /// What happened, as a sentence.
    EventMessage {
        optional {
            /// The sentence.
            content: String = "content",
            /// How it is written: `simple` or a markup.
            format: String = "format",
        }
    }
}

object! {
    /// All the actions that an audit log may hold; Atlassian calls the list incomplete.
    EventActions {
        required {
            /// The actions.
            data: List<EventAction> = "data",
        }
    }
}

impl ResponseBody for EventActions {}

object! {
    /// A kind of entry of the audit log.
    ///
    /// [Documented by Atlassian](https://developer.atlassian.com/cloud/admin/organization/rest/api-group-events/#api-v1-orgs-orgid-event-actions-get).
    EventAction {
        required {
            /// The action, such as `user_login`.
            id: String = "id",
        }
        optional {
            /// What kind of resource this is.
            kind: String = "type",
            /// What describes it.
            attributes: EventActionAttributes = "attributes",
        }
    }
}

object! {
    /// What describes a kind of entry.
    EventActionAttributes {
        optional {
            /// Its name for people.
            display_name: String = "displayName",
            /// The name of the group it belongs to.
            group_display_name: String = "groupDisplayName",
            /// The names of the groups it belongs to. Undocumented.
            group_display_names: Vec<String> = "groupDisplayNames",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_may_belong_to_several_groups() {
        let read = |json| serde_json::from_str::<EventActionAttributes>(json).unwrap();
        let both = read(r#"{"displayName":"n","groupDisplayName":"a","groupDisplayNames":["a","b"]}"#);
        assert_eq!(both.group_display_name.as_deref(), Some("a"));
        assert_eq!(both.group_display_names, Some(vec!["a".to_owned(), "b".to_owned()]));
        let several = read(r#"{"displayName":"n","groupDisplayNames":[]}"#);
        assert_eq!((several.group_display_name, several.group_display_names), (None, Some(Vec::new())));
    }
}
