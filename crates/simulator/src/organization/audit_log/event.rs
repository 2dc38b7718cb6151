//! Events as responses have them.

use atlassian_admin_core::Raw;
use atlassian_admin_core::model::{
    AuthType, Event, EventActor, EventActorApp, EventActorAuth, EventAttributes, EventLocation, EventMessage,
    EventObject, Links, OnBehalfOf, Timestamp,
};
use serde_json::{Value, json};

use crate::organization::audit_log::{Actor, Facts, Place};
use crate::organization::{Change, HOME, Object, World, model};
use crate::quirk::Quirk;
use crate::rng::Rng;

const SITE: &str = "https://example-corp.atlassian.net";

impl World {
    /// The sentence about the event, which begins with the actor's name.
    pub(crate) fn event_message(&self, facts: &Facts<'_>) -> String {
        let (name, _) = self.actor_name(facts);
        message(facts, &name, &label(facts))
    }

    fn actor_name(&self, facts: &Facts<'_>) -> (String, String) {
        match facts.actor {
            Actor::Account(account) => self.person(account),
            Actor::App(_, name) => (name.to_owned(), "Atlassian app".to_owned()),
        }
    }

    /// An event as `events-stream` has it.
    pub(crate) fn write_event(&self, facts: &Facts<'_>) -> Event {
        let sparse = self.quirks.has(Quirk::SparseEvents);
        let (name, email) = self.actor_name(facts);
        let label = label(facts);
        let message = message(facts, &name, &label);
        let id = self.event_ids.to_uuid(facts.number);
        // Continues the sequence of the facts.
        let mut rng = facts.rng;
        let attributes = model!(EventAttributes {
            time: self.write_time(facts.time),
            processed_at: Timestamp::from_millis(facts.processed_at),
            action: facts.action.id.to_owned(),
            location: location(facts),
            context: (!sparse).then(|| self.context(facts, &label, &mut rng)),
            container: (!sparse).then(|| vec![self.organization(&mut rng)]),
            actor: self.actor(facts, name, email, &mut rng),
        });
        model!(Event {
            links: (!sparse).then(|| self.links(&format!("/events/{id}"))),
            id: id,
            kind: "events".to_owned(),
            attributes: attributes,
            message: model!(EventMessage { content: message, format: "simple".to_owned() }),
        })
    }

    fn write_time(&self, time: i64) -> Timestamp {
        let written = Timestamp::from_millis(time);
        match written.as_str().split_once('.') {
            Some((seconds, _)) if self.quirks.has(Quirk::TimesWithoutMillis) => format!("{seconds}Z").into(),
            _ => written,
        }
    }

