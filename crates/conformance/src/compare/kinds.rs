//! The types of our values and the schemas of the documents, down to the last property.

use atlassian_admin_core::schema::Kind;

use super::{Comparison, Direction};
use crate::schema::{Allows, Property, Schema};

impl Comparison<'_> {
    /// Compares a value at `at`.
    pub(super) fn kind(&mut self, kind: &Kind, schema: Schema<'_>, at: &str, direction: Direction) {
        match (kind, schema.allows()) {
            (Kind::Text, Allows::Text | Allows::Anything)
            | (Kind::Integer, Allows::Integer | Allows::Number)
            | (Kind::Boolean, Allows::Boolean)
            // Epoch milliseconds are documented as a string, and dates of ISO 8601 are one.
            | (Kind::Time, Allows::Text)
            | (Kind::Json, Allows::Anything | Allows::AnyObject)
            // We may know more about what the documents leave open.
            | (Kind::Object(_) | Kind::List(_) | Kind::Enum(_), Allows::Anything)
            | (Kind::Object(_), Allows::AnyObject)
            | (Kind::Enum(_), Allows::Text) => {}
            // A single value is there to distinguish one kind of object from others.
            (Kind::Text, Allows::Enum(values)) if direction == Direction::Response && values.len() == 1 => {}
            (Kind::Enum(known), Allows::Enum(values)) => self.values(known, &values, at, direction),
            (Kind::List(kind), Allows::List(items)) => self.kind(kind, items, &format!("{at}[]"), direction),
            (Kind::Object(shape), Allows::Object(properties)) => {
                if self.seen.insert((owner(&properties, at), shape.name, direction)) {
                    let ours: Vec<_> = (shape.members)()
                        .iter()
                        .map(|member| (member.name, member.kind, member.required))
                        .collect();
                    self.properties(&ours, properties, at, direction);
                }
            }
            (Kind::Json, allows) => self.report(at, allows.noun(), "any JSON"),
            (kind, allows) => self.report(at, allows.noun(), kind.noun()),
        }
    }

    /// Compares the properties of an object: ours as name, kind and whether they are required.
    pub(super) fn properties(
        &mut self,
        ours: &[(&str, Kind, bool)],
        documented: Vec<Property<'_>>,
        at: &str,
        direction: Direction,
    ) {
        let names: Vec<_> = documented.iter().map(|property| property.name).collect();
        let all = owner(&documented, at);
        for property in documented {
            let at = format!("{}.{}", property.owner.unwrap_or(at), property.name);
            let Some((_, kind, required)) = ours.iter().find(|(name, ..)| *name == property.name) else {
                // A request does not need what only responses have.
                if direction == Direction::Response || !property.read_only {
                    self.report(at, property.schema.allows().noun(), "nothing of it");
                }
                continue;
            };
            // Of a response we require only what the client cannot work without.
            if direction == Direction::Request {
                self.expect_equal(&at, requirement(property.required), requirement(*required));
            }
            self.kind(kind, property.schema, &at, direction);
        }
        // Responses are known to have more than is documented.
        if direction == Direction::Request {
            for (name, kind, _) in ours.iter().filter(|(name, ..)| !names.contains(name)) {
                self.report(format!("{all}.{name}"), "nothing of it", kind.noun());
            }
        }
    }

    fn values(&mut self, known: &[&str], values: &[&str], at: &str, direction: Direction) {
        let only = |these: &[&str], those: &[&str]| {
            let only: Vec<_> = these.iter().filter(|value| !those.contains(value)).copied().collect();
            only.join(", ")
        };
        let (lacking, more) = (only(values, known), only(known, values));
        if !lacking.is_empty() {
            self.report(at, format!("the values {lacking}"), "nothing of them");
        }
        if !more.is_empty() && direction == Direction::Request {
            self.report(at, "nothing of them", format!("the values {more}"));
        }
    }
}

/// The name of the schema that has these properties; of one without a name, its place.
fn owner(properties: &[Property<'_>], at: &str) -> String {
    properties.first().and_then(|property| property.owner).unwrap_or(at).to_owned()
}

pub(super) fn requirement(required: bool) -> String {
    if required { "required" } else { "optional" }.to_owned()
}
