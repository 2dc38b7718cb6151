//! The types of our values and the schemas of the documents, down to the last property.

use atlassian_admin_core::schema::Schema as Ours;

use super::{Comparison, Direction};
use crate::schema::{Allows, Property, Schema};

impl Comparison<'_> {
    /// Compares a value at `at`.
    pub(super) fn schema(&mut self, ours: &Ours, schema: Schema<'_>, at: &str, direction: Direction) {
        match (ours, schema.allows()) {
            (Ours::Text, Allows::Text | Allows::Anything)
            | (Ours::Integer, Allows::Integer | Allows::Number)
            | (Ours::Boolean, Allows::Boolean)
            // Epoch milliseconds are documented as a string, and dates of ISO 8601 are one.
            | (Ours::Time, Allows::Text)
            | (Ours::Json, Allows::Anything | Allows::AnyObject)
            // We may know more about what the documents leave open.
            | (Ours::Object(_) | Ours::List(_) | Ours::Enum(_), Allows::Anything)
            | (Ours::Object(_), Allows::AnyObject)
            | (Ours::Enum(_), Allows::Text) => {}
            // A single value is there to distinguish one kind of object from others.
            (Ours::Text, Allows::Enum(values)) if direction == Direction::Response && values.len() == 1 => {}
            (Ours::Enum(known), Allows::Enum(values)) => self.values(known.values, &values, at, direction),
            (Ours::List(item), Allows::List(items)) => self.schema(item, items, &format!("{at}[]"), direction),
            (Ours::Object(object), Allows::Object(properties)) => {
                if self.seen.insert((owner(&properties, at), object.name, direction)) {
                    let ours: Vec<_> = (object.properties)()
                        .iter()
                        .map(|member| (member.name, member.schema, member.required))
                        .collect();
                    self.properties(&ours, properties, at, direction);
                }
            }
            (Ours::Json, allows) => self.report(at, allows.noun(), "any JSON"),
            (ours, allows) => self.report(at, allows.noun(), ours.expectation()),
        }
    }

    /// Compares the properties of an object: ours as name, schema and whether they are required.
    pub(super) fn properties(
        &mut self,
        ours: &[(&str, Ours, bool)],
        documented: Vec<Property<'_>>,
        at: &str,
        direction: Direction,
    ) {
        let names: Vec<_> = documented.iter().map(|property| property.name).collect();
        let all = owner(&documented, at);
        for property in documented {
            let at = format!("{}.{}", property.owner.unwrap_or(at), property.name);
            let Some((_, schema, required)) = ours.iter().find(|(name, ..)| *name == property.name) else {
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
            self.schema(schema, property.schema, &at, direction);
        }
        // Responses are known to have more than is documented.
        if direction == Direction::Request {
            for (name, schema, _) in ours.iter().filter(|(name, ..)| !names.contains(name)) {
                self.report(format!("{all}.{name}"), "nothing of it", schema.expectation());
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