    fn actor(&self, facts: &Facts<'_>, name: String, email: String, rng: &mut Rng) -> EventActor {
        let mut actor = model!(EventActor { name: name, email: email });
        let account = match facts.actor {
            Actor::Account(account) => account,
            Actor::App(id, _) => {
                (actor.id, actor.links) = (Some(id.into()), Some(Links::default()));
                return actor;
            }
        };
        let id = self.account_id(account);
        let by_key = facts.change.is_some();
        let auth_type = match rng.below(6) {
            _ if by_key => AuthType::ApiToken,
            0 => AuthType::ApiToken,
            1 => AuthType::OAuth3Lo,
            2 => AuthType::ContainerToken,
            _ if self.quirks.has(Quirk::SessionAuth) => AuthType::Session,
            3 => AuthType::ConnectToken,
            4 => AuthType::OAuth2Lo,
            _ => AuthType::OAuth3Lo,
        };
        let mut auth = model!(EventActorAuth { token_id: rng.hex(32) });
        if auth_type == AuthType::ApiToken {
            let number = rng.below(100);
            auth.token_label = Some(if by_key { "organization".to_owned() } else { format!("ci-{number}") });
        }
        auth.auth_type = Some(auth_type);
        actor.auth = Some(auth);
        actor.links = Some(model!(Links { this: format!("{HOME}/users/{id}/manage/profile") }));
        actor.id = Some(id);
        if rng.once_in(12) && !by_key {
            actor.app = Some(model!(EventActorApp {
                id: format!("ari:cloud:ecosystem::app/{}", rng.uuid()),
                kind: "apps".to_owned(),
                attributes: raw(r#"{"name":"Automation","vendor":"Example Corp"}"#),
            }));
            let (name, email) = self.person(account / 2);
            actor.on_behalf_of =
                Some(model!(OnBehalfOf { id: self.account_id(account / 2), name: name, email: email }));
        }
        actor
    }

    /// The object, the other objects of a change, and the site.
    fn context(&self, facts: &Facts<'_>, label: &str, rng: &mut Rng) -> Vec<EventObject> {
        let mut objects = match facts.change {
            Some(Change { object: first, also, .. }) => {
                let part =
                    |it: &Object| object(it.id.clone(), it.kind, &json!({ "name": it.name }).to_string());
                std::iter::once(first).chain(also).map(part).collect()
            }
            None => vec![made_up_object(facts, label, rng)],
        };
        let site = format!(r#"{{"siteName":"example-corp","siteHostName":"{SITE}"}}"#);
        objects.push(object(rng.uuid(), "sites", &site));
        objects
    }

    fn organization(&self, rng: &mut Rng) -> EventObject {
        let attributes =
            format!(r#"{{"name":"Example Corp","plan":"{}"}}"#, rng.pick(&["standard", "premium"]));
        let mut organization = object(self.org_id.to_string(), "orgs", &attributes);
        organization.links = Some(self.links(""));
        organization
    }
}

fn object(id: String, kind: &str, attributes: &str) -> EventObject {
    model!(EventObject { id: id, kind: kind.to_owned(), attributes: raw(attributes) })
}

fn made_up_object(facts: &Facts<'_>, label: &str, rng: &mut Rng) -> EventObject {
    let (number, kind) = (1 + rng.below(9_999), facts.action.object);
    let product = facts.action.product.map_or("null".to_owned(), |product| format!("\"{product}\""));
    let (fields, private) = (rng.below(4), rng.once_in(3));
    // Labels need no escapes; written by hand, since an event has three of these and is made in
    // microseconds.
    let attributes = format!(
        r#"{{"name":"{label}","key":"DEMO-{number}","product":{product},"changedFields":{fields},"private":{private}}}"#
    );
    let mut made_up = object(format!("ari:cloud:example::{kind}/{number}"), kind, &attributes);
    made_up.links = Some(model!(Links { alt: format!("{SITE}/{kind}/{number}") }));
    made_up
}

fn location(facts: &Facts<'_>) -> EventLocation {
    let Place { city, region, country, geo, .. } = facts.place;
    if city.is_empty() && !geo.is_empty() {
        return model!(EventLocation { geo: geo.to_owned() });
    }
    model!(EventLocation {
        ip: facts.ip().unwrap_or_default(),
        geo: geo.to_owned(),
        country_name: country.to_owned(),
        region_name: region.to_owned(),
        city: city.to_owned(),
    })
}

/// The name of what it was done to.
fn label(facts: &Facts<'_>) -> String {
    match facts.change {
        Some(change) => change.object.name.clone(),
        None => facts.action.label(&mut facts.rng.clone()),
    }
}

/// What happened, as a sentence.
fn message(facts: &Facts<'_>, actor: &str, label: &str) -> String {
    match facts.change {
        Some(change) => format!("{actor} {}", change.message),
        None => facts.action.message(actor, label),
    }
}

fn raw(attributes: &str) -> Raw<Value> {
    serde_json::from_str(attributes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::World;
    use crate::organization::fixture::world;

    fn json(world: &World, index: u64) -> Value {
        serde_json::to_value(world.write_event(&world.facts(index))).unwrap()
    }

    #[test]
    fn events_have_every_documented_property() {
        let pointers = "/id /type /links/self /message/content /attributes/time /attributes/processedAt \
            /attributes/action /attributes/actor/id /attributes/context/0/id /attributes/container/0/id \
            /attributes/context/0/attributes/name /attributes/location/ip";
        let world = world(1, &[]);
        let mut bytes = 0;
        for index in 0..500 {
            let event = json(&world, index);
            for pointer in pointers.split_whitespace() {
                assert!(event.pointer(pointer).is_some_and(Value::is_string), "{pointer} of {event}");
            }
            bytes += event.to_string().len();
        }
        assert!((1_300..=1_500).contains(&(bytes / 500)), "{bytes} bytes in 500 events");
    }

    #[test]
    fn sparse_events_match_recorded_events() {
        type Holds = fn(&Value) -> bool;
        let cases: [(&str, Holds, std::ops::Range<usize>); 4] = [
            // A quarter of the events of two products.
            ("an app", |event| event["actor"]["email"] == "Atlassian app", 50..200),
            ("a part of the world", |event| event["location"].as_object().unwrap().len() == 1, 250..420),
            ("nowhere", |event| event["location"]["city"] == "", 170..280),
            ("a place", |event| event["location"]["ip"].as_str().is_some_and(|ip| !ip.is_empty()), 380..580),
        ];
        let (sparse, plain) = (world(1, &[Quirk::SparseEvents, Quirk::TimesWithoutMillis]), world(1, &[]));
        let events = |world| (0..1_000).map(|index| json(world, index)).collect::<Vec<_>>();
        let (sparse, plain) = (events(&sparse), events(&plain));
        for (name, holds, share) in cases {
            let count = |events: &[Value]| events.iter().filter(|event| holds(&event["attributes"])).count();
            assert!(share.contains(&count(&sparse)), "{name}: {}", count(&sparse));
            let expected = if name == "a place" { plain.len() } else { 0 };
            assert_eq!(count(&plain), expected, "{name}, without the quirk");
        }
        for event in &sparse {
            assert!(event.get("links").is_none() && event["attributes"].get("context").is_none(), "{event}");
            let length = |name: &str| event["attributes"][name].as_str().unwrap().len();
            assert_eq!(length("time"), "2026-05-19T10:00:01Z".len());
            assert_eq!(length("processedAt"), "2026-05-19T10:00:01.000Z".len());
        }
    }
}
